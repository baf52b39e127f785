"""Version 15: indexes that tell how far points are apart, when what happened on a day was published, and what people
changed.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    "DROP INDEX event_places_point",
    "CREATE INDEX event_places_point ON event_places (lat, lon, position, event, x, y, z)",
    "DROP INDEX incidents_by_point",
    "CREATE INDEX incidents_by_point ON incidents (lat, lon, day, key, type, quad, status, origins, first_published, "
    "last_published, x, y, z) WHERE superseded IS NULL",
    "DROP INDEX events_by_day",
    "CREATE INDEX events_by_day ON events (day, key, published) WHERE superseded IS NULL",
    "DROP INDEX events_by_publisher",
    "CREATE INDEX events_by_publisher ON events (publisher, day, key, published) WHERE superseded IS NULL",
    "CREATE INDEX events_changed ON events (key) WHERE version > 0",
)


def step(connection: sa.Connection) -> None:
    """Make the indexes anew, and the one over what people changed."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
