"""How many rows of a set have which values: by the values of all rows, gathered from the index over each column.

SQLite groups by sorting, and looks at every row for two columns that no index has together. To gather one column takes
a tenth of a second for a million rows, whatever else is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.store import keysets
from dateline.store.keysets import Kept, Keys, Mask
from dateline.store.parts import unindexed

FEW = 30_000
"""Rows that are sooner looked at than the values of all are gathered."""
DENSE = 2**23
"""Combinations up to which each is counted in a place of its own."""

Of = tuple[sa.Column[Any], Callable[[Any], str]]
"""A column, and what its values are counted as."""


def tallied(
    connection: sa.Connection, found: Mask, by: Sequence[Of], held: sa.ColumnElement[bool]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """The combinations of values that rows of a set have, and how many have each; `held` is true for all of the set,
    and there is an index over each column of the rows for which it is.
    """
    kept, there = keysets.kept(connection), np.flatnonzero(found)
    if len(there) < FEW:
        yield from _of_few(connection, there, by)
        return
    known = [_values(connection, kept, of, held, len(found)) for of in by]
    shape = tuple(len(values) for values, _ in known)
    places = np.ravel_multi_index([codes[there] for _, codes in known], shape)
    if np.prod(shape, dtype=np.float64) <= DENSE:
        numbers = np.bincount(places)
        places = np.flatnonzero(numbers)
        numbers = numbers[places]
    else:
        places, numbers = np.unique(places, return_counts=True)
    columns = [values[at] for (values, _), at in zip(known, np.unravel_index(places, shape), strict=True)]
    yield from zip(zip(*columns, strict=True), numbers.tolist(), strict=True)


def _of_few(connection: sa.Connection, there: Keys, by: Sequence[Of]) -> Iterator[tuple[tuple[str, ...], int]]:
    columns, listed = [column for column, _ in by], keysets.listed(connection, there)
    table = columns[0].table
    found = sa.select(*columns, sa.func.count()).select_from(listed.join(table, table.c.key == listed.c.value))
    for *values, number in connection.execute(found.group_by(*map(unindexed, columns))):
        yield tuple(counted(value) for (_, counted), value in zip(by, values, strict=True)), number


def _values(
    connection: sa.Connection, kept: Kept, of: Of, held: sa.ColumnElement[bool], length: int
) -> tuple[NDArray[Any], NDArray[np.int32]]:
    """The values of a column, and by its key which of them each row has."""
    column, counted = of
    name = "values", column.name, str(held)
    if not {(*name, "those"), (*name, "of")} <= kept.arrays.keys():
        those, codes = _gathered(connection, column, counted, held, length)
        kept.get((*name, "those"), lambda: those)
        kept.get((*name, "of"), lambda: codes)
        return those, codes
    return kept.arrays[(*name, "those")], kept.arrays[(*name, "of")]


def _gathered(
    connection: sa.Connection,
    column: sa.Column[Any],
    counted: Callable[[Any], str],
    held: sa.ColumnElement[bool],
    length: int,
) -> tuple[NDArray[Any], NDArray[np.int32]]:
    key = column.table.c.key
    rows = connection.execute(sa.select(column, sa.func.group_concat(key)).where(held).group_by(column)).all()
    places: dict[str, int] = {}
    codes = np.zeros(length, np.int32)
    for value, keys in rows:
        codes[keysets.parsed(keys)] = places.setdefault(counted(value), len(places))
    those = np.empty(len(places), object)
    those[:] = list(places)
    return those, codes
