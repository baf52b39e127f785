from __future__ import annotations

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import acts, parties, versions
from tests.make import actor, coded, event
from tests.store.making import article, code_one, run, shape
from tests.store.test_twelfth_step import made_eleventh

NEW = ("events_by_passage", "incident_events_by_passage", "incident_events_by_incident", "incidents_by_id")
REBELS, POST, SEVEN = TOGETHER = (
    actor("Rebels", "MLI", "REB"),
    actor("army post", "FRA", "MIL"),
    actor("seven soldiers", None, "MIL"),
)


def made_tenth(engine: sa.Engine) -> None:
    """Take away what version 11 and those after it brought."""
    made_eleventh(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TABLE acts")
        for index in (*NEW, "incidents_by_origins"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        connection.exec_driver_sql(
            "CREATE INDEX incidents_by_origins ON incidents (origins, day, key) WHERE superseded IS NULL"
        )
        connection.execute(versions.update().values(version=10))


def test_a_store_of_the_tenth_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_tenth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    with engine.connect() as connection:
        over = {i["name"]: i["column_names"] for i in sa.inspect(connection).get_indexes("incidents")}
    assert over["incidents_by_origins"] == ["origins", "day", "key", "id"]
    engine.dispose()


def test_acts_are_as_if_they_had_been_written_so(url: str) -> None:
    met = event("attacked", "CONSULT", quad="verbal_cooperation", actors=TOGETHER)
    struck = event("killing", "ASSAULT", actors=(REBELS, POST), recipients=(SEVEN, REBELS, SEVEN))
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [coded(met, struck), *(code_one(article(n)) for n in range(6))])
        store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    engine = connect(url, create=False)
    before = _all(engine)
    made_tenth(engine)
    prepare(engine)
    assert _all(engine) == before
    named = [(one, two) for event, one, two in _named(engine) if event == 1]
    rebels, post, seven = ("Rebels", "army post", "seven soldiers")
    mutual = [(a, b) for a in (rebels, post, seven) for b in (rebels, post, seven) if a != b]
    assert sorted(named) == sorted(mutual)
    told = sorted((one, two) for event, one, two in _named(engine) if event == 2)
    assert told == sorted([(rebels, seven), (rebels, rebels), (post, seven), (post, rebels)])
    engine.dispose()


def _all(engine: sa.Engine) -> list[tuple[int, int, int]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(acts).order_by(*acts.primary_key))]


def _named(engine: sa.Engine) -> list[tuple[int, str, str]]:
    one, two = parties.alias("one"), parties.alias("two")
    found = sa.select(acts.c.event, one.c.name, two.c.name)
    found = found.join(one, one.c.key == acts.c.actor).join(two, two.c.key == acts.c.recipient)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(found)]
