"""Values of an incident as a whole, set and taken back in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage, get, log_in

REASON = "the hospital's list"


@pytest.fixture
def incident(page: Page) -> Iterator[dict[str, Any]]:
    """The incident with most passages; what was set of it is taken back in the end."""
    found: list[dict[str, Any]] = get(page, "/api/incidents?limit=200")["items"]
    one = max(found, key=lambda one: one["events"])
    yield one
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    for edit in get(page, f"/api/incidents/{one['id']}")["edits"]:
        assert page.request.post("/api/undo", data={"id": edit["id"]}, headers=headers).ok


def shown(page: Page, incident: str, field: str) -> dict[str, Any]:
    values: list[dict[str, Any]] = get(page, f"/api/incidents/{incident}")["shown"]
    return next((one for one in values if one["field"] == field), {"value": None, "set_by": None})


def form(page: Page, field: str) -> Locator:
    """The open window, at a field."""
    window = page.get_by_role("dialog", name="Set a value of this incident")
    window.get_by_label("Field").select_option(field)
    return window


def row(page: Page, name: str) -> Locator:
    return page.locator(".versions tbody tr").filter(has=page.get_by_role("rowheader", name=name, exact=True))


def test_a_number_is_set_shown_with_its_author_and_taken_back(page: Page, incident: dict[str, Any]) -> None:
    page.goto(f"/incidents/{incident['id']}")
    page.get_by_role("button", name="Set another field").click()
    expect(page.get_by_role("dialog").get_by_label("Field")).to_be_focused()
    window = form(page, "counts.injured")
    window.get_by_label("Number").fill("many")
    window.get_by_label("Reason").fill(REASON)
    window.get_by_role("button", name="Set", exact=True).click()
    expect(window.get_by_role("alert")).to_contain_text("A number (12)")
    window.get_by_label("Number").fill("30-34")
    page.keyboard.press("Enter")
    expect(window).to_have_count(0)
    cell = row(page, "Injured")
    expect(cell).to_contain_text("30 to 34")
    expect(cell).to_contain_text(f": {REASON}")
    expect(page.locator(".history > li").first).to_contain_text("30")
    cell.get_by_role("button", name="Take back").click()
    expect(page.locator(".toast").last).to_contain_text("Taken back")
    expect(cell).to_have_count(0)
    assert shown(page, incident["id"], "counts.injured")["set_by"] is None


def test_a_type_is_set_by_keys_alone_and_undone(page: Page, incident: dict[str, Any]) -> None:
    before = shown(page, incident["id"], "type")["value"]
    page.goto(f"/incidents/{incident['id']}")
    expect(page.locator(".versions").first).to_be_visible()
    page.keyboard.press("e")
    window = form(page, "type")
    window.get_by_label("Value").select_option("CONSULT")
    window.get_by_label("Value").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("they met")
    page.keyboard.press("Enter")
    expect(row(page, "Type")).to_contain_text("Consult")
    assert shown(page, incident["id"], "quad")["value"] == "verbal_cooperation"
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone")).to_be_visible()
    assert shown(page, incident["id"], "type")["value"] == before


def test_a_place_a_day_and_a_party(page: Page, incident: dict[str, Any]) -> None:
    url = f"/incidents/{incident['id']}"
    page.goto(url)
    page.get_by_role("button", name="Set another field").click()
    window = form(page, "where")
    window.get_by_role("combobox", name="Search a place").fill("Timbuktu")
    window.get_by_role("option").filter(has_text="Timbuktu").first.click()
    window.get_by_label("Reason").fill("seen on the photograph")
    window.get_by_role("button", name="Set", exact=True).click()
    expect(row(page, "Where")).to_contain_text("Timbuktu")
    row(page, "Where").get_by_role("button", name="Set Where").click()
    window = form(page, "when")
    window.get_by_label("First day").fill("2024-03-04")
    window.get_by_label("Last day").fill("2024-03-05")
    window.get_by_label("Reason").fill("the diary")
    window.get_by_role("button", name="Set", exact=True).click()
    expect(row(page, "When")).to_contain_text("4–5 Mar 2024")
    page.get_by_role("button", name="Set When").click()
    window = form(page, "actors")
    window.get_by_label("Name", exact=True).fill("Men from the valley")
    window.get_by_label("Country or kind of body").fill("XXQ")
    window.get_by_label("Reason").fill("witnesses")
    window.get_by_role("button", name="Set", exact=True).click()
    expect(window.get_by_role("alert").first).to_contain_text("is called “XXQ”")
    window.get_by_label("Country or kind of body").fill("Mali")
    rebels = window.get_by_role("button", name="Rebels", exact=True)
    expect(rebels).to_have_attribute("title", re.compile("^REB: "))
    window.get_by_role("button", name="Set", exact=True).click()
    expect(row(page, "Actor")).to_contain_text("Men from the valley (Mali")
    assert [i["id"] for i in get(page, "/api/incidents?actor=men+from+the+valley")["items"]] == [incident["id"]]
    row(page, "Actor").get_by_role("button", name="Set Actor").click()
    window = form(page, "actors")
    window.get_by_label("Nothing is known of it").check()
    window.get_by_label("Reason").fill("nobody saw them")
    window.get_by_role("button", name="Set", exact=True).click()
    expect(row(page, "Actor")).to_contain_text("nobody saw them")


def test_who_only_reads_sets_nothing_and_the_author_is_who_is_signed_in(
    new_page: NewPage, guarded: str, incident: dict[str, Any]
) -> None:
    rita, ana = log_in(new_page(guarded), "rita"), log_in(new_page(guarded), "ana")
    for page in (rita, ana):
        expect(page.locator(".top-acts")).to_contain_text("rita" if page is rita else "ana")
        page.goto(f"/incidents/{incident['id']}")
        expect(page.locator(".versions").first).to_be_visible()
    expect(rita.get_by_role("button", name="Set", exact=False)).to_have_count(0)
    ana.get_by_role("button", name="Set Status").click()
    window = form(ana, "status")
    expect(window).to_contain_text("Set by ana")
    window.get_by_label("Value").select_option("negated")
    window.get_by_label("Reason").fill("it was called off")
    window.get_by_role("button", name="Set", exact=True).click()
    expect(row(ana, "Status")).to_contain_text("set by ana: it was called off")
    rita.reload()
    expect(row(rita, "Status")).to_contain_text("set by ana: it was called off")
    row(ana, "Status").get_by_role("button", name="Take back").click()
    expect(row(ana, "Status")).not_to_contain_text("set by")
