from __future__ import annotations

import pytest

from dateline.coders.several import each_of, last_words
from dateline.records.annotation import Mention
from dateline.records.span import Span

NAMES = frozenset({"Odera", "Quist", "Lindqvist", "Dakovo"})


@pytest.mark.parametrize(
    ("mention", "voices"),
    [
        ("port official and another dock worker", ["port official", "another dock worker"]),
        ("Geneva-based monitor and a harbour medic", ["Geneva-based monitor", "harbour medic"]),
        ("nurse in Dakovo and a priest", ["nurse in Dakovo", "priest"]),
        ("medical source and villagers", ["medical source", "villagers"]),
        ("provincial officials and traders", ["provincial officials", "traders"]),
        ("Radio Dakovo and the weekly Horizont", ["Radio Dakovo", "weekly Horizont"]),
        ("Mayor Odera and Quist", ["Mayor Odera", "Quist"]),
        ("Odera, and Ana Lindqvist", ["Odera", "Ana Lindqvist"]),
    ],
)
def test_voices_that_stand_by_themselves_are_two(mention: str, voices: list[str]) -> None:
    assert [s.of(mention) for s in each_of(mention, Span(0, len(mention)), NAMES)] == voices


@pytest.mark.parametrize(
    "mention",
    [
        "Togolese and Ghanaian officials",
        "harbour and customs officials",
        "Committee for Peace and Dakovo",
        "lawyer for the union and the club",
        "villagers from Dakovo and other hamlets",
        "analyst and writer Ana Quist",
        "Bread and Roses Party",
        "club Chairman and Odera",
        "Odera",
        "officials, traders and priests and a nurse",
    ],
)
def test_words_that_lean_on_each_other_are_one(mention: str) -> None:
    names = NAMES | {"Chairman"}
    assert each_of(mention, Span(0, len(mention)), names) == (Span(0, len(mention)),)


def test_names_are_the_last_words_of_parties() -> None:
    text = "Mayor Odera met Quist and Lindqvist in Dakovo"
    told = [("part", "Mayor Odera"), ("part", "Quist and Lindqvist"), ("place", "Dakovo")]
    spans = [(kind, text.index(words), len(words)) for kind, words in told]
    mentions = [Mention(Span(at, at + length), kind, 0.9) for kind, at, length in spans]
    assert last_words(text, mentions) == {"Odera"}
