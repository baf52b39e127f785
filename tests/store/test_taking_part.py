"""Who takes part in the events of a selection, and in how many."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.records.query import Filter
from dateline.store import Store, taking_part
from dateline.store.actor_lists import WORDS, how_many, listed
from dateline.store.engine import reading
from tests.make import actor, coded, event
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents as made_of

GUARD, ARMY = (actor("army post", "NER", sector, name="Coast Guard") for sector in ("MIL", "COP"))
CREW = actor("soldiers", "MLI", "CVL", name="crew")


def filled(store: Store) -> Store:
    """A party that one event names twice in one role, and two parties that are one actor."""
    seized = event("attacked", "COERCE", actors=(GUARD, CREW, ARMY, GUARD), recipients=(CREW, GUARD))
    freed = event("condemned", "CONCEDE", actors=(ARMY,), recipients=(CREW, CREW))
    store.begin(run())
    store.add(run(), [coded(seized, freed)])
    return store


def test_a_party_that_an_event_names_twice_in_one_role_counts_once(store: Store) -> None:
    every, some = Filter(confidence=0.01), Filter(types=("COERCE",))
    found = {(p.name, p.sectors): (p.as_actor, p.as_recipient, p.as_voice) for p in filled(store).actors(every)}
    assert found == {
        ("crew", ("CVL",)): (1, 2, 0),
        ("Coast Guard", ("MIL",)): (1, 1, 0),
        ("Coast Guard", ("COP",)): (2, 0, 0),
    }
    assert list(store.actors(every)) == list(store.actors())
    assert [(p.sectors, p.as_actor) for p in store.actors(some)] == [
        (p.sectors, 1) for p in sorted(store.actors(some), key=lambda p: (-p.as_actor - p.as_recipient, p.id))
    ]
    assert list(store.actors(Filter(types=("COERCE",), party="MLI"))) == [
        p for p in store.actors(some) if p.country == "MLI"
    ]
    assert list(store.actors(Filter(types=("AID",)))) == []


def test_parties_that_are_one_actor_count_once(store: Store) -> None:
    with reading(filled(store).engine) as connection:
        found = listed(connection, Filter(confidence=0.01), q=None, limit=9, offset=0)
        second = listed(connection, Filter(confidence=0.01), q=None, limit=1, offset=1)
        named = listed(connection, Filter(confidence=0.01), q="coast", limit=9, offset=0)
    numbers = {a.name: (a.as_actor, a.as_recipient, a.as_voice) for a in found}
    assert numbers == {"Coast Guard": (2, 1, 0), "crew": (1, 2, 0)}
    assert second == found[1:] and [a.name for a in named] == ["Coast Guard"]


def test_what_several_reports_tell_is_found_by_its_incidents(store: Store) -> None:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(8)])
    single = made_of(store)
    several = [replace(one, origins=("a", "b", "c")[: 1 + n % 3]) for n, one in enumerate(single)]
    store.put_merged(new=several)
    store.edit(several[1].id, "rejected", True, by="ana", reason="none")
    for least in (1, 2, 3, 4):
        every = list(store.actors(Filter(min_origins=least)))
        told = list(store.events(Filter(min_origins=least)))
        assert sum(p.as_actor for p in every) == sum(len({*s.event.actors}) for s in told)
        assert every == list(store.actors(Filter(min_origins=least, confidence=0.0)))
    assert list(store.actors(Filter(min_origins=4))) == [] != list(store.actors(Filter(min_origins=3)))


def test_all_actors_stand_by_their_words_as_those_of_a_filter_do(store: Store) -> None:
    with reading(filled(store).engine) as connection:
        for order in WORDS:
            for reverse in (False, True):
                every, some = (
                    [
                        one.id
                        for one in listed(connection, asked, q=None, limit=9, offset=0, order=order, reverse=reverse)
                    ]
                    for asked in (Filter(), Filter(confidence=0.01))
                )
                assert len(every) == 2 and every == some, (order, reverse)


def test_who_took_part_as_known_at_a_moment_is_all_but_those_of_what_was_not(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = [datetime(2000, 1, 1, tzinfo=UTC)]
    filled(store)
    moments.append(datetime.now(UTC))
    store.add(run(), [code_one(article(n)) for n in range(3)])
    moments.append(datetime.now(UTC))
    edited, rejected = [s.event.id for s in store.events(order="text")][1:3]
    store.edit(edited, "confidence", 0.5, by="ana", reason="")
    store.edit(rejected, "rejected", True, by="ana", reason="none")
    moments.append(datetime.now(UTC))

    def answers() -> list[object]:
        out: list[object] = []
        for asked in (Filter(as_of=moment) for moment in moments):
            with reading(store.engine) as connection:
                for q in (None, "coast", "MLI"):
                    out += [listed(connection, asked, q=q, limit=99, offset=0)]
                    out += [how_many(connection, asked, q=q, most=99)]
            out += [list(store.actors(asked)), list(store.actors(replace(asked, party="NER")))]
        return out

    monkeypatch.setattr(taking_part, "SHARE", 1)
    quick, looked_up = answers(), list[object]()
    chosen = taking_part._chosen
    monkeypatch.setattr(taking_part, "_chosen", lambda *of: looked_up.append(of) or chosen(*of))
    with reading(store.engine) as connection:
        listed(connection, Filter(as_of=moments[-1]), q=None, limit=1, offset=0)
        assert not looked_up, "an index counts the parties of all"
    monkeypatch.setattr(taking_part, "SHARE", 10**9)
    assert answers() == quick and looked_up
    assert not quick[0] and all(quick[8:])
