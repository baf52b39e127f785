"""Incidents that a filter finds, added up by place, time or type."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.records.event import REAL
from dateline.records.sums import FIGURES, PLACES, Figure, Sum, SumBy
from dateline.store.views.columns import UNDATED, Columns, Mask
from dateline.store.views.selection import EPOCH
from dateline.store.views.told import Told

TIMES = ("day", "week", "month", "year")
DENSE = 2**24
"""Numbers up to which each is counted in a place of its own."""

Numbers = NDArray[np.int64]
Key = tuple[str, ...]


def summed(table: Columns, mask: Mask, by: SumBy, told: Told) -> tuple[list[Sum], Sum]:
    """The sums, and all together: times in their order, other values by how many incidents have them.

    What was `told` of all of them has been read. InputError where nothing is added up by `by`.
    """
    if by not in get_args(SumBy):
        raise InputError(f"by: {by!r} is none of {', '.join(get_args(SumBy))}")
    rows = np.flatnonzero(mask & table.live)
    rows = rows[told.known[table.key[rows]]]
    keys, group = _grouped(table, rows, by, told)
    found = _added(table, rows, group, keys, told)
    (whole,) = _added(table, rows, np.zeros(len(rows), np.int64), [()], told)
    return sorted(found, key=_by_time if by in TIMES else _by_number), whole


def _grouped(table: Columns, rows: Numbers, by: SumBy, told: Told) -> tuple[list[Key], Numbers]:
    """The keys of the groups, and of each row the number of its group."""
    if by in TIMES:
        days, group = _distinct(table.day[rows].astype(np.int64))
        times = [_time(int(one), by) for one in days]
        number = {time: n for n, time in enumerate(dict.fromkeys(times))}
        return [(time,) for time in number], np.array([number[time] for time in times], np.int64)[group]
    if by in ("type", "status"):
        parts = [(table.words[by][rows], table.vocabulary[by].list)]
    else:
        of_key = ((place[table.key[rows]], words.list) for place, words in zip(told.place, told.words, strict=True))
        parts = [(table.words["country"][rows], table.vocabulary["country"].list), *of_key][: len(PLACES[by])]
    sizes = [len(words) for _, words in parts]
    found, group = _distinct(np.ravel_multi_index([numbers for numbers, _ in parts], sizes))
    of_part = [
        [words[n] for n in numbers] for numbers, (_, words) in zip(np.unravel_index(found, sizes), parts, strict=True)
    ]
    return list(zip(*of_part, strict=True)), group


def _distinct(values: Numbers) -> tuple[Numbers, Numbers]:
    """The values that there are, and the number of each: in places of their own where they are close, else sorted."""
    least = int(values.min(initial=0))
    if int(values.max(initial=0)) - least > DENSE:
        return np.unique(values, return_inverse=True)
    there = np.flatnonzero(np.bincount(values - least))
    number = np.zeros(int(there[-1]) + 1 if len(there) else 0, np.int64)
    number[there] = np.arange(len(there))
    return there + least, number[values - least]


def _added(table: Columns, rows: Numbers, group: Numbers, keys: list[Key], told: Told) -> list[Sum]:
    """The sums of the groups with these keys."""
    size, quads = len(keys), table.vocabulary["quad"].list
    of = _by_key(table, rows, group, told)
    incidents = np.bincount(group, minlength=size).tolist()
    of_quad = np.bincount(group * len(quads) + table.words["quad"][rows], minlength=size * len(quads))
    out = [Sum(key, number) for key, number in zip(keys, incidents, strict=True)]
    for one, numbers in zip(out, of_quad.reshape(size, len(quads)).tolist(), strict=True):
        one.quads = {quad: number for quad, number in zip(quads, numbers, strict=True) if quad and number}
    there, last = of[told.reports["key"]], len(told.origins.list)
    found, _ = _distinct(there[there >= 0] * last + told.reports["origin"][there >= 0])  # each once in a group
    for one, number in zip(out, np.bincount(found // last, minlength=size).tolist(), strict=True):
        one.reports = number
    # of what is planned, possible or denied no numbers are added up
    real = np.isin(table.words["status"][rows], table.numbers_of("status", sorted(REAL)))
    of = _by_key(table, rows[real], group[real], told)
    for number, what in enumerate(FIGURES):
        figures = told.figures[told.figures["what"] == number]
        for n, figure in _figures(figures, of[figures["key"]], size):
            out[n].figures[what] = figure
    return out


def _by_key(table: Columns, rows: Numbers, group: Numbers, told: Told) -> Numbers:
    """The group of each state of an incident by its key, -1 where it is in none."""
    out = np.full(len(told.known), -1, np.int64)
    out[table.key[rows]] = group
    return out


def _figures(figures: NDArray[Any], group: Numbers, size: int) -> list[tuple[int, Figure]]:
    """The sums of one figure, by the number of the group."""
    figures, group = figures[group >= 0], group[group >= 0]
    best, low, high, more = (np.bincount(group, figures[name], size) for name in ("best", "low", "high", "more"))
    of = np.bincount(group, minlength=size)
    return [
        (n, Figure(float(best[n]), float(low[n]), float(high[n]), bool(more[n]), int(of[n])))
        for n in np.flatnonzero(of).tolist()
    ]


def _time(day: int, by: str) -> str:
    """The first day of the time; of months and years their name ("2026-03")."""
    if day == UNDATED:
        return ""
    date = EPOCH + timedelta(day)
    if by == "week":
        date -= timedelta(date.weekday())
    return date.isoformat()[: {"month": 7, "year": 4}.get(by, 10)]


def _by_time(one: Sum) -> tuple[bool, Key]:
    return one.key == ("",), one.key


def _by_number(one: Sum) -> tuple[bool, int, Key]:
    return not any(one.key), -one.incidents, one.key
