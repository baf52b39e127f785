"""The narrow columns of events or incidents as arrays, kept up with the store.

A database that counts a million rows by five columns takes seconds, and does it again for every filter. The values that
are filtered, counted and drawn take about 40 bytes a row; as arrays they are gone through in milliseconds. Records and
texts stay in the store. Rows are never changed there, only ended, so catching up is reading what came and what ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.store import keysets
from dateline.store.filters import at
from dateline.store.tables import events, incidents

AT_ONCE = 50_000
"""Rows that are fetched together."""
UNDATED = np.iinfo(np.int32).min
"""Stands for no day; days are counted from 1970-01-01."""

Mask = NDArray[np.bool_]
_Part = dict[str, NDArray[Any]]


class Words(dict[str | None, int]):
    """Numbers for words, given as they come; 0 is no word."""

    def __init__(self) -> None:
        super().__init__({None: 0, "": 0})
        self.list = [""]

    def __missing__(self, word: str) -> int:
        self.list.append(word)
        number = self[word] = len(self.list) - 1
        return number


@dataclass(frozen=True, slots=True)
class Spec:
    """Which columns of a table are kept: those with few values as numbers of words, others as they are.

    `identity` is what a row is told apart by over time (an incident's id, an event's passage), kept as a hash.
    """

    table: sa.Table
    identity: str
    words: Mapping[str, str]
    numbers: Mapping[str, str]
    dates: Sequence[str] = ("day",)


EVENTS = Spec(
    events,
    "passage",
    {n: n for n in ("type", "quad", "status", "country", "publisher", "modes", "contexts", "edited")}
    | {"precision": "place_precision"},
    {"lat": "lat", "lon": "lon", "weight": "confidence", "intensity": "intensity", "killed": "killed_max"},
    ("day", "published"),
)
INCIDENTS = Spec(
    incidents,
    "id",
    {n: n for n in ("type", "quad", "status", "country")} | {"precision": "place_precision", "region": "admin1"},
    {"lat": "lat", "lon": "lon", "weight": "origins", "killed": "killed_best"},
)


@dataclass(frozen=True, slots=True)
class Columns:
    """One state: row i of every array is the same event or incident; rows are in the order of their keys.

    `live` is False for rows that do not hold any more. `vocabulary` has the words behind the numbers.
    """

    spec: Spec
    key: NDArray[np.int64]
    live: Mask
    dates: Mapping[str, NDArray[np.int32]]
    identity: NDArray[np.int64]
    words: Mapping[str, NDArray[np.int32]]
    numbers: Mapping[str, NDArray[np.float32]]
    vocabulary: Mapping[str, Words]
    ended: datetime | None
    """When the last row ended that is known to have."""

    @property
    def day(self) -> NDArray[np.int32]:
        """The first day of each row."""
        return self.dates["day"]

    def rows_of(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows that have these keys; keys that are not here are left out."""
        if not len(self.key):
            return np.zeros(0, np.int64)
        found = np.minimum(np.searchsorted(self.key, keys), len(self.key) - 1)
        rows: NDArray[np.int64] = found[self.key[found] == keys]
        return rows

    def numbers_of(self, name: str, words: Sequence[str]) -> list[int]:
        """The numbers of words that occur."""
        known = self.vocabulary[name]
        return [known[word] for word in words if word in known]


def load(connection: sa.Connection, spec: Spec, as_of: datetime | None = None) -> Columns:
    """All that is known now, or was at a moment."""
    vocabulary = {name: Words() for name in spec.words}
    parts = _fetch(connection, spec, vocabulary, at(spec.table, as_of))
    state = _joined(spec, vocabulary, parts, _last_end(connection, spec))
    return replace(state, live=np.ones(len(state.key), np.bool_))  # at an earlier moment also what ended since


def caught_up(connection: sa.Connection, before: Columns) -> Columns:
    """The state of now from an earlier one; the same object where nothing changed."""
    spec, table = before.spec, before.spec.table
    last = int(before.key[-1]) if len(before.key) else 0
    newest = connection.scalar(sa.select(sa.func.max(table.c.key))) or 0
    ended = _last_end(connection, spec)
    if newest == last and ended == before.ended:
        return before
    new = _fetch(connection, spec, before.vocabulary, table.c.key > last)
    state = _joined(spec, before.vocabulary, [_part_of(before), *new], ended)
    gone = sa.select(table.c.key).where(table.c.superseded.is_not(None))
    if before.ended is not None:
        gone = gone.where(table.c.superseded >= before.ended)
    live = state.live.copy()
    live[state.rows_of(keysets.gathered(connection, gone))] = False
    state = replace(state, live=live)
    return _compact(state) if np.count_nonzero(live) < len(live) * 0.7 else state


def _last_end(connection: sa.Connection, spec: Spec) -> datetime | None:
    ended = spec.table.c.superseded
    value: datetime | None = connection.scalar(sa.select(sa.func.max(ended)).where(ended.is_not(None)))
    return value


def _fetch(
    connection: sa.Connection, spec: Spec, vocabulary: Mapping[str, Words], where: sa.ColumnElement[bool]
) -> list[_Part]:
    column = spec.table.c
    as_text = sa.type_coerce if connection.dialect.name == "sqlite" else sa.cast
    wanted = [
        *(column.key, column[spec.identity], column.superseded.is_(None)),
        *(as_text(column[name], sa.Text).label(f"{name}_text") for name in spec.dates),
        *(column[name] for name in (*spec.words.values(), *spec.numbers.values())),
    ]
    query = sa.select(*wanted).where(where).order_by(column.key)
    parts = []
    with connection.execution_options(yield_per=AT_ONCE).execute(query) as answer:
        for rows in answer.partitions():
            parts.append(_part(spec, vocabulary, list(zip(*rows, strict=True))))
    return parts


def _part(spec: Spec, vocabulary: Mapping[str, Words], columns: Sequence[Sequence[Any]]) -> _Part:
    key, identity, live, *rest = columns
    dates, rest = rest[: len(spec.dates)], rest[len(spec.dates) :]
    out: _Part = {
        "key": np.array(key, np.int64),
        "identity": np.fromiter(map(hash, identity), np.int64, len(key)),
        "live": np.array(live, np.bool_),
    }
    for name, values in zip(spec.dates, dates, strict=True):
        days = np.array(values, "datetime64[D]")
        out[f"d {name}"] = np.where(np.isnat(days), UNDATED, days.astype(np.int64)).astype(np.int32)
    for name, values in zip(spec.words, rest, strict=False):
        out[f"w {name}"] = np.fromiter(map(vocabulary[name].__getitem__, values), np.int32, len(key))
    for name, values in zip(spec.numbers, rest[len(spec.words) :], strict=True):
        out[f"n {name}"] = np.array(values, np.float32)
    return out


def _part_of(state: Columns) -> _Part:
    out: _Part = {"key": state.key, "identity": state.identity, "live": state.live}
    out |= {f"d {name}": values for name, values in state.dates.items()}
    out |= {f"w {name}": values for name, values in state.words.items()}
    return out | {f"n {name}": values for name, values in state.numbers.items()}


def _joined(spec: Spec, vocabulary: Mapping[str, Words], parts: Sequence[_Part], ended: datetime | None) -> Columns:
    def column(name: str, kind: type[Any]) -> Any:
        return np.concatenate([part[name] for part in parts]) if parts else np.zeros(0, kind)

    return Columns(
        spec=spec,
        key=column("key", np.int64),
        live=column("live", np.bool_),
        dates={name: column(f"d {name}", np.int32) for name in spec.dates},
        identity=column("identity", np.int64),
        words={name: column(f"w {name}", np.int32) for name in spec.words},
        numbers={name: column(f"n {name}", np.float32) for name in spec.numbers},
        vocabulary=vocabulary,
        ended=ended,
    )


def _compact(state: Columns) -> Columns:
    """Without the rows that do not hold any more; the last row stays, for its key says how far was read."""
    keep = state.live.copy()
    keep[-1] = True
    return _joined(state.spec, state.vocabulary, [{n: v[keep] for n, v in _part_of(state).items()}], state.ended)
