"""The log of who changed what, written in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from dateline.store.engine import ENCODE
from dateline.store.tables import audit


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts, and the network address it comes from."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    id: int
    at: datetime
    by: str
    action: str
    object: str
    detail: Mapping[str, Any]
    address: str | None


def log(
    connection: sa.Connection, at: datetime, who: Who, action: str, thing: str, detail: Mapping[str, Any] | None = None
) -> None:
    """Write a line."""
    key = (connection.scalar(sa.select(sa.func.max(audit.c.key))) or 0) + 1
    row = {"key": key, "at": at, "by": who.name, "action": action, "object": thing, "address": who.address}
    connection.execute(audit.insert().values(detail=dict(detail or {}), **row))


@dataclass(frozen=True, slots=True)
class Sought:
    """Which lines are looked for: by whom, what was done, within which days (UTC), and words or an id in them."""

    by: str | None = None
    action: str | None = None
    since: date | None = None
    until: date | None = None
    about: str | None = None


ALL = Sought()


def read(connection: sa.Connection, sought: Sought = ALL, *, limit: int, before: int | None) -> list[Entry]:
    """The latest lines, latest first; those before a line."""
    found = sa.select(audit).where(*_where(sought)).order_by(audit.c.key.desc()).limit(limit)
    if before is not None:
        found = found.where(audit.c.key < before)
    return [Entry(r.key, r.at, r.by, r.action, r.object, r.detail, r.address) for r in connection.execute(found)]


def names(connection: sa.Connection) -> tuple[list[str], list[str]]:
    """Who stands in the log, and what was done."""
    people, actions = (sa.select(column).distinct().order_by(column) for column in (audit.c.by, audit.c.action))
    return list(connection.scalars(people)), list(connection.scalars(actions))


def _where(sought: Sought) -> list[sa.ColumnElement[bool]]:
    where: list[sa.ColumnElement[bool]] = []
    if sought.by is not None:
        where.append(audit.c.by == sought.by)
    if sought.action is not None:
        where.append(audit.c.action == sought.action)
    if sought.since is not None:
        where.append(audit.c.at >= datetime.combine(sought.since, time.min, UTC))
    if sought.until is not None and sought.until < date.max:
        where.append(audit.c.at < datetime.combine(sought.until + timedelta(days=1), time.min, UTC))
    if sought.about:
        kept = ENCODE(sought.about)[1:-1]  # as it stands in the column
        inside = sa.cast(audit.c.detail, sa.Text).icontains(kept, autoescape=True)
        where.append(inside | audit.c.object.icontains(sought.about, autoescape=True))
    return where
