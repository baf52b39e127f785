"""Version 8: between which countries events are, and indexes by which the conditions of filters are found.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

TABLE = (
    "CREATE TABLE pairs (actor_country TEXT NOT NULL, recipient_country TEXT NOT NULL, event {key} NOT NULL REFERENCES "
    "events (key), PRIMARY KEY (actor_country, recipient_country, event)){without}"
)
STATEMENTS = (
    "INSERT INTO pairs SELECT DISTINCT one.country, two.country, a.event FROM participants a JOIN participants r ON "
    "r.event = a.event AND r.role = 'recipient' JOIN parties one ON one.key = a.party JOIN parties two ON two.key = "
    "r.party WHERE a.role = 'actor' AND one.country <> '' AND two.country <> '' UNION SELECT one.country, two.country, "
    "a.event FROM counterparts a JOIN counterparts r ON r.event = a.event AND r.position <> a.position JOIN parties "
    "one ON one.key = a.party JOIN parties two ON two.key = r.party WHERE one.country <> '' AND two.country <> ''",
    "CREATE INDEX pairs_event ON pairs (event)",
    "DROP INDEX events_by_published",
    "CREATE INDEX events_by_published ON events (published, day, key) WHERE superseded IS NULL",
    "CREATE INDEX events_by_modes ON events (modes, day, key) WHERE superseded IS NULL",
    "CREATE INDEX events_by_contexts ON events (contexts, day, key) WHERE superseded IS NULL",
    "CREATE INDEX events_ended_by_day ON events (day, key) WHERE superseded IS NOT NULL",
    "CREATE INDEX statements_ended_by_day ON statements (day, key) WHERE superseded IS NOT NULL",
    "CREATE INDEX incidents_ended_by_day ON incidents (day, key) WHERE superseded IS NOT NULL",
    "CREATE INDEX events_edited ON events (day, key) WHERE superseded IS NULL AND edited != ''",
)


def step(connection: sa.Connection) -> None:
    """Make the table, fill it, make the indexes."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql(
        TABLE.format(key="INTEGER" if sqlite else "BIGINT", without=" WITHOUT ROWID" if sqlite else "")
    )
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
