"""Regions of the world by name, and by adjectives that describe a country of theirs ("the West African country")."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from dateline.errors import DataError
from dateline.resolve.countries import countries

LONGEST = 3
"""Words that such an adjective has at most."""
_CONTINENT = "continent:"


class Region(NamedTuple):
    """A region found among words: the first of its words, and its countries as ISO alpha-3 codes."""

    first: int
    countries: frozenset[str]


def region_before(low: Sequence[str], end: int) -> Region | None:
    """The region whose adjective ends before word `end` of words in lower case, the longest one; None without one."""
    table = _regions()
    for size in range(min(LONGEST, end), 0, -1):
        found = table.get(" ".join(low[end - size : end]))
        if found is not None:
            return Region(end - size, found)
    return None


def region_at(low: Sequence[str], index: int) -> range | None:
    """The words of the name or adjective of a region that hold word `index` ("Latin Americans")."""
    if low[index] not in _words():
        return None
    for first in range(max(0, index - LONGEST + 1), index + 1):
        for stop in range(min(first + LONGEST, len(low)), index, -1):
            told = " ".join(low[first:stop])
            if told in _named() or told.removesuffix("s") in _named():
                return range(first, stop)
    return None


def region_named(words: str) -> tuple[str, ...]:
    """The countries of a region by its name or adjective, in any case, as ISO alpha-3 codes; none where it is none."""
    asked = " ".join(words.split()).casefold().removeprefix("the ")
    named = {name.casefold(): members for names, _, members in _table() for name in names}
    return tuple(sorted(named.get(asked) or _regions().get(asked) or ()))


def region_names() -> tuple[str, ...]:
    """The name of each region."""
    return tuple(names[0] for names, _, _ in _table())


@cache
def _named() -> frozenset[str]:
    """All names and adjectives, in lower case."""
    return frozenset((*_regions(), *(name.casefold() for names, _, _ in _table() for name in names)))


@cache
def _words() -> frozenset[str]:
    """All words of them, with those of their people."""
    told = {word for name in _named() for word in name.split()}
    return frozenset((*told, *(f"{word}s" for word in told)))


@cache
def _regions() -> dict[str, frozenset[str]]:
    """Countries by adjective."""
    return {adjective: members for _, adjectives, members in _table() for adjective in adjectives}


@cache
def _table() -> tuple[tuple[tuple[str, ...], tuple[str, ...], frozenset[str]], ...]:
    """Names, adjectives and countries of each region. Raises DataError where the table cannot be read."""
    try:
        table = Path(str(files("dateline.resolve") / "data" / "regions.csv"))
        with table.open(encoding="utf-8", newline="") as lines:
            return tuple(
                (tuple(row["names"].split(";")), tuple(row["adjectives"].split(";")), _members(row["countries"]))
                for row in csv.DictReader(lines)
            )
    except (OSError, KeyError) as error:
        raise DataError(f"dateline/resolve/data/regions.csv: {error}; reinstall dateline") from error


def _members(told: str) -> frozenset[str]:
    if told.startswith(_CONTINENT):
        continent = told.removeprefix(_CONTINENT)
        return frozenset(country.iso3 for country in countries() if country.continent == continent)
    return frozenset(told.split())
