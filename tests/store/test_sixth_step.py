from __future__ import annotations

import sqlalchemy as sa

from dateline.merging import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import parties, party_counts, set_values, versions
from tests.merge.test_linking import FIRST, SECOND
from tests.merging.making import brought
from tests.store.making import shape
from tests.store.test_seventh_step import made_sixth


def made_fifth(engine: sa.Engine) -> None:
    """Take away what version 6 brought, and what came after it."""
    made_sixth(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE set_values")
        connection.execute(versions.update().values(version=5))


def test_a_store_of_the_fifth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_fifth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()


def test_what_people_set_before_is_found_after(url: str) -> None:
    with open_store(url, create=True) as store:
        brought(store, FIRST, SECOND)
        store.edit_incident("ea00", "type", "PROTEST", by="ana", reason="a march")
        who = {"name": "Jüan Peréz", "country": "MEX", "sectors": ["GOV", "MIL"]}
        store.edit_incident("ea00", "actors", who, by="ana", reason="read it")
        undone = store.edit_incident("ea00", "contexts", "military", by="ana", reason="read it")
        store.undo(undone.id, by="ana", reason="no")
    engine = connect(url, create=False)
    filled, known = _all(engine, set_values), _all(engine, parties)
    assert (
        len(filled) == 3 + 4 + 5 + 4
    )  # of type, class and modes, then actors too, then contexts too, then without them
    made_fifth(engine)
    with writing(engine) as connection:
        new = ~parties.c.key.in_(sa.select(party_counts.c.party))
        connection.execute(parties.delete().where(new))
    prepare(engine)
    assert (_all(engine, set_values), _all(engine, parties)) == (filled, known)
    engine.dispose()


def _all(engine: sa.Engine, table: sa.Table) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
