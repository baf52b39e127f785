from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import sqlalchemy as sa

from dateline.records.item import Item
from dateline.records.lines import event_line
from dateline.records.query import Filter
from dateline.store import Store
from dateline.store import tables as t
from tests.store.making import article, brought, code_one, contents, recounted, rows, run


def test_what_was_coded_comes_back(store: Store) -> None:
    brought(store, 1, 2)
    coded = [code_one(article(n)) for n in (1, 2)]
    assert [s.event for s in store.events(order="text")] == [e for c in coded for e in c.events]
    assert {s.statement.id for s in store.statements()} == {s.id for c in coded for s in c.statements}
    assert store.article("a1") == article(1)
    assert list(store.articles()) == [article(1), article(2)]
    first = store.events(order="text").first()
    assert first is not None and first.article == replace(article(1), text="") and first.run == "r1"


def test_how_a_passage_reads_is_kept_and_in_no_line(store: Store) -> None:
    store.begin(run())
    coded = code_one(article(1))
    read = replace(coded, events=tuple(replace(e, sense=bytes([n, 255, 7])) for n, e in enumerate(coded.events)))
    store.add(run(), [read])
    kept = list(store.events(order="text"))
    assert [s.event.sense for s in kept] == [e.sense for e in read.events]
    assert all("sense" not in event_line(s.article, s.event) for s in kept)


def test_the_item_of_a_list_is_kept_and_in_no_line(store: Store) -> None:
    store.begin(run())
    coded = code_one(article(1))
    items = [None if n == 0 else Item(1, n, n, live=n > 1) for n in range(len(coded.events))]
    read = replace(coded, events=tuple(replace(e, item=i) for e, i in zip(coded.events, items, strict=True)))
    store.add(run(), [read])
    kept = list(store.events(order="text"))
    assert [s.event.item for s in kept] == items
    assert all("item" not in event_line(s.article, s.event) for s in kept)


def test_the_same_article_twice_adds_nothing(store: Store) -> None:
    brought(store, 1, 2)
    before = contents(store)
    again = run("r2")
    store.begin(again)
    added = store.add(again, [code_one(article(1)), code_one(article(2))])
    assert (added.articles, added.known) == (0, 2)
    assert contents(store) == before
    assert list(store.unknown([article(1), article(3)], run().coder)) == [article(3)]


def test_the_same_article_twice_in_one_batch_is_one(store: Store) -> None:
    store.begin(run())
    added = store.add(run(), [code_one(article(1)), code_one(article(1))])
    assert (added.articles, added.known) == (1, 1)


def test_another_text_under_a_known_id_is_an_article_of_its_own(store: Store) -> None:
    brought(store, 1)
    changed = article(1, text=article(1).text.replace("officials", "ministers, officials"))
    (named,) = store.unknown([changed], run().coder)
    assert named.id.startswith("a1-") and named.text == changed.text
    store.add(run(), [code_one(named)])
    assert store.article("a1") == article(1)
    assert rows(store, sa.select(t.articles.c.revises).where(t.articles.c.id == named.id)) == [("a1",)]
    assert list(store.unknown([changed], run().coder)) == []


def test_a_second_text_under_one_id_is_refused_where_it_came_at_the_same_moment(store: Store) -> None:
    brought(store, 1)
    added = store.add(run(), [code_one(article(1, text="Rebels attacked Gao, officials said."))])
    assert added.articles == 0
    assert "ingest it again" in str(added.failed[0])


def test_another_coder_codes_beside_the_old(store: Store) -> None:
    brought(store, 1, 2)
    before = datetime.now(UTC)
    brought(store, 1, model="m2", shift=3, id="r2")
    now = {s.event.id for s in store.events()}
    assert now == {e.id for e in code_one(article(1), shift=3).events} | {e.id for e in code_one(article(2)).events}
    old = [s.event for s in store.events(Filter(as_of=before), order="text")]
    assert old == [e for n in (1, 2) for e in code_one(article(n)).events]
    assert [s.event for s in store.events(Filter(run="r1"), order="text")] == old
    assert len(list(store.statements(Filter(run="r1")))) == len(old)
    assert {s.run for s in store.events(Filter(run="r2"))} == {"r2"}


def test_the_passage_stays_when_its_article_is_coded_again(store: Store) -> None:
    brought(store, 2)
    first = {s.event.trigger.span: s.passage for s in store.events()}
    brought(store, 2, model="m2", shift=3, id="r2")
    second = {s.event.trigger.span: s.passage for s in store.events()}
    assert first == second
    versions = store.event(code_one(article(2)).events[0].id)
    assert [v.run for v in versions] == ["r1", "r2"]
    assert versions[0].superseded == versions[1].recorded


def test_the_same_record_of_another_coder_is_no_loss(store: Store) -> None:
    brought(store, 1)
    brought(store, 1, model="m2", id="r2")
    assert {s.run for s in store.events()} == {"r2"}
    assert store.count() == len(code_one(article(1)).events)


def test_roll_ups_are_what_the_events_say_after_anything(store: Store) -> None:
    chance = random.Random(5)
    edits = []
    for step in range(12):
        numbers = chance.sample(range(6), 2)
        brought(store, *numbers, model=f"m{chance.randrange(3)}", shift=chance.randrange(3), id=f"r{step}")
        events = [s.event.id for s in store.events()]
        told = [("type", "THREATEN"), ("type", "AGREE"), ("when", "2024-01-05"), ("rejected", True), ("actors", [])]
        field, value = chance.choice([*told, ("recipients", [])])
        edits.append(store.edit(chance.choice(events), field, value, by="ana", reason="test").id)
        if chance.random() < 0.4:
            store.undo(edits.pop(chance.randrange(len(edits))), by="bo", reason="test")
        held = contents(store)
        assert {name: held[name] for name in ("months", "parties", "dyads")} == recounted(store)
    assert store.count() == len(list(store.events()))


def test_names_of_files_that_are_no_characters_are_kept_as_far_as_they_are(store: Store) -> None:
    store.begin(run())
    store.add(run(), [code_one(article(1, source="caf\udce9.txt", url="https://x.example/\x00"))])
    assert store.article("a1").source == "caf?.txt"


def test_inputs_are_kept_byte_for_byte(store: Store, tmp_path: object) -> None:
    file = tmp_path / "page.html"  # type: ignore[operator]
    file.write_bytes(b"<p>\xe9 page</p>")
    store.begin(run())
    store.add(
        run(), [code_one(article(1, source=str(file))), code_one(article(2, source="pages.jsonl:2"))], keep_input=True
    )
    assert store.input("a1") == b"<p>\xe9 page</p>"
    assert store.input("a2") is None
