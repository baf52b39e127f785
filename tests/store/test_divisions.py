from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dateline.records.query import Filter
from dateline.store import Store
from dateline.store.views import Views
from dateline.upkeep import open_store
from tests.make import coded, event, place
from tests.store.making import run

REGIONS = ("Lac", "Gao Region", "North Kordofan", "South Kordofan", "Ville de Ndjamena", "Ouaddaï")
ACTS = ("attacked", "killing", "said", "condemned", "army", "post")


@pytest.fixture
def filled(url: str) -> Iterator[Store]:
    with open_store(url, create=True) as store:
        store.begin(run())
        where = [replace(place("Gao", one), admin1=one, geonames_id=n, lat=9.0 * n) for n, one in enumerate(REGIONS)]
        store.add(run(), [coded(*(event(words, where=(one,)) for words, one in zip(ACTS, where, strict=True)))])
        yield store


@pytest.mark.parametrize(
    ("asked", "regions"),
    [
        (["lac"], {"Lac"}),
        (["Gao"], {"Gao Region"}),
        (["kordofan"], {"North Kordofan", "South Kordofan"}),
        (["N\u2019Djamena", "ouaddai"], {"Ville de Ndjamena", "Ouaddaï"}),
        (["Atlantis"], set()),
        (["'"], set()),
    ],
)
def test_a_region_is_found_by_words_of_its_name(filled: Store, asked: list[str], regions: set[str]) -> None:
    wanted = Filter(regions=tuple(asked))
    assert {s.event.where[0].admin1 for s in filled.events(wanted)} == regions
    shown = [i.value("where")["admin1"] for i in filled.incidents(wanted)]
    assert sorted(shown) == sorted(regions)
    chosen = Views(filled).incidents(wanted)
    assert chosen.count == len(regions) == filled.count_incidents(wanted)


def test_what_people_set_of_an_incident_is_where_it_is_found(filled: Store) -> None:
    (one,) = filled.incidents(Filter(regions=("Lac",)))
    there = {"name": "Abéché", "country": "TCD", "admin1": "Ouaddaï"}
    filled.edit_incident(one.id, "where", there, by="ana", reason="read it")
    assert not list(filled.incidents(Filter(regions=("Lac",))))
    assert one.id in [i.id for i in filled.incidents(Filter(regions=("Ouaddaï",)))]
