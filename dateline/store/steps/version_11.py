"""Version 11: who acts on whom, and indexes by which incidents lead to their events and events to their incidents.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    "CREATE TABLE acts (event {key} NOT NULL REFERENCES events (key), actor {key} NOT NULL REFERENCES parties (key), "
    "recipient {key} NOT NULL REFERENCES parties (key), PRIMARY KEY (event, actor, recipient)){without}",
    "INSERT INTO acts SELECT a.event, a.party, r.party FROM participants a JOIN participants r ON r.event = a.event "
    "AND r.role = 'recipient' WHERE a.role = 'actor' UNION SELECT a.event, a.party, r.party FROM counterparts a JOIN "
    "counterparts r ON r.event = a.event AND r.position <> a.position ORDER BY 1, 2, 3",
    "CREATE INDEX acts_actor ON acts (actor, recipient, event)",
    "CREATE INDEX acts_recipient ON acts (recipient, actor, event)",
    "CREATE INDEX events_by_passage ON events (passage) WHERE superseded IS NULL",
    "CREATE INDEX incident_events_by_passage ON incident_events (passage, incident) WHERE superseded IS NULL",
    "CREATE INDEX incident_events_by_incident ON incident_events (incident, passage) WHERE superseded IS NULL",
    "CREATE INDEX incidents_by_id ON incidents (id, origins) WHERE superseded IS NULL",
    "DROP INDEX incidents_by_origins",
    "CREATE INDEX incidents_by_origins ON incidents (origins, day, key, id) WHERE superseded IS NULL",
)


def step(connection: sa.Connection) -> None:
    """Make the table, fill it, make the indexes."""
    sqlite = connection.dialect.name == "sqlite"
    types = {"key": "INTEGER", "without": " WITHOUT ROWID"} if sqlite else {"key": "BIGINT", "without": ""}
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format_map(types))
