from __future__ import annotations

import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import versions
from tests.store.making import article, code_one, run, shape
from tests.store.test_thirteenth_step import made_twelfth


def made_eleventh(engine: sa.Engine) -> None:
    """Take away what version 12 and those after it brought."""
    made_twelfth(engine)
    with writing(engine) as connection:
        for table in ("additions", "article_withdrawals"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("ALTER TABLE events DROP COLUMN added_by")
        connection.execute(versions.update().values(version=11))


def test_a_store_of_the_eleventh_version_becomes_like_a_new_one(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    new = shape(engine)
    made_eleventh(engine)
    assert shape(engine) != new
    prepare(engine)
    assert shape(engine) == new
    engine.dispose()


def test_articles_of_an_older_store_can_be_withdrawn(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(3)])
        events = store.count()
    engine = connect(url, create=False)
    made_eleventh(engine)
    engine.dispose()
    with open_store(url) as store:
        assert store.count() == events
        made = store.withdraw("a1", by="ana", reason="taken back")
        assert store.count(Filter(articles=["a1"])) == 0 and store.withdrawals() == [made]
