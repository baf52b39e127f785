from __future__ import annotations

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import counterparts, dyads, events
from tests.make import actor, coded, event
from tests.store.making import article, code_one, run
from tests.store.steps.older import make_older, rows

TOGETHER = (actor("Rebels", "MLI", "REB"), actor("army post", "FRA", "MIL"), actor("Rebels", "MLI", "REB"))


def test_pairs_and_days_of_publication_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(met), *(code_one(article(n)) for n in range(6))])
        store.edit(met.id, "status", "planned", by="ana", reason="read it")
        store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    engine = connect(url, create=False)
    tables = (counterparts, dyads, events)
    before = [rows(engine, table) for table in tables]
    make_older(engine, 6)
    with writing(engine) as connection:  # as version 6 counted: pairs of actor and recipient alone
        connection.execute(dyads.delete().where(dyads.c.quad == "verbal_cooperation", dyads.c.month == ""))
        meetings = dyads.c.quad == "verbal_cooperation"
        french = dyads.c.actor_country == "FRA"
        connection.execute(dyads.delete().where(meetings, french | (dyads.c.recipient_country == "FRA")))
    prepare(engine)
    assert [rows(engine, table) for table in tables] == before
    assert len(before[0]) > 4 and any(row.published is not None for row in before[2])
    engine.dispose()
    with open_store(url) as store:
        undone = store.edits(met.id)[0]
        store.undo(undone.id, by="ana", reason="no")
        store.edit(met.id, "rejected", True, by="ana", reason="none")
        mine = ("MLI", "FRA"), ("FRA", "MLI")
        told = {(d["actor_country"], d["recipient_country"]): d["events"] for d in store.dyads()}
        assert all(told.get(pair, 0) == store.count(Filter(dyad=">".join(pair))) for pair in mine)
