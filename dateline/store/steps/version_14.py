"""Version 14: records of incidents beside the rows they are filtered by, which event is in which incident by key, and
indexes that hold what else is asked.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

NARROW = (
    "key, id, recorded, superseded, type, quad, status, day, last_day, country, lat, lon, x, y, z, killed_low, "
    "killed_best, killed_high, origins, outlets, events, place_precision, first_published, last_published, admin1"
)
RECORDS = (
    "CREATE TABLE incident_records (incident {key} NOT NULL PRIMARY KEY REFERENCES {incidents} (key) ON DELETE "
    "CASCADE, record JSON NOT NULL)"
)
OVER = {
    "day": "day, key, type, quad, status, country, origins, first_published, last_published, lat, lon",
    "type": "type, day, key, status, country, origins, first_published, last_published, lat, lon",
    "quad": "quad, day, key",
    "admin1": "admin1, day, key",
    "country": "country, day, key, type, quad, status, origins, first_published, last_published",
    "status": "status, day, key",
    "point": "lat, lon, day, key, type, quad, status, origins, first_published, last_published",
    "origins": "origins, day, key, id",
    "id": "id, origins",
    "recorded": "recorded, key",
    "published": "first_published, last_published, day, key, type, quad, status, country, origins",
}
OF_EVENTS = {
    "type": "type, day, key, status, published, confidence, modes, contexts",
    "quad": "quad, day, key, status, published, confidence, modes, contexts",
    "status": "status, day, key, published, confidence, modes, contexts",
    "published": "published, day, key, type, quad, status, confidence",
    "modes": "modes, day, key, type, quad, status, published, confidence",
    "contexts": "contexts, day, key, type, quad, status, published, confidence",
}
BEFORE = (
    "CREATE TABLE beside (key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, recorded DATETIME NOT NULL, superseded "
    "DATETIME, type TEXT, quad TEXT, status TEXT, day DATE, last_day DATE, country TEXT, lat FLOAT, lon FLOAT, x "
    "FLOAT, y FLOAT, z FLOAT, killed_low FLOAT, killed_best FLOAT, killed_high FLOAT, origins INTEGER NOT NULL, "
    "outlets INTEGER NOT NULL, events INTEGER NOT NULL, place_precision TEXT, first_published DATE, last_published "
    "DATE, admin1 TEXT)",
    "CREATE TABLE decided (incident INTEGER NOT NULL REFERENCES beside (key) ON DELETE CASCADE, field TEXT NOT NULL, "
    "value TEXT, party INTEGER REFERENCES parties (key), PRIMARY KEY (incident, field))",
    RECORDS.format(key="INTEGER", incidents="beside"),
    "DROP INDEX incidents_id",
    "DROP INDEX incidents_ended",
    "DROP INDEX incidents_ended_by_day",
    "CREATE TABLE kept AS SELECT * FROM set_values",
    "DROP TABLE set_values",
)
MOVED = (
    f"INSERT INTO beside SELECT {NARROW} FROM incidents WHERE key > {{low}} AND key <= {{high}}",
    "INSERT INTO incident_records SELECT key, record FROM incidents WHERE key > {low} AND key <= {high}",
    "DELETE FROM incidents WHERE key > {low} AND key <= {high}",
)
"""Some at a time: the room of what is gone is taken by the next, and the file does not grow."""
AT_ONCE = 1000
AFTER = (
    "DROP TABLE incidents",
    "ALTER TABLE beside RENAME TO incidents",
    "INSERT INTO decided SELECT incident, field, value, party FROM kept",
    "DROP TABLE kept",
    "ALTER TABLE decided RENAME TO set_values",
    "CREATE INDEX set_values_field ON set_values (field)",
    "CREATE INDEX incidents_id ON incidents (id)",
    "CREATE INDEX incidents_ended ON incidents (superseded) WHERE superseded IS NOT NULL",
    "CREATE INDEX incidents_ended_by_day ON incidents (day, key) WHERE superseded IS NOT NULL",
)
MEMBERS = (
    "CREATE TABLE members (event {key} NOT NULL PRIMARY KEY REFERENCES events (key), incident {key} NOT NULL "
    "REFERENCES incidents (key) ON DELETE CASCADE){without}",
    "INSERT INTO members SELECT e.key, i.key FROM incident_events m JOIN events e ON e.passage = m.passage JOIN "
    "incidents i ON i.id = m.incident WHERE m.superseded IS NULL AND e.superseded IS NULL AND i.superseded IS NULL "
    "ORDER BY e.key",
    "CREATE INDEX members_incident ON members (incident, event)",
)


INDEXES = (
    *(
        f"CREATE INDEX incidents_by_{name} ON incidents ({over}) WHERE superseded IS NULL"
        for name, over in OVER.items()
    ),
    *(f"DROP INDEX events_by_{name}" for name in OF_EVENTS),
    *(f"CREATE INDEX events_by_{name} ON events ({over}) WHERE superseded IS NULL" for name, over in OF_EVENTS.items()),
    "DROP INDEX event_places_point",
    "CREATE INDEX event_places_point ON event_places (lat, lon, position, event)",
)


def step(connection: sa.Connection) -> None:
    """Take the records out of the rows of incidents, make the table of members and fill it, make indexes anew."""
    sqlite = connection.dialect.name == "sqlite"
    for name in OVER:
        connection.exec_driver_sql(f"DROP INDEX incidents_by_{name}")
    if sqlite:
        _made_anew(connection)
    else:
        connection.exec_driver_sql(RECORDS.format(key="BIGINT", incidents="incidents"))
        connection.exec_driver_sql("INSERT INTO incident_records SELECT key, record FROM incidents")
        connection.exec_driver_sql("ALTER TABLE incidents DROP COLUMN record")
    types = {"key": "INTEGER", "without": " WITHOUT ROWID"} if sqlite else {"key": "BIGINT", "without": ""}
    for statement in (*MEMBERS, *INDEXES):
        connection.exec_driver_sql(statement.format_map(types))


def _made_anew(connection: sa.Connection) -> None:
    """SQLite leaves rows where they are, one on a page, when a column goes: so all are written anew."""
    for statement in BEFORE:
        connection.exec_driver_sql(statement)
    last = connection.exec_driver_sql("SELECT max(key) FROM incidents").scalar() or 0
    for low in range(0, last, AT_ONCE):
        for statement in MOVED:
            connection.exec_driver_sql(statement.format(low=low, high=low + AT_ONCE))
    for statement in AFTER:
        connection.exec_driver_sql(statement)
