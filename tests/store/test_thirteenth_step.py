from __future__ import annotations

import sqlalchemy as sa

from dateline.merging import open_store
from dateline.records.query import Filter
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import incidents, versions
from tests.make import coded, event, place
from tests.store.making import article, code_one, run, shape
from tests.store.test_fourteenth_step import made_thirteenth


def made_twelfth(engine: sa.Engine) -> None:
    """Take away what version 13 and those after it brought."""
    made_thirteenth(engine)
    with writing(engine) as connection:
        for index in ("incidents_by_admin1", "event_places_admin1"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        connection.exec_driver_sql("ALTER TABLE incidents DROP COLUMN admin1")
        connection.execute(versions.update().values(version=12))


def test_a_store_of_the_twelfth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_twelfth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()


def test_regions_of_an_older_store_are_as_if_they_had_been_written_so(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(event(where=(place("Gao"),))), *(code_one(article(number)) for number in range(6))])
        found = [one.id for one in store.incidents(Filter(regions=("Gao",)))]
    engine = connect(url, create=False)
    before = _regions(engine)
    assert found and {"Gao", None} <= set(before.values())
    made_twelfth(engine)
    prepare(engine)
    assert _regions(engine) == before
    engine.dispose()


def _regions(engine: sa.Engine) -> dict[int, str | None]:
    with engine.connect() as connection:
        return {key: region for key, region in connection.execute(sa.select(incidents.c.key, incidents.c.admin1))}
