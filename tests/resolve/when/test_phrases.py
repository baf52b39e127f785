"""The table of phrases with the days that they mean: each row is a sentence with one expression in brackets."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from dateline.resolve.when import tag_times

TABLE = Path(__file__).with_name("phrases.csv")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['sentence']} {row['published']}")
def test_phrase_means_these_days(row: dict[str, str]) -> None:
    first, last = row["sentence"].index("["), row["sentence"].index("]") - 1
    text = row["sentence"].replace("[", "").replace("]", "")
    found = tag_times(text, published=_day(row["published"]))
    (when,) = [w for w in found if w.piece.span.start < last and first < w.piece.span.end]
    assert when.piece.text == text[first:last]
    assert (when.start, when.end) == (_day(row["start"]), _day(row["end"]))
    assert when.timex_type == row["timex_type"]
    if row["published"]:
        assert when.precision == (row["precision"] or None)
        assert when.timex == row["timex"]


def test_table_is_large_and_covers_all_weekdays() -> None:
    rows = _rows()
    assert len(rows) >= 150
    assert {date.fromisoformat(row["published"]).weekday() for row in rows if row["published"]} == set(range(7))
