from __future__ import annotations

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import pairs, versions
from tests.make import actor, coded, event
from tests.store.making import article, code_one, run, shape
from tests.store.test_ninth_step import made_eighth

NEW = (
    *("events_by_modes", "events_by_contexts", "events_ended_by_day", "events_edited", "events_by_published"),
    *("incidents_ended_by_day", "statements_ended_by_day"),
)
TOGETHER = (actor("Rebels", "MLI", "REB"), actor("army post", "FRA", "MIL"), actor("seven soldiers", None, "MIL"))


def made_seventh(engine: sa.Engine) -> None:
    """Take away what version 8 and those after it brought."""
    made_eighth(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE pairs")
        for name in NEW:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.exec_driver_sql(
            "CREATE INDEX events_by_published ON events (published, key) WHERE superseded IS NULL"
        )
        connection.execute(versions.update().values(version=7))


def test_a_store_of_the_seventh_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_seventh(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    with engine.connect() as connection:
        over = {i["name"]: i["column_names"] for i in sa.inspect(connection).get_indexes("events")}
    assert over["events_by_published"][:3] == ["published", "day", "key"]
    engine.dispose()


def test_pairs_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    struck = event("killing", "ASSAULT", actors=TOGETHER, recipients=(actor("post", None, "MIL"), *TOGETHER[:1]))
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(met, struck), *(code_one(article(n)) for n in range(6))])
        store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    engine = connect(url, create=False)
    before = _all(engine)
    made_seventh(engine)
    prepare(engine)
    assert _all(engine) == before
    assert {(a, r) for a, r, _ in before} >= {("MLI", "FRA"), ("FRA", "MLI"), ("MLI", "MLI")}
    assert all(a and r for a, r, _ in before)
    engine.dispose()


def _all(engine: sa.Engine) -> list[tuple[str, str, int]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(pairs).order_by(*pairs.primary_key))]
