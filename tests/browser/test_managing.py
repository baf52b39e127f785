"""What admins do: tokens, the log, the actor list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AA, AXE, NewPage, account, get, log_in


@pytest.fixture
def ada(new_page: NewPage, guarded: str) -> Page:
    """The page of an admin."""
    page = log_in(new_page(guarded), "ada")
    expect(page.locator(".incidents > li").first).to_be_visible()
    return page


def test_a_token_is_made_used_and_revoked(ada: Page, new_page: NewPage, guarded: str) -> None:
    account(ada, "Tokens")
    expect(ada).to_have_title("Tokens · Dateline")
    expect(ada.get_by_role("heading", name="No tokens yet")).to_be_visible()
    ada.get_by_label("Name", exact=True).fill("nightly export")
    ada.keyboard.press("Enter")
    made = ada.get_by_role("status", name="The new token")
    secret = made.get_by_label("Token", exact=True).input_value()
    assert secret.startswith("dl_")
    row = ada.get_by_role("row", name=re.compile("nightly export"))
    expect(row).to_contain_text("never")

    program = new_page(guarded).request
    asked = {"headers": {"Authorization": f"Bearer {secret}"}}
    assert program.get("/api/status", **asked).ok  # type: ignore[arg-type]
    ada.reload()
    expect(row).to_contain_text("UTC")
    expect(row).not_to_contain_text("never")
    assert secret not in ada.content(), "the secret is shown once"
    row.get_by_role("button", name="Revoke").click()
    ada.get_by_role("dialog").get_by_role("button", name="Revoke", exact=True).click()
    expect(row).to_have_count(0)
    assert program.get("/api/status", **asked).status == 401  # type: ignore[arg-type]


def test_a_reader_makes_tokens_and_sees_no_log(new_page: NewPage, guarded: str) -> None:
    page = log_in(new_page(guarded, allowed=("403",)), "rita")
    account(page, "Tokens")
    page.get_by_label("Name", exact=True).fill("mine")
    page.get_by_role("button", name="Make a token").click()
    page.get_by_role("button", name="Revoke mine").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke", exact=True).click()
    expect(page.get_by_role("heading", name="No tokens yet")).to_be_visible()
    page.goto("/audit")
    expect(page.get_by_role("alert")).to_contain_text("for admins")


def test_the_log_is_narrowed_and_leads_to_what_was_changed(ada: Page) -> None:
    ada.goto("/review")
    expect(ada.locator(".desk-words")).to_be_visible()
    event = get(ada, "/api/review/queue?limit=1")["items"][0]["event"]["id"]
    ada.keyboard.press("a")
    expect(ada.locator(".toast").last).to_contain_text("Accepted: ")
    account(ada, "Audit log")
    expect(ada).to_have_title("Audit log · Dateline")
    lines = ada.locator(".audit-lines > li")
    expect(lines.first).to_contain_text("Accepted: ")
    ada.get_by_label("Person").select_option("ada")
    ada.get_by_label("What").select_option("review")
    expect(ada).to_have_url(re.compile("by=ada.*action=review"))
    expect(lines).to_have_count(1)
    ada.get_by_label("To", exact=True).fill("2001-01-01")
    expect(ada.get_by_role("heading", name="No line fits")).to_be_visible()
    ada.get_by_role("button", name="Clear all").click()
    ada.get_by_label("About").fill(event)
    expect(lines).to_have_count(1)
    ada.reload()
    expect(lines).to_have_count(1)
    ada.get_by_role("link", name="Event", exact=True).click()
    expect(ada).to_have_url(re.compile(rf"/articles/.*event={event}"))
    ada.goto("/review")
    expect(ada.locator(".desk-words")).to_be_visible()
    ada.keyboard.press("u")
    expect(ada.locator(".toast").last).to_contain_text("Undone")


def test_an_actor_is_added_to_the_actor_list(ada: Page) -> None:
    actors = get(ada, "/api/actors?limit=100")["items"]
    actor = next(one for one in actors if one["name"] and not one["key"] and one["country"] and one["sectors"])
    ada.goto(f"/actors/{actor['id']}")
    ada.get_by_role("button", name="Add to the actor list").click()
    window = ada.get_by_role("dialog", name="Add to the actor list")
    expect(window.get_by_label("Name", exact=True)).to_have_value(actor["name"])
    expect(window.get_by_label("Country")).to_have_value(actor["country"])
    window.get_by_label("Other names, one a line").fill("The Other Ones")
    window.get_by_role("button", name="Add", exact=True).click()
    expect(ada.locator(".toast").last).to_contain_text("it holds for reports coded from now on")
    account(ada, "Audit log")
    first = ada.locator(".audit-lines > li").first
    expect(first).to_contain_text("Added to the actor list")
    first.get_by_role("link", name="Actor", exact=True).click()
    expect(ada.get_by_role("heading", level=1)).to_have_text(actor["name"])


def test_where_no_account_is_needed_no_token_is(page: Page) -> None:
    page.goto("/tokens")
    expect(page.get_by_role("heading", name="No token is needed here")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", name="Audit log")).to_be_visible()


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_no_accessibility_violation(new_page: NewPage, guarded: str, look: str) -> None:
    scheme = "dark" if look == "dark" else "light"
    page = new_page(guarded, bypass_csp=True, reduced_motion="reduce", color_scheme=scheme)
    if look == "narrow":
        page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(path=AXE)
    log_in(page, "ada")
    expect(page.locator(".incidents > li").first).to_be_visible()
    found: list[str] = []
    for path in ("/audit", "/tokens", "/tokens?made"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".busy")).to_have_count(0)
        if path == "/tokens?made":
            page.get_by_label("Name", exact=True).fill(look)
            page.get_by_role("button", name="Make a token").click()
            expect(page.get_by_role("button", name=f"Revoke {look}")).to_be_visible()
        page.locator(".top-acts summary").click()
        report = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", AA)
        found += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:160]}" for one in report["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path}: scrolls sideways by {wide} px"] * (wide > 1)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=f"Revoke {look}").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke", exact=True).click()
    expect(page.get_by_role("button", name=f"Revoke {look}")).to_have_count(0)
    assert found == []
