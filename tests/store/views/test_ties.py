from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations, product

import pytest

from dateline.errors import InputError
from dateline.records.coded import Coded
from dateline.records.event import MUTUAL, Event
from dateline.records.query import Filter
from dateline.records.resolved import Actor, When
from dateline.store import Store
from dateline.store.views import Views
from tests.make import coded, event, piece
from tests.store.making import article, code_one, run


def act(number: int, day: date, score: float, *countries: str) -> Event:
    actor, recipient = (Actor(piece("Rebels"), c, c, ("GOV",), None, "test") for c in countries)
    quad = "verbal_cooperation" if score >= 0 else "material_conflict"
    values = {
        "id": f"e{number:03}",
        "intensity": score,
        "quad": quad,
        "when": When(piece("Monday"), day, day, "day", ""),
    }
    return event(actors=(actor,), recipients=(recipient,), **values)


def filled(store: Store, acts: list[Event]) -> Views:
    store.begin(run())
    for number, one in enumerate(acts):
        told = coded(one)
        store.add(run(), [Coded(replace(told.article, id=f"a{number}"), told.events, ())])
    return Views(store)


def test_a_turn_is_found_where_the_tone_changes(store: Store) -> None:
    start = date(2023, 1, 10)
    acts = [act(n, start + timedelta(days=15 * n), 5.0 + n % 3, "MLI", "FRA") for n in range(20)]
    acts += [act(n, start + timedelta(days=15 * n), -6.0 - n % 2, "MLI", "FRA") for n in range(20, 40)]
    acts += [act(n, start + timedelta(days=15 * n), 6.0, "MLI", "RUS") for n in range(40, 60)]
    acts += [replace(act(60, start, 1.0, "MLI", "FRA"), when=None)]
    views = filled(store, acts)
    points, turns, undated = views.series(Filter(), [("MLI", "FRA")], "quarter")
    assert sum(p.cooperation[0] + p.conflict[0] for p in points) == 40 and undated == 1
    assert sum(p.conflict[1] for p in points) == sum(a.intensity for a in acts[20:40])
    (turn,) = turns
    assert turn.start == date(2023, 10, 1) and turn.before > 4 and turn.after < -5
    told = [s.event.intensity for s in views.events_by_key(turn.keys)]
    assert len(told) == 3 and told == sorted(told) and told[0] == -7
    _, both, _ = views.series(Filter(), [("MLI", "FRA"), ("MLI", "RUS")], "quarter")
    assert [t.after > t.before for t in both] == [False, True]


def test_no_turn_where_there_is_only_noise(store: Store) -> None:
    start = date(2023, 1, 10)
    acts = [act(n, start + timedelta(days=9 * n), 4.0 if n % 2 else -4.0, "MLI", "FRA") for n in range(40)]
    assert filled(store, acts).series(Filter(), [("MLI", None)], "month")[1] == []


def test_nothing_at_all(store: Store) -> None:
    views = Views(store)
    assert views.series(Filter(), [("MLI", None)], "month") == ([], [], 0)
    assert views.ties(Filter(), "country").ties == []
    with pytest.raises(InputError):
        views.series(Filter(), [("MLI", None)], "day")
    with pytest.raises(InputError):
        views.ties(Filter(), "town")


def test_ties_have_a_direction(store: Store) -> None:
    day = date(2024, 1, 1)
    views = filled(store, [act(1, day, 5, "MLI", "FRA"), act(2, day, -5, "MLI", "FRA"), act(3, day, -5, "FRA", "MLI")])
    found = {(t.actor, t.recipient): (t.events, t.cooperation) for t in views.ties(Filter(), "country").ties}
    assert found == {("MLI", "FRA"): (2, 1), ("FRA", "MLI"): (1, 0)}
    assert views.ties(Filter(actor="FRA"), "sector").ties[0].actor == "FRA:GOV"


def test_an_event_of_several_ties_counts_once_for_each_party(store: Store) -> None:
    together = act(1, date(2024, 1, 5), 3, "FRA", "MLI")
    met = replace(together, type="CONSULT", actors=together.actors + together.recipients, recipients=())
    net = filled(store, [met, act(2, date(2024, 1, 6), -5, "FRA", "NER")]).ties(Filter(), "country")
    assert {(t.actor, t.recipient): t.events for t in net.ties} == {
        ("FRA", "MLI"): 1,
        ("MLI", "FRA"): 1,
        ("FRA", "NER"): 1,
    }
    assert net.events == {"FRA": 2, "MLI": 1, "NER": 1}


def by_hand(store: Store, asked: Filter) -> tuple[dict[tuple[str, str], int], Counter[str]]:
    """The pairs of countries of events one by one, and how many events each country has."""
    pairs: Counter[tuple[str, str]] = Counter()
    countries: Counter[str] = Counter()
    for one in store.events(asked):
        actors, recipients = (
            {a.country for a in side if a.country} for side in (one.event.actors, one.event.recipients)
        )
        mutual = one.event.type in MUTUAL and not one.event.recipients
        found = set(permutations(actors, 2)) if mutual else set(product(actors, recipients))
        pairs.update(found)
        countries.update({country for pair in found for country in pair})
    return dict(pairs), countries


def test_the_arrays_say_of_countries_what_the_records_say(store: Store) -> None:
    store.begin(run())
    store.add(run(), [code_one(article(n)) for n in range(20)])
    store.edit("ea2-0-0", "rejected", True, by="ana", reason="none")
    views = Views(store)
    for asked in (Filter(), Filter(types=("CONSULT",)), Filter(actor="FRA"), Filter(types=("AID",))):
        told = views.ties(asked, "country")
        pairs, countries = by_hand(store, asked)
        assert {(t.actor, t.recipient): t.events for t in told.ties} == pairs
        assert told.events == countries
        assert [t.events for t in told.ties] == sorted(pairs.values(), reverse=True)
