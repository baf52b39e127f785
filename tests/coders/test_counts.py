from __future__ import annotations

import pytest

from dateline.coders.counts import is_of, is_of_doers, own_counts
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
        ("Gunmen killed two and took nine hostage.", "killed", "hostage", ["two", "nine"], ["nine"]),
        ("Nine men fought and killed two clerks.", "fought", "killed", ["Nine", "two"], ["Nine", "two"]),
        ("Raids on nine towns killed two clerks.", "Raids", "killed", ["nine", "two"], ["nine", "two"]),
    ],
)
def test_numbers_of_an_act_told_before_are_not_those_of_the_next(
    text: str, before: str, act: str, counts: list[str], own: list[str]
) -> None:
    acts = [_act(text, before), _act(text, act)]
    assert [s.of(text) for s in own_counts(text, acts[1], [_at(text, c) for c in counts], acts)] == own


def test_numbers_of_those_who_take_part() -> None:
    text = "Hundreds of miners blocked nine roads."
    assert is_of(text, _at(text, "Hundreds"), [_at(text, "Hundreds of miners")])
    assert is_of(text, _at(text, "Hundreds"), [_at(text, "miners")])
    assert not is_of(text, _at(text, "nine"), [_at(text, "Hundreds of miners")])


@pytest.mark.parametrize(
    ("what", "recipients", "doers"),
    [
        ("killed", ["a judge"], True),
        ("arrested", ["a judge"], True),
        ("other", ["a judge"], False),
        ("killed", [], False),
        ("killed", ["Two gunmen", "a judge"], False),
    ],
)
def test_who_did_it_to_others_is_not_whom_it_befell(what: str, recipients: list[str], doers: bool) -> None:
    text = "Two gunmen met a judge."
    told = [_at(text, r) for r in recipients]
    assert is_of_doers(text, _at(text, "Two"), ((what, 0.9),), [_at(text, "Two gunmen")], told) is doers
