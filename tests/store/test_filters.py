from __future__ import annotations

from datetime import date
from math import acos, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.query import Filter, Near
from dateline.records.resolved import Actor, Place
from dateline.store import Store
from dateline.store.rows import EARTH, on_sphere
from tests.make import actor, coded, event, full_event, piece, place, statement
from tests.store.making import PLACES, acting, article, code_one, run

NUMBERS = range(12)


@pytest.fixture
def filled(store: Store) -> Store:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in NUMBERS])
    return store


def events() -> list[tuple[Article, Event]]:
    return [(article(n), e) for n in NUMBERS for e in code_one(article(n)).events]


def km(lat: float, lon: float, place: Place) -> float:
    assert place.lat is not None and place.lon is not None
    a, b = radians(lat), radians(place.lat)
    return EARTH * acos(min(1, sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(lon - place.lon))))


CASES = {
    "type": (Filter(types=["ASSAULT"]), lambda a, e: e.type == "ASSAULT"),
    "two types": (Filter(types=["ASSAULT", "PROTEST"]), lambda a, e: e.type in ("ASSAULT", "PROTEST")),
    "quad": (Filter(quads=["verbal_cooperation"]), lambda a, e: e.quad == "verbal_cooperation"),
    "status": (Filter(statuses=["planned"]), lambda a, e: e.status == "planned"),
    "country": (Filter(countries=["NER"]), lambda a, e: any(p.country == "NER" for p in e.where)),
    "region": (Filter(regions=["Gao"]), lambda a, e: any(p.admin1 == "Gao" for p in e.where)),
    "region and country": (
        Filter(regions=["gao"], countries=["MLI"]),
        lambda a, e: any((p.admin1, p.country) == ("Gao", "MLI") for p in e.where),
    ),
    "near": (Filter(near=Near(16.5, 0.5, 80)), lambda a, e: any(km(16.5, 0.5, p) <= 80 for p in e.where)),
    "far": (Filter(near=Near(16.5, 0.5, 800)), lambda a, e: any(km(16.5, 0.5, p) <= 800 for p in e.where)),
    "actor": (Filter(actor="MLI:REB"), lambda a, e: any(x.country == "MLI" for x in e.actors)),
    "sector": (Filter(actor=":REB"), lambda a, e: bool(e.actors)),
    "name": (Filter(recipient="kidal"), lambda a, e: any(x.name == "Kidal" for x in e.recipients)),
    "party": (Filter(party="NER"), lambda a, e: any(x.country == "NER" for x in (*e.actors, *e.recipients))),
    "dyad": (
        Filter(dyad="NER:REB > NER:CVL"),
        lambda a, e: any(x.country == "NER" for x in e.actors) and any(x.country == "NER" for x in e.recipients),
    ),
    "one of two who meet": (
        Filter(dyad="FRA>NER"),
        lambda a, e: any((x.country, y.country) == ("FRA", "NER") for x, y in acting(e)),
    ),
    "the other of the two": (
        Filter(dyad="NER:REB>envoys"),
        lambda a, e: any((x.country, y.country) == ("NER", "FRA") for x, y in acting(e)),
    ),
    "a dyad of a name and a sector": (
        Filter(dyad="envoys>:REB"),
        lambda a, e: any("envoys" in str(x.name).lower() and "REB" in y.sectors for x, y in acting(e)),
    ),
    "a dyad of a sector and a name": (
        Filter(dyad=":REB>envoys"),
        lambda a, e: any("REB" in x.sectors and "envoys" in str(y.name).lower() for x, y in acting(e)),
    ),
    "a dyad of whom anybody acts on": (
        Filter(dyad="*>NER"),
        lambda a, e: any(y.country == "NER" for _, y in acting(e)),
    ),
    "a dyad of who acts": (Filter(dyad="FRA>*"), lambda a, e: any(x.country == "FRA" for x in e.actors)),
    "published": (
        Filter(published_since=date(2024, 7, 3), published_until=date(2024, 7, 9)),
        lambda a, e: "2024-07-03" <= a.published <= "2024-07-09",
    ),
    "dates": (
        Filter(since=date(2024, 5, 10), until=date(2024, 6, 10)),
        lambda a, e: e.when is not None and date(2024, 5, 10) <= e.when.start <= date(2024, 6, 10),
    ),
    "source": (Filter(sources=["Paper 1"]), lambda a, e: a.publisher == "Paper 1"),
    "article": (Filter(articles=["a3", "a4"]), lambda a, e: a.id in ("a3", "a4")),
    "confidence": (Filter(confidence=0.8), lambda a, e: e.confidence >= 0.8),
    "text": (
        Filter(text="rebel gao"),
        lambda a, e: "Gao" in e.evidence.text or any(x.name == "Gao" for x in (*e.where, *e.recipients)),
    ),
    "several": (
        Filter(types=["ASSAULT"], countries=["MLI"], sources=["Paper 2"]),
        lambda a, e: (e.type, a.publisher) == ("ASSAULT", "Paper 2") and any(p.country == "MLI" for p in e.where),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_filter_finds_what_holds_and_nothing_else(filled: Store, name: str) -> None:
    asked, holds = CASES[name]
    expected = {e.id for a, e in events() if holds(a, e)}
    assert {s.event.id for s in filled.events(asked)} == expected
    assert filled.count(asked) == len(expected)


def test_the_cases_tell_apart() -> None:
    sizes = {name: sum(holds(a, e) for a, e in events()) for name, (_, holds) in CASES.items()}
    assert {name for name, n in sizes.items() if n == 0} == {"status"}
    assert all(n < len(events()) for name, n in sizes.items() if name != "sector")


def test_pages_and_orders(filled: Store) -> None:
    every = [s.event for s in filled.events()]
    days = [e.when.start if e.when else None for e in every]
    dated = [d for d in days if d]
    assert dated == sorted(dated, reverse=True) and days[: len(dated)] == dated
    pages = [s.event for start in (0, 5, 10) for s in filled.events(limit=5, offset=start)]
    assert pages == every[:15]
    assert [s.event for s in filled.events(offset=5)] == every[5:]
    sure = [s.event.confidence for s in filled.events(order="sure")]
    assert sure == sorted(sure, reverse=True)
    assert [s.event.confidence for s in filled.events(order="unsure")] == sorted(sure)
    assert [s.event.id for s in filled.events(order="text")] == [e.id for _, e in events()]
    with pytest.raises(InputError, match="no order"):
        list(filled.events(order="colour"))


def test_modes_contexts_voices_and_every_place_are_found(store: Store) -> None:
    two = full_event()
    two = type(two)(**{n: getattr(two, n) for n in two.__slots__} | {"where": (place("Gao"), _niamey())})
    store.begin(run())
    store.add(run(), [coded(two, event("condemned", modes=("firearm",)), statements=(statement(),))])
    for asked in (Filter(modes=["firearms"]), Filter(contexts=["military"]), Filter(party="ministry"),
                  Filter(countries=["NER"]), Filter(near=Near(13.5, 2.1, 20))):  # fmt: skip
        assert [s.event.trigger.text for s in store.events(asked)] == ["attacked"]


def _niamey() -> Place:
    return Place(piece("army post"), "Niamey", "NER", None, 13.51, 2.11, None, "settlement", "test")


def test_a_radius_crosses_the_date_line_and_the_pole(store: Store) -> None:
    fiji = Place(piece("Gao"), "Taveuni", "FJI", None, -16.8, -179.97, None, "settlement", "test")
    pole = Place(piece("Gao"), "Pole", None, None, 89.9, 170.0, None, "settlement", "test")
    store.begin(run())
    store.add(run(), [coded(event("attacked", where=(fiji,)), event("killing", where=(pole,)))])
    assert [s.event.trigger.text for s in store.events(Filter(near=Near(-16.8, 179.97, 10)))] == ["attacked"]
    assert [s.event.trigger.text for s in store.events(Filter(near=Near(89.9, -10.0, 30)))] == ["killing"]


def test_statements_are_found_by_who_said_what(store: Store) -> None:
    store.begin(run())
    store.add(run(), [coded(full_event(), statements=(statement(),)), code_one(article(1))])
    for asked in (Filter(actor="MLI:GOV", sources=["The Paper"]), Filter(text='"seven"'), Filter(party="defence"),
                  Filter(articles=["a1"], text="seven"), Filter(since=date(2024, 8, 1)),
                  Filter(published_since=date(2024, 8, 1), published_until=date(2024, 8, 9))):  # fmt: skip
        assert [s.statement.id for s in store.statements(asked)][:1] == ["s1"], asked
    assert list(store.statements(Filter(countries=["TCD"]))) == []
    with pytest.raises(InputError, match="statements have no types"):
        list(store.statements(Filter(types=["ASSAULT"])))


def test_who_meets_with_whom_is_no_dyad_of_one(store: Store) -> None:
    def met(trigger: str, *who: Actor, type: str = "CONSULT", recipients: tuple[Actor, ...] = ()) -> Event:
        return event(trigger, type, actors=who, recipients=recipients)

    here, there = actor("Rebels", "MLI", "REB"), actor("army post", "RUS", "MIL")
    again = actor("seven soldiers", "MLI", "REB", name="Rebels")
    told = [
        met("attacked", here, there),
        met("killing", here, again),
        met("said", here, there, type="ASSAULT"),
        met("condemned", here, there, recipients=(actor("president", "NER", "GOV"),)),
    ]
    store.begin(run())
    store.add(run(), [coded(*told)])

    def found(dyad: str) -> set[str]:
        return {s.event.trigger.text for s in store.events(Filter(dyad=dyad))}

    assert found("MLI>RUS") == found("RUS>MLI") == {"attacked"}
    assert found("MLI>MLI") == found("RUS>RUS") == set()
    assert found("MLI>NER") == found("RUS>NER") == {"condemned"} and found("NER>MLI") == set()
    assert {s.event.trigger.text for s in store.events(Filter(recipient="RUS"))} == set()


def test_what_has_no_day_is_counted_where_days_are_asked_for(filled: Store) -> None:
    asked = Filter(since=date(2024, 5, 10), types=["ASSAULT"])
    undated = [e for _, e in events() if e.when is None and e.type == "ASSAULT"]
    assert filled.undated(asked) == len(undated) > 0
    assert filled.undated_incidents(asked) == 0


@pytest.mark.parametrize("dyad", ["MLI", "MLI>", ">MLI", " > ", "*>*"])
def test_a_dyad_is_two_parties(store: Store, dyad: str) -> None:
    with pytest.raises(InputError, match="no dyad"):
        store.count(Filter(dyad=dyad))


@pytest.mark.parametrize("party", ["", "!?"])
def test_a_party_is_codes_or_words(store: Store, party: str) -> None:
    with pytest.raises(InputError, match="names no party"):
        store.count(Filter(party=party))


def test_words_with_wildcards_are_words(store: Store) -> None:
    store.begin(run())
    store.add(run(), [coded(event(actors=(actor("Rebels", name="Le 50% de_Gao"),)))])
    assert store.count(Filter(actor="50% de_gao")) == 1
    assert store.count(Filter(actor="deXgao")) == 0


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_points_lie_on_the_sphere(lat: float, lon: float) -> None:
    assert abs(sum(c * c for c in on_sphere(lat, lon)) - 1) < 1e-9


@pytest.mark.parametrize("text", ["", "1,2", "1,2,3,4", "a,b,c", "91,0,5", "0,181,5", "0,0,0", "0,0,-3"])
def test_a_point_with_a_radius_has_three_numbers(text: str) -> None:
    with pytest.raises(InputError, match=r"LAT,LON,KM|latitude"):
        Near.parse(text)


def test_places_of_the_fixture_differ() -> None:
    assert len({p[1:] for p in PLACES}) == 3 and isinstance(coded(), Coded)
