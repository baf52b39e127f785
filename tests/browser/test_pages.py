"""Each page of the workbench, with real clicks and keys."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, get


def test_filters_narrow_list_map_and_timeline_and_live_in_the_address(page: Page) -> None:
    page.goto("/")
    everything = get(page, "/api/incidents?limit=1")["total"]["count"]
    head = page.locator(".pane-head strong")
    expect(head).to_have_text(f"{everything} incidents")
    page.get_by_role("checkbox", name="Material conflict").check()
    expect(page).to_have_url(re.compile(r"quad=material_conflict"))
    some = get(page, "/api/incidents?limit=1&quad=material_conflict")["total"]["count"]
    assert 0 < some < everything
    expect(head).to_have_text(f"{some} incidents")
    expect(page.locator(".incidents > li")).to_have_count(min(some, 50))
    expect(page.locator(".timeline .q-verbal_cooperation")).to_have_count(0)
    page.get_by_label("from", exact=True).fill("2026-01-01")
    expect(page).to_have_url(re.compile("since=2026-01-01"))
    page.reload()
    expect(page.get_by_role("list", name="Filters in force").get_by_role("button")).to_have_count(3)
    page.go_back()
    expect(head).to_have_text(f"{some} incidents")
    page.get_by_role("button", name="Clear all").click()
    expect(head).to_have_text(f"{everything} incidents")


def test_several_values_of_a_field_and_a_place_are_chosen(page: Page) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Material conflict").check()
    expect(page).to_have_url(re.compile("quad=material_conflict"))
    page.get_by_role("checkbox", name="Verbal conflict").check()
    expect(page).to_have_url(re.compile("quad=material_conflict&quad=verbal_conflict"))
    both = get(page, "/api/incidents?limit=1&quad=material_conflict&quad=verbal_conflict")["total"]["count"]
    expect(page.locator(".pane-head strong")).to_have_text(f"{both} incidents")
    page.get_by_role("button", name="Clear all").click()
    page.get_by_label("Within 50 km of").fill("Timbuk")
    page.get_by_role("list", name="Places found").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("near=16"))
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("within 50 km of 16.")


def test_a_few_far_off_dates_do_not_squeeze_the_timeline(page: Page) -> None:
    bars = [{"start": "1998-03-01", "counts": {"material_conflict": 1}, "total": 1}]
    bars += [{"start": f"2024-05-{day:02}", "counts": {"verbal_conflict": 2}, "total": 2} for day in range(1, 29)]
    answer = {"unit": "day", "bars": bars, "undated": 0}
    page.route(re.compile("/api/incidents/timeline"), lambda route: route.fulfill(json=answer))
    page.goto("/")
    expect(page.locator(".time-bar")).to_have_count(28)
    page.get_by_role("button", name="1 earlier").click()
    expect(page.locator(".time-bar")).to_have_count(29)
    page.get_by_role("button", name="Only where most are").click()
    expect(page.locator(".time-bar")).to_have_count(28)


def test_timeline_is_dragged_over_and_map_zooms_by_keys(page: Page) -> None:
    page.goto("/")
    box = page.locator(".timeline svg").bounding_box()
    expect(page.locator(".time-bar").first).to_be_attached()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 30, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=20\d\d-\d\d-\d\d&until="))
    world = page.locator(".map > svg")
    before = page.locator(".map svg > g").first.get_attribute("transform")
    world.focus()
    page.keyboard.press("+")
    expect(page.locator(".map svg > g").first).not_to_have_attribute("transform", before or "")
    page.get_by_role("button", name="Only what is in view").click()
    expect(page).to_have_url(re.compile("bbox="))


def test_the_view_is_exported_as_it_stands(page: Page, tmp_path: Path) -> None:
    page.goto("/?quad=material_conflict")
    expect(page.locator(".incidents > li").first).to_be_visible()
    expect(page.locator(".marks > g").first).to_be_attached()
    rows = get(page, "/api/incidents?limit=1&quad=material_conflict")["total"]["count"]
    for name, begins in (
        ("CSV", b""),
        ("GeoJSON", b"{"),
        ("GeoPackage", b"SQLite format 3"),
        ("Map as SVG", b"<svg"),
        ("Map as PNG", b"\x89PNG"),
        ("Timeline as SVG", b"<svg"),
    ):
        if not page.locator("details.menu[open]").count():
            page.get_by_text("Export", exact=True).click()
        with page.expect_download() as waiting:
            page.locator(".menu-body").get_by_text(name, exact=True).click()
        content = Path(waiting.value.path()).read_bytes()
        assert content.startswith(begins)
        assert len(content) > 200
        if name == "CSV":
            assert content.count(b"\n") >= rows
        if name == "Map as SVG":
            assert b"Natural Earth" in content
            assert b"style=" not in content


def test_an_incident_shows_versions_voices_and_passages_and_links_to_the_words(page: Page) -> None:
    page.goto("/?order=origins")
    page.locator(".incidents a").first.click()
    expect(page).to_have_url(re.compile("/incidents/"))
    expect(page.get_by_role("heading", name="What reports say")).to_be_visible()
    assert page.locator(".passage").count() >= 2
    expect(page.locator(".passage .m-trigger.on").first).to_be_visible()
    expect(page.locator(".versions tbody tr").first).to_be_visible()
    expect(page.locator(".history li").first).to_be_visible()
    page.get_by_role("link", name="Read", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/articles/.*event="))
    expect(page.locator(".m-trigger.on").first).to_be_visible()


def test_two_passages_are_judged_different_and_that_is_undone(page: Page) -> None:
    page.goto("/?order=origins")
    page.locator(".incidents a").first.click()
    button = page.get_by_role("button", name="Different").first
    expect(button).to_be_visible()
    before = get(page, "/api/judgements")["items"]
    button.click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    assert len(get(page, "/api/judgements")["items"]) == len(before) + 1
    undo.click()
    expect(page.get_by_text("Undone")).to_be_visible()
    assert len([one for one in get(page, "/api/judgements")["items"] if not one["withdrawn"]]) == len(before)


def test_reader_leads_from_marks_to_records_and_back(page: Page) -> None:
    page.goto("/articles")
    article = max(get(page, "/api/articles")["items"], key=lambda one: one["events"])
    page.get_by_role("link", name=article["title"]).first.click()
    expect(page.locator(".found > li")).to_have_count(article["events"])
    page.locator(".article-text .m-trigger").nth(1).click()
    expect(page.locator(".found > li.open")).to_have_count(1)
    page.locator(".found > li.open .link-value").nth(1).click()
    expect(page.locator(".flash").first).to_be_visible()
    page.keyboard.press("k")
    first = page.locator(".found-head").first
    expect(first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".found > li.open")).to_have_count(0)
    expect(page.locator(".marked > p .m-actor").first).to_be_visible()
    page.get_by_role("button", name="actor", exact=True).click()
    expect(page.locator(".marked > p .m-actor")).to_have_count(0)
    page.get_by_role("tab", name=re.compile("Statements")).click()
    expect(page.locator(".statements > li")).to_have_count(article["statements"])
    page.get_by_role("tab", name=re.compile("Events")).click()
    page.locator(".found-head").first.click()
    page.get_by_role("button", name="Why this code").click()
    expect(page.get_by_role("region", name="Why this code")).to_be_visible(timeout=120_000)


def test_every_mark_covers_the_words_of_its_record(page: Page) -> None:
    page.goto("/articles")
    article = max(get(page, "/api/articles")["items"], key=lambda one: one["events"])
    event = get(page, f"/api/articles/{article['id']}")["events"][0]
    page.goto(f"/articles/{article['id']}?event={event['id']}")
    expect(page.locator(".m-trigger.on")).to_have_text(event["trigger"]["text"])


def test_actors_are_searched_opened_renamed_and_back(page: Page) -> None:
    page.goto("/actors")
    actor = next(one for one in get(page, "/api/actors")["items"] if one["name"])
    page.get_by_label("Search actors").fill(actor["name"])
    expect(page).to_have_url(re.compile(r"q="))
    page.get_by_role("link", name=actor["name"], exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(actor["name"])
    expect(page.locator(".event-lines li").first).to_be_visible()
    page.get_by_role("button", name="Rename").click()
    page.get_by_label("Name", exact=True).fill("Someone Else")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone Else")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(actor["name"])


def test_relations_as_series_network_and_matrix(page: Page) -> None:
    page.goto("/relations")
    expect(page).to_have_url(re.compile("a=.*b="))
    expect(page.locator(".series svg .fill").first).to_be_attached()
    page.get_by_role("tab", name="Network").click()
    expect(page.locator(".node").first).to_be_visible()
    page.get_by_label("Window").select_option("1")
    slider = page.locator(".time-slider input")
    slider.focus()
    before = page.locator(".time-slider span").inner_text()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".time-slider span")).not_to_have_text(before)
    page.get_by_role("tab", name="Matrix").click()
    page.locator(".matrix td button").first.click()
    expect(page.get_by_role("tab", name="Over time")).to_have_attribute("aria-selected", "true")


def test_parties_are_typed_and_shown_by_name(page: Page) -> None:
    page.goto("/relations?a=TCD&b=FRA")
    between = page.get_by_label("Between")
    expect(between).to_have_value("Chad")
    expect(between).to_have_attribute("title", "TCD")
    between.fill("chad: Military, rebels, Someone")
    between.press("Tab")
    expect(page).to_have_url(re.compile(r"a=TCD%3AMIL%2C%3AREB%2CSomeone&"))
    expect(between).to_have_value("Chad: military, rebels, Someone")


def test_hostile_text_is_pasted_coded_and_shown_as_text(page: Page) -> None:
    page.goto("/add")
    title = "<script>document.title='taken'</script> Army \u202eattacks\u202c town"
    text = (
        "Rebels attacked the army base near Gao on Monday, killing \U0001f600 five soldiers, officials said.\n"
        "<img src=x onerror=\"document.title='taken'\"> The army \u0007 arrested 12 people in Bamako on Tuesday."
    )
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Title", exact=True).fill(title)
    page.get_by_label("Published", exact=True).fill("2026-03-11")
    page.get_by_role("button", name="Code this text").click()
    expect(page.locator(".article-text")).to_be_visible(timeout=120_000)
    expect(page.locator(".article-text")).to_contain_text("<img src=x onerror=")
    expect(page.locator(".escape[data-shown='U+202E']").first).to_be_visible()
    assert page.locator(".article-text img, .article-text script").count() == 0
    named = title.replace("\u202e", "").replace("\u202c", "")
    assert page.title() == f"{named} · Dateline"  # words as words, none that turn the rest
    for mark in page.locator(".article-text .m-trigger").all_inner_texts():
        assert re.fullmatch(r"[A-Za-z ]+", mark)


def test_files_are_dropped_and_what_cannot_be_read_is_told(page: Page) -> None:
    page.goto("/add")
    files = [
        {
            "name": "report.txt",
            "mimeType": "text/plain",
            "buffer": b"Police arrested 30 protesters in Lagos on Friday.",
        },
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_role("region", name="Progress")).to_be_visible()
    expect(page.get_by_text(re.compile("skipped")).or_(page.locator(".article-text")).first).to_be_visible(
        timeout=120_000
    )


def test_help_lists_the_keys_and_keys_lead_everywhere(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".incidents > li").nth(1)).to_have_class(re.compile("chosen"))
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile("/incidents/"))
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/actors$"))
    page.keyboard.press("Shift+D")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_is_not_there_is_told(new_page: NewPage, site: str) -> None:
    page = new_page(site, allowed=("404",))
    for path in ("/incidents/none", "/articles/none", "/nowhere"):
        page.goto(path)
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_role("heading", name="Not there")).to_be_visible()
