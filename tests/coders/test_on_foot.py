"""Raids on foot are not from the air."""

from __future__ import annotations

import pytest

from dateline.coders.on_foot import by_land
from dateline.records.span import Span


@pytest.mark.parametrize(
    ("text", "act", "actor", "modes"),
    [
        ("Fighters burnt huts in raids on two towns.", "raids", "Fighters", ["firearms"]),
        ("Gunmen raided Lund.", "raided", "Gunmen", ["firearms"]),
        ("Troops bombed a pier in raids on Lund.", "raids", "Troops", ["firearms", "aerial"]),
        ("The regime carried out raids on Lund.", "raids", "regime", ["firearms", "aerial"]),
        ("The militants bombed a school.", "bombed", "militants", ["firearms", "explosives"]),
        ("Troops bombed a school.", "bombed", "Troops", ["firearms", "aerial"]),
        ("The rebels bombed a pier with a stolen plane.", "bombed", "rebels", ["firearms", "aerial"]),
        ("Gunmen hit Lund.", "hit", "Gunmen", ["firearms", "aerial"]),
    ],
)
def test_the_modes_of_raids(text: str, act: str, actor: str, modes: list[str]) -> None:
    at, who = text.index(act), text.index(actor)
    actors = [Span(who, who + len(actor))]
    found = by_land(text, Span(0, len(text)), Span(at, at + len(act)), actors, ("firearms", "aerial"))
    assert list(found) == modes
