from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.records.stored import StoredEvent
from dateline.store import Store
from tests.store.making import article, brought, code_one, contents, run

EVENT = code_one(article(2)).events[1].id


@pytest.fixture
def filled(store: Store) -> Store:
    brought(store, 1, 2)
    return store


def of(store: Store, passage: str = EVENT) -> StoredEvent | None:
    return next((s for s in store.events() if s.passage == passage), None)


def edit(store: Store, field: str, value: object, event: str = EVENT) -> str:
    return store.edit(event, field, value, by="ana", reason="read the report").id


def test_an_edit_outranks_the_program(filled: Store) -> None:
    before = datetime.now(UTC)
    edit(filled, "status", "negated")
    edit(filled, "counts.killed", "10-14")
    found = of(filled)
    assert found is not None and found.edited == ("counts.killed", "status")
    assert found.event.status == "negated"
    assert [(c.what, c.min, c.max) for c in found.event.counts] == [("killed", 10, 14)]
    assert filled.count(Filter(statuses=["negated"])) == filled.count(Filter(edited=True)) == 1
    assert filled.count(Filter(statuses=["negated"], as_of=before)) == 0
    assert [v.event.status for v in filled.event(EVENT)] == ["happened", "negated", "negated"]


def test_an_edit_is_kept_when_the_article_is_coded_again(filled: Store) -> None:
    edit(filled, "type", "THREATEN")
    brought(filled, 2, model="m2", shift=4, id="r2")
    found = of(filled)
    assert found is not None and (found.event.type, found.run) == ("THREATEN", "r2")
    assert found.event.when != code_one(article(2)).events[1].when
    programs = [s.event.type for s in filled.events(Filter(run="r2"), order="text")]
    assert "THREATEN" not in programs


def test_an_edited_event_stays_where_the_new_model_does_not_find_it(filled: Store) -> None:
    edit(filled, "status", "planned")
    blind = run("r2", "m2")
    filled.begin(blind)
    whole = code_one(article(2))
    filled.add(blind, [type(whole)(whole.article, whole.events[:1], ())])
    found = of(filled)
    assert found is not None and (found.event.status, found.run) == ("planned", "r1")
    assert filled.count(Filter(articles=["a2"])) == 2


def test_undoing_an_edit_restores_what_was(filled: Store) -> None:
    before = contents(filled)
    ids = [
        edit(filled, "status", "planned"),
        edit(filled, "when", "2024-01-02/2024-01-05"),
        edit(filled, "rejected", True),
    ]
    assert of(filled) is None
    for id_ in ids:
        filled.undo(id_, by="bo", reason="misread")
    after = contents(filled)
    for name in ("months", "dyads", "parties", "statements"):
        assert after[name] == before[name]
    assert [e for e in after["events"] if e[3]] == before["events"]
    assert [(e.withdrawn.by, e.withdrawn.reason) for e in filled.edits(withdrawn=True) if e.withdrawn] == [
        ("bo", "misread")
    ] * 3
    assert filled.edits() == []


def test_undoing_one_of_two_edits_of_a_field_leaves_the_other(filled: Store) -> None:
    edit(filled, "status", "planned")
    second = edit(filled, "status", "negated")
    filled.undo(second, by="ana", reason="no")
    found = of(filled)
    assert found is not None and found.event.status == "planned"


def test_a_rejected_event_is_not_shown_and_stays_rejected(filled: Store) -> None:
    rejection = edit(filled, "rejected", True)
    assert of(filled) is None
    brought(filled, 2, model="m2", shift=4, id="r2")
    assert of(filled) is None
    filled.undo(rejection, by="ana", reason="it is one")
    found = of(filled)
    assert found is not None and found.run == "r2"


def test_an_event_that_is_no_more_stays_gone_when_its_edit_is_undone(filled: Store) -> None:
    made = edit(filled, "status", "planned")
    blind = run("r2", "m2")
    filled.begin(blind)
    whole = code_one(article(2))
    filled.add(blind, [type(whole)(whole.article, whole.events[:1], ())])
    filled.undo(made, by="ana", reason="no")
    assert of(filled) is None


def test_judgements_hold_on_passages(filled: Store) -> None:
    other = code_one(article(1)).events[0].id
    brought(filled, 2, model="m2", shift=4, id="r2")
    now = of(filled)
    assert now is not None and now.event.id != EVENT
    made = filled.judge("same", now.event.id, other, by="ana", reason="one attack")
    assert {made.left, made.right} == {EVENT, other}
    assert filled.judgements() == [made]
    filled.undo(made.id, by="bo", reason="two attacks")
    assert filled.judgements() == []
    (kept,) = filled.judgements(withdrawn=True)
    assert kept.withdrawn is not None and kept.withdrawn.reason == "two attacks"


def test_ids_may_be_shortened_where_one_event_begins_so(store: Store) -> None:
    brought(store, 1)
    first, second = (e.id for e in code_one(article(1)).events)
    assert (first, second) == ("ea1-0-0", "ea1-1-0")
    assert store.passage("ea1-0") == first
    with pytest.raises(InputError, match="no event 'ea1'"):
        store.passage("ea1")
    brought(store, 10, id="r2")
    with pytest.raises(InputError, match="no event"):
        store.passage("ea1%-")
    with pytest.raises(InputError, match="several"):
        store.passage("ea10-")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda s: s.judge("same", EVENT, EVENT, by="a", reason=""), "one event already"),
        (lambda s: s.judge("same", EVENT, "nowhere", by="a", reason=""), "no event 'nowhere'"),
        (lambda s: s.judge("alike", EVENT, EVENT, by="a", reason=""), "same or different"),
        (lambda s: s.undo("d0", by="a", reason=""), "nothing was decided"),
        (lambda s: s.edit(EVENT, "colour", "red", by="a", reason=""), "no field 'colour'"),
    ],
)
def test_what_cannot_be_is_refused_with_words(filled: Store, call: object, words: str) -> None:
    before = contents(filled)
    with pytest.raises(InputError, match=words):
        call(filled)  # type: ignore[operator]
    assert contents(filled) == before


def test_nothing_is_undone_twice(filled: Store) -> None:
    made = edit(filled, "status", "planned")
    filled.undo(made, by="a", reason="")
    with pytest.raises(InputError, match="undone already"):
        filled.undo(made, by="a", reason="")
