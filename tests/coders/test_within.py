from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.within import without_those_within
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def left(text: str, *parties: str) -> list[str]:
    return [s.of(text) for s in without_those_within(text, [at(text, p) for p in parties])]


@pytest.mark.parametrize(
    ("text", "parties", "stay"),
    [
        (
            "They hired fighters from the private security firm (PSF) Lions Brigade.",
            ["fighters", "Lions Brigade"],
            ["fighters"],
        ),
        ("An aide of President Ruiz left.", ["aide", "President Ruiz"], ["aide"]),
        ("Observers from the African Union left.", ["Observers", "African Union"], ["Observers"]),
        ('A "large crowd" of miners left.', ["large crowd", "miners"], ["large crowd"]),
        ("Rebels in the Highlands fled.", ["Rebels", "Highlands"], ["Rebels"]),
        ("The new leaders of the two states met.", ["two states"], ["new leaders of the two states"]),
        ("Secretary of State Ann Ruiz spoke.", ["Secretary", "State Ann Ruiz"], ["Secretary of State Ann Ruiz"]),
        ("Police held hundreds of the miners.", ["hundreds", "miners"], ["hundreds of the miners"]),
        ("The new envoy, Ann Ruiz, spoke.", ["new envoy", "Ann Ruiz"], ["new envoy, Ann Ruiz"]),
        ("The aid mission, UNLOM, spoke.", ["aid mission", "UNLOM"], ["aid mission, UNLOM"]),
        ("Ann Ruiz, a young lawyer, spoke.", ["Ann Ruiz", "young lawyer"], ["Ann Ruiz"]),
        ("The Highland Guard (HIG) spoke.", ["Highland Guard", "HIG"], ["Highland Guard"]),
        ("The rebel group Red Dawn fled.", ["rebel group", "Red Dawn"], ["rebel group Red Dawn"]),
        ("Some 4.7 million Chileans fled.", ["4.7 million", "Chileans"], ["4.7 million Chileans"]),
        ("At least seven cooks fled.", ["At least", "seven cooks"], ["At least seven cooks"]),
        ("They hit the cooks and their allies.", ["cooks", "their", "allies"], ["cooks", "their allies"]),
        (
            "Minister for the West Coast Ann Ruiz spoke.",
            ["Minister for", "Coast Ann Ruiz"],
            ["Minister for the West Coast Ann Ruiz"],
        ),
        ("The UN Relief Board spoke.", ["UN", "UN Relief Board"], ["UN Relief Board"]),
        ("Togo’s chargé d’affaires left.", ["Togo’s chargé", "affaires"], ["Togo’s chargé d’affaires"]),
    ],
)
def test_who_only_tells_more_of_a_party_is_none(text: str, parties: list[str], stay: list[str]) -> None:
    assert left(text, *parties) == stay


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Envoys from Chad, Mali and Togo met.", ["Envoys", "Chad", "Mali", "Togo"]),
        ("Miners and nurses marched.", ["Miners", "nurses"]),
        ("Miners of the north and from Togo marched.", ["Miners", "Togo"]),
        ("Ruiz from Togo left.", ["Ruiz", "Togo"]),
        ("They hit a camp in a town that sheltered rebels.", ["camp", "rebels"]),
        ("Ruiz asked Hamdi.", ["Ruiz", "Hamdi"]),
        ("Togo Chad agree to talks", ["Togo", "Chad"]),
        ("They hit ten cooks two guards and a van.", ["ten cooks", "two guards"]),
        ("They asked the cooks Ruiz to vote.", ["cooks", "Ruiz"]),
        ("Ruiz hid the talks with Hamdi from the clerks.", ["Hamdi", "clerks"]),
        ("Envoys from the coast gathered with Togo.", ["Envoys", "Togo"]),
        ("Chad, Togo and Mali spoke.", ["Chad", "Togo", "Mali"]),
        ("The envoy, Chad and Mali spoke.", ["envoy", "Chad", "Mali"]),
        ("The rebels, Chad, Mali and others spoke.", ["rebels", "Chad"]),
    ],
)
def test_parties_of_their_own_stay(text: str, parties: list[str]) -> None:
    assert left(text, *parties) == parties


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 12)), max_size=5))
def test_no_party_comes_from_nowhere(ranges: list[tuple[int, int]]) -> None:
    text = "Hundreds of the miners from the north and a clerk in Togo met envoys of Chad."
    parties = [Span(a, a + n) for a, n in ranges]
    for one in without_those_within(text, parties):
        assert one.start in [p.start for p in parties]
        assert one.end in [p.end for p in parties]
