from __future__ import annotations

import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store.engine import connect
from dateline.store.migrations import prepare
from dateline.store.tables import incidents
from dateline.upkeep import open_store
from tests.make import coded, event, place
from tests.store.making import article, code_one, run
from tests.store.steps.older import make_older


def test_regions_of_an_older_store_are_as_if_they_had_been_written_so(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(event(where=(place("Gao"),))), *(code_one(article(number)) for number in range(6))])
        found = [one.id for one in store.incidents(Filter(regions=("Gao",)))]
    engine = connect(url, create=False)
    before = _regions(engine)
    assert found and {"Gao", None} <= set(before.values())
    make_older(engine, 12)
    prepare(engine)
    assert _regions(engine) == before
    engine.dispose()


def _regions(engine: sa.Engine) -> dict[int, str | None]:
    with engine.connect() as connection:
        return {key: region for key, region in connection.execute(sa.select(incidents.c.key, incidents.c.admin1))}
