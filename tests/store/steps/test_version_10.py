from __future__ import annotations

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect
from dateline.store.migrations import prepare
from dateline.store.tables import incidents, participants
from tests.store.making import article, code_one, run
from tests.store.steps.older import filled_again, make_older, rows
from tests.store.views.incidents import incidents as made_of


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
    (before,) = filled_again(engine, 9, incidents)
    first = [row for row in before if row.id == single[0].id]
    days = [(date(2024, 7, 1), date(2024, 7, 1)), (date(2024, 7, 1), date(2024, 7, 4))]
    assert [(row.first_published, row.last_published) for row in first] == days
    assert any(row.first_published is None for row in before)
    engine.dispose()


def test_parties_stand_beside_their_events(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(6)])
    engine = connect(url, create=False)
    before, related = rows(engine, participants), _related(engine)
    make_older(engine, 9)
    prepare(engine)
    assert rows(engine, participants) == before and len(before) > 12
    assert _related(engine) == related and len(related) == 2
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'participants'").scalar_one()
        assert made.endswith("WITHOUT ROWID")
    engine.dispose()


def _related(engine: sa.Engine) -> set[tuple[tuple[str, ...], str]]:
    keys = sa.inspect(engine).get_foreign_keys("participants")
    return {(tuple(key["constrained_columns"]), key["referred_table"]) for key in keys}
