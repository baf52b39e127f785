"""What the arrays answer has to be what the database answers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.incident import Incident
from dateline.records.query import Box, Filter, Near
from dateline.store import Store
from dateline.store.views import Views, selection
from dateline.store.views.drawing import UNITS
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents

FILTERS = {
    "all": Filter(),
    "type": Filter(types=("ASSAULT", "PROTEST")),
    "no such type": Filter(types=("AID",)),
    "quad": Filter(quads=("verbal_cooperation",)),
    "country": Filter(countries=("MLI",)),
    "near": Filter(near=Near(16.5, 0.5, 80)),
    "box": Filter(box=Box(-1, 16, 1, 17)),
    "box across the date line": Filter(box=Box(5, -90, -1, 90)),
    "actor": Filter(actor="MLI:REB"),
    "name": Filter(recipient="kidal"),
    "party": Filter(party="NER"),
    "dyad": Filter(dyad="NER:REB>NER:CVL"),
    "who meet": Filter(dyad="FRA>NER"),
    "anybody": Filter(dyad="*>NER"),
    "published": Filter(published_since=date(2024, 7, 3), published_until=date(2024, 7, 9)),
    "published since": Filter(published_since=date(2024, 7, 12)),
    "since": Filter(since=date(2024, 5, 20)),
    "until": Filter(until=date(2024, 6, 10)),
    "source": Filter(sources=("Paper 1",)),
    "article": Filter(articles=("a3", "a4")),
    "confidence": Filter(confidence=0.8),
    "text": Filter(text="rebel gao"),
    "origins": Filter(min_origins=2),
    "edited": Filter(edited=True),
    "without a place": Filter(without=("place",)),
    "without a day": Filter(without=("date",)),
    "new": Filter(recorded_since=datetime(2001, 1, 1, tzinfo=UTC)),
    "reviewed": Filter(reviewed=True),
    "not reviewed": Filter(reviewed=False),
    "several": Filter(types=("ASSAULT",), countries=("MLI",), sources=("Paper 2",), since=date(2024, 5, 2)),
}


def fill(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(20)])
    store.put_merged(new=incidents(store))
    first, second, third = (s.event.id for s in store.events(order="text", limit=3))
    store.edit(first, "confidence", 0.31, by="ann", reason="")
    store.edit(second, "rejected", True, by="ann", reason="")
    store.edit(third, "status", "planned", by="ann", reason="")
    return store


@pytest.fixture
def filled(store: Store) -> Store:
    return fill(store)


@pytest.fixture(scope="module")
def kept(read_only: Store) -> Store:
    return fill(read_only)


def all_ids(views: Views, asked: Filter, order: str = "day") -> list[str]:
    out, after = [], None
    while True:
        some, after = views.event_page(asked, order, limit=3, after=after)
        out += [s.event.id for s in some]
        if after is None:
            return out


def all_incidents(views: Views, asked: Filter, order: str = "day") -> list[str]:
    out, after = [], None
    while True:
        some, after = views.incident_page(asked, order, limit=2, after=after)
        out += [i.id for i in some]
        if after is None:
            return out


@pytest.mark.parametrize("name", FILTERS)
def test_events_are_those_of_the_store_page_by_page(kept: Store, name: str) -> None:
    asked, views = FILTERS[name], Views(kept)
    expected = [s.event.id for s in kept.events(asked)]
    assert all_ids(views, asked) == expected
    assert views.events(asked).count == kept.count(asked) == len(expected)


@pytest.mark.parametrize("name", FILTERS)
def test_incidents_are_those_of_the_store_page_by_page(kept: Store, name: str) -> None:
    asked, views = FILTERS[name], Views(kept)
    expected = [i.id for i in kept.incidents(asked)]
    assert all_incidents(views, asked) == expected
    assert views.incidents(asked).count == kept.count_incidents(asked) == len(expected)


@pytest.mark.parametrize("q", [None, "MLI", "officials"])
@pytest.mark.parametrize("name", FILTERS)
def test_actors_are_counted_as_they_are_listed(kept: Store, name: str, q: str | None) -> None:
    views, asked = Views(kept), FILTERS[name]
    listed = views.actors(asked, q, limit=1_000, offset=0)
    assert views.count_actors(asked, q) == (len(listed), False)


@pytest.mark.parametrize("order", ["sure", "recorded"])
def test_orders_of_events(kept: Store, order: str) -> None:
    assert all_ids(Views(kept), Filter(), order) == [s.event.id for s in kept.events(order=order)]


def test_the_least_sure_first(kept: Store) -> None:
    some, _ = Views(kept).event_page(Filter(), "unsure", limit=50, after=None)
    confidences = [s.event.confidence for s in some]
    assert confidences == sorted(confidences) and confidences[0] == 0.31


@pytest.mark.parametrize("order", ["origins", "killed", "recorded"])
def test_orders_of_incidents(kept: Store, order: str) -> None:
    assert all_incidents(Views(kept), Filter(), order) == [i.id for i in kept.incidents(order=order)]


def test_an_unknown_order_is_refused(kept: Store) -> None:
    with pytest.raises(InputError, match="no order"):
        Views(kept).event_page(Filter(), "size", limit=3, after=None)


def changes(store: Store) -> Iterator[None]:
    """The store changed in every way there is, one at a time."""
    store.begin(run("r2", "m2"))
    store.add(run("r2", "m2"), [code_one(article(n), shift=3) for n in range(5)])
    yield
    store.put_merged(new=incidents(store))
    yield
    event = next(iter(store.events(order="text"))).event
    edit = store.edit(event.id, "type", "AID", by="ann", reason="")
    yield
    store.undo(edit.id, by="ann", reason="")
    yield
    store.edit(event.id, "rejected", True, by="ann", reason="")
    yield
    one, two, *_ = store.incidents()
    both = replace(one, events=(*one.events, *two.events))
    store.put_merged(new=[both], ended={two.id: one.id})
    yield
    store.add(run("r2", "m2"), [code_one(article(n), shift=3) for n in range(5, 20)])
    yield


def test_the_arrays_keep_up_with_the_store(filled: Store) -> None:
    views = Views(filled)
    views.load()
    for _ in changes(filled):
        views.changed()
        for asked in FILTERS.values():
            assert all_ids(views, asked) == [s.event.id for s in filled.events(asked)]
            assert all_incidents(views, asked) == [i.id for i in filled.incidents(asked)]


def test_which_event_is_in_which_incident_now_is_read_by_keys(filled: Store) -> None:
    """By ids each row is read and hashed, whenever anything was written."""
    told = list[str]()
    sa.event.listen(filled.engine, "before_cursor_execute", lambda *of: told.append(of[2]))
    assert Views(filled).incidents(Filter(actor="MLI")).count == filled.count_incidents(Filter(actor="MLI")) > 0
    assert not any("incident_events.passage" in one for one in told)


def test_an_earlier_moment(filled: Store) -> None:
    then = datetime.now(UTC)
    before = [s.event.id for s in filled.events()]
    for _ in changes(filled):
        pass
    assert all_ids(Views(filled), Filter(as_of=then)) == before
    assert all_incidents(Views(filled), Filter(as_of=then, countries=("MLI",))) == [
        i.id for i in filled.incidents(Filter(as_of=then, countries=("MLI",)))
    ]


@pytest.mark.parametrize("unit", UNITS)
def test_bars_count_each_event_once(kept: Store, unit: str) -> None:
    views = Views(kept)
    chosen = views.events(FILTERS["country"])
    got, bars, undated = views.bars(chosen, unit)
    days = [s.event.when.start for s in kept.events(FILTERS["country"]) if s.event.when and s.event.when.start]
    assert got == unit and undated == chosen.count - len(days) > 0
    assert sum(b.total for b in bars) == len(days) and all(b.total == sum(b.quads.values()) > 0 for b in bars)
    floor = {
        "day": lambda d: d,
        "week": lambda d: date.fromisocalendar(*d.isocalendar()[:2], 1),
        "month": lambda d: d.replace(day=1),
        "year": lambda d: d.replace(day=1, month=1),
    }[unit]
    assert {b.start: b.total for b in bars} == dict(Counter(map(floor, days)))


def test_bars_of_nothing(kept: Store) -> None:
    views = Views(kept)
    assert views.bars(views.events(FILTERS["no such type"]), None) == ("month", [], 0)
    with pytest.raises(InputError, match="no unit"):
        views.bars(views.events(Filter()), "hour")


def test_values_are_counted(kept: Store) -> None:
    views = Views(kept)
    chosen = views.events(FILTERS["dyad"])
    expected = Counter(s.event.type for s in kept.events(FILTERS["dyad"]))
    assert dict(views.values(chosen, "type")) == dict(expected)
    assert [n for _, n in views.values(chosen, "type")] == sorted(expected.values(), reverse=True)
    assert len(views.values(views.events(Filter()), "publisher", limit=2)) == 2


def test_a_map_has_every_event_once(kept: Store) -> None:
    views = Views(kept)
    chosen = views.events(Filter())
    placed = [s.event for s in kept.events() if s.event.where]
    for zoom in (0, 3, 8, 20):
        drawn = views.map(chosen, zoom, None)
        assert sum(c.count for c in (*drawn.points, *drawn.areas)) == len(placed)
        assert drawn.unplaced == chosen.count - len(placed)
    assert len(views.map(chosen, 0, None).points) < len(views.map(chosen, 8, None).points) == 3
    (gao,) = views.map(chosen, 8, Box(-1, 16, 1, 17)).points
    assert (gao.lat, gao.lon, gao.country, gao.precision) == (16.27, -0.04, "MLI", "settlement")
    ids = views.ids("events", [gao.key])
    assert ids[gao.key][1] == "Gao"


def test_a_region_is_no_point(store: Store) -> None:
    whole = {"name": "Gao Region", "country": "MLI", "admin1": "Gao", "lat": 17.0, "lon": 0.0, "precision": "region"}
    near = whole | {"lat": 17.001, "precision": "settlement", "name": "Bourem"}
    one, two = (incidents_at(f"i{i}", place) for i, place in enumerate((whole, near)))
    store.put_merged(new=[one, two])
    views = Views(store)
    drawn = views.map(views.incidents(Filter()), 0, None)
    assert [(c.precision, c.count) for c in drawn.points] == [("settlement", 1)]
    assert [(c.precision, c.count) for c in drawn.areas] == [("region", 1)]
    assert views.ids("incidents", [drawn.areas[0].key]) == {drawn.areas[0].key: ("i0", "Gao Region", "Gao")}


def incidents_at(id: str, place: dict[str, object]) -> Incident:
    from dateline.records.incident import Shown

    return Incident(
        id, (id,), (Shown("where", place, "finest", ()), Shown("quad", "material_conflict", "", ())), (), ()
    )


def test_an_empty_store(store: Store) -> None:
    views = Views(store)
    for asked in FILTERS.values():
        assert views.event_page(asked, "day", limit=5, after=None) == ([], None)
        assert views.incident_page(asked, "day", limit=5, after=None) == ([], None)
        assert views.map(views.events(asked), 0, None).points == []


def test_many_who_ask_at_once_select_once(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    views, asked, selected = Views(filled), Filter(actor="MLI:REB"), []
    views.load()
    real = selection.of_events

    def slow(*given: Any) -> Any:
        selected.append(given)
        time.sleep(0.05)
        return real(*given)

    monkeypatch.setattr(selection, "of_events", slow)
    with ThreadPoolExecutor(4) as pool:
        counts = {chosen.count for chosen in pool.map(views.events, [asked] * 4)}
    assert len(selected) == 1 and counts == {filled.count(asked)}


def test_who_comes_after_a_fault_selects_anew(filled: Store) -> None:
    views = Views(filled)
    for _ in range(2):
        with pytest.raises(InputError, match="no dyad"):
            views.events(Filter(dyad="MLI"))
