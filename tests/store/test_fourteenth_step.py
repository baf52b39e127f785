from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from dateline.merging import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import incident_records, set_values, versions
from tests.store.making import article, code_one, members, run, shape

BEFORE = {
    "events": {
        "type": "type, day, key",
        "quad": "quad, day, key",
        "status": "status, day, key",
        "published": "published, day, key",
        "modes": "modes, day, key",
        "contexts": "contexts, day, key",
    },
    "incidents": {
        "day": "day, key",
        "type": "type, day, key",
        "country": "country, day, key",
        "point": "lat, lon",
        "published": "first_published, last_published, day, key",
    },
}
"""Indexes that version 14 made longer."""


def made_thirteenth(engine: sa.Engine) -> None:
    """Take away what version 14 brought."""
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE members")
        connection.exec_driver_sql("ALTER TABLE incidents ADD COLUMN record JSON NOT NULL DEFAULT 'null'")
        of = "(SELECT record FROM incident_records WHERE incident = incidents.key)"
        connection.exec_driver_sql(f"UPDATE incidents SET record = {of}")
        connection.exec_driver_sql("DROP TABLE incident_records")
        for table, indexes in BEFORE.items():
            for name, over in indexes.items():
                connection.exec_driver_sql(f"DROP INDEX {table}_by_{name}")
                where = f"CREATE INDEX {table}_by_{name} ON {table} ({over}) WHERE superseded IS NULL"
                connection.exec_driver_sql(where)
        connection.exec_driver_sql("DROP INDEX event_places_point")
        connection.exec_driver_sql("CREATE INDEX event_places_point ON event_places (lat, lon)")
        connection.execute(versions.update().values(version=13))


def test_a_store_of_the_thirteenth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new, over = shape(engine), _indexes(engine)
    made_thirteenth(engine)
    assert shape(engine) != new and _indexes(engine) != over
    prepare(engine)
    assert shape(engine) == new and _indexes(engine) == over
    engine.dispose()


def _indexes(engine: sa.Engine) -> dict[str | None, list[str | None]]:
    look = sa.inspect(engine)
    names = ("events", "incidents", "event_places", "set_values")
    return {i["name"]: i["column_names"] for name in names for i in look.get_indexes(name)}


def test_members_are_as_if_they_had_been_written_so(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(5)])
        store.edit(next(iter(store.events(limit=1))).event.id, "type", "PROTEST", by="ana", reason="read again")
        store.edit_incident(next(iter(store.incidents(limit=1))).id, "status", "planned", by="ana", reason="not yet")
        number = store.count()
    engine = connect(url, create=False)
    before, told, records = *members(engine), _records(engine)
    assert before == told and len(before) == number and len(records) > 3
    made_thirteenth(engine)
    prepare(engine)
    assert members(engine) == (before, told) and _records(engine) == records
    with engine.connect() as connection:
        assert [row.field for row in connection.execute(sa.select(set_values))] == ["status"]
    engine.dispose()
    with open_store(url) as store:  # a state that ends takes its rows with it
        store.begin(run("r2"))
        store.add(run("r2"), [code_one(article(number)) for number in range(5, 9)])
        assert members(store.engine)[0] == members(store.engine)[1]


def _records(engine: sa.Engine) -> list[tuple[int, Any]]:
    with engine.connect() as connection:
        found = connection.execute(sa.select(incident_records).order_by(incident_records.c.incident))
        return [(key, record) for key, record in found]
