"""Version 9: questions that people keep, and up to where each was told.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

WITHDRAWN = "withdrawn_by TEXT, withdrawn_at {time}, withdrawn_reason TEXT"
STATEMENTS = (
    'CREATE TABLE watches (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "by" TEXT NOT NULL, asked JSON NOT NULL, '
    f"at {{time}} NOT NULL, {WITHDRAWN})",
    "CREATE INDEX watches_name ON watches (name)",
    "CREATE TABLE watch_runs (key {key} NOT NULL PRIMARY KEY, watch TEXT NOT NULL REFERENCES watches (id), "
    f'upto {{key}} NOT NULL, news INTEGER NOT NULL, "by" TEXT NOT NULL, at {{time}} NOT NULL, '
    f"looked {{time}} NOT NULL, {WITHDRAWN})",
    "CREATE INDEX watch_runs_watch ON watch_runs (watch)",
)


def step(connection: sa.Connection) -> None:
    """Make the tables and their indexes."""
    sqlite = connection.dialect.name == "sqlite"
    types = {"key": "INTEGER", "time": "DATETIME"} if sqlite else {"key": "BIGINT", "time": "TIMESTAMP WITH TIME ZONE"}
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format_map(types))
