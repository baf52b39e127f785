from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from dateline.errors import InputError
from dateline.records.incident import Change, Copy, Incident, Link, Origin, Shown, Version
from dateline.records.query import Filter, Near
from dateline.store import Store, incident_filters
from dateline.store.incident_writing import row
from dateline.store.shown import places_by_keys
from tests.make import coded, full_event
from tests.store.making import article, code_one, run
from tests.store.views.incidents import incidents

NOW = datetime(2024, 8, 2, tzinfo=UTC)
TOLD = Version(7, "e1", "a1", "a1", "The Paper", "2024-08-01", ("army",), "claimed", None)
SHOWN = (
    Shown("type", "ASSAULT", "most origins", ()),
    Shown("when", {"start": "2024-07-29", "end": "2024-07-29", "precision": "day"}, "finest", ()),
    Shown("where", {"name": "Gao", "country": "MLI", "lat": 16.27, "lon": -0.04}, "finest", ()),
    Shown("counts.killed", 7, "latest", (TOLD,), 7, 12),
)
FIRST = Incident("e1", ("e1", "e2"), SHOWN, ("a1",), ("The Paper",))
OTHER = Incident("e9", ("e9",), (), ("a9",), ())


def test_an_incident_comes_back(store: Store) -> None:
    store.put_merged(new=[FIRST, OTHER])
    assert store.incident("e1") == FIRST
    assert store.incidents_by_id(["e9", "nowhere", "e1"]) == [OTHER, FIRST]
    assert store.incidents_of(["e1", "e2", "e9", "e5"]) == {"e1": "e1", "e2": "e1", "e9": "e9"}
    with pytest.raises(InputError, match="no incident"):
        store.incident("nowhere")


def test_earlier_states_stay_to_be_read(store: Store) -> None:
    store.put_merged(new=[FIRST])
    then = datetime.now(UTC)
    grown = replace(FIRST, events=("e1", "e2", "e3"))
    change = Change("e1", NOW, "joined", "a3", "a third report", "events", None, ["e3"])
    store.put_merged(new=[grown], history=[change])
    assert store.incident("e1") == grown
    assert store.incident("e1", as_of=then) == FIRST
    assert store.incidents_of(["e3"]) == {"e3": "e1"} and store.incidents_of(["e3"], as_of=then) == {}
    assert store.changes("e1") == [change]
    assert store.changes("e1", as_of=datetime(2024, 8, 1, tzinfo=UTC)) == []


def test_a_merged_id_leads_on_and_comes_back_when_split(store: Store) -> None:
    store.put_merged(new=[FIRST, OTHER])
    both = replace(FIRST, events=("e1", "e2", "e9"))
    store.put_merged(new=[both], ended={"e9": "e1"})
    merged = datetime.now(UTC)
    assert store.incident("e9") == both and store.incidents_of(["e9"]) == {"e9": "e1"}
    store.put_merged(new=[FIRST, OTHER])
    assert store.incident("e9") == OTHER and store.incident("e1") == FIRST
    assert store.incident("e9", as_of=merged) == both


def test_an_incident_can_end_in_nothing(store: Store) -> None:
    store.put_merged(new=[FIRST])
    store.put_merged(ended={"e1": None})
    assert store.incidents_by_id(["e1"]) == [] and store.incidents_of(["e1"]) == {}


def test_what_says_the_same_is_not_written_again(store: Store) -> None:
    link = Link("e1", "e2", 0.8, ("same place",), "rules 1")
    origin = Origin("a1", (Copy("a1", 1.0, "itself"), Copy("a2", 0.9, "shared words")), "AP")
    for _ in range(2):
        store.put_merged(new=[FIRST], links=[link], origins=[origin])
    with store._engine.connect() as connection:
        for table in ("incidents", "incident_events", "links", "origins"):
            ended = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE superseded IS NOT NULL").scalar()
            assert ended == 0, table


def test_links_and_origins_come_back_and_change(store: Store) -> None:
    link = Link("e1", "e2", 0.8, ("same place", "same day"), "rules 1")
    store.put_merged(links=[link, Link("e2", "e3", 0.1, ("other day",), "rules 1")])
    then = datetime.now(UTC)
    store.put_merged(links=[replace(link, score=0.2)])
    assert [x.score for x in store.links(["e2"])] == [0.2, 0.1]
    assert store.links(["e1"], as_of=then) == [link]
    origin = Origin("a1", (Copy("a1", 1.0, "itself"), Copy("a2", 0.9, "shared words")), "AP")
    store.put_merged(origins=[origin])
    assert store.origins(["a2"]) == [origin]
    store.put_merged(origins=[Origin("a2", (Copy("a2", 1.0, "itself"),))])
    assert [o.id for o in store.origins(["a1", "a2"])] == ["a1", "a2"]


def test_what_is_filtered_on_comes_from_what_is_shown() -> None:
    values = row(FIRST, [date(2024, 8, 2), date(2024, 7, 30)])
    assert (values["first_published"], values["last_published"]) == (date(2024, 7, 30), date(2024, 8, 2))
    assert (values["type"], str(values["day"]), values["country"], values["lat"]) == (
        "ASSAULT",
        "2024-07-29",
        "MLI",
        16.27,
    )
    assert (values["killed_low"], values["killed_best"], values["killed_high"]) == (7, 7, 12)
    assert row(OTHER, ())["day"] is None and row(OTHER, ())["killed_best"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), ["e1", "e9"]),
        (Filter(types=["ASSAULT"], countries=["MLI"]), ["e1"]),
        (Filter(near=Near(16.3, 0, 20), since=date(2024, 7, 1)), ["e1"]),
        (Filter(near=Near(14, 0, 20)), []),
        (Filter(min_origins=2), ["e9"]),
        (Filter(text="rebels gao"), ["e1"]),
        (Filter(party="MLI:REB", types=["ASSAULT"]), ["e1"]),
        (Filter(articles=["nowhere"]), []),
    ],
)
def test_incidents_are_found_by_what_they_show_and_by_their_events(
    store: Store, asked: Filter, found: list[str]
) -> None:
    store.begin(run())
    store.add(run(), [coded(full_event())])
    told = replace(FIRST, events=("e-attacked",))
    store.put_merged(new=[told, replace(OTHER, origins=("a8", "a9"))])
    assert sorted(i.id for i in store.incidents(asked)) == found
    assert store.count_incidents(asked) == len(found)


def test_the_place_shown_is_read_from_the_record_by_key(store: Store) -> None:
    odd = {"name": 'The "field":"where","value":{"name":"Trap"} \\ Inn', "country": None, "admin1": "Gao Région"}
    first = replace(FIRST, shown=(Shown("type", '"field":"where","value":{', "", ()), Shown("where", odd, "", (TOLD,))))
    nowhere = replace(OTHER, id="e7", events=("e7",), shown=(Shown("where", None, "", ()),))
    store.put_merged(new=[first])
    store.put_merged(new=[OTHER])
    store.put_merged(new=[nowhere])
    with store.engine.connect() as connection:
        found = places_by_keys(connection, [1, 2, 3, 4])
    assert found == {1: ("e1", odd["name"], "Gao Région"), 2: ("e9", None, None), 3: ("e7", None, None)}


def test_orders_rows_and_events_of_incidents(store: Store) -> None:
    store.begin(run())
    store.add(run(), [coded(full_event())])
    store.put_merged(new=[replace(FIRST, events=("e-attacked",), origins=("a1", "a2")), OTHER])
    assert [i.id for i in store.incidents()] == ["e1", "e9"]
    assert [i.id for i in store.incidents(order="recorded")] == ["e9", "e1"]
    (first, _) = store.incidents(order="origins").rows()
    assert (first["type"], first["start"], first["killed_high"], first["origins"]) == (
        "ASSAULT",
        date(2024, 7, 29),
        12,
        2,
    )
    assert store.count(Filter(min_origins=2)) == 1 and store.count(Filter(min_origins=3)) == 0
    with pytest.raises(InputError, match="no order"):
        list(store.incidents(order="colour"))
    with pytest.raises(InputError, match="leave run out"):
        store.count_incidents(Filter(run="r1"))


DAYS = (None, *(date(2024, 7, day) for day in (1, 3, 4, 8, 12, 29)))


@pytest.mark.parametrize("few", [0, 10_000])
def test_incidents_are_found_by_when_any_of_their_reports_was_published(
    store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by the days between the first and the last report, and together with what else one of them has to say."""
    monkeypatch.setattr(incident_filters, "FEW_PUBLISHED", few)
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(12)])
    store.add(run(), [code_one(article(12, published=None))])
    one, *others = incidents(store)
    long = replace(one, events=tuple(p for some in (one, *others[2:5], others[-3]) for p in some.events))
    store.put_merged(new=[long, *others[:2], *others[5:-3], *others[-2:]])
    published = {s.passage: (s.article.published_date, s.article.publisher) for s in store.events()}

    for since, until in product(DAYS, DAYS):
        for sources in ((), ("Paper 3",)):
            told = {
                found.id
                for found in store.incidents()
                for day, publisher in (published[passage] for passage in found.events)
                if (since is None or (day is not None and day >= since))
                and (until is None or (day is not None and day <= until))
                and (not sources or publisher in sources)
            }
            asked = Filter(published_since=since, published_until=until, sources=sources)
            assert {i.id for i in store.incidents(asked)} == told, asked
            assert {i.id for i in store.incidents(asked, limit=50)} == told, asked
            assert store.count_incidents(asked) == len(told), asked
    assert published[long.events[-1]][0] != published[long.events[0]][0]
