from __future__ import annotations

import sqlalchemy as sa

from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import parties, party_counts, set_values
from dateline.upkeep import open_store
from tests.merge.barracks import FIRST, SECOND
from tests.store.steps.older import make_older, rows
from tests.upkeep.making import brought


def test_what_people_set_before_is_found_after(url: str) -> None:
    with open_store(url, create=True) as store:
        brought(store, FIRST, SECOND)
        store.edit_incident("ea00", "type", "PROTEST", by="ana", reason="a march")
        who = {"name": "Jüan Peréz", "country": "MEX", "sectors": ["GOV", "MIL"]}
        store.edit_incident("ea00", "actors", who, by="ana", reason="read it")
        undone = store.edit_incident("ea00", "contexts", "military", by="ana", reason="read it")
        store.undo(undone.id, by="ana", reason="no")
    engine = connect(url, create=False)
    filled, known = rows(engine, set_values), rows(engine, parties)
    # Of type, class and modes, then actors too, then contexts too, then without them.
    assert len(filled) == 3 + 4 + 5 + 4
    make_older(engine, 5)
    with writing(engine) as connection:
        new = ~parties.c.key.in_(sa.select(party_counts.c.party))
        connection.execute(parties.delete().where(new))
    prepare(engine)
    assert (rows(engine, set_values), rows(engine, parties)) == (filled, known)
    engine.dispose()
