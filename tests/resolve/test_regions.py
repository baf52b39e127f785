"""Regions of the world by their adjectives."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dateline.resolve.countries import by_iso3
from dateline.resolve.regions import region_before, region_named, region_names


@pytest.mark.parametrize(
    ("words", "first", "inside", "outside"),
    [
        ("the west african country", 1, "MLI", "KEN"),
        ("the african country", 1, "KEN", "IRN"),
        ("the horn of africa nation", 1, "SOM", "MLI"),
        ("a latin american nation", 1, "PER", "USA"),
        ("the middle eastern nation", 1, "IRN", "PAK"),
    ],
)
def test_the_longest_adjective_counts(words: str, first: int, inside: str, outside: str) -> None:
    low = words.split()
    found = region_before(low, len(low) - 1)
    assert found is not None and found.first == first
    assert inside in found.countries and outside not in found.countries


def test_other_words_are_no_region() -> None:
    assert region_before(["the", "landlocked", "country"], 2) is None
    assert region_before([], 0) is None


def test_all_countries_of_the_table_are_known() -> None:
    table = (files("dateline.resolve") / "data" / "regions.csv").read_text(encoding="utf-8")
    told = {code for row in csv.DictReader(table.splitlines()) for code in row["countries"].split()}
    assert {code for code in told if not code.startswith("continent:")} <= set(by_iso3())


def test_regions_have_names() -> None:
    assert set(region_named("the Sahel")) >= {"MLI", "NER"}
    assert region_named("WEST  AFRICA") == region_named("west african")
    assert region_named("Atlantis") == () and all(region_named(name) for name in region_names())
