from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.subject import subjects
from dateline.records.annotation import Mention, Said
from dateline.records.span import Span
from dateline.split.sentences import sentences


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def source_of(text: str, cue: str, content: str, *parties: str) -> str | None:
    said = Said(at(text, content), None, at(text, cue), 0.9)
    mentions = [Mention(at(text, p), "part", 0.9) for p in parties]
    [one] = subjects(text, [said], mentions, sentences(text))
    assert (one.content, one.cue) == (said.content, said.cue)
    return one.source.of(text) if one.source else None


@pytest.mark.parametrize(
    ("text", "cue", "content", "parties", "who"),
    [
        ("Togo denies links to the raid.", "denies", "links to the raid", ["Togo"], "Togo"),
        ("They turned to Togo, which says talks go on.", "says", "talks go on", ["Togo"], "Togo"),
        ("Hamdi, who fled to Oslo last year, has also claimed he was beaten.", "claimed", "he was beaten",
         ["Hamdi", "Oslo"], "Hamdi"),
        ("The leaders of the two states, who met in Lomé, have cited a plot.", "cited", "a plot", ["two states"],
         "leaders of the two states"),
        ("He hid in a mill that he said was empty.", "said", "was empty", ["mill"], "he"),
    ],
)  # fmt: skip
def test_the_subject_of_a_word_of_saying_is_the_speaker(
    text: str, cue: str, content: str, parties: list[str], who: str
) -> None:
    assert source_of(text, cue, content, *parties) == who


@pytest.mark.parametrize(
    ("text", "cue", "content", "parties"),
    [
        ("In Togo, it was said that talks go on.", "said", "talks go on", ["Togo"]),
        ("Hamdi met Ruiz. Reports say talks go on.", "say", "talks go on", ["Hamdi", "Ruiz"]),
        ("Hamdi sold a mill to men known to claim that talks go on.", "claim", "talks go on", ["Hamdi"]),
    ],
)
def test_who_is_not_its_subject_is_no_speaker(text: str, cue: str, content: str, parties: list[str]) -> None:
    assert source_of(text, cue, content, *parties) is None


def test_a_speaker_that_is_read_stays() -> None:
    text = "Togo said, Hamdi says, that talks go on."
    said = Said(at(text, "talks go on"), at(text, "Togo"), at(text, "says"), 0.9)
    [one] = subjects(text, [said], [Mention(at(text, "Hamdi"), "part", 0.9)], sentences(text))
    assert one == said


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 9), st.integers(0, 60))
def test_a_speaker_stands_before_the_word_of_saying(text: str, at_: int, length: int, party: int) -> None:
    cue = Span(min(at_, len(text)), min(at_ + length, len(text)))
    said = Said(Span(0, len(text)), None, cue, 0.9)
    [one] = subjects(text, [said], [Mention(Span(party, party + 3), "part", 0.9)], sentences(text))
    assert one.source is None or one.source.end <= cue.start
