"""What admins do: accounts, tokens, the log, the actor list."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, account, get, log_in


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
    ada.get_by_label("About", exact=True).fill(event)
    about = len(get(ada, f"/api/audit?about={event}")["items"])  # other tests may have reviewed the same event
    expect(lines).to_have_count(about)
    ada.reload()
    expect(lines).to_have_count(about)
    ada.get_by_role("link", name="Event", exact=True).first.click()
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


def test_an_account_is_made_changed_disabled_and_removed(ada: Page, new_page: NewPage, guarded: str) -> None:
    account(ada, "Accounts")
    expect(ada).to_have_title("Accounts · Dateline")
    expect(ada.get_by_role("row", name=re.compile("^ada")).get_by_role("button", name="Remove")).to_have_count(0)
    form = ada.get_by_role("form", name="Make an account")
    form.get_by_label("Name", exact=True).fill("cy")
    form.get_by_label("Role").select_option("reader")
    form.get_by_role("button", name="Suggest one").click()
    password = form.get_by_label("Password", exact=True).input_value()
    assert re.fullmatch(r"([a-z2-9]{5}-){3}[a-z2-9]{5}", password)
    ada.keyboard.press("Tab")
    ada.keyboard.press("Enter")
    row = ada.get_by_role("row", name=re.compile("^cy"))
    expect(row).to_contain_text("not logged in")
    expect(form.get_by_label("Password", exact=True)).to_have_value("")

    cy = log_in(new_page(guarded, allowed=("401",)), "cy", password)
    expect(cy.locator(".incidents > li").first).to_be_visible()
    expect(cy.get_by_role("link", name="Add reports")).to_have_count(0)
    ada.get_by_label("Role of cy").select_option("reviewer")
    expect(ada.locator(".toast").last).to_contain_text("cy: is reviewer now")
    cy.goto(f"{guarded}/articles")  # no click: the page asks by itself now and then, and may be logged out before it
    expect(cy.get_by_role("form", name="Log in")).to_be_visible()

    row.get_by_role("button", name="Disable cy").click()
    expect(row).to_contain_text("disabled")
    log_in(cy, "cy", password)
    expect(cy.get_by_role("alert")).to_contain_text("do not fit")
    row.get_by_role("button", name="Enable cy").click()
    expect(row).not_to_contain_text("disabled")
    row.get_by_role("button", name="New password for cy").click()
    window = ada.get_by_role("dialog", name="New password for cy")
    window.get_by_label("Password", exact=True).fill("another long one")
    window.get_by_role("button", name="Set it").click()
    expect(ada.locator(".toast").last).to_contain_text("has the new password")
    log_in(cy, "cy", "another long one")
    expect(cy.get_by_role("link", name="Add reports")).to_be_visible()

    row.get_by_role("button", name="Remove cy").click()
    ada.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(row).to_have_count(0)
    ada.goto("/audit?about=cy")
    first = ada.locator(".audit-lines > li").first
    expect(first).to_contain_text("Removed an account: cy")
    with ada.expect_download() as told:
        ada.get_by_role("link", name="CSV").click()
    lines = Path(told.value.path()).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id,at,by,action,about,words,detail,address"
    assert ",account removed," in lines[1] and not any(password in line for line in lines)


def test_the_last_admin_stays(new_page: NewPage, guarded: str) -> None:
    ada = log_in(new_page(guarded, allowed=("409",)), "ada")
    expect(ada.locator(".incidents > li").first).to_be_visible()
    ada.goto("/accounts")
    role = ada.get_by_label("Role of ada")
    role.select_option("reader")
    expect(ada.locator(".toast.bad").last).to_contain_text("last admin")
    expect(role).to_have_value("admin")
    rita = log_in(new_page(guarded), "rita")
    expect(rita.locator(".incidents > li").first).to_be_visible()
    rita.goto("/accounts")
    expect(rita.get_by_role("alert")).to_contain_text("for admins")


def test_everybody_changes_the_own_password(new_page: NewPage, guarded: str) -> None:
    ada = log_in(new_page(guarded), "ada")
    account(ada, "Accounts")
    form = ada.get_by_role("form", name="Make an account")
    form.get_by_label("Name").fill("dan")
    form.get_by_label("Password").fill("a first password")
    form.get_by_role("button", name="Make the account").click()
    expect(ada.locator(".toast").last).to_contain_text("Made: dan")
    here, there = (log_in(new_page(guarded, allowed=("401", "403")), "dan", "a first password") for _ in range(2))
    expect(there.locator(".top-acts")).to_contain_text("dan")
    account(here, "Password")
    expect(here).to_have_title("Password · Dateline")
    old, new, again = (
        here.get_by_label(name, exact=True) for name in ("Old password", "New password", "New password once more")
    )
    old.fill("not this one")
    new.fill("a password of mine")
    again.fill("a password of mind")
    here.keyboard.press("Enter")
    expect(here.get_by_role("alert")).to_contain_text("not the same twice")
    again.fill("a password of mine")
    here.keyboard.press("Enter")
    expect(here.get_by_role("alert")).to_contain_text("does not fit")
    old.fill("a first password")
    here.keyboard.press("Enter")
    expect(here.locator(".toast").last).to_contain_text("Your password is changed")
    there.goto(f"{guarded}/articles")
    expect(there.get_by_role("form", name="Log in")).to_be_visible()
    log_in(there, "dan", "a password of mine")
    expect(there.locator(".top-acts")).to_contain_text("dan")
    ada.get_by_role("button", name="Remove dan").click()
    ada.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(ada.locator(".toast").last).to_contain_text("Removed: dan")


def test_decisions_of_a_colleague_are_applied_and_taken_back(page: Page) -> None:
    event = get(page, "/api/events?limit=1")["items"][0]["id"]
    line = {
        **{"record": "edit", "id": "d00000000001", "event": event, "passage": event, "field": "status"},
        **{"value": "planned", "by": "ben", "at": "2026-01-01T00:00:00Z", "reason": "only a plan", "withdrawn": None},
    }
    content = "\n".join(json.dumps(one) for one in (line, line | {"id": "d2", "passage": "e00000000000dead"}))
    page.goto("/decisions")
    given = {"name": "ben.jsonl", "mimeType": "application/x-ndjson", "buffer": content.encode()}
    page.get_by_label("Decisions of a colleague").set_input_files(given)  # type: ignore[arg-type]
    box = page.get_by_role("dialog", name="Decisions in ben.jsonl")
    box.get_by_role("button", name="Apply", exact=True).click()
    expect(box.get_by_role("status")).to_have_text("1 decision made, 0 known already, 1 not made:")
    expect(box).to_contain_text("e00000000000dead")
    box.get_by_role("button", name="Close").last.click()
    row = page.locator(".decisions tbody tr").first
    expect(row).to_contain_text("ben")
    expect(row).to_contain_text("only a plan")
    row.get_by_role("button", name="Take back").click()
    expect(row).to_contain_text("taken back by")
