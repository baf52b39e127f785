from __future__ import annotations

import pytest

from dateline.coders.for_states import of_states
from dateline.records.annotation import Said
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "actors", "states"),
    [
        ("Togo’s envoy said that trade with Chad had grown.", ["envoy", "Chad"], ["Togo", "Chad"]),
        ("Upper Volta's foreign minister said that trade had grown.", ["foreign minister"], ["Upper Volta"]),
        ("Togo’s army said that trade with Chad had grown.", ["army", "Chad"], ["army", "Chad"]),
        ("The envoy said that trade with Chad had grown.", ["envoy", "Chad"], ["envoy", "Chad"]),
    ],
)
def test_who_speaks_for_a_state_is_not_who_trades(text: str, actors: list[str], states: list[str]) -> None:
    said = Said(Span(text.index("that "), len(text)), at(text, actors[0]), at(text, "said"), 0.9)
    found = of_states(text, at(text, "trade"), [at(text, a) for a in actors], [said])
    assert [s.of(text) for s in found] == states


def test_who_is_in_the_words_stays() -> None:
    text = "He said that Togo’s envoy had called for trade with Chad."
    said = Said(Span(text.index("that "), len(text)), at(text, "He"), at(text, "said"), 0.9)
    assert of_states(text, at(text, "trade"), [at(text, "envoy")], [said]) == [at(text, "envoy")]
