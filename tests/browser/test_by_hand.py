"""Events added and articles withdrawn in the browser: by mouse, and by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import AA, AXE, NewPage, get, log_in
from tests.browser.serving import served

ARTICLE = "courier-1"


@pytest.fixture
def reader(site: str, new_page: NewPage) -> Iterator[Page]:
    """The reader at a report; what was decided about it is taken back in the end."""
    page = new_page(site, allowed=("status of 422",))
    page.add_init_script(path=AXE)
    page.goto(f"/articles/{ARTICLE}")
    expect(page.locator(".found > li").first).to_be_visible()
    yield page
    headers = {"X-CSRF-Token": get(page, "/api/session")["csrf"]}
    for one in get(page, "/api/decisions?limit=50")["items"]:
        if one["article"] == ARTICLE and not one["undone"]:
            assert page.request.post("/api/undo", data={"id": one["id"]}, headers=headers).ok


def choose(page: Page, words: str) -> None:
    """Select the first of these words in the report, as dragging over them does."""
    page.evaluate(
        """words => {
            const root = document.querySelector(".article-text");
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const nodes = [], at = [];
            let text = "";
            for (let node; (node = walker.nextNode());) { nodes.push(node); at.push(text.length); text += node.data; }
            const start = text.indexOf(words), end = start + words.length;
            const spot = (n) => { const i = at.findLastIndex((a) => a <= n); return [nodes[i], n - at[i]]; };
            const [from, to] = [spot(start), spot(end - 1)];
            getSelection().setBaseAndExtent(from[0], from[1], to[0], to[1] + 1);
        }""",
        words,
    )
    expect(page.locator(".role-bar.on")).to_contain_text(words)


def form(page: Page) -> Locator:
    return page.get_by_role("form", name="Add an event")


def added(page: Page) -> list[dict[str, Any]]:
    return [e for e in get(page, f"/api/articles/{ARTICLE}")["events"] if e["added_by"]]


def test_an_event_is_added_from_selected_words_shown_and_undone(reader: Page) -> None:
    page = reader
    page.get_by_role("button", name="Add event").click()
    asked = form(page)
    asked.get_by_label("Type").select_option("ASSAULT")
    asked.get_by_role("button", name="Add", exact=True).click()
    expect(asked.get_by_role("alert")).to_contain_text("Which words name the act?")
    told = {"wounded": "Act 7", "Thirty others": "Recipient 2", "Tuesday": "Time 5", "Thirty": "Number 6"}
    for words, role in told.items():
        choose(page, words)
        asked.locator(".role-bar").get_by_role("button", name=role, exact=True).click()
    expect(asked.get_by_role("list", name="Words of the event").get_by_role("listitem")).to_have_count(4)
    asked.get_by_label("What is counted").select_option("injured")
    choose(page, "its director")
    page.keyboard.press("3")
    asked.get_by_role("button", name="Take “its director” out").click()
    for field, words, codes in (
        ("Modes", "none", ("firearms", "beat")),
        ("Contexts", "as they are found", ("terrorism",)),
    ):
        asked.get_by_role("button", name=field).filter(has_text=words).click()
        picker = page.get_by_role("dialog")
        for code in codes:
            picker.get_by_role("combobox").fill(code)
            page.keyboard.press("Enter")
        picker.get_by_role("button", name="Done").click()
        expect(asked.get_by_role("button", name=field)).to_have_text(", ".join(codes))
    asked.get_by_label("Reason").fill("the wounded were missed")
    asked.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".toast").last).to_contain_text("Added: Assault “wounded”", timeout=120_000)
    opened = page.locator(".found > li.open")
    expect(opened).to_contain_text("added by")
    (event,) = added(page)
    assert event["when"]["start"] == "2026-03-10" and event["recipients"][0]["text"] == "Thirty others"
    assert [(c["what"], c["min"]) for c in event["counts"]] == [("injured", 30)] and event["according_to"] == []
    assert event["modes"] == ["firearms", "beat"] and event["contexts"] == ["terrorism"]
    assert event["incident"] and event["evidence"]["text"].startswith("Thirty others were wounded")
    opened.get_by_role("link", name="Its incident").click()
    expect(page.locator(f"#passage-{event['id']}")).to_contain_text("added by")
    page.goto("/decisions")
    row = page.locator(".decisions tbody tr").first
    expect(row).to_contain_text("Added: Assault “wounded”")
    row.get_by_role("button", name="Take back").click()
    expect(page.locator(".toast").last).to_contain_text("Undone")
    assert added(page) == []


def test_an_event_is_added_by_keys_alone_and_faults_are_told(reader: Page) -> None:
    page = reader
    page.keyboard.press("a")
    asked = form(page)
    expect(page.locator(".article-text")).to_be_focused()
    page.keyboard.press("7")
    expect(page.locator(".toast").last).to_contain_text("Select the words in the report first")
    page.keyboard.press("ArrowRight")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".role-bar.on")).to_contain_text("Hospital counts 17")
    page.keyboard.press("7")
    expect(asked.get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".role-bar.on")).to_contain_text("“Hospital”")
    page.keyboard.press("5")
    expect(asked.get_by_role("listitem")).to_have_count(2)
    asked.get_by_label("Type").focus()
    page.keyboard.type("Consult")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("Tab")
    asked.get_by_label("Reason").press("Enter")
    expect(asked.get_by_role("alert")).to_contain_text("says no time", timeout=120_000)
    asked.get_by_role("button", name="Take “Hospital” out").press("Enter")
    asked.get_by_label("Reason").press("Enter")
    expect(page.locator(".toast").last).to_contain_text("Added: Consult “Hospital counts 17”", timeout=120_000)
    assert [e["type"] for e in added(page)] == ["CONSULT"]


def test_the_form_can_be_left_and_is_accessible(reader: Page) -> None:
    page = reader
    page.keyboard.press("a")
    choose(page, "video")
    page.keyboard.press("1")
    found = page.evaluate("tags => axe.run(document, { runOnly: tags }).then((r) => r.violations)", AA)
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.keyboard.press("Escape")
    expect(form(page)).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("Escape")
    expect(form(page)).to_have_count(0)
    assert added(page) == []


def test_an_article_is_withdrawn_and_brought_back(reader: Page) -> None:
    page = reader
    before = len(get(page, f"/api/articles/{ARTICLE}")["events"])
    page.get_by_role("button", name="Withdraw").click()
    window = page.get_by_role("dialog", name="Withdraw this article")
    window.get_by_label("Reason").fill("taken back by the paper")
    window.get_by_role("button", name="Withdraw", exact=True).click()
    note = page.get_by_role("note")
    expect(note).to_contain_text("taken back by the paper. Nothing in it counts.")
    expect(page.get_by_role("button", name="Add event")).to_have_count(0)
    assert get(page, f"/api/articles/{ARTICLE}")["events"] == []
    page.goto("/articles")
    expect(page.locator("tr", has=page.locator(f"a[href='/articles/{ARTICLE}']"))).to_contain_text("withdrawn")
    page.goto("/decisions")
    expect(page.locator(".decisions tbody tr").first.get_by_role("link")).to_have_attribute(
        "href", f"/articles/{ARTICLE}"
    )
    page.goto(f"/articles/{ARTICLE}")
    note.get_by_role("button", name="Bring back").click()
    expect(note).to_have_count(0)
    assert len(get(page, f"/api/articles/{ARTICLE}")["events"]) == before


def test_readers_are_not_offered_it(guarded: str, new_page: NewPage) -> None:
    page = log_in(new_page(guarded), "rita")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.goto(f"/articles/{ARTICLE}")
    expect(page.locator(".found > li").first).to_be_visible()
    expect(page.get_by_role("button", name="Add event")).to_have_count(0)
    expect(page.get_by_role("button", name="Withdraw")).to_have_count(0)
    page.keyboard.press("a")
    expect(form(page)).to_have_count(0)


def test_an_undated_article_is_read_again_with_its_day(new_page: NewPage, folder: Path) -> None:
    with served(folder / "undated.sqlite", log=folder / "undated.log") as base:
        page = new_page(base)
        page.goto("/add")
        paste = page.get_by_role("form", name="Paste a text")
        paste.get_by_label("Text").fill("Soldiers shot two men at a checkpoint in Moundou on Monday, witnesses said.")
        paste.get_by_label("Publisher").fill("Delta Post")
        paste.get_by_role("button").click()
        page.get_by_role("button", name="Set day").click()  # of the reader, which opens what was pasted
        (undated,) = get(page, "/api/articles")["items"]
        form = page.get_by_role("dialog", name="Set the day of publication")
        form.get_by_label("Published").fill("2026-03-11")
        form.get_by_role("button", name="Set day").click()
        expect(page.get_by_role("link", name="earlier version")).to_be_visible()  # the reader, at the dated one
        expect(page.get_by_role("button", name="Set day")).to_have_count(0)
        known = {one["id"]: one for one in get(page, "/api/articles")["items"]}
        assert known.pop(undated["id"])["withdrawn"]
        ((_, dated),) = known.items()
        assert (dated["published"], dated["publisher"], dated["events"]) == ("2026-03-11", "Delta Post", 1)
