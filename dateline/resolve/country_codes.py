"""The code of a country that a person names, by its code or its name."""

from __future__ import annotations

from difflib import get_close_matches

from dateline.errors import InputError
from dateline.resolve.countries import by_iso2, by_iso3, countries
from dateline.resolve.regions import region_named, region_names

BODIES = ("IGO", "UNO", "EUR", "NGO", "IMG", "MNC")
"""Codes of parties that belong to no state."""
SUGGESTED = 3


def country_code(words: str, *, bodies: bool = False) -> str:
    """ISO 3166 alpha-3 of a code or a name, in any case; with `bodies` also what stands for no state, such as IGO.

    Raises InputError with the nearest ones where the list of countries has neither.
    """
    asked = " ".join(words.split())
    code = asked.upper()
    if code in by_iso3() or (bodies and code in BODIES):
        return code
    by_name = {name.casefold(): country.iso3 for country in countries() for name in country.names}
    found = by_name.get(asked.casefold().removeprefix("the ")) or by_name.get(asked.casefold())
    if found:
        return found
    if code in by_iso2():
        return by_iso2()[code].iso3
    raise InputError(
        f"{words!r} is no country: give a code of ISO 3166 such as MLI, or a name{_nearest(asked, bodies)}"
    )


def countries_named(words: str) -> tuple[str, ...]:
    """The codes of a country, or of the countries of a region of the world such as Sahel; InputError as above."""
    return region_named(words) or (country_code(words),)


def _nearest(asked: str, bodies: bool) -> str:
    """The countries that are written most like the words, in words; "" where none is."""
    told: dict[str, str] = {}
    for country in countries():
        for written in (country.iso3, *country.names):
            told.setdefault(written.casefold(), f"{country.name} ({country.iso3})")
    told |= {body.casefold(): body for body in BODIES} if bodies else {name.casefold(): name for name in region_names()}
    close = get_close_matches(asked.casefold(), told, n=SUGGESTED * 2, cutoff=0.6)
    some = list(dict.fromkeys(told[written] for written in close))[:SUGGESTED]
    return f"; nearest are {', '.join(some)}" if some else ""
