"""The classes of words that tell place names from other names."""

from __future__ import annotations

import tomllib
from functools import cache

from dateline.errors import DataError
from dateline.fixed import fixed
from dateline.resolve.countries import countries
from dateline.resolve.given_names import given_names
from dateline.resolve.where.fold import fold
from dateline.resolve.word_lists import common_words, data_text, listed_in, word_set


@fixed()
class Words:
    """Folded words by class (data/place_words.toml says what each is for); `abbreviations` "calif" -> "california"."""

    directions: frozenset[str]
    locatives: frozenset[str]
    units: frozenset[str]
    settlements: frozenset[str]
    ship_names: frozenset[str]
    vessels: frozenset[str]
    parts: frozenset[str]
    facilities: frozenset[str]
    bodies: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    compass: frozenset[str]
    demonyms: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]
    diseases: frozenset[str]
    parties: frozenset[str]
    """People, forces and their vehicles, whose nationality is no place."""
    common: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    generic: frozenset[str]
    """Words that name a place only together with others: "North", "Church", "Province"."""
    abbreviations: dict[str, str]
    adjectives: dict[str, str]
    talks: dict[str, str]
    demonym_country: dict[str, str]
    plural_units: frozenset[str]
    """`adjectives` of regions: "european" -> "europe"; `demonym_country` "malian", "malians" -> MLI; `plural_units`
    "provinces"; `talks` the towns, with their countries, where states meet."""


@cache
def words() -> Words:
    """The word classes. Raises DataError where their files cannot be read."""
    try:
        table = tomllib.loads(data_text("place_words.toml"))
        common = common_words()
        given = frozenset(given_names())
        family = listed_in("family_names.txt")
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"word lists of places: {error}; reinstall dateline") from error
    demonyms = _demonyms()
    classes = {name: word_set(text) for name, text in table.items() if isinstance(text, str)}
    classes["demonyms"] |= frozenset(demonyms)
    kinds = ("directions", "units", "settlements", "parts", "bodies", "heads", "titles", "calendar")
    generic = frozenset().union(*(classes[kind] for kind in kinds))
    abbreviations = {short: state for state, shorts in table["abbreviations"].items() for short in shorts.split()}
    return Words(
        **classes,
        common=common,
        given=given,
        family=family,
        generic=generic,
        abbreviations=abbreviations,
        adjectives=table["adjectives"],
        talks=table["talks"],
        demonym_country=demonyms,
        plural_units=frozenset(
            f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s" for unit in classes["units"] - {"county"}
        ),
    )


def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries():
        names = {fold(name) for name in country.names}
        for word in (*country.adjectives, *country.nouns):
            folded = fold(word)
            if folded not in names:
                found.setdefault(folded, country.iso3)
    return found
