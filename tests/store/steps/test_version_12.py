from __future__ import annotations

from dateline.records.query import Filter
from dateline.store import open_store
from dateline.store.engine import connect
from tests.store.making import article, code_one, run
from tests.store.steps.older import make_older


def test_articles_of_an_older_store_can_be_withdrawn(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(number)) for number in range(3)])
        events = store.count()
    engine = connect(url, create=False)
    make_older(engine, 11)
    engine.dispose()
    with open_store(url) as store:
        assert store.count() == events
        made = store.withdraw("a1", by="ana", reason="taken back")
        assert store.count(Filter(articles=["a1"])) == 0 and store.withdrawals() == [made]
