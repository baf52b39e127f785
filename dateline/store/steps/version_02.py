"""Version 2: what the workbench writes, actors over parties, and how exact the place of an incident is.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa

AT_ONCE = 1000
"""Rows that are changed together."""

TABLES = (
    'CREATE TABLE decisions (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "by" TEXT NOT NULL, '
    "reason TEXT NOT NULL, words TEXT NOT NULL, at {moment} NOT NULL, passage TEXT, record TEXT, verdict TEXT, "
    "sample TEXT, parts JSON NOT NULL, detail JSON NOT NULL, withdrawn_by TEXT, withdrawn_at {moment}, "
    "withdrawn_reason TEXT)",
    "CREATE TABLE actor_merges (actor TEXT NOT NULL PRIMARY KEY, target TEXT NOT NULL)",
    "CREATE TABLE actor_names (actor TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE TABLE users (name TEXT NOT NULL PRIMARY KEY, password TEXT NOT NULL, role TEXT NOT NULL, "
    "created {moment} NOT NULL)",
    'CREATE TABLE sessions (digest TEXT NOT NULL PRIMARY KEY, "user" TEXT NOT NULL REFERENCES users (name) '
    "ON DELETE CASCADE, created {moment} NOT NULL, seen {moment} NOT NULL)",
    'CREATE TABLE tokens (id TEXT NOT NULL PRIMARY KEY, "user" TEXT NOT NULL REFERENCES users (name) '
    "ON DELETE CASCADE, name TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, created {moment} NOT NULL, used {moment})",
    'CREATE TABLE audit (key {key} NOT NULL PRIMARY KEY, at {moment} NOT NULL, "by" TEXT NOT NULL, '
    "action TEXT NOT NULL, object TEXT NOT NULL, detail JSON NOT NULL, address TEXT)",
    "ALTER TABLE parties ADD COLUMN actor TEXT",
    "ALTER TABLE incidents ADD COLUMN place_precision TEXT",
)

INDEXES = (
    "CREATE INDEX decisions_passage ON decisions (passage)",
    "CREATE INDEX decisions_at ON decisions (at)",
    'CREATE INDEX sessions_user ON sessions ("user")',
    'CREATE INDEX tokens_user ON tokens ("user")',
    "CREATE INDEX parties_group ON parties (actor)",
    "CREATE INDEX events_ended ON events (superseded) WHERE superseded IS NOT NULL",
    "CREATE INDEX incidents_ended ON incidents (superseded) WHERE superseded IS NOT NULL",
    "CREATE INDEX incident_events_ended ON incident_events (superseded) WHERE superseded IS NOT NULL",
    "CREATE INDEX incident_events_recorded ON incident_events (recorded)",
)


def step(connection: sa.Connection) -> None:
    """Make the tables, columns and indexes, and fill the columns."""
    sqlite = connection.dialect.name == "sqlite"
    types = {
        "moment": "DATETIME" if sqlite else "TIMESTAMP WITH TIME ZONE",
        "key": "INTEGER" if sqlite else "BIGINT",
    }
    for statement in TABLES:
        connection.exec_driver_sql(statement.format_map(types))
    _fill(connection, "parties", "actor", ("actor_id", "folded", "country"), _actor)
    _fill(connection, "incidents", "place_precision", ("record",), _precision)
    for statement in INDEXES:
        connection.exec_driver_sql(statement)


def _fill(connection: sa.Connection, name: str, column: str, read: tuple[str, ...], value: Any) -> None:
    """Fill a column of all rows from others, some rows at a time."""
    columns = [sa.Column(c, sa.JSON if c == "record" else sa.Text) for c in (column, *read)]
    table = sa.table(name, sa.column("key", sa.BigInteger), *(sa.column(str(c.name), c.type) for c in columns))
    after = 0
    while True:
        some = sa.select(table).where(table.c.key > after).order_by(table.c.key).limit(AT_ONCE)
        rows = connection.execute(some).all()
        if not rows:
            return
        after = rows[-1].key
        change = table.update().where(table.c.key == sa.bindparam("row")).values({column: sa.bindparam("value")})
        connection.execute(change, [{"row": r.key, "value": value(r)} for r in rows])


def _actor(row: Any) -> str:
    said = [row.actor_id] if row.actor_id else [row.folded, row.country]
    words = json.dumps(said, ensure_ascii=False)
    return "a" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:15]


def _precision(row: Any) -> str | None:
    where: Any = next((s["value"] for s in row.record["shown"] if s["field"] == "where"), None)
    precision: str | None = (where or {}).get("precision")
    return precision
