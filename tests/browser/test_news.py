"""What is new for questions that are kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import get


def test_a_question_is_kept_told_seen_and_removed(page: Page) -> None:
    page.goto("/?type=ASSAULT")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.locator("summary", has_text="Export").click()
    page.get_by_role("link", name="Tell what is new for it").click()
    expect(page).to_have_title("New and changed · Dateline")
    page.get_by_label("Name", exact=True).fill("attacks")
    page.get_by_role("button", name="Keep this question").click()
    kept = page.get_by_role("region", name="attacks")
    expect(kept).to_contain_text("Nothing new or changed since")

    incident = get(page, "/api/incidents?type=ASSAULT&limit=1")["items"][0]["id"]
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    said = {"field": "counts.killed", "value": 77, "reason": "a list"}
    made = page.request.post(f"/api/incidents/{incident}/edits", data=said, headers=headers)
    assert made.ok
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="New").click()
    since = page.get_by_role("region", name="Since")
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    expect(since.get_by_role("button", name="All")).to_contain_text(str(everything))  # all were added just now
    expect(since.get_by_role("listitem").first).to_contain_text("New")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    since.get_by_role("button", name="Copy").click()
    expect(page.locator(".toast").last).to_contain_text(f"{everything} rows copied")
    since.get_by_label("New or changed since").fill("2200-01-01")
    expect(since).to_contain_text("Nothing came or changed since")
    page.reload()
    expect(since).to_contain_text("Nothing came or changed since")
    page.goto("/news?country=TCD")
    expect(since.get_by_role("heading")).to_contain_text("Of incidents: Chad")
    page.goto("/news")
    expect(kept).to_contain_text("1 incident new or changed since")
    expect(kept.get_by_role("listitem").first).to_contain_text("set by people")
    expect(kept.locator(f'a[href="/incidents/{incident}"]')).to_be_visible()
    kept.get_by_role("button", name="Mark as seen").click()
    expect(kept).to_contain_text("Nothing new or changed since")
    kept.get_by_role("button", name="Undo the last mark").click()
    expect(kept).to_contain_text("1 incident new or changed since")
    kept.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("heading", name="No question is kept yet")).to_be_visible()
    assert page.request.post("/api/undo", data={"id": made.json()["id"]}, headers=headers).ok
