"""Incidents that a filter finds, added up by place, time or type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import get_args

import numpy as np
import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.event import REAL
from dateline.records.sums import PLACES, Sum, SumBy
from dateline.store import shown
from dateline.store.views.columns import UNDATED, Columns, Mask
from dateline.store.views.selection import EPOCH

TIMES = ("day", "week", "month", "year")


def summed(connection: sa.Connection, table: Columns, mask: Mask, by: SumBy) -> tuple[list[Sum], Sum]:
    """The sums, and all together: times in their order, other values by how many incidents have them.

    InputError where nothing is added up by `by`.
    """
    if by not in get_args(SumBy):
        raise InputError(f"by: {by!r} is none of {', '.join(get_args(SumBy))}")
    rows = np.flatnonzero(mask & table.live)
    told = shown.told_by_keys(connection, [int(key) for key in table.key[rows]])
    quad, real = _words(table, "quad"), _words(table, "status")
    found: dict[tuple[str, ...], Sum] = {}
    whole = Sum(())
    for row, key in _keys(table, rows, by, told):
        one = told[int(table.key[row])]
        for into in (found.setdefault(key, Sum(key)), whole):
            # of what is planned, possible or denied no numbers are added up
            into.add(quad(row) or None, one.origins, real(row) in REAL, one.numbers)
    return sorted(found.values(), key=_by_time if by in TIMES else _by_number), whole


def _keys(
    table: Columns, rows: np.ndarray[tuple[int], np.dtype[np.int64]], by: SumBy, told: dict[int, shown.Told]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    country = _words(table, "country")
    word = _words(table, by) if by in ("type", "status") else None
    for row in map(int, rows):
        if int(table.key[row]) not in told:
            continue
        if word is not None:
            yield row, (word(row),)
        elif by in TIMES:
            yield row, (_time(int(table.day[row]), by),)
        else:
            place = told[int(table.key[row])].place
            parts = (country(row), str(place.get("admin1") or ""), str(place.get("name") or ""))
            yield row, parts[: len(PLACES[by])]


def _words(table: Columns, name: str) -> Callable[[int], str]:
    words, numbers = table.vocabulary[name].list, table.words[name]
    return lambda row: words[int(numbers[row])]


def _time(day: int, by: str) -> str:
    """The first day of the time; of months and years their name ("2026-03")."""
    if day == UNDATED:
        return ""
    date = EPOCH + timedelta(day)
    if by == "week":
        date -= timedelta(date.weekday())
    return date.isoformat()[: {"month": 7, "year": 4}.get(by, 10)]


def _by_time(one: Sum) -> tuple[bool, tuple[str, ...]]:
    return one.key == ("",), one.key


def _by_number(one: Sum) -> tuple[bool, int, tuple[str, ...]]:
    return not any(one.key), -one.incidents, one.key
