"""A store that was written in bulk is one that `dateline ingest` could have written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.bulk import FEEDS, fill
from dateline.records.query import Filter
from dateline.store import Store, open_store
from dateline.store.views import Views
from tests.store.making import contents, recounted


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("bulk") / "store.sqlite"), create=True) as opened:
        list(fill(opened, 8 * FEEDS, 24 * FEEDS))
        yield opened


def test_it_has_as_many_as_were_asked_for(store: Store) -> None:
    assert len(list(store.articles())) == 8 * FEEDS
    assert store.count_incidents() == 24 * FEEDS
    assert 0 < store.count() <= 10 * 8 * FEEDS
    assert store.count() == len(list(store.events()))


def test_its_counts_are_those_of_its_events(store: Store) -> None:
    held = contents(store)
    assert {name: held[name] for name in ("months", "parties", "dyads")} == recounted(store)


def test_words_stand_in_their_texts(store: Store) -> None:
    texts = {article.id: article.text for article in store.articles()}
    for one in store.events():
        for piece in (one.event.evidence, one.event.trigger, *(a.piece for a in one.event.actors)):
            assert texts[one.article.id][piece.span.start : piece.span.end] == piece.text


def test_every_event_is_in_an_incident_and_found_by_its_words(store: Store) -> None:
    known = list(store.events())
    inside = [passage for one in store.incidents() for passage in one.events]
    assert sorted(inside) == sorted(one.passage for one in known)
    name = next(one.event.actors[0].name for one in known if one.event.actors)
    told = sum(any(a.name == name for a in one.event.actors) for one in known)
    assert store.count(Filter(text=f'"{name}"')) >= told > 0
    assert Views(store).incidents(Filter()).count == store.count_incidents()


def test_a_store_that_is_there_is_left_alone(store: Store) -> None:
    before = store.count()
    assert list(fill(store, 8 * FEEDS, 24 * FEEDS)) == ["the store is there already"]
    assert store.count() == before
