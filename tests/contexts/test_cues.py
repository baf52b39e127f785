"""Cue words: whole words, open endings, and no cue lost by looking at first words only."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebooks.codebook import Codebook
from dateline.contexts.cues import Cues

SOME = Cues({"military": ["army", "air strike*", "NATO"], "legislative": ["bill", "lawmaker*"], "empty": []})
EVERY = {name: setting.cues for name, setting in Codebook.load().settings.items()}
ALL = Cues(EVERY)
WORDS = [cue.replace("*", "s") for cues in EVERY.values() for cue in cues]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Army left.", {"military"}),
        ("Two air strikes hit it.", {"military"}),
        ("The nato of names", set()),
        ("A lawmaker tore up the billing.", {"legislative"}),
        ("An armyless state", set()),
        ("NATO read the bill.", {"military", "legislative"}),
    ],
)
def test_cues_are_whole_words(text: str, names: set[str]) -> None:
    assert set(SOME.within(text)) == names


def test_the_longest_cue_is_taken_and_none_overlaps_it() -> None:
    (span,) = Cues({"x": ["gang", "gang war*", "war"]}).within("A gang wars here")["x"]
    assert span.of("A gang wars here") == "gang wars"


def test_only_the_range_is_searched() -> None:
    text = "army, army, army"
    assert [c.start for c in SOME.within(text, 4, 11)["military"]] == [6]


def test_a_cue_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a word"):
        Cues({"x": ["*"]})


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_every_cue_of_the_codebook_is_found_wherever_it_stands(words: list[str]) -> None:
    found = ALL.within(" and ".join(words))
    for name, cues in EVERY.items():
        if any(cue.replace("*", "s") in words for cue in cues):
            assert name in found


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_lie_in_it_from_left_to_right(text: str) -> None:
    for spans in ALL.within(text).values():
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
