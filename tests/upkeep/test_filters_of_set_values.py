"""Filters find incidents by what people set of them, in the database and in the arrays of the workbench alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from dateline.records.query import Box, Filter, Near
from dateline.store import Store, incident_filters
from dateline.store import tables as t
from dateline.store.actors import merge
from dateline.store.engine import writing
from dateline.store.views import Views
from tests.merge.barracks import ALL, FIRST, OTHER_TOWN, SECOND
from tests.store.making import rows
from tests.upkeep.making import brought

ARMY = {"name": "Forces armées", "country": "MLI", "sectors": ["MIL"]}
BER = {"name": "Ber", "country": "NER", "lat": 16.8, "lon": -2.5}
CASES: dict[str, tuple[str, object, Filter, Filter]] = {
    "actor by code": ("actors", ARMY, Filter(actor="MLI:MIL"), Filter(actor="MLI:REB")),
    "actor by name": ("actors", ARMY, Filter(actor="forces armees"), Filter(actor="rebels")),
    "no actor": ("actors", None, Filter(until=date(2024, 7, 30)), Filter(actor="MLI")),
    "recipient": ("recipients", ARMY, Filter(recipient=":MIL"), Filter(recipient=":CVL")),
    "party in either role": ("recipients", ARMY, Filter(party=":MIL"), Filter(party=":GOV")),
    "party in the other role": ("recipients", ARMY, Filter(party="MLI:REB"), Filter(party=":GOV")),
    "dyad, one of it set": ("recipients", ARMY, Filter(dyad="MLI:REB>MLI:MIL"), Filter(dyad=":MIL>:REB")),
    "dyad of those who meet": ("recipients", ARMY, Filter(dyad="MLI:REB>MLI:MIL"), Filter(dyad="*>FRA")),
    "with more": (
        "actors",
        ARMY,
        Filter(actor=":MIL", text="raided", sources=("Another Paper",)),
        Filter(actor=":MIL", text="raided", sources=("The Paper",)),
    ),
    "mode": ("modes", "firearms", Filter(modes=("firearms", "beat")), Filter(modes=("beat",))),
    "context": ("contexts", "military", Filter(contexts=("military",)), Filter(contexts=("election",))),
    "type": ("type", "PROTEST", Filter(types=("PROTEST",)), Filter(types=("ASSAULT",))),
    "quad of the type": ("type", "AID", Filter(quads=("material_cooperation",)), Filter(quads=("material_conflict",))),
    "status": ("status", "planned", Filter(statuses=("planned",)), Filter(statuses=("happened",))),
    "country": ("where", BER, Filter(countries=("NER",)), Filter(countries=("MLI",))),
    "radius": ("where", BER, Filter(near=Near(16.8, -2.5, 20)), Filter(near=Near(16.27, -0.04, 20))),
    "box": ("where", BER, Filter(box=Box(-3, 16, -2, 17)), Filter(box=Box(-1, 16, 1, 17))),
    "dates": ("when", "2023-01-01", Filter(until=date(2023, 1, 2)), Filter(since=date(2024, 7, 29))),
    "no date": ("when", None, Filter(actor="MLI:REB"), Filter(since=date(2000, 1, 1))),
    "edited": ("counts.killed", 12, Filter(edited=True), Filter(reviewed=True)),
}
"""What is set, a filter that finds the incident then, and one that does not."""


def found(store: Store, asked: Filter) -> bool:
    """Whether the incident is found, by each way there is to ask."""
    listed = [i.id for i in store.incidents(asked)]
    paged, _ = Views(store).incident_page(asked, "day", limit=50, after=None)
    assert [i.id for i in paged] == listed and store.count_incidents(asked) == len(listed)
    with pytest.MonkeyPatch.context() as by_sets:
        for name, value in (("AHEAD", ()), ("FEW", 0), ("MANY", 0)):
            by_sets.setattr(incident_filters, name, value)
        assert [i.id for i in store.incidents(asked, limit=50)] == listed
        assert store.count_incidents(asked, most=60) == len(listed)
    return "ea00" in listed


@pytest.mark.parametrize("name", CASES)
def test_what_is_set_is_found_and_what_reports_say_is_not(store: Store, name: str) -> None:
    field, value, finds, misses = CASES[name]
    brought(store, *ALL)
    others = [{i.id for i in store.incidents(asked)} - {"ea00"} for asked in (finds, misses)]
    edit = store.edit_incident("ea00", field, value, by="ana", reason="read it")
    assert (found(store, finds), found(store, misses)) == (True, False)
    assert others == [{i.id for i in store.incidents(asked)} - {"ea00"} for asked in (finds, misses)]
    then = datetime.now(UTC)
    before = [found(store, asked) for asked in (replace(finds, edited=False), misses)]
    store.undo(edit.id, by="bo", reason="no")
    assert [found(store, replace(asked, as_of=then)) for asked in (replace(finds, edited=False), misses)] == before
    assert found(store, Filter(actor="MLI:REB", since=date(2024, 7, 29), statuses=("happened",), types=("ASSAULT",)))
    assert rows(store, sa.select(t.set_values).join(t.incidents).where(t.incidents.c.superseded.is_(None))) == []


def test_with_the_type_go_the_modes_that_are_shown_of_it(store: Store) -> None:
    brought(store, FIRST, SECOND)
    store.edit("ea00", "modes", ["firearms"], by="ana", reason="guns")
    assert found(store, Filter(modes=("firearms",)))
    set_type = store.edit_incident("ea00", "type", "PROTEST", by="ana", reason="a march")
    assert not found(store, Filter(modes=("firearms",)))
    store.edit_incident("ea00", "modes", "riot", by="ana", reason="a riot")
    assert found(store, Filter(modes=("riot",), types=("PROTEST",)))
    store.undo(set_type.id, by="ana", reason="no march")
    assert found(store, Filter(modes=("riot",), types=("ASSAULT",)))


def test_what_is_set_goes_with_actors_that_are_one(store: Store) -> None:
    brought(store, FIRST, SECOND)
    store.edit_incident("ea00", "actors", ARMY, by="ana", reason="read it")
    brought(store, OTHER_TOWN, id="r2")
    army, rebels = (
        rows(store, sa.select(t.parties.c.actor).where(t.parties.c.sector == sector))[0][0] for sector in ("MIL", "REB")
    )
    assert found(store, Filter(actor=army)) and not found(store, Filter(actor=rebels))
    assert Views(store).actors(Filter(), "armees", limit=5, offset=0) == []
    with writing(store.engine) as connection:
        merge(connection, army, rebels)
    assert found(store, Filter(actor=rebels))


def test_events_and_actors_keep_what_reports_say(store: Store) -> None:
    brought(store, FIRST, SECOND)
    before = list(store.events(Filter(actor="MLI:REB")))
    store.edit_incident("ea00", "actors", ARMY, by="ana", reason="read it")
    assert list(store.events(Filter(actor="MLI:REB"))) == before and len(before) == 2
    assert [p.sectors for p in store.actors(Filter(types=("ASSAULT",)))] == [("REB",)]


def test_an_earlier_moment_knows_what_was_set_then(store: Store) -> None:
    brought(store, FIRST, SECOND)
    before = datetime.now(UTC)
    store.edit_incident("ea00", "actors", ARMY, by="ana", reason="read it")
    assert found(store, Filter(actor=":MIL")) and not found(store, Filter(actor=":MIL", as_of=before))
    assert found(store, Filter(actor=":REB", as_of=before)) and not found(store, Filter(actor=":REB"))
