"""What all tables are made of: kinds of columns, and indexes over what is known now or ended."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

METADATA = sa.MetaData()
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class Utc(TypeDecorator[datetime]):
    """A point in time with its zone; SQLite, which knows none, keeps it in UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The value as the database takes it."""
        return value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> datetime | None:
        """The value in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def key() -> sa.Column[Any]:
    """The key of a row, given by the one writer."""
    return sa.Column("key", KEY, primary_key=True, autoincrement=False)


def text(name: str, *, needed: bool = False) -> sa.Column[Any]:
    """A column of text."""
    return sa.Column(name, sa.Text, nullable=not needed)


def held(*, keyed: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    """From when to when a row is what is known; `keyed` where its beginning is part of the row's key."""
    return sa.Column("recorded", Utc, primary_key=keyed, nullable=False), sa.Column("superseded", Utc)


def withdrawn() -> tuple[sa.Column[Any], ...]:
    """Who took a decision back, when and why."""
    return text("withdrawn_by"), sa.Column("withdrawn_at", Utc), text("withdrawn_reason")


def live(table: sa.Table, **indexes: str) -> None:
    """Indexes over what is known now, named TABLE_by_NAME, each over the columns listed in words.

    Columns behind the key are there to be looked at: a condition on them needs no look at the row.
    """
    now = table.c.superseded.is_(None)
    for name, columns in indexes.items():
        over = [table.c[column] for column in columns.split()]
        sa.Index(f"{table.name}_by_{name}", *over, sqlite_where=now, postgresql_where=now)


def ended(table: sa.Table, *columns: str) -> None:
    """An index over what does not hold any more, by when it ended (what changed since a moment is found by it), or by
    other columns."""
    gone = table.c.superseded.is_not(None)
    over = [table.c[column] for column in columns or ("superseded",)]
    name = "_by_".join([f"{table.name}_ended", *columns[:1]])
    sa.Index(name, *over, sqlite_where=gone, postgresql_where=gone)
