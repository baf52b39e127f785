"""What much of everything, and what is asked wrongly, looks like."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage, get


def test_areas_without_room_for_each_are_one_mark(page: Page) -> None:
    areas = [
        {
            "precision": "country", "country": f"C{n:02}", "admin1": None, "name": f"Land {n}", "lat": 5 + n // 10,
            "lon": 10 + n % 10, "count": n + 1, "id": f"e{n}", "quads": {"material_conflict": n + 1},
        }
        for n in range(60)
    ]  # fmt: skip
    far = [area | {"lat": -60, "lon": x, "count": 1, "id": "e"} for area, x in zip(areas, (-170, 170), strict=False)]
    answer = json.dumps({"points": [], "areas": [*areas, *far], "unplaced": 0})

    def fulfil(route: Route) -> None:
        route.fulfill(body=answer, content_type="application/json")

    page.route("**/api/incidents/map?*", fulfil)
    page.goto("/")
    marks = page.locator(".mappane .area rect")
    expect(marks.first).to_be_attached()
    boxes = [one.bounding_box() for one in marks.all()]
    assert 2 < len(boxes) < 20
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert one and other and not meet(one, other)
    told = [int(words) for words in page.locator(".mappane .area text").all_text_contents()]
    assert sum(told) == sum(area["count"] for area in areas) + 2
    title = page.locator(".mappane .area title", has_text="and others").first
    expect(title).to_have_text(re.compile("known to a region or country only. Click to look closer"))


def meet(one: Any, other: Any) -> bool:
    return bool(
        one["x"] < other["x"] + other["width"] - 2
        and other["x"] < one["x"] + one["width"] - 2
        and one["y"] < other["y"] + other["height"] - 2
        and other["y"] < one["y"] + one["height"] - 2
    )


def test_only_strong_ties(page: Page) -> None:
    page.goto("/relations?tab=network")
    edges = page.locator(".network .edge")
    expect(edges.first).to_be_attached()
    told = [
        edge
        for edge in get(page, "/api/relations/network?level=country&limit=40")["edges"]
        if edge["from"] != edge["to"]
    ]
    expect(edges).to_have_count(len(told))
    page.get_by_label("Ties of at least").select_option("3")
    expect(page).to_have_url(re.compile("least=3"))
    expect(edges).to_have_count(sum(edge["events"] >= 3 for edge in told))
    expect(page.locator(".network-note")).to_contain_text("Ties of fewer than 3 events are not drawn")
    page.reload()
    expect(page.get_by_label("Ties of at least")).to_have_value("3")


def test_what_an_address_asks_wrongly_is_told_and_taken_away(new_page: NewPage, site: str) -> None:
    page = new_page(site, allowed=("422",))
    page.goto("/?type=XYZ")
    expect(page.get_by_role("alert")).to_contain_text("type: 'XYZ' is none of")
    page.get_by_role("button", name="Take all filters away").click()
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.goto("/?order=sideways")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.goto("/relations?tab=sideways")
    expect(page.get_by_role("tab", name="Over time")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_label("Between")).to_be_visible()


def test_a_menu_closes_where_the_focus_goes_on(page: Page) -> None:
    page.goto("/articles")
    summary = page.locator(".head-acts .menu summary")
    summary.click()
    body = page.locator(".head-acts .menu-body")
    expect(body).to_be_visible()
    page.get_by_label("Published from").focus()
    expect(body).to_be_hidden()


def test_heads_of_tables_cover_nothing_on_paper(page: Page) -> None:
    page.goto("/?view=table")
    head = page.locator(".incident-table thead th").first
    expect(head).to_have_css("position", "sticky")
    page.emulate_media(media="print")
    expect(head).to_have_css("position", "static")
    expect(page.get_by_role("group", name="How to look at them")).to_be_hidden()


def test_each_rule_stands_once_on_paper(page: Page) -> None:
    incident = get(page, "/api/incidents?order=origins&limit=1")["items"][0]["id"]
    page.goto(f"/incidents/{incident}")
    rules = page.locator("p.on-paper", has_text="chosen: ")
    expect(rules.first).to_be_attached()
    expect(rules.first).to_be_hidden()
    page.emulate_media(media="print")
    told = [text.partition("chosen: ")[2] for text in rules.all_inner_texts()]
    assert told and len(told) == len(set(told))
    expect(page.locator(".versions .rule").first).to_be_hidden()
