"""What a first look goes by: places that are kept, names that are known, drawings that do not mislead."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, get, until

CROSSED = """svg => {
  const nodes = [...svg.querySelectorAll(".node")].map(one => {
    const { e, f } = one.transform.baseVal.consolidate().matrix;
    return { x: e, y: f, r: +one.querySelector("circle").getAttribute("r") };
  });
  let crossed = 0;
  for (const path of svg.querySelectorAll(".edge .line")) {
    const ends = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
    const others = nodes.filter(node => ends.every(end => Math.hypot(end.x - node.x, end.y - node.y) > node.r + 12));
    for (let at = 0; at < path.getTotalLength(); at += 3) {
      const { x, y } = path.getPointAtLength(at);
      crossed += others.filter(node => Math.hypot(x - node.x, y - node.y) < node.r + 2).length;
    }
  }
  return crossed;
}"""
"""How many points of lines lie in circles that they do not lead to."""


def test_going_back_finds_the_place_in_the_list(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 620})
    page.goto("/")
    items = page.locator(".incidents > li")
    expect(items.first).to_be_visible()
    pane = page.locator("[data-scroll=list]")
    pane.evaluate("one => { one.scrollTop = one.scrollHeight; }")
    expect(items.nth(50)).to_be_attached()
    pane.evaluate("one => { one.scrollTop = 2600; }")
    items.nth(30).get_by_role("link").click()
    expect(page.get_by_role("heading", name="What reports say")).to_be_visible()
    page.go_back()
    expect(items.nth(50)).to_be_attached()
    until(page, "document.querySelector('[data-scroll=list]').scrollTop > 2000")
    page.go_forward()
    expect(page.get_by_role("heading", name="What reports say")).to_be_visible()
    assert page.evaluate("window.scrollY") == 0
    page.get_by_role("link", name="Incidents", exact=True).first.click()
    expect(items.first).to_be_visible()
    assert pane.evaluate("one => one.scrollTop") == 0


def test_parties_are_known_by_name_and_unknown_ones_are_told(page: Page) -> None:
    page.goto("/relations?a=Chad&b=Turkey")
    chart = page.get_by_role("region", name="Over time")
    expect(chart.locator("svg[role=img]")).to_have_attribute("aria-label", re.compile("^Chad and Turkey: "))
    page.goto("/relations?a=Atlantis")
    expect(chart).to_contain_text("Atlantis is not in this store")
    expect(page.get_by_text("No turning point")).to_have_count(0)


def test_files_that_cannot_be_read_are_no_success(page: Page) -> None:
    page.goto("/add")
    files = [
        {"name": "one.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n"},
        {"name": "two.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"},
    ]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="Nothing added: 2 files could not be read")).to_be_visible()
    expect(page.get_by_text("2 files were skipped")).to_be_visible()
    expect(page.get_by_role("link", name="See the incidents")).to_have_count(0)
    expect(page.locator("progress")).to_have_count(0)


def test_columns_of_a_table_are_named_in_the_form(page: Page) -> None:
    page.goto("/add")
    rows = b"Volltext;Tag\nSoldiers detained nine traders at the harbour of Port Sel on Monday.;2026-03-10\n"
    file = {"name": "a.csv", "mimeType": "text/csv", "buffer": rows}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("say it there and give the file again")).to_be_visible()
    page.get_by_text("What fields are called in tables and JSON", exact=True).click()
    page.get_by_label("Field of the text").fill("Volltext")
    page.get_by_label("Field of the day published").fill("Tag")
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".article-text")).to_contain_text("harbour of Port Sel", timeout=120_000)
    expect(page.locator("h1.hidden")).to_have_count(1)  # a text without a heading gets none
    expect(page.locator(".byline")).to_contain_text("10 Mar 2026")


def test_passages_of_one_report_are_told_as_such(page: Page) -> None:
    page.goto("/")
    told = get(page, "/api/incidents?limit=100")["items"]
    alone = [get(page, f"/api/incidents/{one['id']}") for one in told if one["origins"] == 1 and one["events"] > 1]
    one = next(one for one in alone if not one["links"])
    page.goto(f"/incidents/{one['incident']['id']}")
    words = f"{len(one['passages'])} passages of one report, read as one event told again; no other report was joined."
    expect(page.get_by_text(words)).to_be_visible()


def test_a_click_on_a_bar_of_the_timeline_chooses_its_days(page: Page) -> None:
    page.goto("/")
    told = get(page, "/api/incidents/timeline")
    assert told["unit"] == "week"
    expect(page.locator(".time-bar").first).to_be_attached()
    shown = told["bars"][-page.locator(".time-bar").count() :]  # the earliest may be left aside
    best = max(shown, key=lambda bar: int(bar["total"]))
    page.locator(".time-bar").nth(shown.index(best)).locator(".fill").first.click()
    until = date.fromisoformat(best["start"]) + timedelta(6)
    expect(page).to_have_url(re.compile(f"since={best['start']}&until={until}"))
    expect(page.locator(".pane-head strong")).to_have_text(f"{best['total']} incidents")


def test_buttons_of_the_timeline_lie_beside_the_bars(page: Page) -> None:
    days = [(date(2024, 5, 1) + timedelta(n)).isoformat() for n in range(28)]
    bars = [{"start": day, "counts": {"verbal_conflict": 2}, "total": 2} for day in ["1998-03-01", *days]]
    page.route(
        re.compile("/api/incidents/timeline"),
        lambda route: route.fulfill(json={"unit": "day", "bars": bars, "undated": 0}),
    )
    page.goto("/")
    for name in ("2 earlier", "Only where most are"):
        button = page.get_by_role("button", name=name)
        box, chart = button.bounding_box(), page.locator(".timeline svg").bounding_box()
        assert box and chart and box["y"] + 1 > chart["y"] + chart["height"]
        button.click()


def test_the_map_names_countries_and_close_by_places(page: Page) -> None:
    page.goto("/")
    names = page.locator(".map-names text")
    expect(names.get_by_text("Niger", exact=True)).to_have_count(1)
    page.locator(".map > svg").focus()
    for _ in range(4):
        page.keyboard.press("-")
    expect(page.locator(".place-name")).to_have_count(0)
    place = get(page, "/api/incidents?limit=200&country=TCD")["items"]
    one = next(i for i in place if (i["place"] or {}).get("precision") == "settlement")
    page.goto(f"/incidents/{one['id']}")
    expect(page.locator(".place-name")).to_have_text(one["place"]["name"])


def test_a_mark_of_several_at_one_place_lists_them(page: Page) -> None:
    bamako = {"lat": 12.65, "lon": -8.0, "count": 3, "id": None, "quads": {"material_conflict": 3}, "others": False}
    point = {**bamako, "precision": "settlement", "label": "Bamako", "bounds": [-8.0, 12.65, -8.0, 12.65]}
    answer = {"points": [point], "areas": [], "unplaced": 0}
    page.route(re.compile("/api/incidents/map"), lambda route: route.fulfill(json=answer))
    page.goto("/")
    page.locator(".cluster").click()
    expect(page).to_have_url(re.compile(r"bbox=-8\.02%2C12\.63%2C-7\.98%2C12\.67"))
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("map section")


def test_no_name_of_the_network_is_cut_off(page: Page) -> None:
    page.goto("/relations?tab=network")
    expect(page.locator(".network .node text").first).to_be_attached()
    assert (
        page.locator(".network svg[role=img]").evaluate("""svg => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll(".node text")].filter(one => {
        const { left, right } = one.getBoundingClientRect();
        return left < frame.left || right > frame.right;
      }).map(one => one.textContent);
    }""")
        == []
    )


def test_copies_show_how_many_publishers_carry_a_report(page: Page) -> None:
    listed = get(page, "/api/incidents?limit=1")
    one = {**listed["items"][0], "origins": 2, "outlets": ["Agency", "Post", "Courier"]}
    answer = {**listed, "items": [one], "next": None}
    page.route(re.compile(r"/api/incidents\?"), lambda route: route.fulfill(json=answer))
    page.goto("/")
    expect(page.locator(".incident-origins")).to_contain_text("2 reports")
    expect(page.locator(".incident-origins .carried")).to_have_text("3 publishers")


def test_lines_of_the_network_pass_by_other_circles(page: Page) -> None:
    page.goto("/relations?tab=network")
    drawing = page.locator(".network svg[role=img]")
    expect(drawing.locator(".edge").first).to_be_attached()
    assert drawing.evaluate(CROSSED) == 0


@pytest.fixture
def together(page: Page) -> dict[str, Any]:
    """An incident with one passage that several did together."""
    found = get(page, "/api/incidents?limit=500")["items"]
    for one in (one for one in found if one["events"] == 1):
        whole: dict[str, Any] = get(page, f"/api/incidents/{one['id']}")
        if len(whole["events"][0]["actors"]) > 1:
            return whole
    raise AssertionError("no such incident among the samples")


def test_those_who_act_together_are_one_version(page: Page, together: dict[str, Any]) -> None:
    assert "actors" not in together["incident"]["disputed"]
    page.goto(f"/incidents/{together['incident']['id']}")
    row = page.locator(".versions tbody tr", has=page.get_by_role("rowheader", name="Actor", exact=True))
    expect(row.locator(".version")).to_have_count(1)
    for party in together["events"][0]["actors"]:
        expect(row.locator(".version-value")).to_contain_text(party["name"] or party["text"])
    expect(page.locator(".versions .differ")).to_have_count(0)


def test_an_article_without_a_title_is_called_by_its_first_words(page: Page) -> None:
    page.goto("/add")
    page.get_by_label("Text", exact=True).fill("Soldiers shot two herders near Menaka on Sunday, the mayor said.")
    page.get_by_role("button", name="Code this text").click()
    expect(page.locator(".article-text")).to_be_visible()
    page.goto("/articles?order=added")
    expect(
        page.get_by_role("link", name="Soldiers shot two herders near Menaka on Sunday, the mayor said.")
    ).to_be_visible()
    incident = get(page, "/api/incidents?order=recorded&limit=1")["items"][0]["id"]
    page.goto(f"/incidents/{incident}")
    expect(page.locator(".history")).to_contain_text("“Soldiers shot two herders near Menaka")


def test_with_the_server_gone_no_filter_counts_none(new_page: NewPage, site: str) -> None:
    page = new_page(site, allowed=("ERR_FAILED", "Failed to load resource"))
    page.goto("/?type=ASSAULT")
    box = page.get_by_role("checkbox", name=re.compile("^Assault"))
    expect(box).to_be_checked()
    page.route(re.compile("/api/incidents"), lambda route: route.abort())
    page.get_by_role("checkbox", name="Material conflict").check()
    expect(page.get_by_text("No connection")).to_be_visible()
    expect(box).to_be_checked()
    expect(page.locator(".tick", has=box).locator(".tick-count")).to_have_text("")


def test_an_incident_leads_on_in_its_list_back_to_it_and_to_a_citation(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?quad=material_conflict&order=origins")
    expect(page.locator(".incidents > li").first).to_be_visible()
    listed = get(page, "/api/incidents?quad=material_conflict&order=origins")
    first, second = listed["items"][:2]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(first["id"]))
    beside = page.locator(".beside")
    expect(beside).to_contain_text(f"1 of {listed['total']['count']}")
    expect(beside.get_by_role("button", name="Incident before in the list")).to_be_disabled()
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile(second["id"]))
    expect(beside).to_contain_text("2 of ")
    page.keyboard.press("y")
    expect(page.get_by_text("The citation is copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"Incident {second['id']}, coded by Dateline" in copied and copied.endswith(f"/incidents/{second['id']}")
    assert all(one in copied for one in second["outlets"])
    crumb = page.get_by_role("navigation", name="Where you are").get_by_role("link", name="Incidents")
    expect(crumb).to_have_attribute("href", "/?quad=material_conflict&order=origins")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/\?quad=material_conflict"))


def test_a_number_leads_to_who_says_it_and_to_its_words(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    found = get(page, "/api/incidents?order=origins")["items"]
    incident = next(one for one in found if one["killed"])
    page.goto(f"/incidents/{incident['id']}")
    page.locator(".known .deaths").get_by_role("button").click()
    row = page.locator("[id='field-counts.killed']")
    expect(row).to_be_focused()
    row.locator("button.letter").first.click()
    words = page.locator(".passage .flash").first
    expect(words).to_be_visible()
    expect(page.locator(".passage .m-count.on .flash").first).to_be_visible()


def test_the_bars_of_an_actor_stand_on_a_true_axis(page: Page) -> None:
    actors = get(page, "/api/actors?limit=30")["items"]
    told = next(
        (one["id"], months)
        for one in actors
        if len(months := {r["month"] for r in get(page, f"/api/actors/{one['id']}")["roles"] if r["month"]}) > 1
    )
    page.goto(f"/actors/{told[0]}")
    bars = page.locator(".time-bars > li")
    expect(bars.first).to_be_visible()
    whole = [int(m[:4]) * 12 + int(m[5:]) for m in told[1]]
    unit = {"By month": 1, "By quarter": 3, "By year": 12}[page.locator(".time-bars").get_attribute("aria-label") or ""]
    assert bars.count() == (max(whole) - 1) // unit - (min(whole) - 1) // unit + 1
    bars.locator("a").first.click()
    expect(page).to_have_url(re.compile(rf"party={told[0]}.*since=\d{{4}}-\d\d-\d\d&until="))


def test_figures_of_a_relation_lead_to_their_events(page: Page) -> None:
    page.goto("/relations?a=Chad&b=France&direction=out")
    behind = page.get_by_role("region", name="Events behind the figures")
    total = get(page, "/api/events?dyad=TCD>FRA&limit=1")["total"]["count"]
    expect(behind.get_by_role("heading", level=3)).to_contain_text(f"Chad on France {total} event")
    series = get(page, "/api/relations/series?a=TCD&b=FRA&direction=out")
    point = series["points"][0]
    page.locator(".slot-bar").first.click()
    number = point["cooperation"]["count"] + point["conflict"]["count"]
    expect(behind.get_by_role("heading", level=3)).to_contain_text(f"Chad on France {number} event")
    assert number + series["undated"] <= total
    behind.get_by_role("button", name="Show all").click()
    expect(behind.get_by_role("heading", level=3)).to_contain_text(f"{total} event")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    assert (
        waiting.value.path()
        .read_text()
        .startswith(
            f"start,unit,cooperation,conflict,cooperation_intensity,conflict_intensity\n{point['start']},month,"
        )
    )


def test_parts_of_the_world_and_regions_of_a_country_narrow(page: Page) -> None:
    page.goto("/")
    panel = page.get_by_role("form", name="Filters")
    expect(panel.get_by_role("group", name="Country")).to_be_visible()
    expect(panel.get_by_role("group", name="Region")).to_have_count(0)
    panel.get_by_label("Part of the world").select_option("Sahel")
    expect(page).to_have_url(re.compile(r"country=Sahel"))
    regions = panel.get_by_role("group", name="Region").get_by_role("checkbox")
    expect(regions.first).to_be_visible()
    regions.first.check()
    expect(page).to_have_url(re.compile(r"country=Sahel&region="))
    expect(page.get_by_role("list", name="Filters in force").get_by_role("button")).to_have_count(3)
    expect(page.locator(".incidents > li").first).to_be_visible()
    panel.get_by_role("group", name="Country").get_by_role("checkbox").first.check()
    expect(page).to_have_url(re.compile(r"\?country=[A-Z]{3}$"))
    expect(panel.get_by_label("Part of the world")).to_have_value("")
