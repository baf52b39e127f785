from __future__ import annotations

import json
from datetime import UTC, datetime

import sqlalchemy as sa

from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.rows import Party
from dateline.store.tables import incidents, parties, versions
from tests.store.making import shape
from tests.store.test_third_step import made_second

NEW = ("decisions", "actor_merges", "actor_names", "sessions", "tokens", "users", "audit")
INDEXES = ("parties_group", "events_ended", "incidents_ended", "incident_events_ended", "incident_events_recorded")


def made_old(engine: sa.Engine) -> None:
    """Take away what version 2 brought, and what came after it."""
    made_second(engine)
    with writing(engine) as connection:
        for name in INDEXES:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for name in NEW:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        connection.exec_driver_sql("ALTER TABLE parties DROP COLUMN actor")
        connection.exec_driver_sql("ALTER TABLE incidents DROP COLUMN place_precision")
        connection.execute(versions.update().values(version=1))


def test_a_store_of_the_first_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_old(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()


def test_actors_and_precisions_are_filled(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    made_old(engine)
    party = Party("Jüan Peréz", "MEX", ("GOV",), None)
    row = {name: value for name, value in party.row(1).items() if name != "actor"}
    shown = [{"field": "type", "value": "AID"}, {"field": "where", "value": {"precision": "region"}}]
    with writing(engine) as connection:
        connection.execute(parties.insert(), [row])
        connection.execute(
            sa.text(
                "INSERT INTO incidents (key, id, recorded, origins, outlets, events, record)"
                " VALUES (1, 'i', :now, 1, 1, 1, :record)"
            ),
            {"now": datetime.now(UTC).replace(tzinfo=None), "record": json.dumps({"shown": shown})},
        )
    prepare(engine)
    with engine.connect() as connection:
        assert connection.scalar(sa.select(parties.c.actor)) == party.actor
        assert connection.scalar(sa.select(incidents.c.place_precision)) == "region"
    engine.dispose()
