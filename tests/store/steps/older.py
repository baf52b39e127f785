"""Stores as older versions of Dateline made them, and what a table of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from dateline.records.event import Event
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import found, prepare
from dateline.store.tables import VERSION, versions
from tests.make import coded
from tests.store.making import article, code_one, run


def stored(url: str, *events: Event) -> sa.Engine:
    """A store of one article with these events and of six others, where one event is rejected."""
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(*events), *(code_one(article(n)) for n in range(6))])
        store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    return connect(url, create=False)


def make_older(engine: sa.Engine, version: int) -> None:
    """Make a store one of an older version: what each later version brought is taken away, the newest first."""
    with writing(engine) as connection:
        for later in range(found(connection) or VERSION, version, -1):
            alone = ON_SQLITE.get(later, ()) if engine.dialect.name == "sqlite" else ()
            for statement in (*TAKEN_AWAY[later], *alone):
                connection.exec_driver_sql(statement)
        connection.execute(versions.update().values(version=version))


def rows(engine: sa.Engine, table: sa.Table) -> list[sa.Row[tuple[object, ...]]]:
    """All rows of a table, by its key."""
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))


def filled_again(engine: sa.Engine, version: int, *tables: sa.Table) -> list[list[sa.Row[tuple[object, ...]]]]:
    """The rows of tables, which stand there again when the store was one of an older version and is brought up."""
    before = [rows(engine, table) for table in tables]
    make_older(engine, version)
    prepare(engine)
    assert [rows(engine, table) for table in tables] == before
    return before


def _dropped(kind: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"DROP {kind} {name}" for name in names)


def _index(table: str, by: str, columns: str) -> tuple[str, str]:
    """What makes an index over the live rows of a table one over other columns."""
    name = f"{table}_by_{by}"
    return f"DROP INDEX {name}", f"CREATE INDEX {name} ON {table} ({columns}) WHERE superseded IS NULL"


TAKEN_AWAY: Mapping[int, Iterable[str]] = {
    2: (
        *_dropped("INDEX", ("parties_group", "events_ended", "incidents_ended")),
        *_dropped("INDEX", ("incident_events_ended", "incident_events_recorded")),
        *_dropped("TABLE", ("decisions", "actor_merges", "actor_names", "sessions", "tokens", "users", "audit")),
        "ALTER TABLE parties DROP COLUMN actor",
        "ALTER TABLE incidents DROP COLUMN place_precision",
    ),
    3: (
        *_dropped("TABLE", ("article_marks", "copy_keys", "block_keys")),
        "DROP INDEX redirects_target",
        "CREATE TABLE block_keys (block TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (block, story))",
        "CREATE INDEX block_keys_story ON block_keys (story)",
    ),
    4: _dropped("INDEX", ("articles_by_day", "audit_by", "audit_at")),
    5: ("DROP TABLE incident_edits",),
    6: ("DROP TABLE set_values",),
    7: ("DROP TABLE counterparts", "DROP INDEX events_by_published", "ALTER TABLE events DROP COLUMN published"),
    8: (
        "DROP TABLE pairs",
        *_dropped("INDEX", ("events_by_modes", "events_by_contexts", "events_ended_by_day", "events_edited")),
        *_dropped("INDEX", ("incidents_ended_by_day", "statements_ended_by_day")),
        *_index("events", "published", "published, key"),
    ),
    9: _dropped("TABLE", ("watch_runs", "watches")),
    10: (
        *_dropped("INDEX", ("incidents_by_published", "incidents_by_status")),
        "ALTER TABLE incidents DROP COLUMN first_published",
        "ALTER TABLE incidents DROP COLUMN last_published",
    ),
    11: (
        "DROP TABLE acts",
        *_dropped("INDEX", ("events_by_passage", "incident_events_by_passage")),
        *_dropped("INDEX", ("incident_events_by_incident", "incidents_by_id")),
        *_index("incidents", "origins", "origins, day, key"),
    ),
    12: (*_dropped("TABLE", ("additions", "article_withdrawals")), "ALTER TABLE events DROP COLUMN added_by"),
    13: (
        *_dropped("INDEX", ("incidents_by_admin1", "event_places_admin1")),
        "ALTER TABLE incidents DROP COLUMN admin1",
    ),
    14: (
        "DROP TABLE members",
        "ALTER TABLE incidents ADD COLUMN record JSON NOT NULL DEFAULT 'null'",
        "UPDATE incidents SET record = (SELECT record FROM incident_records WHERE incident = incidents.key)",
        "DROP TABLE incident_records",
        *(
            statement
            for column in ("type", "quad", "status", "published", "modes", "contexts")
            for statement in _index("events", column, f"{column}, day, key")
        ),
        *_index("incidents", "day", "day, key"),
        *_index("incidents", "type", "type, day, key"),
        *_index("incidents", "country", "country, day, key"),
        *_index("incidents", "point", "lat, lon"),
        *_index("incidents", "published", "first_published, last_published, day, key"),
        "DROP INDEX event_places_point",
        "CREATE INDEX event_places_point ON event_places (lat, lon)",
    ),
    15: (
        "DROP INDEX events_changed",
        *_index("events", "day", "day, key"),
        *_index("events", "publisher", "publisher, day, key"),
        *_index(
            "incidents", "point", "lat, lon, day, key, type, quad, status, origins, first_published, last_published"
        ),
        "DROP INDEX event_places_point",
        "CREATE INDEX event_places_point ON event_places (lat, lon, position, event)",
    ),
}
"""Statements that take away what each version brought."""

ON_SQLITE: Mapping[int, Iterable[str]] = {
    10: (
        "CREATE TABLE beside (event INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, party INTEGER NOT "
        "NULL, PRIMARY KEY (event, role, position), FOREIGN KEY(event) REFERENCES events (key), FOREIGN KEY(party) "
        "REFERENCES parties (key))",
        "INSERT INTO beside SELECT event, role, position, party FROM participants",
        "DROP TABLE participants",
        "ALTER TABLE beside RENAME TO participants",
        "CREATE INDEX participants_party ON participants (party, role, event)",
    ),
}
"""The same of what a version brought to SQLite alone."""
