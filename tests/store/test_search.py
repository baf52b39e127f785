from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store.search import folded
from tests.make import actor, coded, event
from tests.store.making import run


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(
        run(), [coded(event("attacked"), event("condemned", actors=(actor("president", name="Ibrahim Traoré"),)))]
    )
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("condemning", ["condemned"]),
        ("ATTACKING post", ["attacked"]),
        ('"army post"', ["attacked"]),
        ('"post army"', []),
        ("president OR rebels", ["attacked", "condemned"]),
        ("post zebra OR rebels", ["attacked"]),
        ("attack -rebels", ["condemned"]),
        ('attack -"army post"', ["condemned"]),
        ("traore", ["condemned"]),
        ("Traoré ibrahim", ["condemned"]),
        ("zebra", []),
        ("army-post", ["attacked"]),
        ('un"balanced rebels', []),
        ("OR rebels OR", ["attacked"]),
        ("rebels AND NOT (post*", ["attacked"]),
        ("the rebels of it", ["attacked"]),
        ("near^2 : {rebels}", []),
    ],
)
def test_words_phrases_either_and_without(filled: Store, query: str, found: list[str]) -> None:
    assert sorted(s.event.trigger.text for s in filled.events(Filter(text=query))) == found


@pytest.mark.parametrize("query", ["", "-rebels", "OR", '""', "!?", "the of"])
def test_a_query_names_a_word(filled: Store, query: str) -> None:
    with pytest.raises(InputError, match="no word"):
        filled.count(Filter(text=query))


def test_accents_and_cases_are_folded() -> None:
    assert folded("TRAORÉ Łódź") == "traore łodz"
