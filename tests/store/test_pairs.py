"""Two conditions together find what reading all events one by one finds, whichever way the rows are found."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from dateline.records.event import Event
from dateline.records.incident import Incident
from dateline.records.query import Filter
from dateline.records.stored import StoredEvent
from dateline.store import Store, event_filters, incident_filters, narrowing
from tests.store.making import acting, article, code_one, run
from tests.store.views.incidents import incidents

EDITED = ("status", "planned")
START, END = date(2024, 5, 20), date(2024, 7, 2)
FIRST, LAST = "2024-07-05", "2024-07-14"
WAYS: dict[str, tuple[int | None, dict[str, int]]] = {
    "as shipped": (None, {}),
    "gathered and crossed": (
        0,
        {"BESIDE": 0, "TESTS": 10**6, "CROSSED": 0, "SORTED": 0, "THROUGH": 0, "PAGE": 3, "BATCH": 1, "BY_DAY": 3},
    ),
    "crossed, then tested": (0, {"TESTS": 0}),
    "by what stands beside": (1, {"TESTS": 0, "BESIDE": 10**6}),
    "gone through": (100, {"CROSSED": 0, "SORTED": 0, "PAGE": 2, "BATCH": 1, "BY_DAY": 2}),
    "gone through, then sorted": (0, {"CROSSED": 0, "THROUGH": 1, "PAGE": 2, "BATCH": 1, "BY_DAY": 2}),
}
"""Rows that are few, and how sets are crossed."""

OfEvent = Callable[[StoredEvent], bool]
OfIncident = Callable[[Incident], bool]


def has(actors: bool, country: str | None, sector: str | None) -> OfEvent:
    """Whether somebody of a country or sector is an actor, or a recipient."""

    def holds(stored: StoredEvent) -> bool:
        side = stored.event.actors if actors else stored.event.recipients
        return any(country in (None, one.country) and (sector is None or sector in one.sectors) for one in side)

    return holds


def shown(field: str, *values: object) -> OfIncident:
    return lambda one: one.value(field) in values


def day(event: Event) -> date | None:
    return event.when.start if event.when else None


def started(one: Incident) -> str:
    return (one.value("when") or {}).get("start") or ""


def tells(event: Event, word: str) -> bool:
    named = (*event.actors, *event.recipients, *event.where)
    return word in event.evidence.text or any(one.name == word for one in named)


def acts(event: Event) -> bool:
    return any(a.country == "NER" and b.country == "NER" for a, b in acting(event))


# What is asked, of an event, and of an incident: there None where one of its events answers for it.
ASKED: dict[str, tuple[Filter, OfEvent, OfIncident | None]] = {
    "type": (Filter(types=("PROTEST",)), lambda s: s.event.type == "PROTEST", shown("type", "PROTEST")),
    "quad": (
        Filter(quads=("material_conflict",)),
        lambda s: s.event.quad == "material_conflict",
        shown("quad", "material_conflict"),
    ),
    "status": (Filter(statuses=("happened",)), lambda s: s.event.status == "happened", shown("status", "happened")),
    "country": (
        Filter(countries=("MLI",)),
        lambda s: any(place.country == "MLI" for place in s.event.where),
        lambda one: (one.value("where") or {}).get("country") == "MLI",
    ),
    "days": (
        Filter(since=START, until=END),
        lambda s: (known := day(s.event)) is not None and START <= known <= END,
        lambda one: START.isoformat() <= started(one) <= END.isoformat(),
    ),
    "reports": (Filter(min_origins=2), lambda s: True, lambda one: len(one.origins) >= 2),
    "actor": (Filter(actor="NER:REB"), has(True, "NER", "REB"), None),
    "sector": (Filter(actor=":GOV"), has(True, None, "GOV"), None),
    "recipient": (Filter(recipient="MLI"), has(False, "MLI", None), None),
    "dyad": (Filter(dyad="NER>NER"), lambda s: acts(s.event), None),
    "sure": (Filter(confidence=0.7), lambda s: s.event.confidence >= 0.7, None),
    "publisher": (
        Filter(sources=("Paper 1", "Paper 2")),
        lambda s: s.article.publisher in ("Paper 1", "Paper 2"),
        None,
    ),
    "published": (
        Filter(published_since=date.fromisoformat(FIRST), published_until=date.fromisoformat(LAST)),
        lambda s: FIRST <= (s.article.published or "") <= LAST,
        None,
    ),
    "published by": (
        Filter(published_until=date.fromisoformat(LAST)),
        lambda s: "" < (s.article.published or "") <= LAST,
        None,
    ),
    "article": (Filter(articles=("a3", "a4", "a8")), lambda s: s.article.id in ("a3", "a4", "a8"), None),
    "words": (Filter(text="gao"), lambda s: tells(s.event, "Gao"), None),
    "edited": (Filter(edited=True), lambda s: bool(s.edited), None),
    "not reviewed": (Filter(reviewed=False), lambda s: not s.edited, None),
}


@pytest.fixture(scope="module")
def filled(read_only: Store) -> Store:
    return fill(read_only)


def fill(store: Store) -> Store:
    """The store with events and incidents, some of them edited, rejected and undone."""
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(24)])
    for number, stored in enumerate(list(store.events(order="text", limit=12))):
        if number % 4 == 1:
            store.edit(stored.event.id, *EDITED, by="ann", reason="")
        if number == 6:
            store.edit(stored.event.id, "rejected", True, by="ann", reason="")
        if number % 4 == 3:
            store.undo(store.edit(stored.event.id, *EDITED, by="ann", reason="").id, by="ann", reason="")
    store.put_merged(new=incidents(store))
    return store


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    few, settings = WAYS[request.param]
    for name, value in settings.items():
        monkeypatch.setattr(narrowing, name, value)
    for module in (event_filters, incident_filters) if few is not None else ():
        for name, numbers in (("AHEAD", ()), ("FEW", few), ("MANY", 0)):
            monkeypatch.setattr(module, name, numbers)
    return str(request.param)


def pairs(seed: str, number: int) -> list[tuple[str, str]]:
    """Pairs of conditions on different things, drawn by chance."""
    every = [(a, b) for a in ASKED for b in ASKED if a < b and not _set(ASKED[a][0]) & _set(ASKED[b][0])]
    return random.Random(seed).sample(every, number)


def both(one: Filter, two: Filter) -> Filter:
    return replace(one, **{name: getattr(two, name) for name in _set(two)})


def _set(asked: Filter) -> set[str]:
    return {f.name for f in fields(asked) if getattr(asked, f.name) != f.default}


def test_events(filled: Store, way: str) -> None:
    _finds_events(filled, Filter(), pairs(f"events {way}", 40), list(filled.events()), list(filled.incidents()))


def test_incidents(filled: Store, way: str) -> None:
    _finds_incidents(filled, Filter(), pairs(f"incidents {way}", 40), list(filled.events()), list(filled.incidents()))


def test_what_was_known_before_it_was_coded_edited_and_merged_anew(store: Store, way: str) -> None:
    filled = fill(store)
    then, events, whole = datetime.now(UTC), list(filled.events()), list(filled.incidents())
    filled.begin(run("r2", "m2"))
    filled.add(run("r2", "m2"), [code_one(article(n), shift=3) for n in range(5, 9)])
    for stored in list(filled.events(order="text", limit=5)):
        filled.edit(stored.event.id, "type", "AID", by="ann", reason="")
    one, two, *others = incidents(filled)
    merged = [replace(one, events=(*one.events, *two.events)), *others]
    gone = dict.fromkeys({state.id for state in whole} - {state.id for state in merged})
    filled.put_merged(new=merged, ended=gone | {two.id: one.id})
    _finds_events(filled, Filter(as_of=then), pairs(f"events then {way}", 5), events, whole)
    _finds_incidents(filled, Filter(as_of=then), pairs(f"incidents then {way}", 8), events, whole)


def _finds_events(
    store: Store,
    bare: Filter,
    drawn: Sequence[tuple[str, str]],
    every: Sequence[StoredEvent],
    whole: Sequence[Incident],
) -> None:
    often = {p for one in whole if len(one.origins) >= 2 for p in one.events}
    for a, b in drawn:
        asked = both(bare, both(ASKED[a][0], ASKED[b][0]))
        fit = [s for s in every if ASKED[a][1](s) and ASKED[b][1](s)]
        expected = [s.event.id for s in fit if asked.min_origins is None or s.passage in often]
        assert [s.event.id for s in store.events(asked, limit=5)] == expected[:5], (a, b)
        assert [s.event.id for s in store.events(asked, limit=90)] == expected, (a, b)
        assert store.count(asked) == len(expected), (a, b)
        assert store.count(asked, most=3) == min(3, len(expected)), (a, b)


def _finds_incidents(
    store: Store,
    bare: Filter,
    drawn: Sequence[tuple[str, str]],
    told: Sequence[StoredEvent],
    every: Sequence[Incident],
) -> None:
    events = {s.passage: s for s in told}
    for a, b in drawn:
        asked, two = both(bare, both(ASKED[a][0], ASKED[b][0])), (ASKED[a], ASKED[b])
        own = [of for *_, of in two if of is not None]
        by_events = [of for _, of, incident in two if incident is None]
        expected = [
            one.id
            for one in every
            if all(of(one) for of in own)
            and (not by_events or any(all(of(events[p]) for of in by_events) for p in one.events if p in events))
        ]
        assert [one.id for one in store.incidents(asked, limit=4)] == expected[:4], (a, b)
        assert [one.id for one in store.incidents(asked, limit=90)] == expected, (a, b)
        assert store.count_incidents(asked) == len(expected), (a, b)
        assert store.count_incidents(asked, most=3) == min(3, len(expected)), (a, b)
