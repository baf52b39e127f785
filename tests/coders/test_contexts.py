"""Contexts by cue words: whole words, open endings, and no context lost by looking at first words only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebooks.codebook import Codebook
from dateline.coders.contexts import ContextCues
from dateline.records.span import Span

CUES = {"military": ["army", "air strike*", "NATO"], "legislative": ["bill", "lawmaker*"], "empty": []}
EVERY = Codebook.load().context_cues
ALL = ContextCues(EVERY)
WORDS = [cue.replace("*", "s") for cues in EVERY.values() for cue in cues]


def found(text: str, cues: ContextCues) -> tuple[str, ...]:
    return cues.of(text, Span(0, len(text)), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Army left.", ("military",)),
        ("Two air strikes hit it.", ("military",)),
        ("The nato of names", ()),
        ("A lawmaker tore up the billing.", ("legislative",)),
        ("An armyless state", ()),
        ("NATO read the bill.", ("military", "legislative")),
    ],
)
def test_cues_are_whole_words(text: str, names: tuple[str, ...]) -> None:
    assert found(text, ContextCues(CUES)) == names


def test_two_different_cues_of_the_paragraph_are_enough_and_one_is_not() -> None:
    text = "They met. The army and NATO agreed."
    cues = ContextCues(CUES)
    assert cues.of(text, Span(0, 9), Span(0, len(text))) == ("military",)
    assert cues.of(text, Span(0, 9), Span(0, text.index(" and"))) == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_every_cue_of_the_codebook_is_found_wherever_it_stands(words: list[str]) -> None:
    names = found(" and ".join(words), ALL)
    for name, cues in EVERY.items():
        if any(cue.replace("*", "s") in words for cue in cues):
            assert name in names
