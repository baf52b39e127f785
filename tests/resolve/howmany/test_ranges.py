"""Counts as ranges; `counts.csv` is the table that docs/reference/phrases.md shows."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.span import Span
from dateline.resolve.howmany import count_range, read_count

TABLE = Path(__file__).with_name("counts.csv")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _number(text: str) -> int | None:
    return int(text) if text else None


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["words"])
def test_words_mean_this_range(row: dict[str, str]) -> None:
    assert count_range(row["words"]) == (_number(row["min"]), _number(row["max"]))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the",
        "most",
        "12-year-old",
        "12-year-old boys",
        "two-thirds",
        "three quarters",
        "one in four",
        "a third of the town",
        "half of the 3,000",
        "a number of men",
        "9" * 30,
    ],
)
def test_what_is_no_count(words: str) -> None:
    assert count_range(words) is None


@pytest.mark.parametrize(
    ("text", "span", "words", "low", "high"),
    [
        ("Bombs killed at least 40 people.", "40 people", "at least 40", 40, None),
        ("Bombs killed at least 40 people.", "40", "at least 40", 40, None),
        ("It gave $1.2 billion in aid.", "$1.2", "$1.2 billion", 1_200_000_000, 1_200_000_000),
        ("She was charged over a $5,000 gift.", "$5,000", "$5,000", 5_000, 5_000),
        ("Storms killed over a hundred people.", "a hundred people", "over a hundred", 101, None),
        ("Two Malian soldiers died.", "Two Malian soldiers", "Two", 2, 2),
        (
            "It said an estimated four million people marched.",
            "four million",
            "an estimated four million",
            3_600_000,
            4_400_000,
        ),
        ("A Swedish journalist was shot.", "A Swedish journalist", "A", 1, 1),
        ("A 12-year-old girl was shot.", "A 12-year-old girl", "A", 1, 1),
        ("Not a single person was hurt.", "a single person", "Not a single", 0, 0),
        ("At least another six died.", "six", "At least another six", 6, None),
        ("A group of 40 men came.", "A group of 40 men", "40", 40, 40),
        ("Between 10 and 15 men came.", "10 and 15", "Between 10 and 15", 10, 15),
        ("Fewer than zero were hurt.", "zero", "Fewer than zero", None, 0),
        ("The six - two women and four men - were hurt.", "six", "six", 6, 6),
        ("Some 10 - 15 men came.", "10 - 15", "Some 10 - 15", 9, 16),
        ("It cost 177 billion pesos.", "billion", "177 billion", 177_000_000_000, 177_000_000_000),
    ],
)
def test_a_count_in_its_sentence(text: str, span: str, words: str, low: int | None, high: int | None) -> None:
    start = text.index(span)
    found = read_count(text, Span(start, start + len(span)))
    assert found is not None
    assert (found[0].of(text), *found[1:]) == (words, low, high)


def test_no_count_in_the_span() -> None:
    assert read_count("The soldiers fled.", Span(4, 12)) is None


_TEXT = (
    "at least more than over about nearly up to as many between and or two three 10 15 1,200 2.5 million thousand "
    "dozen dozens of tens hundreds half a the no several few - + $ % year old people in four thirds "
    "under less fewer below zero none minus -5 just short single not"
)
_SAMPLE = _TEXT.split()


@given(st.text(max_size=60) | st.lists(st.sampled_from(_SAMPLE), max_size=9).map(" ".join))
def test_ranges_run_forward_and_any_text_can_be_read(words: str) -> None:
    found = count_range(words)
    if found is not None:
        bounds = [bound for bound in found if bound is not None]
        assert bounds == sorted(bounds) and all(bound >= 0 for bound in bounds)
    placed = read_count(words, Span(0, len(words)))
    assert placed is None or placed[0].of(words).strip()
    assert placed is None or all(bound is None or bound >= 0 for bound in placed[1:])


@pytest.mark.parametrize("piece", ["1", "two ", "at least ", "1,", "tens of ", " "])
def test_long_lines_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    count_range(text)
    read_count(text, Span(0, len(text)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "words", "least", "greatest"),
    [
        ("They met for a fourth round of talks.", "fourth", None, None),
        ("They met for a fourth round of talks.", "a fourth round", None, None),
        ("It was the sixth nuclear test.", "sixth", None, None),
        ("A 20th attack followed.", "20th", None, None),
        ("He was the fourth killed this week.", "fourth", 4, 4),
        ("The rebels made five demands.", "five", None, None),
        ("They shelled the town for three days.", "three", None, None),
        ("They taxed one another's goods.", "one", None, None),
        ("They held 13 rounds of talks.", "13", 13, 13),
        ("Five people were killed.", "Five", 5, 5),
        ("A 12-year-old boy was killed.", "A 12-year-old boy", 1, 1),
    ],
)
def test_what_counts_nobody_is_no_count(text: str, words: str, least: int | None, greatest: int | None) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    read = read_count(text, span)
    assert (read[1:] if read is not None else (None, None)) == (least, greatest)


@pytest.mark.parametrize(
    ("text", "number", "least"),
    [
        ("Rebels freed 12 of the 15 guards on Monday.", "15", None),
        ("Rebels freed 12 of the 15 guards on Monday.", "12", 12),
        ("Two of the six people killed were nurses.", "six", 6),
    ],
)
def test_of_how_many_is_no_count(text: str, number: str, least: int | None) -> None:
    start = text.index(number)
    read = read_count(text, Span(start, start + len(number)))
    assert (read and read[1]) == least


def test_a_span_that_cuts_a_figure_in_two_has_all_of_it() -> None:
    text = "Some 400,000 went abroad."
    at = text.index("000")
    assert read_count(text, Span(at, at + 3)) == (Span(0, at + 3), 360000, 440000)


def test_about_before_a_dozen_bounds_it_and_before_the_four_tells_of_whom() -> None:
    for text, words, least in (("flanked by about a dozen", "dozen", 11), ("spoke about the four", "four", 4)):
        at = text.index(words)
        found = read_count(text, Span(at, at + len(words)))
        assert found is not None and found[1] == least
