"""Incidents taken apart and put together, in the browser."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import get


@pytest.fixture
def incident(page: Page) -> dict[str, Any]:
    """The incident with most passages."""
    found: list[dict[str, Any]] = get(page, "/api/incidents?limit=200")["items"]
    return max(found, key=lambda one: one["events"])


def passages(page: Page, incident: str) -> int:
    return len(get(page, f"/api/incidents/{incident}")["passages"])


def undo(page: Page) -> None:
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone")).to_be_visible()


def test_a_passage_is_taken_out_of_its_incident_and_put_back(page: Page, incident: dict[str, Any]) -> None:
    page.goto(f"/incidents/{incident['id']}")
    expect(page.locator(".passage").first).to_be_visible()
    page.get_by_role("button", name="Not this incident").first.click()
    expect(page.locator(".toast").last).to_contain_text("taken out of")
    assert passages(page, incident["id"]) < incident["events"]
    undo(page)
    assert passages(page, incident["id"]) == incident["events"]


def test_two_incidents_are_joined_and_parted_again(page: Page, incident: dict[str, Any]) -> None:
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    page.goto(f"/incidents/{incident['id']}")
    page.get_by_role("button", name="Compare, join").click()
    window = page.get_by_role("dialog", name="Compare with which incident?")
    expect(window.get_by_role("option").nth(1)).to_be_visible()
    expect(window.locator("li.at")).to_have_count(0)
    page.keyboard.press("Enter")  # nothing is chosen ahead
    expect(window.get_by_role("option").first).to_contain_text(re.compile("assault", re.IGNORECASE))
    window.get_by_role("option").first.click()
    page.get_by_role("button", name="One happening: join them").click()
    expect(page.locator(".toast").last).to_contain_text("put together with")
    assert get(page, "/api/incidents?limit=1")["total"]["count"] == everything - 1
    undo(page)
    assert get(page, "/api/incidents?limit=1")["total"]["count"] == everything


def test_split_and_join_by_keys_in_the_review(page: Page, incident: dict[str, Any]) -> None:
    event = get(page, f"/api/incidents/{incident['id']}")["events"][0]["id"]
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    page.goto(f"/review?event={event}")
    expect(page.locator(".desk-words")).to_be_visible()
    page.keyboard.press("Shift+S")
    page.keyboard.type("another place")
    page.keyboard.press("Enter")
    expect(page.locator(".toast").last).to_contain_text("taken out of")
    apart = get(page, f"/api/events/{event}")["event"]["incident"]
    assert apart is not None
    assert passages(page, incident["id"]) < incident["events"]
    undo(page)
    page.keyboard.press("Shift+M")
    window = page.get_by_role("dialog", name="Compare with which incident?")
    expect(window.get_by_role("option").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="One happening: join them")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".toast").last).to_contain_text("put together with")
    assert get(page, "/api/incidents?limit=1")["total"]["count"] == everything - 1
    page.keyboard.press("u")
    expect(page.locator(".toast").last).to_contain_text(re.compile("Undone: .* put together with"))
    assert get(page, "/api/incidents?limit=1")["total"]["count"] == everything


def test_two_incidents_are_compared_and_kept_apart(page: Page, incident: dict[str, Any]) -> None:
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    page.goto(f"/incidents/{incident['id']}")
    page.get_by_role("button", name="Compare, join").click()
    page.get_by_role("dialog").get_by_role("option").first.click()
    window = page.get_by_role("dialog", name="One happening, or two?")
    expect(window.get_by_role("row", name="When")).to_be_visible()
    assert window.locator("blockquote .m-trigger").count() >= 2
    window.get_by_label("Reason").fill("other towns")
    window.get_by_role("button", name="Two happenings").click()
    expect(page.locator(".toast").last).to_contain_text("two happenings")
    judged = get(page, "/api/judgements")["items"][-1]
    assert (judged["verdict"], judged["reason"]) == ("different", "other towns")
    assert get(page, "/api/incidents?limit=1")["total"]["count"] == everything
    page.goto("/decisions")
    line = page.locator(".decisions tbody tr").first
    expect(line).to_contain_text("two happenings")
    expect(line).to_contain_text("other towns")
    line.get_by_role("button", name="Take back").click()
    expect(page.locator(".decisions tbody tr").first).to_contain_text("taken back by")
    assert get(page, "/api/judgements")["items"] == []
