from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.records.coded import Coded
from dateline.records.query import Filter
from dateline.store import Store
from dateline.upkeep import open_store
from tests.merge.barracks import ALL, FIRST, SECOND
from tests.store.conftest import NewStore
from tests.upkeep.making import COPY, brought, expected, incidents, merged, passages

COPIED = Coded(COPY, tuple(replace(e, id=f"k-{e.id}", story_event=f"k-{e.story_event}") for e in FIRST.events), ())
LATER = Coded(
    replace(COPY, id="l", published="2024-08-01", publisher="Later Paper"),
    tuple(replace(e, id=f"l-{e.id}", story_event=f"l-{e.story_event}") for e in FIRST.events),
    (),
)
EVERY = (*ALL, COPIED, LATER)
HELD = ("links", "origins", "incidents", "incident_events", "redirects", "marks", "blocks", "touched")


def held(store: Store) -> dict[str, list[tuple[object, ...]]]:
    found = merged(store)
    return {name: found[name] for name in HELD if name != "redirects"}


@pytest.mark.parametrize("gone", [one.article.id for one in EVERY])
def test_without_a_withdrawn_article_all_is_as_if_it_had_never_come(new_url: NewStore, gone: str) -> None:
    rest = [one for one in EVERY if one.article.id != gone]
    with open_store(new_url(), create=True) as whole, open_store(new_url(), create=True) as other:
        brought(whole, *EVERY)
        before = held(whole)
        brought(other, *rest)
        made = whole.withdraw(gone, by="ana", reason="taken back by the paper")
        assert held(whole) == held(other) and incidents(whole) == expected(*rest)
        whole.look_again()
        whole.catch_up()
        assert held(whole) == held(other), "also when all is linked anew"
        whole.undo(made.id, by="ana", reason="another article was meant")
        assert held(whole) == before and incidents(whole) == expected(*EVERY)


def test_neither_order_nor_later_articles_change_what_a_withdrawal_leaves(new_url: NewStore) -> None:
    rest = [one for one in EVERY if one is not FIRST]
    with open_store(new_url(), create=True) as store:
        brought(store, FIRST, COPIED)
        store.withdraw(FIRST.article.id, by="ana", reason="taken back by the paper")
        brought(store, *(one for one in reversed(rest) if one is not COPIED), id="r2")
        assert incidents(store) == expected(*rest)


def test_it_does_not_matter_when_people_decide(new_url: NewStore) -> None:
    first, gone, *rest = SECOND, FIRST, *(one for one in EVERY if one is not SECOND and one is not FIRST)
    missed = first.events[0]
    added = replace(missed, id="eadded", story_event="eadded", confidence=1.0)
    found = []
    for before in (0, 2, len(rest)):
        with open_store(new_url(), create=True) as store:
            brought(store, replace(first, events=first.events[1:]), gone, *rest[:before])
            store.add_event(first.article.id, added, by="ana", reason="missed")
            store.withdraw(gone.article.id, by="ana", reason="taken back by the paper")
            brought(store, *rest[before:], id="r2")
            found.append(held(store))
    assert found[0] == found[1] == found[2]


def test_the_history_tells_who_withdrew_what_and_the_past_stays(store: Store) -> None:
    brought(store, *ALL)
    then, before = datetime.now(UTC), incidents(store)
    whole = next(i for i in before if "ea00" in i.events and len(i.events) > 1)
    id_ = SECOND.article.id
    made = store.withdraw(id_, by="ana", reason="taken back by the paper")
    told = [c for c in store.changes(whole.id) if c.cause == made.id]
    assert told[0].kind == "withdrawn" and told[0].words.startswith("ana withdrew ")
    assert told[0].words.endswith(": taken back by the paper")
    assert "left" in {c.kind for c in told}
    assert sorted(store.incidents(Filter(as_of=then)), key=lambda i: i.id) == before
    assert [e.passage for e in store.dossier(whole.id, as_of=then).events] == list(whole.events)
    store.undo(made.id, by="bo", reason="another article was meant")
    back = [c for c in store.changes(whole.id) if c.cause == made.id and c.kind == "restored"]
    assert [c.words.startswith("bo brought ") for c in back] == [True]
    alone = next(i for i in before if len(i.events) == 1)
    article = store.event(alone.id)[0].article.id
    last = store.withdraw(article, by="ana", reason="read by mistake")
    (end,) = [c for c in store.changes(alone.id) if c.cause == last.id and c.kind == "left"]
    assert end.words.startswith("no passage is left: ana withdrew ") and end.words.endswith(": read by mistake")


def test_an_added_event_joins_the_incident_it_tells_of(store: Store) -> None:
    missed = SECOND.events[0]
    blind = [replace(one, events=one.events[1:]) if one is SECOND else one for one in ALL]
    brought(store, *blind)
    before = held(store)
    added = replace(missed, id="eadded", story_event="eadded", confidence=1.0)
    made = store.add_event(SECOND.article.id, added, by="ana", reason="the second report was missed")
    group = next(p for p in passages(store) if "eadded" in p)
    assert group == tuple(sorted("eadded" if p == missed.id else p for p in _group(missed.id)))
    told = [c for c in store.changes(store.incidents_of(["eadded"])["eadded"]) if c.cause == made.id]
    assert (
        told[0].kind == "joined"
        and "ana: ASSAULT " in told[0].words
        and "the second report was missed" in told[0].words
    )
    brought(store, *blind, id="r2", model="m2")
    assert next(p for p in passages(store) if "eadded" in p) == group
    store.undo(made.id, by="ana", reason="another attack")
    assert held(store) == before
    gone = [c.words for c in store.changes(store.incidents_of(["ea00"])["ea00"]) if c.cause == made.id]
    assert any(words.startswith("ana took back that ASSAULT ") for words in gone)


def _group(passage: str) -> tuple[str, ...]:
    return next(i.events for i in expected(*ALL) if passage in i.events)  # type: ignore[attr-defined]
