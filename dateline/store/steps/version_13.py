"""Version 13: the region of the place that is shown of an incident, and an index over the regions of places.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

SQLITE = (
    "UPDATE incidents SET admin1 = (SELECT json_extract(s.value, '$.value.admin1') FROM json_each(record, '$.shown') s "
    "WHERE json_extract(s.value, '$.field') = 'where') WHERE country IS NOT NULL"
)
POSTGRESQL = (
    "UPDATE incidents SET admin1 = (SELECT s #>> '{value,admin1}' FROM json_array_elements(record -> 'shown') s "
    "WHERE s ->> 'field' = 'where') WHERE country IS NOT NULL"
)
INDEXES = (
    "CREATE INDEX incidents_by_admin1 ON incidents (admin1, day, key) WHERE superseded IS NULL",
    "CREATE INDEX event_places_admin1 ON event_places (admin1, event)",
)


def step(connection: sa.Connection) -> None:
    """Make the column, fill it from the records, make the indexes."""
    fill = SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL
    for statement in ("ALTER TABLE incidents ADD COLUMN admin1 TEXT", fill, *INDEXES):
        connection.exec_driver_sql(statement)
