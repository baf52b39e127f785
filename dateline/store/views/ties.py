"""What parties do to one another: over time with its turning points, and all of them with all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.store import keysets
from dateline.store.keysets import Keys
from dateline.store.tables import acts, pairs, parties
from dateline.store.views.columns import UNDATED, Columns, Mask, Words
from dateline.store.views.selection import EPOCH

UNITS = ("week", "month", "quarter", "year")
COOPERATION = ("verbal_cooperation", "material_cooperation")
LEVELS = ("country", "sector")
SURE = 3.5
"""Welch's t from which on two times are held to differ; above the usual 2 because every split is tried."""
APART = 2.0
"""Points of the score (-10 to 10) by which the means of two times have to differ."""
LEAST = 3
"""Events on either side of a turning point."""
MOST_TURNS = 6


@dataclass(frozen=True, slots=True)
class Point:
    """What there was in a time that starts on a day: numbers of events and sums of their scores."""

    start: date
    cooperation: tuple[int, float]
    conflict: tuple[int, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """The tone changed with this time: the mean score of the events before and after, up to the next turns."""

    start: date
    before: float
    after: float
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one acts on another."""

    actor: str
    recipient: str
    events: int
    cooperation: int


@dataclass(frozen=True, slots=True)
class Net:
    """The ties, the most events first, and of each party that has one how many events there are in its ties."""

    ties: list[Tie]
    events: Mapping[str, int]


def series(table: Columns, mask: Mask, unit: str) -> tuple[list[Point], list[Turn]]:
    """The times that have events, and the turning points; InputError where there is no such unit."""
    if unit not in UNITS:
        raise InputError(f"unit: {unit!r} is none of {', '.join(UNITS)}")
    rows = np.nonzero(mask & (table.day != UNDATED))[0]
    starts, index = np.unique(_floor(table.day[rows].astype(np.int64), unit), return_inverse=True)
    scores = table.numbers["intensity"][rows].astype(np.float64)
    friendly = np.isin(table.words["quad"][rows], table.numbers_of("quad", COOPERATION))
    size = len(starts)
    count = [np.bincount(index[part], minlength=size) for part in (friendly, ~friendly)]
    total = [np.bincount(index[part], scores[part], minlength=size) for part in (friendly, ~friendly)]
    points = [
        Point(
            _date(start),
            (int(count[0][i]), round(float(total[0][i]), 2)),
            (int(count[1][i]), round(float(total[1][i]), 2)),
        )
        for i, start in enumerate(starts)
    ]
    moments = np.stack([np.bincount(index, scores**power, minlength=size).astype(np.float64) for power in (0, 1, 2)])
    cuts = sorted(_cuts(moments, 0, size))[:MOST_TURNS]
    bounds = [0, *cuts, size]
    turns = []
    for number, cut in enumerate(cuts, 1):
        before, after = (
            _mean(moments[:, a:b].sum(axis=1)) for a, b in ((bounds[number - 1], cut), (cut, bounds[number + 1]))
        )
        told = _telling(table, rows[index == cut], scores[index == cut], upward=after > before)
        turns.append(Turn(_date(starts[cut]), round(before, 2), round(after, 2), told))
    return points, turns


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each pair of who acts on whom of each event once, by the numbers of their `names` and the row of the event."""

    names: Sequence[str]
    actor: NDArray[np.int32]
    recipient: NDArray[np.int32]
    row: NDArray[np.int64]


def read_pairs(connection: sa.Connection, table: Columns, level: str) -> Pairs:
    """All pairs of the events of a table, by `LEVELS`: of countries, or with the primary sectors told apart."""
    names = Words()
    if level == "country":
        event, actor, recipient = _of_countries(connection, names)
    else:
        number = _numbers_of_parties(connection, names)
        event, one, two = keysets.columns(connection, sa.select(acts.c.event, acts.c.actor, acts.c.recipient))
        actor, recipient = number[one], number[two]
    row = np.minimum(np.searchsorted(table.key, event), max(len(table.key) - 1, 0))
    here = (table.key[row] == event) & (actor > 0) & (recipient > 0) if len(table.key) else np.zeros(len(row), np.bool_)
    return _once(Pairs(names.list, actor[here], recipient[here], row[here]))


def _of_countries(connection: sa.Connection, names: Words) -> tuple[Keys, NDArray[np.int32], NDArray[np.int32]]:
    """Each event with the numbers of the countries of its pairs."""
    one, two, event = pairs.c.actor_country, pairs.c.recipient_country, sa.cast(pairs.c.event, sa.Text)
    found = sa.select(one, two, sa.func.aggregate_strings(event, ",")).group_by(one, two)
    events, sides = [np.zeros(0, np.int64)], [np.zeros((2, 0), np.int32)]
    for actor, recipient, keys in connection.execute(found):
        events.append(keysets.parsed(keys))
        sides.append(np.tile(np.array([[names[actor]], [names[recipient]]], np.int32), len(events[-1])))
    return np.concatenate(events), *np.concatenate(sides, axis=1)


def _numbers_of_parties(connection: sa.Connection, names: Words) -> NDArray[np.int32]:
    """For each party by its key the number of its country and primary sector; who has none goes by the country alone,
    0 where that is not known.
    """
    known = connection.execute(sa.select(parties.c.key, parties.c.country, parties.c.sector)).all()
    out = np.zeros(max((key for key, *_ in known), default=0) + 1, np.int32)
    for key, country, sector in known:
        out[key] = names[f"{country}:{sector}" if country and sector else country]
    return out


def _once(known: Pairs) -> Pairs:
    """Without the pairs that an event has several times: parties of one country and sector are one here."""
    size = len(known.names)
    every = (known.row * size + known.actor) * size + known.recipient
    first = np.unique(every, return_index=True)[1]
    return Pairs(known.names, known.actor[first], known.recipient[first], known.row[first])


def net(known: Pairs, table: Columns, mask: Mask) -> Net:
    """All pairs between which there are events, the most events first.

    Each pair of an event counts once, for each of its sides the event does.
    """
    chosen = mask[known.row]
    actor, recipient, row = (part[chosen].astype(np.int64) for part in (known.actor, known.recipient, known.row))
    size = len(known.names)
    quads = np.zeros(len(table.vocabulary["quad"].list), np.bool_)
    quads[table.numbers_of("quad", COOPERATION)] = True
    friendly = quads[table.words["quad"][row]]
    met, place = np.unique(actor * size + recipient, return_inverse=True)
    counts, cooperation = (np.bincount(p, minlength=len(met)) for p in (place, place[friendly]))
    found = [
        Tie(known.names[n // size], known.names[n % size], events, good)
        for n, events, good in zip(met.tolist(), counts.tolist(), cooperation.tolist(), strict=True)
    ]
    of_party = {known.names[n]: count for n, count in enumerate(_events_of(actor, recipient, row, size)) if count}
    return Net(sorted(found, key=lambda t: (-t.events, t.actor, t.recipient)), of_party)


def _events_of(
    actor: NDArray[np.int64], recipient: NDArray[np.int64], row: NDArray[np.int64], size: int
) -> Sequence[int]:
    """The events of each party, by its number; an event in which it meets several counts once."""
    alone = np.bincount(row, minlength=1)[row] == 1  # most events have one pair: only the others need sorting
    told = np.bincount(actor[alone], minlength=size)
    told += np.bincount(recipient[alone & (actor != recipient)], minlength=size)
    actor, recipient, row = (part[~alone] for part in (actor, recipient, row))
    once = np.unique(np.concatenate([row * size + actor, row * size + recipient])) % size
    out: list[int] = (told + np.bincount(once, minlength=size)).tolist()
    return out


def _floor(days: NDArray[np.int64], unit: str) -> NDArray[np.int64]:
    if unit == "week":
        return days - (days + 3) % 7
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    months -= months % {"month": 1, "quarter": 3, "year": 12}[unit]
    out: NDArray[np.int64] = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return out


def _date(day: np.int64) -> date:
    return EPOCH + timedelta(days=int(day))


def _mean(moments: NDArray[np.float64]) -> float:
    return float(moments[1] / moments[0])


def _cuts(moments: NDArray[np.float64], first: int, last: int) -> Iterator[int]:
    """Where the mean changes most, and so on within both sides (binary segmentation, Scott and Knott 1974)."""
    if last - first < 2:
        return
    left = np.cumsum(moments[:, first:last], axis=1)[:, :-1]
    right = moments[:, first:last].sum(axis=1)[:, None] - left
    best, at = 0.0, None
    for i in range(left.shape[1]):
        t, apart = _differ(left[:, i], right[:, i])
        if t > best and t >= SURE and apart >= APART:
            best, at = t, first + i + 1
    if at is not None:
        yield at
        yield from _cuts(moments, first, at)
        yield from _cuts(moments, at, last)


def _differ(one: NDArray[np.float64], two: NDArray[np.float64]) -> tuple[float, float]:
    """Welch's t of two times by their sums of powers, and how far their means are apart."""
    (n, s, q), (m, t, r) = one.tolist(), two.tolist()
    if n < LEAST or m < LEAST:
        return 0.0, 0.0
    a, b = s / n, t / m
    noise = (max(q / n - a * a, 0) + 1) / n + (max(r / m - b * b, 0) + 1) / m  # 1: scores come in steps
    return abs(a - b) / sqrt(noise), abs(a - b)


def _telling(table: Columns, rows: NDArray[np.int64], scores: NDArray[np.float64], *, upward: bool) -> tuple[int, ...]:
    """The keys of the three events of a time that speak most for the way the tone went."""
    order = np.lexsort((-table.numbers["weight"][rows], -scores if upward else scores))
    return tuple(int(k) for k in table.key[rows[order[:3]]])
