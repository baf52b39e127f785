"""The log of who changed what, written in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

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


def read(connection: sa.Connection, *, limit: int, before: int | None) -> list[Entry]:
    """The latest lines, latest first; those before a line."""
    found = sa.select(audit).order_by(audit.c.key.desc()).limit(limit)
    if before is not None:
        found = found.where(audit.c.key < before)
    return [Entry(r.key, r.at, r.by, r.action, r.object, r.detail, r.address) for r in connection.execute(found)]
