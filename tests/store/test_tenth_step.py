from __future__ import annotations

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import incidents, participants, versions
from tests.store.making import article, code_one, run, shape
from tests.store.test_eleventh_step import made_tenth
from tests.store.views.incidents import incidents as made_of

WITH_ROWID = (
    "CREATE TABLE beside (event INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, party INTEGER NOT "
    "NULL, PRIMARY KEY (event, role, position), FOREIGN KEY(event) REFERENCES events (key), FOREIGN KEY(party) "
    "REFERENCES parties (key))",
    "INSERT INTO beside SELECT event, role, position, party FROM participants",
    "DROP TABLE participants",
    "ALTER TABLE beside RENAME TO participants",
    "CREATE INDEX participants_party ON participants (party, role, event)",
)
NEW = ("first_published", "last_published")


def made_ninth(engine: sa.Engine) -> None:
    """Take away what version 10 and those after it brought."""
    made_tenth(engine)
    with writing(engine) as connection:
        for index in ("incidents_by_published", "incidents_by_status"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        for name in NEW:
            connection.exec_driver_sql(f"ALTER TABLE incidents DROP COLUMN {name}")
        for statement in WITH_ROWID if engine.dialect.name == "sqlite" else ():
            connection.exec_driver_sql(statement)
        connection.execute(versions.update().values(version=9))


def test_a_store_of_the_ninth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_ninth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    with engine.connect() as connection:
        over = {i["name"]: i["column_names"] for i in sa.inspect(connection).get_indexes("incidents")}
    assert over["incidents_by_published"][:4] == [*NEW, "day", "key"]
    engine.dispose()


def test_days_of_publication_are_as_if_they_had_been_written_so(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        for number in range(6):
            store.add(run(), [code_one(article(number))])
        single = made_of(store)
        together = [replace(single[0], events=tuple(p for one in single[:4] for p in one.events))]
        store.put_merged(new=single)
        store.put_merged(new=together, ended={one.id: together[0].id for one in single[1:4]})
        store.add(run(), [code_one(article(9, published=None))])
        store.put_merged(new=made_of(store)[-1:])
    engine = connect(url, create=False)
    before = _all(engine)
    made_ninth(engine)
    prepare(engine)
    assert _all(engine) == before
    first = [row for row in before if row.id == single[0].id]
    days = [(date(2024, 7, 1), date(2024, 7, 1)), (date(2024, 7, 1), date(2024, 7, 4))]
    assert [(row.first_published, row.last_published) for row in first] == days
    assert any(row.first_published is None for row in before)
    engine.dispose()


def _all(engine: sa.Engine) -> list[sa.Row[tuple[object, ...]]]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(incidents).order_by(incidents.c.key)))


def test_parties_stand_beside_their_events(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(6)])
    engine = connect(url, create=False)
    look, everything = sa.inspect(engine), sa.select(participants).order_by(*participants.primary_key)
    keys = look.get_foreign_keys("participants")
    with engine.connect() as connection:
        before = connection.execute(everything).all()
    made_ninth(engine)
    prepare(engine)
    with engine.connect() as connection:
        assert connection.execute(everything).all() == before and len(before) > 12
        if engine.dialect.name == "sqlite":
            made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'participants'").scalar_one()
            assert made.endswith("WITHOUT ROWID")
    related = {
        (tuple(k["constrained_columns"]), k["referred_table"])
        for k in sa.inspect(engine).get_foreign_keys("participants")
    }
    assert related == {(tuple(k["constrained_columns"]), k["referred_table"]) for k in keys} and len(keys) == 2
    engine.dispose()
