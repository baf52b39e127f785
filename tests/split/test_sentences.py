from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.split import sentences
from dateline.split.lines import BULLET


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        # one sentence a string, joined by a space
        ["Lt. Gen. Omar Diallo met Col. J. P. Brandt in Ft. Helm on Oct. 3.", "They spoke for two hours."],
        [
            "Talks in the U.S. Senate failed.",
            "The U.S. and the U.N. want more time.",
            "Aid comes from the U.S.",
            "It is not enough.",
        ],
        ["Marava has no embassy in Washington, D.C.", "But it has one at the U.N. General Assembly."],
        ["The No. 2 of the group was shot at 6:30 p.m. Moscow time.", "No one claimed it."],
        ["The plant of Adani Corp. and Sons Ltd. closed at 9 a.m. Sunday.", "The reason is unknown."],
        [
            "St. Helm lies 30 km from Mt. Ora.",
            "Gov. A. B. Marsh (R-Ore.) lives there, as does Sen. Lee, R-Fla., his rival.",
        ],
        ["“Is it over?” he asked.", "Nobody answered."],
        ["“Is it over?” Amina Diallo asked.", "“No!” the crowd shouted back."],
        ["“We came at night. We saw nobody. The gate was open,” the guard said.", "He was arrested."],
        ['"We came at night. We saw nobody," the guard said.', 'She added: "It was dark."', "Then she left."],
        ["He said it was “a good day.”", "Others did not agree."],
        ["Prices rose by 3.5 percent to $1.2 million.", "5,000 people marched."],
        ["The ministry (see below) did not answer... It never does.", "Who knows?", "Nobody!"],
        ["The army left the town.", "Then it came back"],
        ["Troops of Gen. Haile entered Bor, i.e. the old town, at dawn vs. dusk the day before.", "Fighting went on."],
        ["She is no better than I. He is.", "John F. Ruiz was there."],
        ["“We will stay,” the mayor wrote on X.", "Aid groups left."],
        ["He chose plan B.", "The others went home with Tobias X. Okoro."],
    ],
)
def test_boundaries(text: list[str]) -> None:
    expected = [piece for piece in text]
    if text[0].startswith("The ministry (see"):
        expected = ["The ministry (see below) did not answer...", "It never does.", *text[1:]]
    if text[0].startswith("She is no better"):
        expected = ["She is no better than I.", "He is.", text[1]]
    assert split(" ".join(text)) == expected


def test_sentences_stuck_together() -> None:
    assert split("Shells hit the market.Two men died. See example.com or J.Smith.") == [
        "Shells hit the market.",
        "Two men died.",
        "See example.com or J.Smith.",
    ]


def test_lines_are_paragraphs_and_carriage_returns_stay_outside() -> None:
    text = "Harbour blocked\r\n\r\nFishermen blocked it on Monday.\r\n- They want fuel\r\n- They want a meeting\r\n"
    assert split(text) == [
        "Harbour blocked",
        "Fishermen blocked it on Monday.",
        "They want fuel",
        "They want a meeting",
    ]


def test_wrapped_lines_are_put_together() -> None:
    text = (
        "Fishermen in the port of Marava blocked the harbour on Monday in\n"
        "protest at fuel prices, witnesses said. The governor of the coastal\n"
        "province met their leaders in the evening and promised to bring the\n"
        "matter before the cabinet this week, his spokesman told reporters.\n"
        "\n"
        "It is the third such protest this year, according to the port office\n"
        "of Marava. Two ended with promises that were not kept, the men say.\n"
    )
    assert [piece.replace("\n", " ")[:20] for piece in split(text)] == [
        "Fishermen in the por",
        "The governor of the ",
        "It is the third such",
        "Two ended with promi",
    ]


def test_a_break_in_the_middle_of_a_sentence() -> None:
    text = (
        "Harbour shut\nThe fishermen, who live from the sea of Marava and\nfrom little else, blocked it.\nPolice came."
    )
    assert split(text) == [
        "Harbour shut",
        "The fishermen, who live from the sea of Marava and\nfrom little else, blocked it.",
        "Police came.",
    ]


@pytest.mark.parametrize("filler", ["word ", "word, word; ", "x", "word “open ", "a.b "])
def test_no_sentence_is_longer_than_the_model_bears(filler: str) -> None:
    text = "Start " + filler * (20_000 // len(filler))
    found = sentences(text)
    assert max(one.end - one.start for one in found) <= 1500
    assert "".join(text[one.start : one.end] for one in found).replace(" ", "") == text.replace(" ", "")


def test_a_very_long_quotation_is_split() -> None:
    text = "“" + "We saw them come down the hill at night. " * 30 + "Nobody slept,” she said."
    assert len(sentences(text)) > 20


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("Harbour blocked\nFishermen blocked it.", None, "Harbour blocked"),
        ("Harbour blocked. Again.\nFishermen blocked it.", "Harbour blocked. Again.", "Harbour blocked."),
        ("Fishermen blocked it.\nPolice came.", None, None),
        ("Harbour blocked", None, None),
        ("Will the harbour stay shut?\nFishermen blocked it.", None, "Will the harbour stay shut?"),
        ("MARAVA (AP) — Fishermen blocked\nthe harbour.", None, None),
        ("Advertisement\nFishermen blocked it.", None, None),
        (
            "Read more: the week in pictures\nFishermen blocked it.",
            "Read more: the week in pictures",
            "Read more: the week in pictures",
        ),
    ],
)
def test_headlines(text: str, title: str | None, headline: str | None) -> None:
    found = [text[one.start : one.end] for one in sentences(text, title) if one.part == "headline"]
    assert found[:1] == ([headline] if headline else [])


def test_links_below_related_are_furniture_until_prose_begins() -> None:
    text = (
        "Police came.\nRelated articles:\nHarbour shut for third day\nMinister to visit\nThe governor did not comment."
    )
    assert [one.part for one in sentences(text)] == ["body", "furniture", "furniture", "furniture", "body"]


def test_furniture_at_the_end_of_a_paragraph() -> None:
    text = "Police came to the harbour at night. (Reporting by A. Nour; Editing by Bea Lund)"
    assert [one.part for one in sentences(text)] == ["body", "furniture"]


TEXTS = st.text(alphabet=st.sampled_from(list("ab AB.!?,\"“”'()\n\r-—:;1…\u00a0")), max_size=300) | st.text(
    max_size=200
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences(text)
    assert [one.index for one in found] == list(range(len(found)))
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert not BULLET.sub("", text[last : one.start]).strip()
        piece = text[one.start : one.end]
        assert piece == piece.strip()
        assert one.part in ("headline", "body", "furniture")
        last = one.end
    assert not BULLET.sub("", text[last:]).strip()


@pytest.mark.parametrize("bullet", ["• ", "•", "- ", "* ", "▪\t", "– ", "\uf0b7 ", "  ◦ "])
def test_bullets_are_no_part_of_sentences(bullet: str) -> None:
    items = ["At least nine people fled the town of Bor", "the army denied it", "Talks go on. They may fail."]
    found = split("Report on the north\n" + "".join(f"{bullet}{item}\n" for item in items))
    assert found == ["Report on the north", *items[:2], "Talks go on.", "They may fail."]
    assert split(f"It said{bullet.rstrip()}no") == [f"It said{bullet.rstrip()}no"]


@pytest.mark.parametrize("stamp", ["20:47 ", "9.15am - ", "6:35 pm: ", "14:08 GMT – "])
def test_the_time_that_opens_an_entry_is_no_part_of_its_sentence(stamp: str) -> None:
    items = ["Chad recalls its envoy.", "“We stay,” says Togo."]
    assert split("Live from the north\n\n" + "".join(f"{stamp}{item}\n\n" for item in items))[1:] == items
    assert split("At 20:47 Chad left.") == ["At 20:47 Chad left."]
    assert split("12.5 million people fled.") == ["12.5 million people fled."]
