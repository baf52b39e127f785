"""Incidents as a table and added up: sorted, copied, taken away, led on from."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import get


def test_incidents_as_a_table_to_sort_and_to_open(page: Page) -> None:
    page.goto("/")
    page.get_by_role("group", name="How to look at them").get_by_role("button", name="Table").click()
    expect(page).to_have_url(re.compile("view=table"))
    rows = page.locator(".incident-table tbody tr")
    expect(rows).to_have_count(min(50, get(page, "/api/incidents?limit=1")["total"]["count"]))
    page.get_by_role("button", name="Killed", exact=True).click()
    expect(page.get_by_role("columnheader", name="Killed")).to_have_attribute("aria-sort", "descending")
    most = get(page, "/api/incidents?order=killed&limit=1")["items"][0]
    expect(rows.first.locator(".num").first).to_contain_text(str(int(most["killed"]["best"])))
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/incidents/{most['id']}"))
    page.go_back()
    expect(page).to_have_url(re.compile("view=table.*order=killed|order=killed.*view=table"))
    expect(rows.first).to_be_visible()


def test_all_rows_are_copied_for_a_spreadsheet(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?view=table&quad=material_conflict")
    page.get_by_role("button", name="Copy", exact=True).click()
    total = get(page, "/api/incidents?quad=material_conflict&limit=1")["total"]["count"]
    expect(page.locator(".toast")).to_contain_text(f"{total} rows copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == total + 1
    widths = {len(line.split("\t")) for line in lines}
    assert len(widths) == 1 and lines[0].startswith("from\tto\ttype")
    kinds = page.evaluate("navigator.clipboard.read().then((all) => all.flatMap((one) => one.types))")
    assert "text/html" in kinds


def test_incidents_added_up_by_region_and_by_type(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.keyboard.press("v")
    expect(page).to_have_url(re.compile("view=table"))
    page.keyboard.press("v")
    expect(page).to_have_url(re.compile("view=sums"))
    rows = page.locator(".sums tbody tr")
    told = get(page, "/api/incidents/sums?by=region")
    expect(rows).to_have_count(len(told["rows"]))
    expect(page.locator(".sums tfoot")).to_contain_text(str(told["whole"]["incidents"]))
    page.get_by_label("Added up by").select_option("type")
    expect(page).to_have_url(re.compile("by=type"))
    first = get(page, "/api/incidents/sums?by=type")["rows"][0]
    name = first["key"][0].capitalize()
    expect(rows.first.locator("th").first).to_have_text(name)  # two of a row until the sums by type are there
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".toast").last).to_contain_text("copied")
    lines = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert lines[0][:3] == ["Type", "Incidents", "Reports"]
    assert lines[1][:2] == [name, str(first["incidents"])]
    assert lines[-1][0] == "All"
    rows.first.get_by_role("button").click()
    expect(page).to_have_url(re.compile(f"type={first['key'][0]}$"))
    expect(page.locator(".pane-head strong")).to_contain_text(f"{first['incidents']} incident")


def test_sums_as_a_file(page: Page) -> None:
    page.goto("/?view=sums&by=month&quad=material_conflict")
    page.locator(".pane-head").get_by_text("Export").click()
    with page.expect_download() as held:
        page.locator(".pane-head").get_by_role("link", name="CSV", exact=True).click()
    assert held.value.suggested_filename == "incidents-by-month.csv"
    head = held.value.path().read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("month,incidents,reports,")


def test_an_incident_report_by_report(page: Page) -> None:
    whole = max(get(page, "/api/incidents?order=origins")["items"], key=lambda one: len(one["disputed"]))
    told = get(page, f"/api/incidents/{whole['id']}")
    page.goto(f"/incidents/{whole['id']}")
    page.get_by_role("button", name="By report").click()
    table = page.locator(".by-report")
    reports = {origin["id"] for origin in told["origins"]}
    expect(table.locator("tbody tr")).to_have_count(1 + len(reports))  # what is shown, then each report
    expect(table.locator("thead th").nth(1)).to_contain_text("versions differ")
    expect(table.locator("td.differs").first).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".after-table").get_by_role("button", name="Copy").click()
    expect(page.locator(".toast").last).to_contain_text("reports copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == 2 + len(reports) and lines[1].startswith("shown")
    page.keyboard.press("b")
    expect(page.locator(".versions")).to_be_visible()


def test_decisions_are_taken_away_with_what_stood_there_before(page: Page) -> None:
    event = get(page, "/api/review/queue?limit=1")["items"][0]["event"]
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    fix = {"verdict": "fix", "etag": event["etag"], "edits": [{"field": "status", "value": "negated"}]}
    made = page.request.post(f"/api/events/{event['id']}/review", data=fix, headers=headers)
    assert made.ok
    page.goto("/decisions")
    page.locator("summary", has_text="Export").click()
    with page.expect_download() as held:
        page.get_by_role("link", name="CSV", exact=True).click()
    rows = held.value.path().read_text(encoding="utf-8").splitlines()
    assert f"status,{event['status']},negated" in rows[1]
    assert page.request.post("/api/undo", data={"id": made.json()["id"]}, headers=headers).ok


def test_a_number_of_killed_leads_to_the_largest_behind_it(page: Page) -> None:
    page.goto("/?view=sums&by=region")
    rows = get(page, "/api/incidents/sums?by=region")["rows"]
    number, row = next((n, row) for n, row in enumerate(rows) if "killed" in row["figures"] and all(row["key"]))
    shown = page.locator(".sums tbody tr").nth(number)
    shown.get_by_title("List these, most killed first").click()
    expect(page).to_have_url(re.compile(f"country={row['key'][0]}"))
    expect(page).to_have_url(re.compile("order=killed"))
    expect(page.locator(".pane-head strong")).to_have_text(re.compile(rf"^{row['incidents']} incident"))
    expect(page.locator(".incidents > li").first.locator(".deaths")).to_be_visible()
