"""Rows that take the place of those that held before: what held is ended, and stays to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.store.chunks import chunks


def replace(
    connection: sa.Connection,
    table: sa.Table,
    column: sa.ColumnElement[Any],
    new: Mapping[str, Mapping[str, Any]],
    now: datetime,
) -> None:
    """Rows in place of those that hold for the same id; a row that says the same as before is not written again."""
    same = set(_unchanged(connection, table, column, new))
    fresh = {id_: values for id_, values in new.items() if id_ not in same}
    end(connection, table, column, list(fresh), now)
    if fresh:
        connection.execute(table.insert(), list(fresh.values()))


def end(
    connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[Any], ids: Sequence[str], now: datetime
) -> None:
    """End what holds for ids."""
    for some in chunks(ids):
        end_where(connection, table, column.in_(some), now)


def end_where(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], now: datetime) -> None:
    """End what holds; what was written at this moment itself never held and goes."""
    live = where & table.c.superseded.is_(None)
    connection.execute(table.delete().where(live, table.c.recorded == now))
    connection.execute(table.update().where(live).values(superseded=now))


def _unchanged(
    connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[Any], new: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    for some in chunks(list(new)):
        for held in connection.execute(
            sa.select(table).where(column.in_(some), table.c.superseded.is_(None))
        ).mappings():
            id_ = held[column.name]
            if all(held[name] == value for name, value in new[id_].items() if name != "recorded"):
                yield id_
