"""Killed while it brings a store up to date, a program leaves the older store, which the next one brings up to date."""

from __future__ import annotations

from functools import partial

import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.engine import connect, reading
from dateline.store.migrations import found, prepare
from tests.killing import STATEMENT, killed_at
from tests.store.making import article, code_one, contents, run, shape
from tests.store.steps.older import make_older
from tests.store.views.incidents import incidents as made_of

SEVENTH = 7


def version(url: str) -> tuple[int | None, dict[str, object]]:
    """The version and the tables of a store as it is."""
    engine = connect(url, create=False)
    try:
        with reading(engine) as connection:
            return found(connection), dict(shape(engine))
    finally:
        engine.dispose()


def brought_up_to_date(url: str) -> None:
    """Open a store and close it again."""
    engine: sa.Engine = connect(url, create=False)
    prepare(engine)
    engine.dispose()


def test_brought_up_to_date_whole_or_not_at_all(url: str) -> None:
    with open_store(url, create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(n)) for n in range(9)])
        store.put_merged(new=made_of(store))
        store.edit("ea2-0-0", "type", "AID", by="ana", reason="bread")
        before, now = contents(store), version(url)
    engine = connect(url, create=False)
    make_older(engine, 7)
    engine.dispose()
    old, kills = version(url), 0
    while killed_at(1 + 7 * kills, STATEMENT, partial(brought_up_to_date, url)):
        kills += 1
        assert version(url) == old
    assert kills > 4 and old[0] == SEVENTH and version(url) == now
    with open_store(url) as store:
        assert contents(store) == before
