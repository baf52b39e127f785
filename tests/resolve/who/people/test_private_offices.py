"""Offices that private bodies have as well as states."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A shell hit Mercy Hospital in Gao. [[The hospital director]] spoke.", "MED"),
        ("A shell hit Mercy Hospital in Gao. [[The hospital's director]] spoke.", "MED"),
        ("A shell hit Mercy Hospital in Gao. [[The head of the hospital]] spoke.", "MED"),
        ("A shell hit Mercy Hospital in Gao. [[The head of the provincial hospital]] spoke.", "MED"),
        ("Peru was calm. [[A university spokesman]] spoke.", "EDU"),
        ("Peru was calm. [[The president of the university]] spoke.", "EDU"),
        ("Peru was calm. [[Company officials]] spoke.", "BUS"),
        ("Peru was calm. [[A spokeswoman for the airline]] spoke.", "BUS"),
        ("Peru was calm. [[Representatives of small banks]] spoke.", "BUS"),
        ("Peru was calm. [[The head of the mosque]] spoke.", "REL"),
        ("Peru was calm. [[The chairman of the miners' union]] spoke.", "LAB"),
        ("Peru was calm. [[The head of the charity]] spoke.", "SOC"),
        ("Peru was calm. The rebels met. [[The representatives of the rebels]] spoke.", "REB"),
        ("Peru was calm. [[The director of the intelligence agency]] spoke.", "SPY"),
        # Those of a state, and of what may be one.
        ("Peru was calm. [[The head of the delegation]] spoke.", "GOV"),
        ("Peru was calm. [[The president of the country]] spoke.", "GOV"),
        ("Peru was calm. [[Top officials at the hotel]] spoke.", "GOV"),
        ("Peru was calm. [[The government spokesman]] spoke.", "GOV"),
        # People by their names.
        ("Mali was calm. [[Anna Lind]], director of the hospital, spoke.", "MED"),
        ("Mali was calm. [[Anna Lind]], the hospital's director, spoke.", "MED"),
        ("Mali was calm. [[Mercy Hospital director Anna Lind]] spoke.", "MED"),
        ("Mali was calm. [[Anna Lind]], secretary of the Mali Bank Employees' Association, spoke.", "SOC"),
        ("Mali was calm. [[Anna Lind]], president of the National Organization of Herders, spoke.", "SOC"),
        ("Mali was calm. He told the newspaper President [[Anna Lind]] was away.", "GOV"),
    ],
)
def test_the_sector_is_that_of_the_body(actors: ActorList, text: str, sector: str) -> None:
    plain, spans = split(text)
    assert resolve_parties(plain, spans, actors).actors[spans[-1]].sectors[0] == sector


def test_a_model_does_not_make_a_government_of_a_hospital(actors: ActorList) -> None:
    plain, spans = split("A shell hit Mercy Hospital in Gao. [[Its director]] spoke.")
    found = resolve_parties(plain, spans, actors, sector_hints={spans[0]: [("GOV", 0.99)]})
    assert found.actors[spans[0]].sectors == ("MED",)
