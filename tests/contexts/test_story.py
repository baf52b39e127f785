"""How much of a report is about something."""

from __future__ import annotations

import re

import pytest

from dateline.contexts.story import Report, is_near
from dateline.records.span import Span
from dateline.split.sentences import sentences
from tests.contexts.making import told

TEXT = "Rain fell. Rain went on. They sang. They ate. They slept. They left."
ACTS = [told(TEXT, words, "AID") for words in ("fell", "went", "sang", "ate", "slept", "left")]
REPORT = Report(sentences(TEXT), ACTS)


def cues(words: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(words, TEXT)]


def test_places() -> None:
    assert REPORT.places == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("words", "acts", "share", "holding"),
    [
        ("tin", [3, 4, 5], 0.5, {3, 4, 5}),  # half of the acts
        ("tin", [4, 5], 0.0, {4, 5}),  # too few
        ("Rain|left", [], 0.5, {0, 1, 5}),  # half of the sentences, one at the beginning
        ("Rain", [], 0.0, {0, 1}),  # too few
        ("ate|slept|left", [], 0.0, {3, 4, 5}),  # none at the beginning
        ("Rain|left", [2, 3, 4, 5], 4 / 6, {0, 1, 2, 3, 4, 5}),  # whichever is more
        ("tin", [], 0.0, set()),
    ],
)
def test_about(words: str, acts: list[int], share: float, holding: set[int]) -> None:
    assert REPORT.about(cues(words), acts) == (share, holding)


def test_a_quarter_of_the_sentences_counts_as_a_third_of_the_acts() -> None:
    text = "Rain. " * 3 + "They sang. " * 9
    report = Report(sentences(text), [told(text, "sang", "AID")])
    assert report.about([Span(*m.span()) for m in re.finditer("Rain", text)], []) == (0.34, {0, 1, 2})


def test_is_near() -> None:
    assert is_near(4, {0, 1})
    assert not is_near(5, {0, 1})
    assert not is_near(0, set())
