from __future__ import annotations

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import prepare
from dateline.store.tables import touched, versions
from tests.store.making import article, code_one, run
from tests.store.test_fourth_step import made_third


def made_second(engine: sa.Engine) -> None:
    """Take away what version 3 brought, and what came after it."""
    made_third(engine)
    with writing(engine) as connection:
        for name in ("article_marks", "copy_keys", "block_keys"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        connection.exec_driver_sql("DROP INDEX redirects_target")
        connection.exec_driver_sql(
            "CREATE TABLE block_keys (block TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (block, story))"
        )
        connection.exec_driver_sql("CREATE INDEX block_keys_story ON block_keys (story)")
        connection.execute(versions.update().values(version=2))


def test_a_store_of_the_second_version_becomes_like_a_new_one_and_is_linked_anew(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(n)) for n in (1, 2)])
        store.put_merged(done=store.touched()[:1])
    engine = connect(url, create=False)
    new = _columns(engine)
    made_second(engine)
    assert _columns(engine) != new
    prepare(engine)
    assert _columns(engine) == new
    with engine.connect() as connection:
        waiting = [(r.kind, r.id, r.cause) for r in connection.execute(sa.select(touched).order_by("key"))]
    assert waiting == [("article", "a1", "a1"), ("article", "a2", "a2")]
    engine.dispose()


def _columns(engine: sa.Engine) -> dict[str, tuple[set[str], set[str | None]]]:
    look = sa.inspect(engine)
    return {
        name: ({c["name"] for c in look.get_columns(name)}, {i["name"] for i in look.get_indexes(name)})
        for name in look.get_table_names()
    }
