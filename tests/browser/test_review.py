"""The review: by keys alone, with undo, and by two people at once."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage, get, log_in


def _current(page: Page) -> str:
    """Words that tell one event under review from the next."""
    return page.locator(".desk-words").inner_text() + page.locator(".big-type").inner_text()


def _progress(page: Page) -> Locator:
    return page.locator("[data-progress]")


def _round(page: Page, start: int) -> None:
    """Accept, reject and take both back, each told by the progress."""
    for key, reviewed in (("a", 1), ("x", 2), ("u", 1), ("u", 0)):
        page.keyboard.press(key)
        expect(_progress(page)).to_have_attribute("data-progress", str(start + reviewed))


def test_a_round_by_keys_alone_with_undo(page: Page) -> None:
    page.goto("/review")
    expect(page.locator(".desk-words")).to_be_visible()
    start = get(page, "/api/review/progress")["reviewed"]

    _round(page, start)
    expect(page.locator(".desk-words")).to_be_visible()


def test_type_mode_status_date_place_and_numbers_are_set_by_keys(page: Page) -> None:
    page.goto("/review?quad=material_conflict")
    expect(page.locator(".desk-words")).to_be_visible()
    event = get(page, "/api/review/queue?quad=material_conflict&limit=1")["items"][0]["event"]

    page.keyboard.press("t")
    page.keyboard.type("coer")
    page.keyboard.press("Enter")
    expect(page.locator(".big-type")).to_contain_text("Coerce")
    page.keyboard.press("u")
    page.keyboard.press("t")
    page.keyboard.type("mobil")
    page.keyboard.press("Enter")
    expect(page.locator(".big-type")).to_contain_text("Mobilize")
    page.keyboard.press("s")
    page.keyboard.type("plan")
    page.keyboard.press("Enter")
    page.keyboard.press("d")
    expect(page.get_by_role("dialog", name="When")).to_be_visible()
    page.get_by_label("First day").fill("2026-02-03")
    page.get_by_label("Last day").fill("2026-02-03")
    page.keyboard.press("Enter")
    page.keyboard.press("p")
    page.get_by_label("Search a place").fill("Timbuktu")
    expect(page.locator("#places li").first).to_contain_text("Mali")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    expect(page.get_by_role("dialog", name="How many")).to_be_visible()
    page.get_by_label("At least").last.fill("7")
    page.keyboard.press("Enter")
    expect(page.locator(".record .row.edited")).to_have_count(5)
    page.keyboard.press("a")
    expect(page.locator(".toast").last).to_be_visible()

    now = get(page, f"/api/events/{event['id']}")["event"]
    assert (now["type"], now["status"]) == ("MOBILIZE", "planned")
    assert (now["when"]["start"], now["when"]["end"]) == ("2026-02-03", "2026-02-03")
    assert now["where"][0]["country"] == "MLI"
    assert now["counts"][-1]["min"] == 7
    page.keyboard.press("u")
    expect(page.locator(".toast").last).to_contain_text("Undone")
    back = get(page, f"/api/events/{event['id']}")["event"]
    assert back["type"] == event["type"]
    assert back["edited"] == event["edited"]


def test_a_role_is_set_by_selecting_words_with_the_arrow_keys(page: Page) -> None:
    page.goto("/review?quad=material_conflict")
    text = page.locator(".desk-words")
    expect(text).to_be_visible()
    event = get(page, "/api/review/queue?quad=material_conflict&limit=1")["items"][0]["event"]
    before = page.locator(".record .party").count()
    text.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    chosen = page.evaluate("getSelection().toString()")
    assert chosen
    assert chosen in event["evidence"]["text"]
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    page.keyboard.press("2")  # after the page has heard of the selection
    form = page.get_by_role("dialog", name="Recipient")
    expect(page.locator(".record .party").nth(before)).to_be_visible()
    if form.is_visible():
        page.get_by_label("Country or kind of body").fill("MLI")
        page.keyboard.press("Enter")
    expect(page.locator(".record .party", has_text=chosen).first).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator(".toast").last).to_be_visible()
    now = get(page, f"/api/events/{event['id']}")["event"]
    assert now["recipients"][-1]["text"] == chosen
    page.keyboard.press("u")
    expect(page.locator(".toast").last).to_contain_text("Undone")


def test_a_random_sample_gives_precision_by_type_with_intervals(page: Page) -> None:
    page.goto("/review")
    expect(page.locator(".desk-words")).to_be_visible()
    page.get_by_label("Which events").select_option("sample")
    expect(page).to_have_url(re.compile("round=sample"))
    page.get_by_role("button", name="Figures").click()
    figures = page.get_by_role("region", name="Figures")
    expect(figures.get_by_role("button", name="Random sample")).to_have_attribute("aria-pressed", "true")
    expect(figures).to_contain_text("Nothing of a random sample is reviewed yet")
    for number, key in enumerate(("a", "x", "a"), start=1):
        before = _current(page)
        page.keyboard.press(key)
        expect(figures).to_contain_text(f"On your sample of {number}, ")
        expect(page.locator(".desk-words")).to_be_visible()
        assert _current(page) != before
    total = get(page, "/api/review/precision?sample=sample")["total"]
    assert (total["n"], total["right"]) == (3, 2)
    assert 0 < total["low"] < total["share"] < total["high"] < 1
    expect(figures).to_contain_text("right: 21 to 94 %, too few to say")
    rows = figures.locator("tbody tr", has=page.locator(".interval"))
    expect(rows).to_have_count(len(get(page, "/api/review/precision?sample=sample")["rows"]))
    for left in (2, 1):
        page.keyboard.press("u")
        expect(figures).to_contain_text(f"On your sample of {left}, ")
    page.keyboard.press("u")
    expect(figures).to_contain_text("Nothing of a random sample is reviewed yet")


def test_the_review_is_walked_by_keys_alone(page: Page) -> None:
    """From the start page on, the mouse is not touched: every step is a key, the focus is always seen."""
    page.goto("/")
    expect(page.locator(".incidents > li").first).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("r")
    expect(page.locator(".desk-words")).to_be_visible()
    start = get(page, "/api/review/progress")["reviewed"]
    before = _current(page)
    _tab_to(page, "desk-words")
    page.keyboard.press("j")
    expect(page.locator(".desk-foot")).to_contain_text("2 of the next")
    assert _current(page) != before
    expect(page.locator(".desk-words")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".desk-foot")).to_contain_text("1 of the next")
    expect(page.locator(".desk-words")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".role-bar.on")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name="Context")).to_be_visible()
    page.keyboard.type("migra")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".record .row.edited")).to_have_count(1)
    expect(page.locator(".desk-words")).to_be_focused()
    _round(page, start)


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until an element of this class has the focus; each stop shows that it has it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.classList.toString(), s.outlineStyle !== 'none' || s.boxShadow !== 'none']; }"
        )
        assert shown[1], f"no sign of the focus on {shown[0]}"
        if name in shown[0].split():
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_two_reviewers_do_not_overwrite_each_other(new_page: NewPage, guarded: str) -> None:
    ana = log_in(new_page(guarded), "ana")
    ben = log_in(new_page(guarded, allowed=("409",)), "ben")
    for page in (ana, ben):
        page.get_by_role("link", name="Review", exact=True).click()
        expect(page.locator(".desk-words")).to_be_visible()
    assert _current(ana) == _current(ben)
    event = get(ana, "/api/review/queue?limit=1")["items"][0]["event"]
    ana.keyboard.press("t")
    ana.keyboard.type("protest")
    ana.keyboard.press("Enter")
    ana.keyboard.press("a")
    expect(ana.locator(".toast").last).to_be_visible()

    ben.keyboard.press("s")
    ben.keyboard.type("hypo")
    ben.keyboard.press("Enter")
    ben.keyboard.press("a")
    told = ben.get_by_role("dialog", name="Somebody was quicker")
    expect(told).to_contain_text("ana")
    told.get_by_role("button", name="Keep my changes and decide again").click()
    expect(ben.locator(".big-type")).to_contain_text("Protest")
    ben.keyboard.press("a")
    expect(ben.locator(".toast").last).to_be_visible()
    now = get(ben, f"/api/events/{event['id']}")["event"]
    assert (now["type"], now["status"]) == ("PROTEST", "hypothetical")
    assert {one["by"] for one in now["reviews"]} == {"ana", "ben"}


def test_log_in_refusal_and_what_a_reader_may_not(new_page: NewPage, guarded: str) -> None:
    page = log_in(new_page(guarded, allowed=("401", "403")), "rita", "wrong")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.request.get("/api/incidents").status == 401
    log_in(page, "rita")
    expect(page.locator(".incidents > li").first).to_be_visible()
    expect(page.get_by_role("link", name="Add reports")).to_have_count(0)
    page.goto("/review")
    expect(page.get_by_role("alert")).to_contain_text("Your account reads")
    page.locator(".top-acts summary").click()
    expect(page.get_by_role("link", name="Audit log")).to_have_count(0)
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.goto("/actors")
    expect(page.get_by_label("Password")).to_be_visible()
    expect(page).not_to_have_url(re.compile("password"))


def test_a_correction_leads_back_to_the_article(page: Page) -> None:
    event = get(page, "/api/events?limit=1&reviewed=no")["items"][0]
    page.goto(f"/articles/{event['article']['id']}?event={event['id']}")
    expect(page.locator(".opened")).to_be_visible()
    page.keyboard.press("e")
    expect(page.locator(".desk")).to_be_visible()
    expect(page.get_by_text("of the next")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Decided")).to_be_visible()
    page.get_by_role("link", name="Back to the article").click()
    expect(page).to_have_url(re.compile(f"/articles/{event['article']['id']}"))
    expect(page.locator(".m-trigger.on").first).to_be_visible()


def test_a_reason_is_told_by_keys_and_kept(page: Page) -> None:
    page.goto("/review")
    expect(page.locator(".desk-words")).to_be_visible()
    start = get(page, "/api/review/progress")["reviewed"]
    page.keyboard.press("r")
    expect(page.get_by_label("Reason, if there is one to tell")).to_be_focused()
    page.keyboard.type("a parade, no attack")
    page.keyboard.press("Enter")
    page.keyboard.press("x")
    expect(_progress(page)).to_have_attribute("data-progress", str(start + 1))
    made = get(page, "/api/decisions?limit=1")["items"][0]
    assert (made["reason"], made["words"].split()[0]) == ("a parade, no attack", "reject")
    expect(page.get_by_label("Reason, if there is one to tell")).to_have_value("")  # of the next event
    page.keyboard.press("u")
    expect(_progress(page)).to_have_attribute("data-progress", str(start))
