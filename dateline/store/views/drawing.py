"""What is drawn of a selection: bars over time, counts by value, points and areas of a map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.records.query import Box
from dateline.store.views.columns import UNDATED, Columns, Mask
from dateline.store.views.selection import EPOCH, inside

UNITS = ("day", "week", "month", "year")
MOST_BARS = (93, 800, 12_000)
"""Days between the earliest and the latest up to which bars are days, weeks, months."""
MOST_DAYS = 200_000
"""Days between the first and the last up to which a place is kept for each."""
COARSE = 1.01
"""Degrees between clusters above which all squares of the world have numbers below 65,536."""
MOST_CELLS = 1500
"""Points and clusters of one map."""
AREAS = ("region", "country")
"""Precisions that are areas, never points."""
POINTS = ("exact", "settlement", "district")
APART = 56.25
"""Degrees between clusters at zoom 0: 40 of the 256 pixels that the world is wide."""

Quads = dict[str, int]
Runs = tuple[NDArray[np.int64], NDArray[np.int64]]
"""An order of rows, and where in it those that are drawn together begin."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many begin in a time that starts on a day, by quad class."""

    start: date
    quads: Quads
    total: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Places that are drawn together: their middle, their bounds, the least exact precision, one of their rows."""

    lat: float
    lon: float
    count: int
    precision: str
    country: str
    quads: Quads
    bounds: tuple[float, float, float, float]
    key: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The points and the areas of a map, and how many have no place."""

    points: list[Cell]
    areas: list[Cell]
    unplaced: int


def bars(table: Columns, mask: Mask, unit: str | None) -> tuple[str, list[Bar], int]:
    """The unit, the bars that are not empty, and how many have no day; InputError where there is no such unit."""
    if unit is not None and unit not in UNITS:
        raise InputError(f"{unit!r} is no unit; there are {', '.join(UNITS)}")
    dated = mask & (table.day != UNDATED)
    days, counts = _by_day(table.day[dated].astype(np.int64), table.words["quad"][dated], table)
    unit = unit or _fitting(days, counts.sum(axis=1))
    groups, index = np.unique(_floor(days, unit), return_inverse=True)
    sums = np.zeros((len(groups), counts.shape[1]), np.int64)
    np.add.at(sums, index, counts)
    names = table.vocabulary["quad"].list
    out = [
        Bar(EPOCH + timedelta(days=int(start)), _named(names, row), int(row.sum()))
        for start, row in zip(groups, sums, strict=True)
    ]
    return unit, out, int(np.count_nonzero(mask)) - int(counts.sum())


def values(table: Columns, mask: Mask, name: str, limit: int) -> list[tuple[str, int]]:
    """The most frequent values of a column with their numbers; rows without a value are left out."""
    numbers = table.words[name][mask]
    counts = np.bincount(numbers, minlength=1)
    counts[0] = 0
    order = np.argsort(-counts, kind="stable")[:limit]
    known = table.vocabulary[name].list
    return [(known[i], int(counts[i])) for i in order if counts[i]]


def drawn(table: Columns, mask: Mask, zoom: float, box: Box | None) -> Drawn:
    """The map of a selection; points nearer than about 40 pixels at this zoom are put together."""
    placed = mask & ~np.isnan(table.numbers["lat"])
    unplaced = int(np.count_nonzero(mask)) - int(np.count_nonzero(placed))
    if box is not None:
        placed &= inside(table, box)
    numbers = table.numbers_of("precision", AREAS)
    area = placed & np.isin(table.words["precision"], numbers)
    size = APART / 2**zoom
    rows = np.nonzero(placed & ~area)[0]
    runs = _runs(table, rows, size)
    while len(runs[1]) > MOST_CELLS:
        size *= 2
        runs = _runs(table, rows, size)
    rest = np.nonzero(area)[0]
    return Drawn(_cells(table, rows, runs), _cells(table, rest, _runs(table, rest, 1e-6, apart="precision")), unplaced)


def _fitting(days: NDArray[np.int64], counts: NDArray[np.int64]) -> str:
    """The finest unit that has few enough bars from the first to the last hundredth; `days` are in order."""
    if not len(days):
        return "month"
    upto = np.cumsum(counts)
    place = np.array([0.01, 0.99]) * (upto[-1] - 1)
    below = days[np.searchsorted(upto, np.floor(place), side="right")]
    above = days[np.searchsorted(upto, np.ceil(place), side="right")]
    first, last = below + (above - below) * (place % 1)
    return next((unit for unit, most in zip(UNITS, MOST_BARS, strict=False) if last - first <= most), "year")


def _floor(days: NDArray[np.int64], unit: str) -> NDArray[np.int64]:
    """The first day of the time in which each day is; weeks begin on Monday."""
    if unit == "day":
        return days
    if unit == "week":
        return days - (days + 3) % 7
    first = days.astype("datetime64[D]").astype("datetime64[M]" if unit == "month" else "datetime64[Y]")
    out: NDArray[np.int64] = first.astype("datetime64[D]").astype(np.int64)
    return out


def _by_day(
    days: NDArray[np.int64], quads: NDArray[np.int32], table: Columns
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The days in order, and for each how many of each quad class; counted without sorting where they lie close."""
    if not len(days):
        return days, np.zeros((0, len(table.vocabulary["quad"].list)), np.int64)
    first = int(days.min())
    if int(days.max()) - first > MOST_DAYS:
        some, index = np.unique(days, return_inverse=True)
        return some, _by_quad(index, len(some), quads, table)
    counts = _by_quad(days - first, int(days.max()) - first + 1, quads, table)
    there = np.nonzero(counts.any(axis=1))[0]
    return there + first, counts[there]


def _by_quad(group: NDArray[np.int64], groups: int, quads: NDArray[np.int32], table: Columns) -> NDArray[np.int64]:
    """For each group, numbered from 0, how many of each quad class."""
    width = len(table.vocabulary["quad"].list)
    return np.bincount(group * width + quads, minlength=groups * width).reshape(groups, width)


def _named(names: list[str], counts: NDArray[np.int64]) -> Quads:
    return {names[i]: int(n) for i, n in enumerate(counts) if n and names[i]}


def _runs(table: Columns, rows: NDArray[np.int64], size: float, apart: str | None = None) -> Runs:
    """The rows by squares of `size` degrees, and within each by the values of `apart`."""
    if not len(rows):
        return rows, rows
    lat, lon = (table.numbers[name][rows].astype(np.float64) for name in ("lat", "lon"))
    across = int(360 / size) + 2
    square = ((lat + 90) / size).astype(np.int64) * across + ((lon + 180) / size).astype(np.int64)
    if apart is not None:
        square = square * 16 + table.words[apart][rows]
    if size > COARSE and apart is None:
        square = square.astype(np.uint16)  # sorted by its digits, many times as fast
    order = np.argsort(square, kind="stable")
    some = square[order]
    return order, np.append(0, np.nonzero(some[1:] != some[:-1])[0] + 1)


def _cells(table: Columns, rows: NDArray[np.int64], runs: Runs) -> list[Cell]:
    """A cell for each run of rows, the fullest first."""
    if not len(rows):
        return []
    ordered = rows[runs[0]]
    lat, lon = (table.numbers[name][ordered].astype(np.float64) for name in ("lat", "lon"))
    return sorted(_summed(table, ordered, lat, lon, runs[1]), key=lambda c: (-c.count, c.lat, c.lon))


def _summed(
    table: Columns,
    rows: NDArray[np.int64],
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    starts: NDArray[np.int64],
) -> Iterator[Cell]:
    """One cell for each run of rows from one start to the next."""
    counts = np.diff(starts, append=len(rows))
    cells = np.repeat(np.arange(len(starts)), counts)
    by_quad = _by_quad(cells, len(starts), table.words["quad"][rows], table)
    exact = {table.vocabulary["precision"].get(p, -1): i for i, p in enumerate((*POINTS, *AREAS))}
    rank = np.zeros(len(table.vocabulary["precision"].list), np.int64)
    for number, place in exact.items():
        if number >= 0:
            rank[number] = place
    least = np.maximum.reduceat(rank[table.words["precision"][rows]], starts)
    west, east = np.minimum.reduceat(lon, starts), np.maximum.reduceat(lon, starts)
    south, north = np.minimum.reduceat(lat, starts), np.maximum.reduceat(lat, starts)
    middle = np.add.reduceat(lat, starts) / counts, np.add.reduceat(lon, starts) / counts
    names, countries = table.vocabulary["quad"].list, table.vocabulary["country"].list
    for i, start in enumerate(starts):
        yield Cell(
            lat=round(float(middle[0][i]), 4),
            lon=round(float(middle[1][i]), 4),
            count=int(counts[i]),
            precision=(*POINTS, *AREAS)[least[i]],
            country=countries[table.words["country"][rows[start]]],
            quads=_named(names, by_quad[i]),
            bounds=(
                round(float(west[i]), 4),
                round(float(south[i]), 4),
                round(float(east[i]), 4),
                round(float(north[i]), 4),
            ),
            key=int(table.key[rows[start]]),
        )
