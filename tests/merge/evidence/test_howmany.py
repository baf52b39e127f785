from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.evidence.howmany import agreement
from dateline.records.resolved import Count
from dateline.records.span import Piece, Span

BOUND = st.none() | st.integers(-5, 400_000)


def count(least: int | None, most: int | None) -> Count:
    return Count(Piece(Span(0, 1), "x"), "killed", least, most)


@pytest.mark.parametrize(
    ("one", "two", "low", "high"),
    [
        ((12, 12), (12, 12), 0.5, 1.0),
        ((12, 12), (40, 40), -1.0, 0.0),
        ((10, None), (12, 12), 0.0, 1.0),
        ((0, 0), (12, 12), -1.0, -0.5),
    ],
)
def test_counts_agree_or_speak_against_each_other(
    one: tuple[int, int | None], two: tuple[int, int | None], low: float, high: float
) -> None:
    assert low <= agreement(count(*one), count(*two)) <= high


@given(BOUND, BOUND, BOUND, BOUND)
def test_any_two_counts_can_be_compared(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    found = agreement(count(a, b), count(c, d))
    assert -1.0 <= found <= 1.0 and found == agreement(count(c, d), count(a, b))
