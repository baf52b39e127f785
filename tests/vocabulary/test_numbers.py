"""Words for numbers stand at the places of their values."""

from __future__ import annotations

from dateline.vocabulary.numbers import ONES, TENS


def test_numbers_stand_at_their_places() -> None:
    assert (ONES[0], ONES[12], ONES[19]) == ("zero", "twelve", "nineteen")
    assert len(ONES) == 20
    assert (TENS[0], TENS[-1], len(TENS)) == ("twenty", "ninety", 8)
