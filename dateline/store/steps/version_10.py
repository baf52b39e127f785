"""Version 10: when the reports of incidents were published, incidents by status, parties beside their events.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    "ALTER TABLE incidents ADD COLUMN first_published DATE",
    "ALTER TABLE incidents ADD COLUMN last_published DATE",
    "UPDATE incidents SET (first_published, last_published) = (SELECT min(e.published), max(e.published) FROM "
    "incident_events m JOIN events e ON e.passage = m.passage WHERE m.incident = incidents.id AND m.recorded <= "
    "incidents.recorded AND (m.superseded IS NULL OR m.superseded > incidents.recorded))",
    "CREATE INDEX incidents_by_published ON incidents (first_published, last_published, day, key) "
    "WHERE superseded IS NULL",
    "CREATE INDEX incidents_by_status ON incidents (status, day, key) WHERE superseded IS NULL",
)
PARTICIPANTS = (
    "CREATE TABLE beside (event INTEGER NOT NULL REFERENCES events (key), role TEXT NOT NULL, position INTEGER NOT "
    "NULL, party INTEGER NOT NULL REFERENCES parties (key), PRIMARY KEY (event, role, position)) WITHOUT ROWID",
    "INSERT INTO beside SELECT event, role, position, party FROM participants ORDER BY event, role, position",
    "DROP TABLE participants",
    "ALTER TABLE beside RENAME TO participants",
    "CREATE INDEX participants_party ON participants (party, role, event)",
)
"""SQLite looks a party up by its event in one place instead of two."""


def step(connection: sa.Connection) -> None:
    """Make the columns, fill them for every state by the passages that it had, make indexes and the table anew."""
    for statement in (*STATEMENTS, *(PARTICIPANTS if connection.dialect.name == "sqlite" else ())):
        connection.exec_driver_sql(statement)
