from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.whole import whole
from dateline.records.annotation import Said
from dateline.records.article import Sentence
from dateline.records.span import Span
from dateline.split.sentences import sentences


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, *pieces: tuple[str, str | None, str | None], score: float = 0.95) -> list[str]:
    """The contents of what is said; pieces are (content, speaker, word of saying)."""
    read = [Said(at(text, c), at(text, s) if s else None, at(text, w) if w else None, score) for c, s, w in pieces]
    return [s.content.of(text) for s in whole(text, read, sentences(text))]


def test_words_before_the_quotation_marks_belong_to_what_is_said() -> None:
    text = "Both camps are “too weak to rule,” Hamdi says."
    pieces = ("Both camps are", None, None), ("too weak to rule", "Hamdi", "says")
    assert said(text, *pieces) == ["Both camps are “too weak to rule"]


def test_a_joined_statement_has_the_speaker_of_either_piece() -> None:
    text = "Hamdi said the U.S. envoy would leave the valley soon."
    read = [
        Said(at(text, "the U.S"), at(text, "Hamdi"), at(text, "said"), 0.7),
        Said(at(text, ". envoy would leave the valley soon"), None, None, 0.8),
    ]
    [one] = whole(text, read, [Sentence(0, 0, len(text))])
    assert one.source == at(text, "Hamdi")
    assert one.cue == at(text, "said")
    assert one.content.of(text) == "the U.S. envoy would leave the valley soon"


def test_pieces_with_one_speaker_are_joined_over_a_few_words() -> None:
    text = "According to Hamdi, rebels took the bridge and two mills burned."
    pieces = (
        ("rebels took", "Hamdi", "According to"),
        ("and two mills burned", "Hamdi", "According to"),
    )
    assert said(text, *pieces) == ["rebels took the bridge and two mills burned"]


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        # the speaker stands between them
        ("“We stay,” Hamdi said, “we fight.”", ("We stay", "Hamdi", "said"), ("we fight", "Hamdi", "said")),
        # two speakers
        (
            "Hamdi said troops left, but Ruiz said rebels stayed.",
            ("troops left", "Hamdi", "said"),
            ("rebels stayed", "Ruiz", "said"),
        ),
        # two sentences
        ("Hamdi said they left. “Nobody is there any more.”", ("they left", "Hamdi", "said"),
         ("Nobody is there any more", None, None)),
        # too far
        ("“We stay put” was one thing that was heard about Hamdi saying “go”.", ("We stay put", None, None),
         ("go", "Hamdi", "saying")),
    ],
)  # fmt: skip
def test_two_statements_stay_two(
    text: str, one: tuple[str, str | None, str | None], two: tuple[str, str | None, str | None]
) -> None:
    assert said(text, one, two) == [one[0], two[0]]


def test_what_nobody_is_told_to_say_is_no_statement_where_it_is_short_or_unsure() -> None:
    text = "We hope that the two parties meet in Oslo."
    assert said(text, ("the", None, None)) == []
    assert said(text, ("the", None, None), ("parties meet", None, None), score=0.6) == []
    assert said(text, ("hope that the two parties meet", None, None)) == ["hope that the two parties meet"]


def test_a_word_in_quotation_marks_or_with_a_speaker_is_one() -> None:
    assert said("“Never.” Then he left.", ("Never", None, None)) == ["Never"]
    assert said("Hamdi said yes.", ("yes", "Hamdi", "said")) == ["yes"]


def test_a_single_word_away_from_its_word_of_saying_is_none() -> None:
    assert said("Hamdi commented on the delivery of aid.", ("aid", "Hamdi", "commented")) == []
    assert said("The raids according to Hamdi cost lives.", ("raids", "Hamdi", "according to")) == []
    assert said("Hamdi declared victory.", ("victory", "Hamdi", "declared")) == ["victory"]
    assert said("Yes, said Hamdi.", ("Yes", "Hamdi", "said")) == ["Yes"]
    assert said("Hamdi spoke of a “trap”.", ("trap", "Hamdi", "spoke")) == ["trap"]


def test_marks_alone_are_no_statement() -> None:
    assert said("Hamdi said: “”.", ("“”", "Hamdi", "said")) == []


def test_commas_around_the_content_are_no_part_of_it() -> None:
    assert said("On Monday, troops left, Hamdi said.", (", troops left,", "Hamdi", "said")) == ["troops left"]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.booleans()), max_size=6))
def test_every_content_stays_in_what_was_read_and_quoted(ranges: list[tuple[int, int, bool]]) -> None:
    text = "Hamdi said the army left. “They will be back,” he said, and more. " * 2
    read = [Said(Span(a, a + n), Span(0, 5) if told else None, None, 0.5) for a, n, told in ranges]
    for one in whole(text, read, sentences(text)):
        assert min(s.content.start for s in read) <= one.content.start < one.content.end
        assert one.content.end <= max(s.content.end for s in read) or text[one.content.end :].lstrip(",")[:1] == "”"


def test_what_holds_its_own_speaker_begins_behind_the_word_of_saying() -> None:
    text = "She noted that Hamdi warned the council that rebels were near."
    assert said(text, ("Hamdi warned the council that rebels were near", "Hamdi", "warned")) == ["rebels were near"]
    text = "State radio quoted Hamdi as saying the bridge had burned."
    content = "State radio quoted Hamdi as saying the bridge had burned"
    assert said(text, (content, "Hamdi", "saying")) == ["the bridge had burned"]
    text = "Rebels were near, Hamdi said."
    assert said(text, ("Rebels were near, Hamdi said", "Hamdi", "said")) == ["Rebels were near, Hamdi said"]


@pytest.mark.parametrize(
    ("text", "read", "whole_"),
    [
        ("Chad spoke of “crude interference” in its vote.", "crude", "crude interference"),
        ('Chad spoke of "crude interference" in its vote.', "crude", "crude interference"),
        ("Chad called it “null.”", "null", "null"),
        ("Chad spoke of “crude acts\nin its” vote.", "crude", "crude"),
        ("Chad called the crude interference a crime.", "the crude interference", "the crude interference"),
    ],
)
def test_a_short_quotation_ends_with_its_marks(text: str, read: str, whole_: str) -> None:
    assert said(text, (read, "Chad", None)) == [whole_]


def test_a_word_or_two_without_a_word_of_saying_is_a_slip_whoever_speaks() -> None:
    text = "It is a first step and they know it."
    assert said(text, ("and", "It", None)) == []
    assert said("Hamdi: No deal.", ("No deal", "Hamdi", None)) == ["No deal"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Bombers flew from the island's port.", "the island"), ("Ruiz backed Chad’s plea for help.", "Chad")],
)
def test_a_few_words_that_nobody_says_outside_quotation_marks_are_no_statement(text: str, words: str) -> None:
    assert said(text, (words, None, None)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruiz hailed it as a “bold step” today.", "bold step"),
        ("Ruiz calls raid 'an outrage' once more.", "an outrage"),
        ("Hamdi: raid was wrong.", "raid was wrong"),
        ("Talks go on.", "Talks go on"),
    ],
)
def test_a_few_words_in_quotation_marks_or_at_the_beginning_are_one(text: str, words: str) -> None:
    assert said(text, (words, None, None)) == [words]
