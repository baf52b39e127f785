from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.errors import InputError, MissingError
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.query import Filter
from dateline.records.span import Piece, Span
from dateline.records.stored import StoredEvent
from dateline.store import Store
from tests.store.making import ADDED, article, code_one, contents, recounted, run

WHOLE = code_one(article(2))
FIRST, MISSED, LAST = WHOLE.events


@pytest.fixture
def filled(store: Store) -> Store:
    coded(store, "m1", FIRST, LAST)
    return store


def coded(store: Store, model: str, *events: Event) -> None:
    one = run(f"r-{model}", model)
    store.begin(one)
    store.add(one, [Coded(WHOLE.article, events, WHOLE.statements)])


def add(store: Store, event: Event = ADDED) -> str:
    return store.add_event("a2", event, by="ana", reason="the second day is missing").id


def of(store: Store, where: Filter = Filter()) -> StoredEvent | None:  # noqa: B008
    return next((s for s in store.events(where) if s.passage == ADDED.id), None)


def test_an_added_event_is_known_as_any_other_with_who_added_it(filled: Store) -> None:
    before = datetime.now(UTC)
    made = filled.add_event("a2", ADDED, by="ana", reason="the second day is missing")
    found = of(filled)
    assert found is not None and (found.event, found.added_by, found.edited) == (ADDED, "ana", ())
    assert filled.count() == 3 and of(filled, Filter(as_of=before)) is None
    assert filled.additions("a2") == [made] and (made.by, made.reason) == ("ana", "the second day is missing")
    assert {name: contents(filled)[name] for name in ("months", "dyads", "parties")} == recounted(filled)
    assert of(filled, Filter(run="r-m1")) is None, "no run coded it"
    assert (
        of(filled, Filter(reviewed=True)) == found and of(filled, Filter(text="attacked", types=[ADDED.type])) == found
    )
    assert filled.passage("eadde") == ADDED.id and [s.event for s in filled.event(ADDED.id)] == [ADDED]


def test_undoing_restores_what_was_and_it_can_be_added_again(filled: Store) -> None:
    before = contents(filled)
    made = add(filled)
    filled.undo(made, by="bo", reason="a rumour")
    after = contents(filled)
    assert of(filled) is None and filled.additions() == []
    assert [e for e in after["events"] if e[3]] == before["events"]
    for name in ("months", "dyads", "parties", "statements"):
        assert after[name] == before[name]
    (kept,) = filled.additions(withdrawn=True)
    assert kept.withdrawn is not None and (kept.withdrawn.by, kept.withdrawn.reason) == ("bo", "a rumour")
    assert add(filled) != made and of(filled) is not None


def test_it_is_kept_when_the_article_is_coded_again(filled: Store) -> None:
    add(filled)
    for model, events in (("m2", (FIRST, LAST)), ("m3", (LAST,)), ("m4", ())):
        coded(filled, model, *events)
        found = of(filled)
        assert found is not None and (found.event, found.added_by) == (ADDED, "ana")
        assert filled.count() == len(events) + 1
        assert {name: contents(filled)[name] for name in ("months", "parties")} == {
            name: recounted(filled)[name] for name in ("months", "parties")
        }


def test_where_a_later_model_finds_it_what_the_person_said_stands_until_it_is_undone(filled: Store) -> None:
    said = replace(ADDED, status="planned")
    made = add(filled, said)
    coded(filled, "m2", FIRST, MISSED, LAST)
    found = of(filled)
    assert found is not None and (found.event.status, found.added_by) == ("planned", "ana")
    assert filled.count() == 3, "one event, not two"
    filled.undo(made, by="ana", reason="the program has it by now")
    found = of(filled)
    assert found is not None and (found.event, found.added_by) == (MISSED, None)


def test_it_is_of_the_story_of_its_words_also_when_that_is_coded_anew(filled: Store) -> None:
    add(filled, replace(ADDED, story_event=FIRST.story_event))
    anew = replace(FIRST, id="enew", story_event="enew", confidence=0.7)
    coded(filled, "m2", anew, LAST)
    found = of(filled)
    assert found is not None and found.event.story_event == "enew"
    coded(filled, "m3", LAST)
    coded(filled, "m4", replace(MISSED, id="eown", story_event="eown"), LAST)
    found = of(filled)
    assert found is not None and (found.event.story_event, found.added_by) == ("eown", "ana")


def test_it_can_be_edited_and_rejected_as_any_other(filled: Store) -> None:
    add(filled)
    filled.edit(ADDED.id, "counts.killed", 40, by="bo", reason="the hospital")
    found = of(filled)
    assert found is not None and (found.event.counts[0].min, found.edited, found.added_by) == (
        40,
        ("counts.killed",),
        "ana",
    )
    rejected = filled.edit(ADDED.id, "rejected", True, by="bo", reason="a rumour")
    assert of(filled) is None
    coded(filled, "m2", FIRST, LAST)
    assert of(filled) is None
    with pytest.raises(InputError, match=f"was rejected, by bo: undo {rejected.id}"):
        add(filled)
    filled.undo(rejected.id, by="bo", reason="no rumour")
    found = of(filled)
    assert found is not None and found.edited == ("counts.killed",)


def test_what_cannot_be_added(filled: Store) -> None:
    with pytest.raises(MissingError, match="no article 'nowhere'"):
        filled.add_event("nowhere", ADDED, by="ana", reason="")
    with pytest.raises(InputError, match="is there already: ea2-0-0"):
        add(filled, replace(ADDED, trigger=FIRST.trigger, type=FIRST.type))
    with pytest.raises(InputError, match="“stormed” does not stand at 3"):
        add(filled, replace(ADDED, trigger=Piece("stormed", Span(3, 10))))
    elsewhere = replace(ADDED.actors[0], piece=Piece("Gangs", Span(0, 5)))
    with pytest.raises(InputError, match="“Gangs” does not stand at 0"):
        add(filled, replace(ADDED, actors=(elsewhere,)))
    assert filled.additions(withdrawn=True) == [] and filled.count() == 2
