"""Killed while it links or codes a store again and run again, a program leaves what an undisturbed one leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import count

import pytest

from dateline.cli.ingest import relink
from dateline.merge.weights import Weights
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.store import Store
from dateline.store.ingest import Report, ingest
from dateline.upkeep import open_store
from tests.killing import COMMIT, killed_at, killed_until_done
from tests.merge.barracks import ALL
from tests.store.conftest import NewStore
from tests.store.making import STARTED, article, code_one, contents, run
from tests.upkeep.making import brought, merged

NUMBER = 9


def told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that holds and the whole history; which run a coder came back in is another in each store."""
    held = contents(store) | merged(store)
    return held | {"codings": [(id_, coder.partition("+")[0], *rest) for id_, coder, *rest in held["codings"]]}


def filled(url: str) -> str:
    """A store with reports that tell the same, and what people decided of them, each time at the same moments."""
    ticks = (STARTED + timedelta(seconds=n) for n in count())
    with pytest.MonkeyPatch.context() as patch, open_store(url, create=True) as store:
        patch.setattr("dateline.store.store.now", lambda: next(ticks))
        brought(store, *ALL, at_once=3)
        brought(store, *(code_one(article(n)) for n in range(NUMBER)), id="r2", at_once=5)
        store.judge("different", "ea00", "eb00", by="ana", reason="two posts")
        store.edit("ea2-0-0", "type", "AID", by="ana", reason="bread")
        store.edit_incident("ec00", "type", "PROTEST", by="bo", reason="a march")
    return url


def again(url: str, *, shift: int, model: str) -> None:
    """Code all articles of the tests again, some at a time, as `dateline recode` does."""

    def code(articles: Iterator[Article]) -> Iterator[Coded]:
        known = {one.article.id: one for one in ALL}
        yield from (known.get(one.id) or code_one(one, shift=shift) for one in articles)

    with open_store(url) as store:
        one = run(f"{model} {len(store.runs())}", model)
        ingest(store, one, store.articles(), code, report=Report(), back=True, size=2)


def test_linked_again(new_url: NewStore, monkeypatch: pytest.MonkeyPatch) -> None:
    disturbed, undisturbed = filled(new_url()), filled(new_url())
    monkeypatch.setattr("dateline.store.store.BEHIND", 4)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.merge.score.weights", lambda one, two: Weights(-90.0, {}))
        assert killed_until_done(COMMIT, partial(relink, disturbed, quiet=True)) > 4
        relink(undisturbed, quiet=True)
        with open_store(disturbed) as one, open_store(undisturbed) as two:
            assert told(one) == told(two)
            apart = told(two)
    assert killed_at(4, COMMIT, partial(relink, disturbed, quiet=True))
    for url in (disturbed, undisturbed):
        relink(url, quiet=True)
    with open_store(disturbed) as one, open_store(undisturbed) as two:
        assert told(one) == told(two) != apart


def test_coded_again_and_back(new_url: NewStore) -> None:
    disturbed, undisturbed = filled(new_url()), filled(new_url())
    before = None
    for shift, model in ((3, "m2"), (0, "m1")):
        assert killed_until_done(COMMIT, partial(again, disturbed, shift=shift, model=model)) > 2
        again(undisturbed, shift=shift, model=model)
        with open_store(disturbed) as one, open_store(undisturbed) as two:
            assert told(one) == told(two) != before
            before = told(two)
