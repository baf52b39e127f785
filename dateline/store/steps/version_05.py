"""Version 5: what people set of incidents.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    'CREATE TABLE incident_edits (id TEXT NOT NULL PRIMARY KEY, incident TEXT NOT NULL, field TEXT NOT NULL, "by" TEXT '
    "NOT NULL, reason TEXT NOT NULL, value JSON, at {moment} NOT NULL, withdrawn_by TEXT, withdrawn_at {moment}, "
    "withdrawn_reason TEXT)",
    "CREATE INDEX incident_edits_incident ON incident_edits (incident)",
)


def step(connection: sa.Connection) -> None:
    """Make the table with its index."""
    moment = "DATETIME" if connection.dialect.name == "sqlite" else "TIMESTAMP WITH TIME ZONE"
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format(moment=moment))
