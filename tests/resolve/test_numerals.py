from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.numerals import figure, read_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty one", 21),
        ("two hundred and five", 205),
        ("half a million", 500_000),
        ("2.5 million", 2_500_000),
        ("three thousand two hundred", 3_200),
        ("a dozen", 12),
        ("two hundred thousand", 200_000),
        ("5 lakh", 500_000),
        ("one and half", 1.5),
        ("zero", 0),
        ("many", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, value: float | None) -> None:
    assert read_number(words.split()) == value


@given(st.integers(0, 10**14))
def test_figures_with_and_without_commas_are_equal(number: int) -> None:
    assert figure(str(number)) == figure(f"{number:,}") == number


def test_a_figure_too_long_is_no_number() -> None:
    assert figure("9" * 5000) is None
