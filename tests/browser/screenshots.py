"""Pictures of the workbench on the sample reports: python -m tests.browser.screenshots [FOLDER]."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.serving import launched, served

ROOT = Path(__file__).parents[2]
WIDE, NARROW = {"width": 1360, "height": 850}, {"width": 420, "height": 860}
SHOTS = (
    *(("incidents", "incidents", "light", WIDE), ("incidents-dark", "incidents", "dark", WIDE)),
    *(("incident", "incident", "light", WIDE), ("reader", "reader", "light", WIDE)),
    *(("reader-narrow", "reader", "light", NARROW), ("incidents-narrow", "incidents", "dark", NARROW)),
    *(("review", "review", "light", WIDE), ("review-dark", "review", "dark", WIDE)),
    *(("actor", "actor", "light", WIDE), ("relations", "relations", "light", WIDE)),
    *(("network", "network", "dark", WIDE), ("add", "add", "light", WIDE)),
    *(("matrix", "matrix", "light", WIDE), ("table", "table", "light", WIDE)),
    *(("sums", "sums", "light", WIDE), ("audit", "audit", "light", WIDE)),
)
"""Name of the picture, page, colours, size."""


def main(folder: Path) -> None:
    """Write the pictures; who is at work has the same name on every machine."""
    os.environ["LOGNAME"] = "ana"
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "samples.sqlite"
        command = [sys.executable, "-m", "dateline", "ingest", str(ROOT / "samples" / "reports"), "--db", str(store)]
        subprocess.run([*command, "--quiet"], check=True)
        pictures(store, folder)


def pictures(store: Path, folder: Path, names: frozenset[str] = frozenset()) -> None:
    """Write the pictures of a store (none named: all)."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(store, log=store.with_suffix(".log")) as base:
        browser = launched(playwright)
        for name, page_name, colours, size in SHOTS:
            if names and name not in names:
                continue
            context = browser.new_context(
                base_url=base,
                viewport=size,  # type: ignore[arg-type]
                color_scheme=colours,  # type: ignore[arg-type]
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.set_default_timeout(60_000)
            if page_name == "audit":
                _decide(page)
            page.goto(_address(page, page_name))
            expect(page.locator("main h1").first).to_be_attached(timeout=60_000)
            page.wait_for_load_state("networkidle")
            expect(page.locator(".busy")).to_have_count(0, timeout=60_000)
            if page.locator(".map").count():
                expect(page.locator(".map .land").first).to_be_attached(timeout=60_000)
            page.wait_for_timeout(700)  # the map's finer outlines
            page.screenshot(path=folder / f"{name}.png")
            context.close()
        browser.close()


def _address(page: Page, name: str) -> str:
    """The address of a page, with the samples that show most."""

    def items(path: str) -> list[dict[str, Any]]:
        return list(page.request.get(path).json()["items"])

    if name == "incident":
        return f"/incidents/{items('/api/incidents?order=origins&limit=1')[0]['id']}"
    if name == "reader":
        article = max(items("/api/articles"), key=lambda one: one["events"])["id"]
        events = page.request.get(f"/api/articles/{article}").json()["events"]
        told = max(
            events, key=lambda one: len(one["actors"]) + len(one["recipients"]) + len(one["where"]) + one["confidence"]
        )
        return f"/articles/{article}?event={told['id']}"
    if name == "actor":
        return f"/actors/{items('/api/actors?limit=1')[0]['id']}"
    known = {
        "incidents": "/",
        "table": "/?view=table",
        "sums": "/?view=sums",
        "network": "/relations?tab=network",
        "matrix": "/relations?tab=matrix",
    }
    return known.get(name, f"/{name}")


def _decide(page: Page) -> None:
    """Some decisions, for the log to tell of."""
    headers = {"X-CSRF-Token": page.request.get("/api/session").json()["csrf"]}
    for number, item in enumerate(page.request.get("/api/review/queue?limit=6").json()["items"]):
        event = item["event"]
        verdict = {"verdict": "reject" if number == 2 else "accept", "etag": event["etag"]}
        page.request.post(f"/api/events/{event['id']}/review", data=verdict, headers=headers)
    page.request.post("/api/undo", data={}, headers=headers)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
