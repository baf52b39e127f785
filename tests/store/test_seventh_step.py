from __future__ import annotations

import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import counterparts, dyads, events, versions
from tests.make import actor, coded, event
from tests.store.making import article, code_one, run, shape
from tests.store.test_eighth_step import made_seventh

TOGETHER = (actor("Rebels", "MLI", "REB"), actor("army post", "FRA", "MIL"), actor("Rebels", "MLI", "REB"))


def made_sixth(engine: sa.Engine) -> None:
    """Take away what version 7 and those after it brought."""
    made_seventh(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE counterparts")
        connection.exec_driver_sql("DROP INDEX events_by_published")
        connection.exec_driver_sql("ALTER TABLE events DROP COLUMN published")
        connection.execute(versions.update().values(version=6))


def test_a_store_of_the_sixth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_sixth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()


def test_pairs_and_days_of_publication_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(met), *(code_one(article(n)) for n in range(6))])
        store.edit(met.id, "status", "planned", by="ana", reason="read it")
        store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    engine = connect(url, create=False)
    tables = (counterparts, dyads, events)
    before = [_all(engine, table) for table in tables]
    made_sixth(engine)
    with writing(engine) as connection:  # as version 6 counted: pairs of actor and recipient alone
        connection.execute(dyads.delete().where(dyads.c.quad == "verbal_cooperation", dyads.c.month == ""))
        meetings = dyads.c.quad == "verbal_cooperation"
        french = dyads.c.actor_country == "FRA"
        connection.execute(dyads.delete().where(meetings, french | (dyads.c.recipient_country == "FRA")))
    prepare(engine)
    assert [_all(engine, table) for table in tables] == before
    assert len(before[0]) > 4 and any(row.published is not None for row in before[2])
    engine.dispose()
    with open_store(url) as store:
        undone = store.edits(met.id)[0]
        store.undo(undone.id, by="ana", reason="no")
        store.edit(met.id, "rejected", True, by="ana", reason="none")
        mine = ("MLI", "FRA"), ("FRA", "MLI")
        told = {(d["actor_country"], d["recipient_country"]): d["events"] for d in store.dyads()}
        assert all(told.get(pair, 0) == store.count(Filter(dyad=">".join(pair))) for pair in mine)


def _all(engine: sa.Engine, table: sa.Table) -> list[sa.Row[tuple[object, ...]]]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))
