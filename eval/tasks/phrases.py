"""The tables of the documentation: time expressions and counts, each row exact."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from dateline.resolve.howmany import count_range
from dateline.resolve.when import tag_times
from eval.corpora import ROOT, Corpora
from eval.figure import Figure, measured, percent

TITLE = "Phrases"
SPLIT = "the tables of time expressions and counts in the documentation, written for this project"
SCORER = "share of rows that are exactly right"
ABOUT = "The rules were written with these rows in view: they guard what works."
TIMES = ROOT / "tests/resolve/when/phrases.csv"
COUNTS = ROOT / "tests/resolve/howmany/counts.csv"


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [TIMES, COUNTS]


def run(corpora: Corpora) -> list[Figure]:
    """Shares of right rows."""
    times = [[_time_right(row), 1] for row in _rows(TIMES)]
    counts = [[_count_right(row), 1] for row in _rows(COUNTS)]
    return [
        measured("time expressions", times, percent(0, 1), len(times)),
        measured("counts", counts, percent(0, 1), len(counts)),
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _time_right(row: dict[str, str]) -> bool:
    first, last = row["sentence"].index("["), row["sentence"].index("]") - 1
    text = row["sentence"].replace("[", "").replace("]", "")
    found = tag_times(text, published=_day(row["published"]))
    here = [w for w in found if w.piece.span.start < last and first < w.piece.span.end]
    if len(here) != 1:
        return False
    days = (_day(row["start"]), _day(row["end"]))
    return here[0].piece.text == text[first:last] and (here[0].start, here[0].end) == days


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _count_right(row: dict[str, str]) -> bool:
    low, high = (float(row[k]) if row[k] else None for k in ("min", "max"))
    return count_range(row["words"]) == (low, high)
