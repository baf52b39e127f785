from __future__ import annotations

import sqlalchemy as sa

from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import versions
from tests.store.test_fifth_step import made_fourth

INDEXES = {"articles": "articles_by_day", "audit": "audit_by"}


def made_third(engine: sa.Engine) -> None:
    """Take away what version 4 brought, and what came after it."""
    made_fourth(engine)
    with writing(engine) as connection:
        for name in ("articles_by_day", "audit_by", "audit_at"):
            connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.execute(versions.update().values(version=3))


def test_a_store_of_the_third_version_gets_its_indexes(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    made_third(engine)
    assert not any(name in _indexes(engine, table) for table, name in INDEXES.items())
    prepare(engine)
    assert all(name in _indexes(engine, table) for table, name in INDEXES.items())
    engine.dispose()


def _indexes(engine: sa.Engine, table: str) -> set[str | None]:
    return {index["name"] for index in sa.inspect(engine).get_indexes(table)}
