from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.when import tag_times


def words(text: str) -> list[str]:
    return [when.piece.text for when in tag_times(text, published=date(2024, 7, 30))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He has been held since March.", ["March"]),
        ("He will be held until at least March.", ["March"]),
        ("Two weeks after the coup he fled.", ["Two weeks"]),
        ("He fled at least 72 hours before the coup.", ["at least 72 hours"]),
        ("He was freed two days earlier.", ["two days earlier"]),
        ("He stayed for only six months.", ["six months"]),
        ("Trade grew over several years.", ["several years"]),
        ("Trade grew for over three years.", ["over three years"]),
        ("They voted around May 9.", ["around May 9"]),
    ],
)
def test_signals_and_words_of_focus_stand_outside(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Output hit a five year low.", "five year"),
        ("The third-quarter loss was small.", "third-quarter"),
        ("The third-quarter GNP growth was small.", "third-quarter"),
        ("The third quarter was weak.", "The third quarter"),
        ("He took the late-November trip.", "late-November"),
        ("It rose from a year-earlier loss.", "year-earlier"),
        ("It rose from the year-ago quarter.", "the year-ago quarter"),
        ("They talked for a year and left.", "a year"),
        ("They fought in a three-year period.", "a three-year period"),
    ],
)
def test_the_article_of_another_noun_stands_outside(text: str, found: str) -> None:
    assert words(text) == [found]
