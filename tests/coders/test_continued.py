"""Who says quotations that only run on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.continued import carried, halved
from dateline.records.annotation import Said
from dateline.records.article import Sentence
from dateline.records.span import Span


def said(text: str, content: str, source: str = "") -> Said:
    at = text.index(content)
    who = Span(text.index(source), text.index(source) + len(source)) if source else None
    return Said(Span(at, at + len(content)), who, None, 0.9)


@pytest.mark.parametrize(
    ("text", "told", "open_one", "speaker"),
    [
        ('"We stay," the general said. "We will hold the hill. It is ours."', "We stay", "We will", "the general"),
        ('"They came at dusk," said Ama, a farmer. "They took all."', "They came", "They took", "Ama"),
        ('"If they come," Omar said, "we will fight."', "we will", "If they", "Omar"),
        ('"We stay," the general said.\n\n"The town is lost."', "We stay", "The town", None),
        ("The general said they would stay. The town is lost.", "they would", "The town", None),
    ],
)
def test_a_quotation_that_runs_on_has_its_speaker(text: str, told: str, open_one: str, speaker: str | None) -> None:
    who = speaker or "the general" if "the general" in text else speaker or "The general"
    pieces = carried(text, (said(text, told, who), said(text, open_one)))
    source = pieces[1].source
    assert (source.of(text) if source else None) == speaker


@given(st.text('ab". \n', max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 9)), max_size=5))
def test_nothing_but_sources_changes(text: str, spans: list[tuple[int, int]]) -> None:
    given_ones = tuple(Said(Span(a, a + n), Span(a, a + 1) if n % 2 else None, None, 0.5) for a, n in spans)
    filled = carried(text, given_ones)
    assert [s.content for s in filled] == [s.content for s in given_ones]
    assert all(new.source == old.source for new, old in zip(filled, given_ones, strict=True) if old.source)


@pytest.mark.parametrize(
    ("text", "told", "open_one", "begins", "speaker"),
    [
        ('"If they come," Omar said, "we will fight."', "If they", "we will", 0, "Omar"),
        ('"If they come," Omar said, "we will fight."', "we will", "If they", 0, "Omar"),
        ('"They came," Omar said. "We fought on."', "They came", "We fought", 24, None),
        ("If they come, Omar said, we will fight.", "If they", "we will", 0, None),
        ('Omar said, "They came," and wrote: "We fought."', "They came", "We fought", 0, None),
    ],
)
def test_halves_of_a_quotation_are_of_who_stands_between(
    text: str, told: str, open_one: str, begins: int, speaker: str | None
) -> None:
    pieces = [Sentence(0, 0, begins or len(text)), *([Sentence(1, begins, len(text))] if begins else [])]
    cue = text.index("said")
    known = replace(said(text, told, "Omar"), cue=Span(cue, cue + 4))
    one = halved(text, (known, said(text, open_one)), pieces)[1]
    assert (one.source.of(text) if one.source else None) == speaker
    assert (one.cue.of(text) if one.cue else None) == ("said" if speaker else None)
