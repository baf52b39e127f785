from __future__ import annotations

import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import versions
from tests.store.making import shape
from tests.store.test_tenth_step import made_ninth


def made_eighth(engine: sa.Engine) -> None:
    """Take away what version 9 and those after it brought."""
    made_ninth(engine)
    with writing(engine) as connection:
        for name in ("watch_runs", "watches"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        connection.execute(versions.update().values(version=8))


def test_a_store_of_the_eighth_version_can_keep_questions_too(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_eighth(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()
    with open_store(url) as store:
        store.watches.add("all", Filter(), by="ana")
        assert store.watches.news("all").news == []
