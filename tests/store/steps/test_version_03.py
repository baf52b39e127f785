from __future__ import annotations

from dateline.store import open_store
from dateline.store.engine import connect
from dateline.store.migrations import prepare
from dateline.store.tables import touched
from tests.store.making import article, code_one, run
from tests.store.steps.older import make_older, rows


def test_a_store_of_the_second_version_is_linked_anew(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(n)) for n in (1, 2)])
        store.put_merged(done=store.touched()[:1])
    engine = connect(url, create=False)
    make_older(engine, 2)
    prepare(engine)
    assert [(r.kind, r.id, r.cause) for r in rows(engine, touched)] == [
        ("article", "a1", "a1"),
        ("article", "a2", "a2"),
    ]
    engine.dispose()
