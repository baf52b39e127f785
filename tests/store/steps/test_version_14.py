from __future__ import annotations

from dateline.store.engine import connect
from dateline.store.tables import incident_records, set_values
from dateline.upkeep import open_store
from tests.store.making import article, code_one, members, run
from tests.store.steps.older import filled_again, rows


def test_members_are_as_if_they_had_been_written_so(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(5)])
        store.edit(next(iter(store.events(limit=1))).event.id, "type", "PROTEST", by="ana", reason="read again")
        store.edit_incident(next(iter(store.incidents(limit=1))).id, "status", "planned", by="ana", reason="not yet")
        number = store.count()
    engine = connect(url, create=False)
    before, told = members(engine)
    assert before == told and len(before) == number
    (records,) = filled_again(engine, 13, incident_records)
    assert members(engine) == (before, told) and len(records) > 3
    assert [row.field for row in rows(engine, set_values)] == ["status"]
    engine.dispose()
    with open_store(url) as store:  # a state that ends takes its rows with it
        store.begin(run("r2"))
        store.add(run("r2"), [code_one(article(number)) for number in range(5, 9)])
        assert members(store.engine)[0] == members(store.engine)[1]
