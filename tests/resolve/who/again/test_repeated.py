"""Whom a description means, and whom not, that could stand again for someone named before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        (
            "A Taliban spokesman, [[Karim Mirwais]], called it revenge. [[A spokesman for the Italian special forces "
            "command]] at its headquarters in Pisa, Italy, said that the fighters had left.",
            "ITA",
            "MIL",
        ),
        (
            "The Taliban's spokesman, [[Karim Mirwais]], spoke of revenge. [[A ministry spokesman]] in Rome said that "
            "Italy had no news. Italy's embassy was shut, [[the spokesman]] said.",
            "ITA",
            "GOV",
        ),
        (
            "[[NATO]] and Ukraine spoke of tanks. North Macedonia gives some as it seeks to meet Nato standards, "
            "[[its defence ministry]] said.",
            "MKD",
            "MIL",
        ),
        (
            "[[Syrian Democratic Forces]] and the army fought. More than 40 troops and [[militia]] were killed in a "
            "jihadist attack in Syria.",
            "SYR",
            "PRM",
        ),
    ],
)
def test_it_is_not_the_one_named_before(actors: ActorList, text: str, country: str, sector: str) -> None:
    plain, spans = split(text)
    actor = resolve_parties(plain, spans, actors, published=date(2016, 11, 11)).actors[spans[-1]]
    assert actor.country == country
    assert sector in actor.sectors


def test_the_ruling_party_is_one_of_the_government(actors: ActorList) -> None:
    text = (
        "The [[Liberal Democratic Party]] of Japan met. The [[Japanese Communist Party]] wants Tokyo to take part. "
        "The [[ruling party]] vowed to end it."
    )
    plain, spans = split(text)
    found = resolve_parties(plain, spans, actors, published=date(2024, 10, 13)).actors
    assert found[spans[2]].name == "Liberal Democratic Party"


def test_a_war_is_not_whose_a_veteran_is(actors: ActorList) -> None:
    plain, spans = split("[[Adam Kolvin]], an Iraq War veteran, ran for a seat in the United States Senate.")
    assert resolve_parties(plain, spans, actors).actors[spans[0]].country == "USA"


@pytest.mark.parametrize(
    "text",
    [
        "US President [[Donald Trump]] spoke in Washington. No sitting US [[president]] had met one.",
        "US President [[Donald Trump]] spoke in Washington. A [[senior administration official]] praised Trump.",
    ],
)
def test_nobody_named_is_one_of_many(actors: ActorList, text: str) -> None:
    plain, spans = split(text)
    actor = resolve_parties(plain, spans, actors, published=date(2018, 5, 10)).actors[spans[-1]]
    assert (actor.country, actor.name) == ("USA", None)
