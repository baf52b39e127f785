"""Sets of rows by their keys, in memory: gathered from an index once, and kept while the store stays as it is.

A key takes 0.2 µs to gather, and sets of a million rows are crossed in a millisecond. SQLite hands keys out in one
text, PostgreSQL in one array: row by row takes several times as long.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from sqlalchemy.dialects.postgresql import ARRAY

from dateline.store.engine import WRITES

Found = sa.Select[Any] | sa.CompoundSelect[Any]
Keys = NDArray[np.int64]
Mask = NDArray[np.bool_]
"""True at the keys that belong to the set."""

MOST = 64 * 2**20
"""Bytes that are kept of one connection."""
NAME = "dateline_keysets"
ARRAY_OF, HEAD = np.dtype([("length", ">i4"), ("number", ">i8")]), 20
"""The numbers of an array as PostgreSQL sends it, and the bytes before them: dimensions, type, length and bounds."""


@dataclass(slots=True)
class Kept:
    """What was gathered on a connection, for one version of the store; the latest used stay longest."""

    version: Any = None
    arrays: OrderedDict[Any, NDArray[Any]] = field(default_factory=OrderedDict)

    def get(self, name: Any, make: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """An array by its name, made where it is not there."""
        if name not in self.arrays:
            self.arrays[name] = make()
            self.arrays[name].setflags(write=False)
        self.arrays.move_to_end(name)
        while len(self.arrays) > 1 and sum(one.nbytes for one in self.arrays.values()) > MOST:
            self.arrays.popitem(last=False)
        return self.arrays[name]


def gathered(connection: sa.Connection, found: Found) -> Keys:
    """The keys that a query finds, in its order."""
    return _at_once(connection, [found.subquery().c[0]])[0]


def columns(connection: sa.Connection, found: sa.Select[Any]) -> list[Keys]:
    """The columns of numbers that a query finds."""
    return _at_once(connection, list(found.subquery().c))


def _at_once(connection: sa.Connection, of: Sequence[sa.ColumnElement[int]]) -> list[Keys]:
    if connection.dialect.name == "sqlite":
        return [parsed(text) for text in connection.execute(sa.select(*map(sa.func.group_concat, of))).one()]
    every = (sa.func.array_agg(sa.cast(column, sa.BigInteger)) for column in of)
    sent = (sa.func.array_send(one, type_=sa.LargeBinary) for one in every)
    return [_unpacked(data) for data in connection.execute(sa.select(*sent)).one()]


def _unpacked(data: bytes | None) -> Keys:
    """The numbers of an array of `bigint` as PostgreSQL sends it: behind a head, each with its length."""
    return np.frombuffer(data, ARRAY_OF, offset=HEAD)["number"].astype(np.int64) if data else np.zeros(0, np.int64)


def parsed(text: str | None) -> Keys:
    """The numbers of a text, with commas between them."""
    return np.fromstring(text, np.int64, sep=",") if text else np.zeros(0, np.int64)


def mask(connection: sa.Connection, table: sa.Table, found: Found) -> Mask:
    """The set of the rows of a table that a query finds."""

    def make() -> Mask:
        return of_keys(gathered(connection, found), size(connection, table))

    return kept(connection).get(_name(connection, found), make)


def array(connection: sa.Connection, found: Found) -> Keys:
    """The keys that a query finds, in its order, kept as sets are."""
    return kept(connection).get(_name(connection, found), lambda: gathered(connection, found))


def of_keys(keys: Keys, length: int) -> Mask:
    """The set of these keys."""
    out = np.zeros(length, np.bool_)
    out[keys] = True
    return out


def number(connection: sa.Connection, found: Found, most: int | None) -> int:
    """How many rows a query finds, up to `most`."""
    rows = found.limit(most).subquery()
    return int(connection.scalar(sa.select(sa.func.count()).select_from(rows)) or 0)


def size(connection: sa.Connection, table: sa.Table) -> int:
    """The length of a set of rows of a table."""
    return int(connection.scalar(sa.select(sa.func.max(table.c.key))) or 0) + 1


def every(connection: sa.Connection, table: sa.Table) -> Mask:
    """The set of all rows of a table: keys are given in order, so that mostly each up to the last has a row."""
    length, number = size(connection, table), sa.select(sa.func.count()).select_from(table)
    if (connection.scalar(number) or 0) < length - 1:
        return mask(connection, table, sa.select(table.c.key))
    out = np.ones(length, np.bool_)
    out[0] = False
    return out


def listed(connection: sa.Connection, keys: Keys) -> sa.TableValuedAlias:
    """Keys as a table of one column, `value`."""
    if connection.dialect.name == "sqlite":
        return sa.func.json_each(str(keys.tolist())).table_valued("value")  # `json` takes half as long again
    values = sa.bindparam(None, keys.tolist(), type_=ARRAY(sa.BigInteger), unique=True)
    return sa.func.unnest(values).table_valued("value").render_derived()


def kept(connection: sa.Connection) -> Kept:
    """What was gathered on a connection of the store as it is now."""
    if connection.get_execution_options().get(WRITES):
        return Kept()  # it changes what it reads
    known: Kept = connection.info.setdefault(NAME, Kept())
    version = _version(connection)
    if known.version != version:
        known.version = version
        known.arrays.clear()
    return known


def _version(connection: sa.Connection) -> Any:
    """What is another once anything was written."""
    if connection.dialect.name != "sqlite":
        return connection.scalar(sa.text("SELECT CAST(pg_current_snapshot() AS text)"))
    by_others = connection.exec_driver_sql("PRAGMA data_version").scalar()
    return by_others, connection.connection.dbapi_connection.total_changes  # type: ignore[union-attr]


def _name(connection: sa.Connection, found: Found) -> Any:
    said = found.compile(dialect=connection.dialect)
    return str(said), repr(said.params)
