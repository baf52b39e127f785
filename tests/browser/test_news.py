"""What is new for questions that are kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import get


def test_a_question_is_kept_told_seen_and_removed(page: Page) -> None:
    page.goto("/?type=ASSAULT")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.locator("summary", has_text="Export").click()
    page.get_by_role("link", name="Tell what is new for it").click()
    expect(page).to_have_title("What is new · Dateline")
    page.get_by_label("Name", exact=True).fill("attacks")
    page.get_by_role("button", name="Keep this question").click()
    kept = page.get_by_role("region", name="attacks")
    expect(kept).to_contain_text("Nothing new or changed since")

    incident = get(page, "/api/incidents?type=ASSAULT&limit=1")["items"][0]["id"]
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    said = {"field": "counts.killed", "value": 77, "reason": "a list"}
    made = page.request.post(f"/api/incidents/{incident}/edits", data=said, headers=headers)
    assert made.ok
    page.reload()
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
