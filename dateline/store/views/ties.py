"""What parties do to one another: over time with its turning points, and all of them with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from math import sqrt
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.store.chunks import chunks
from dateline.store.tables import counterparts, pairs, participants, parties
from dateline.store.views.columns import AT_ONCE, UNDATED, Columns, Mask, Words
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
    """Each pair of countries of each event, by the numbers of their `names` and the row of the event."""

    names: Sequence[str]
    actor: NDArray[np.int32]
    recipient: NDArray[np.int32]
    row: NDArray[np.int64]


def read_pairs(connection: sa.Connection, table: Columns) -> Pairs:
    """All pairs of the events of a table."""
    names = Words()
    parts = [(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int64))]
    found = sa.select(pairs.c.actor_country, pairs.c.recipient_country, pairs.c.event)
    with connection.execution_options(yield_per=AT_ONCE).execute(found) as answer:
        for some in answer.partitions():
            one, two, events = zip(*some, strict=True)
            actors, recipients = (np.fromiter(map(names.__getitem__, side), np.int32, len(side)) for side in (one, two))
            parts.append((actors, recipients, np.array(events, np.int64)))
    actor, recipient, event = (np.concatenate(part) for part in zip(*parts, strict=True))
    row = np.minimum(np.searchsorted(table.key, event), max(len(table.key) - 1, 0))
    here = table.key[row] == event if len(table.key) else np.zeros(len(event), np.bool_)
    return Pairs(names.list, actor[here], recipient[here], row[here])


def net_of_countries(known: Pairs, table: Columns, mask: Mask) -> Net:
    """All pairs of countries between which there are events, the most events first.

    Each pair of an event counts once, for each of its countries the event does.
    """
    chosen = mask[known.row]
    actor, recipient, row = (part[chosen].astype(np.int64) for part in (known.actor, known.recipient, known.row))
    size = len(known.names)
    both = actor * size + recipient
    quads = np.zeros(len(table.vocabulary["quad"].list), np.bool_)
    quads[table.numbers_of("quad", COOPERATION)] = True
    friendly = quads[table.words["quad"][row]]
    counts, cooperation = (np.bincount(b, minlength=size * size) for b in (both, both[friendly]))
    met = np.nonzero(counts)[0]
    found = [
        Tie(known.names[n // size], known.names[n % size], events, good)
        for n, events, good in zip(met.tolist(), counts[met].tolist(), cooperation[met].tolist(), strict=True)
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


def net_of_sectors(connection: sa.Connection, table: Columns, mask: Mask) -> Net:
    """What `net_of_countries` says, the primary sectors told apart; who has none goes by the country alone."""
    rows = np.nonzero(mask)[0]
    friendly = np.isin(table.words["quad"][rows], table.numbers_of("quad", COOPERATION))
    kind = dict(zip(table.key[rows].tolist(), friendly.tolist(), strict=True))
    events: Counter[tuple[str, str]] = Counter()
    cooperation: Counter[tuple[str, str]] = Counter()
    of_party: Counter[str] = Counter()
    for key, some in _pairs(connection, list(kind)):
        events.update(some)
        of_party.update({party for pair in some for party in pair})
        if kind[key]:
            cooperation.update(some)
    found = sorted(events.items(), key=lambda e: (-e[1], e[0]))
    return Net([Tie(a, r, n, cooperation[a, r]) for (a, r), n in found], of_party)


def _pairs(connection: sa.Connection, keys: Sequence[int]) -> Iterator[tuple[int, set[tuple[str, str]]]]:
    """Each event with its pairs of actor and recipient, those of counterparts both ways."""

    def name(country: str, sector: str | None) -> str:
        return f"{country}:{sector}" if sector else country

    for some in chunks(keys):
        sides: dict[int, tuple[set[str], set[str]]] = {}
        told = _with_codes(participants, some, participants.c.role).where(participants.c.role != "voice")
        for event, role, *codes in connection.execute(told):
            sides.setdefault(event, (set(), set()))[role == "recipient"].add(name(*codes))
        for event, (actors, recipients) in sides.items():
            yield event, {(a, r) for a in actors for r in recipients}
        together: dict[int, list[str]] = {}
        for event, *codes in connection.execute(_with_codes(counterparts, some)):
            together.setdefault(event, []).append(name(*codes))
        for event, names in together.items():
            yield event, set(permutations(names, 2))


def _with_codes(table: sa.Table, keys: Sequence[int], *more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The parties of events whose country is known: event, more columns, country and sector."""
    found = sa.select(table.c.event, *more, parties.c.country, parties.c.sector)
    found = found.join(parties, parties.c.key == table.c.party)
    return found.where(table.c.event.in_(keys), parties.c.country.is_not(None))


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
