"""People who block roads protest."""

from __future__ import annotations

import pytest

from dateline.coders.crowds import by_crowd
from dateline.records.span import Span


@pytest.mark.parametrize(
    ("text", "act", "actor", "protest"),
    [
        ("Hundreds of farmers blocked the road.", "blocked", "Hundreds of farmers", True),
        ("Residents of Lund barricaded a bridge.", "barricaded", "Residents of Lund", True),
        ("Armed villagers blocked the road.", "blocked", "Armed villagers", False),
        ("Police blocked the road.", "blocked", "Police", False),
        ("Farmers left the road.", "left", "Farmers", False),
    ],
)
def test_who_blocks_a_road_in_protest(text: str, act: str, actor: str, protest: bool) -> None:
    at, who = text.index(act), text.index(actor)
    assert by_crowd(text, Span(at, at + len(act)), [Span(who, who + len(actor))]) is protest
    assert not by_crowd(text, Span(at, at + len(act)), [])
