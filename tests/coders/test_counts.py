from __future__ import annotations

import pytest

from dateline.coders.counts import own_counts
from dateline.records.annotation import Trigger
from dateline.records.span import Span


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _act(text: str, word: str) -> Trigger:
    return Trigger(_at(text, word), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9)


@pytest.mark.parametrize(
    ("text", "before", "act", "counts", "own"),
    [
        ("Police raided three shops and arrested two men.", "raided", "arrested", ["three", "two"], ["two"]),
        ("Police raided three shops and arrested clerks.", "raided", "arrested", ["three"], ["three"]),
        ("Nine men fought and killed two clerks.", "fought", "killed", ["Nine", "two"], ["Nine", "two"]),
        ("Raids on nine towns killed two clerks.", "Raids", "killed", ["nine", "two"], ["nine", "two"]),
    ],
)
def test_numbers_of_an_act_told_before_are_not_those_of_the_next(
    text: str, before: str, act: str, counts: list[str], own: list[str]
) -> None:
    acts = [_act(text, before), _act(text, act)]
    assert [s.of(text) for s in own_counts(text, acts[1], [_at(text, c) for c in counts], acts)] == own
