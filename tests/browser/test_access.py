"""Every page in every look: no accessibility violation of level AA, nothing that scrolls sideways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AA, AXE, NewPage, get, log_in

APP = Path(__file__).parents[2] / "frontend" / "src" / "app.tsx"
LOOKS = {"light": ("light", 1440), "dark": ("dark", 1440), "narrow": ("light", 390), "narrow dark": ("dark", 390)}
"""Colours and width."""
NOWHERE = "/nowhere"


def paths(page: Page) -> list[str]:
    """All pages, each with something on it."""
    article = max(get(page, "/api/articles")["items"], key=lambda one: one["events"])["id"]
    event = get(page, f"/api/articles/{article}")["events"][0]["id"]
    incident = get(page, "/api/incidents?order=origins&limit=1")["items"][0]["id"]
    actor = get(page, "/api/actors")["items"][0]["id"]
    return [
        "/welcome", "/", "/?text=nothingfitsthis&without=date", "/?view=table", "/?view=sums",
        f"/incidents/{incident}", "/articles", f"/articles/{article}?event={event}", f"/events/{event}",
        "/review", "/decisions", "/compare", "/actors", f"/actors/{actor}", "/statements",
        "/relations", "/relations?tab=network", "/relations?tab=matrix", "/add",
        "/news", "/tokens", "/password", "/accounts", "/audit", NOWHERE,
    ]  # fmt: skip


def wrong(page: Page, name: str) -> list[str]:
    """What axe finds on a page that has come to rest, and how far it scrolls sideways."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".busy")).to_have_count(0)
    report = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", AA)
    found = [
        f"{name}: {one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in report["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + [f"{name}: scrolls sideways by {wide} px"] * (wide > 1)


@pytest.mark.parametrize("look", list(LOOKS))
def test_no_page_shuts_anybody_out(new_page: NewPage, guarded: str, look: str) -> None:
    colours, width = LOOKS[look]
    page = new_page(guarded, allowed=("404",), bypass_csp=True, reduced_motion="reduce", color_scheme=colours)
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(path=AXE)
    page.goto("/")
    expect(page.get_by_role("form", name="Log in")).to_be_visible()
    found = wrong(page, "log-in")
    log_in(page, "ada")
    expect(page.locator(".incidents > li").first).to_be_visible()
    for path in paths(page):
        page.goto(path)
        expect(page.locator("main h1, main [role=alert]").first).to_be_attached()
        found += wrong(page, path)
    page.goto(next(path for path in paths(page) if path.startswith("/incidents/")))
    page.get_by_role("button", name="Set another field").click()
    for field in ("where", "actors", "when", "counts.killed", "modes"):
        page.get_by_role("dialog").get_by_label("Field").select_option(field)
        found += wrong(page, f"set {field}")
    page.goto(NOWHERE)
    page.locator(".top-acts summary").click()
    found += wrong(page, "menu of the account")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    found += wrong(page, "shortcuts")
    assert found == []


def test_every_page_is_among_them(new_page: NewPage, guarded: str) -> None:
    page = log_in(new_page(guarded), "ada")
    expect(page.locator(".incidents > li").first).to_be_visible()
    visited = [path.split("?")[0] for path in paths(page)]
    patterns = re.findall(r"^  \[/(\^.*\$)/, \(", APP.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(patterns) >= 12
    missed = [one for one in patterns if not any(re.fullmatch(one.replace("\\/", "/"), path) for path in visited)]
    assert missed == []
