"""Lists put in order, narrowed to what is missing or new, taken away as files, and printed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import get, until


def test_articles_are_sorted_by_a_column_and_back(page: Page) -> None:
    page.goto("/articles")
    titles = page.locator(".articles .title a")
    expect(titles.first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Published")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Title", exact=True).click()
    expect(page).to_have_url(re.compile("order=title"))
    # Reports that other tests paste have no title: what stands there is how they begin.
    expected = [one["title"] or re.compile(".") for one in get(page, "/api/articles?order=title")["items"]]
    expect(titles).to_have_text(expected)
    page.get_by_role("button", name="Title", exact=True).click()
    expect(titles.first).to_have_text(expected[-1])
    expect(page.get_by_role("columnheader", name="Title")).to_have_attribute("aria-sort", "descending")
    page.reload()
    expect(titles.first).to_have_text(expected[-1])
    page.get_by_label("Order").select_option(label="Latest added first")
    expect(page.locator(".articles .added").first).to_contain_text("added")


def test_actors_are_sorted_by_what_they_do(page: Page) -> None:
    page.goto("/actors")
    total = get(page, "/api/actors?limit=1")["total"]["count"]
    expect(page.locator(".lead")).to_contain_text(f"{total:,} actors")
    page.get_by_role("button", name="Speaks").click()
    most = get(page, "/api/actors?order=as_voice&limit=1")["items"][0]
    expect(page.locator("tbody tr").first.locator("td").last).to_have_text(str(most["as_voice"]))


@pytest.mark.parametrize(("what", "where"), [("date", ".timepane"), ("place", ".mappane")])
def test_what_has_no_date_or_place_is_listed_alone(page: Page, what: str, where: str) -> None:
    page.goto("/")
    number = get(page, f"/api/incidents?without={what}&limit=1")["total"]["count"]
    note = page.locator(where).get_by_role("button", name=f"without a {what}")
    expect(note).to_contain_text(str(number))
    note.click()
    expect(page).to_have_url(re.compile(f"without={what}"))
    expect(page.locator(".pane-head strong")).to_have_text(f"{number} incident{'' if number == 1 else 's'}")
    expect(page.locator(".chips")).to_contain_text(f"without a {what}")
    expect(page.get_by_role("checkbox", name=f"Without a {what}")).to_be_checked()
    assert f"without a {what}" in page.title()


def test_what_is_new_since_yesterday(page: Page) -> None:
    page.goto("/")
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    page.get_by_role("button", name="yesterday").click()
    expect(page.locator(".chips")).to_contain_text("new or changed since")
    expect(page.locator(".pane-head strong")).to_have_text(f"{everything} incidents")  # all were added just now
    expect(page.locator(".incidents .known-since").first).to_contain_text("found ")
    page.get_by_label("New or changed since").fill("2200-01-01")
    expect(page.get_by_text("Nothing fits all of these filters")).to_be_visible()


def test_a_day_counts_once_its_year_is_typed(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".incidents > li").first).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.evaluate("history.length")
    page.get_by_label("from", exact=True).first.focus()
    page.keyboard.type("03012026")
    expect(page).to_have_url(re.compile("since=2026-03-01"))
    assert page.evaluate("history.length") == before + 1
    assert [url for url in asked if "since=0" in url] == []


def test_workbooks_and_situation_reports_are_taken_away(page: Page) -> None:
    page.goto("/?country=TCD")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.locator(".menu-body").get_by_text("Workbook (.xlsx)", exact=True).click()
    assert waiting.value.suggested_filename == "incidents.xlsx" and zipfile.is_zipfile(waiting.value.path())
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_text("Report as a page (HTML)").click()
    report = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "country Chad" in report and "Sources" in report
    page.goto("/actors?q=Chad")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.locator(".menu-body").get_by_text("CSV", exact=True).click()
    assert "Chad" in Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()[1]


@pytest.mark.parametrize("view", ["table", "sums"])
@pytest.mark.parametrize("width", [390, 1024])
def test_tables_fill_a_narrow_page_and_heads_stand_above_their_columns(page: Page, view: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/?view={view}")
    expect(page.locator(".listpane tbody tr").first).to_be_visible()
    pane = page.locator(".listpane").bounding_box()
    assert pane and pane["x"] < 2 and pane["width"] > width - 4
    left = "cell => cell.getBoundingClientRect().x + parseFloat(getComputedStyle(cell).paddingLeft)"
    head, cell = (page.locator(f".listpane {part} tr:first-child > :nth-child(2)").first for part in ("thead", "tbody"))
    assert abs(head.evaluate(left) - cell.evaluate(left)) < 1


def test_the_timeline_shrinks_with_its_window(page: Page) -> None:
    page.goto("/?view=table")
    expect(page.locator(".timeline svg .bar, .timeline svg rect").first).to_be_attached()
    page.set_viewport_size({"width": 1024, "height": 800})
    until(page, "document.querySelector('.timeline svg').getBoundingClientRect().right <= innerWidth")


def test_all_columns_of_the_sums_are_on_paper(page: Page) -> None:
    page.set_viewport_size({"width": 1010, "height": 700})  # A4 across
    page.goto("/?view=sums")
    expect(page.locator(".sums tbody tr").first).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".sums").evaluate("table => table.getBoundingClientRect().right") <= 1010
    assert page.locator(".sums tfoot").evaluate("foot => getComputedStyle(foot).display") == "table-row-group"


@pytest.mark.parametrize("width", [390, 1440])
def test_no_mark_of_the_map_covers_another(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    if width < 760:
        page.get_by_role("button", name="Map", exact=True).click()
    marks = page.locator(".marks > g")
    expect(marks.first).to_be_attached()
    for _ in range(4):
        for _ in range(15):  # the map is drawn again once its frame has its size
            if not (over := _covering(page)):
                break
            page.wait_for_timeout(200)
        assert over == []
        page.get_by_role("button", name="Zoom out").click()
        page.wait_for_timeout(300)


def _covering(page: Page) -> list[tuple[list[float], list[float]]]:
    """The pairs of marks of the map of which one covers the other, as boxes on the page."""
    boxes = page.evaluate(
        "[...document.querySelectorAll('.marks > g :is(rect, circle):first-of-type')]"
        ".map((one) => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    )
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n]]
    return [(a, b) for a, b in pairs if min(a[2], b[2]) - max(a[0], b[0]) > 6 and min(a[3], b[3]) - max(a[1], b[1]) > 6]


def test_relations_are_steps_of_the_history(page: Page) -> None:
    page.goto("/relations?a=TCD&b=FRA")
    expect(page.locator(".series-frame svg")).to_be_visible()
    expect(page).to_have_title(re.compile("Relations: Chad and France"))
    page.get_by_role("tab", name="Over time").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Network")).to_be_focused()
    expect(page).to_have_url(re.compile("tab=network"))
    page.get_by_role("tab", name="Matrix").click()
    expect(page.locator(".matrix")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("tab=network"))
    page.go_back()
    expect(page.locator(".series-frame svg")).to_be_visible()
    page.get_by_label("Measure").select_option(label="sum of intensity")
    page.reload()
    expect(page.get_by_label("Measure")).to_have_value("intensity")


def test_articles_follow_one_another_and_lead_to_their_incidents(page: Page) -> None:
    page.goto("/articles?order=events")
    page.locator(".articles .title a").first.click()
    expect(page.locator(".crumbs")).to_contain_text("1 of ")
    first = page.url
    page.keyboard.press("Shift+J")
    expect(page.locator(".crumbs")).to_contain_text("2 of ")
    page.get_by_role("button", name="Article before in the list").click()
    expect(page).to_have_url(first)
    article = first.rpartition("/")[2]
    number = get(page, f"/api/incidents?article={article}&limit=1")["total"]["count"]
    page.locator(".crumbs").get_by_role("link", name="Incidents").click()
    expect(page.locator(".pane-head strong")).to_contain_text(f"{number} incident")


def test_on_paper_nothing_is_cut_off(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.emulate_media(media="print")
    for gone in (".top", ".side", ".strip-acts", ".map-tools"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("heading", name="Incidents")).to_be_visible()
    cut = "(one) => one.scrollHeight - one.clientHeight > 2 && getComputedStyle(one).overflowY !== 'visible'"
    assert page.locator(".listpane").evaluate(cut) is False
    for pane in (".mappane", ".timepane"):  # a drawing is made smaller, not cut, where the paper is
        drawing = page.locator(f"{pane} svg[tabindex], {pane} .timeline svg")
        assert drawing.evaluate("(one) => one.viewBox.baseVal.width > 100")
        assert drawing.evaluate("(one) => one.getBoundingClientRect().height <= one.parentElement.clientHeight + 1")
    page.goto(f"/incidents/{get(page, '/api/incidents?order=origins&limit=1')['items'][0]['id']}")
    expect(page.locator(".passage").first).to_be_visible()
    expect(page.get_by_role("button", name="Same").first).to_be_hidden()
    address = page.locator(".passage .on-paper").first
    expect(address).to_be_visible()
    expect(address).to_contain_text("https://")
    page.emulate_media(media="screen")
    expect(address).to_be_hidden()


def test_what_was_said_is_searched_narrowed_to_a_speaker_and_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/articles")
    page.get_by_role("link", name="Statements").click()
    total = get(page, "/api/statements?limit=1")["total"]["count"]
    expect(page.locator(".lead")).to_have_text(f"{total} statements")
    said = get(page, "/api/statements?actor=TCD&limit=1")["total"]["count"]
    assert 0 < said < total
    page.get_by_label("Speaker").fill("Chad")
    page.get_by_label("Speaker").press("Enter")
    expect(page.locator(".lead")).to_have_text(f"{said} statements")
    expect(page).to_have_title(re.compile("Statements: Chad"))
    first = page.locator(".statement-list > li").first
    words = first.locator("blockquote").inner_text()
    first.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("The statement is copied")).to_be_visible()
    assert f"“{words}”" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_label("Search what was said").fill("nobodysaidthis")
    expect(page.get_by_role("heading", name="Nobody is reported to have said so")).to_be_visible()


def test_an_incident_is_embedded_and_told_in_markdown(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    incident = get(page, "/api/incidents?order=origins&limit=1")["items"][0]["id"]
    page.goto(f"/incidents/{incident}")
    for name, begins in (("Copy as HTML to embed", "<blockquote cite="), ("Copy as Markdown, with sources", "[")):
        page.get_by_text("Cite", exact=True).click()
        page.get_by_role("button", name=name).click()
        expect(page.locator(".toast").last).to_contain_text("Copied as")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(begins) and f"/incidents/{incident}" in copied and "Lake Wire Agency" in copied


def test_titles_without_spaces_break_in_their_column(page: Page) -> None:
    def long(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        told["items"][0]["title"] = "https://marava.example/" + "x" * 150
        route.fulfill(response=answer, json=told)

    page.route("**/api/articles?*", long)
    page.set_viewport_size({"width": 390, "height": 780})
    page.goto("/articles")
    expect(page.locator(".articles .title").first).to_contain_text("marava.example")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_on_a_phone_the_list_comes_first_and_the_map_is_a_button_away(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto("/")
    first = page.locator(".incidents > li").first
    expect(first).to_be_in_viewport()
    drawing = page.get_by_role("region", name="Map")
    expect(drawing).to_be_hidden()
    button = page.get_by_role("button", name="Map", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(drawing).to_be_in_viewport()
    bars = page.get_by_role("region", name="Timeline").locator("svg").bounding_box()
    assert bars is not None and bars["height"] > 60 and page.evaluate("document.documentElement.scrollWidth") == 360
    page.emulate_media(media="print")
    button.click(force=True)
    expect(drawing).to_be_visible()


def test_filters_of_a_phone_are_closed_again(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("button", name="Filters").click()
    panel = page.get_by_role("form", name="Filters")
    panel.get_by_role("checkbox", name="Without a date").check()
    number = get(page, "/api/incidents?without=date&limit=1")["total"]["count"]
    page.get_by_role("button", name=f"Show {number} incident").click()
    expect(panel).to_be_hidden()


def test_whoever_goes_on_by_keys_is_in_the_new_page(page: Page) -> None:
    page.goto("/articles")
    page.locator(".articles .title a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".article-text")).to_be_visible()
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Articles").last).to_be_focused()


def test_a_single_letter_is_asked_for_by_enter_alone(page: Page) -> None:
    page.goto("/")
    search = page.get_by_role("searchbox")
    search.press_sequentially("a")
    page.wait_for_timeout(700)
    assert "text=" not in page.url
    search.press_sequentially("ttack")
    expect(page).to_have_url(re.compile("text=attack"))
    expect(page.locator(".incidents > li").first).to_be_visible()


def test_the_figures_of_the_review_are_taken_away(page: Page) -> None:
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    event = get(page, "/api/review/queue?limit=1")["items"][0]["event"]
    verdict = {"verdict": "accept", "etag": event["etag"]}
    made = page.request.post(f"/api/events/{event['id']}/review", data=verdict, headers=headers).json()
    page.goto("/review")
    page.get_by_role("button", name="Figures").click()
    with page.expect_download() as waiting:
        page.get_by_role("region", name="Figures").get_by_role("button", name="CSV").click()
    head, *rows = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
    assert head == "type,reviewed,right,share,low,high" and rows[-1].startswith("all,")
    page.request.post("/api/undo", data={"id": made["id"]}, headers=headers)
