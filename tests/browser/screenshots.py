"""Pictures of the workbench on the sample reports: python -m tests.browser.screenshots [FOLDER]."""

from __future__ import annotations

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
)
"""Name of the picture, page, colours, size."""


def main(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        store = Path(place) / "samples.sqlite"
        command = [sys.executable, "-m", "dateline", "ingest", str(ROOT / "samples" / "reports"), "--db", str(store)]
        subprocess.run([*command, "--quiet"], check=False, stderr=subprocess.DEVNULL)
        browser = launched(playwright)
        with served(store, log=Path(place) / "log") as base:
            for name, page_name, colours, size in SHOTS:
                context = browser.new_context(
                    base_url=base,
                    viewport=size,
                    color_scheme=colours,
                    reduced_motion="reduce",  # type: ignore[arg-type]
                )
                page = context.new_page()
                page.goto(_address(page, page_name))
                page.wait_for_load_state("networkidle")
                expect(page.locator(".busy")).to_have_count(0, timeout=20_000)
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
    return {"incidents": "/", "network": "/relations?tab=network"}.get(name, f"/{name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
