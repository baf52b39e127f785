from __future__ import annotations

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect
from dateline.store.migrations import prepare
from tests.store.steps.older import make_older


def test_a_store_of_the_eighth_version_can_keep_questions_too(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    make_older(engine, 8)
    engine.dispose()
    with open_store(url) as store:
        store.watches.add("all", Filter(), by="ana")
        assert store.watches.news("all").news == []
