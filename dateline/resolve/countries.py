"""The countries and territories of ISO 3166 with their names, demonyms and capitals."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.errors import DataError
from dateline.fixed import fixed


@fixed()
class Country:
    """One country or territory.

    `iso3` and `iso2` are ISO 3166 codes (Kosovo, which has none, is KOS and XK), `adjectives` the words of "Malian
    army", `nouns` its people in singular and plural, `capitals` all spellings of the seat or seats of government,
    `continent` a GeoNames continent code, `lat` and `lon` one point inside it in degrees: a mark for the whole country,
    not a place.
    """

    iso3: str
    iso2: str
    name: str
    alternates: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capitals: tuple[str, ...]
    continent: str
    lat: float
    lon: float

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all its alternates."""
        return (self.name, *self.alternates)


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, by ISO alpha-3 code. Raises DataError where the table cannot be read."""
    try:
        table = Path(str(files("dateline.resolve") / "data" / "countries.csv"))
        with table.open(encoding="utf-8", newline="") as lines:
            return tuple(_country(row) for row in csv.DictReader(lines))
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"dateline/resolve/data/countries.csv: {error}; reinstall dateline") from error


@cache
def by_iso3() -> dict[str, Country]:
    """Countries by ISO alpha-3 code; not to be changed."""
    return {country.iso3: country for country in countries()}


@cache
def by_iso2() -> dict[str, Country]:
    """Countries by ISO alpha-2 code; not to be changed."""
    return {country.iso2: country for country in countries()}


def names_by_code() -> dict[str, str]:
    """The names of countries by ISO alpha-3 code, as texts for people have them."""
    return {country.iso3: country.name for country in countries()}


def is_cased(name: str) -> bool:
    """True where a name stands for its country in capitals only: "US" is a country, "us" is not."""
    return name.isupper() and len(name.replace(".", "")) <= 4


def _country(row: dict[str, str]) -> Country:
    def split(field: str) -> tuple[str, ...]:
        return tuple(part for part in row[field].split(";") if part)

    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"],
        name=row["name"],
        alternates=split("alternates"),
        adjectives=split("adjectives"),
        nouns=split("nouns"),
        capitals=split("capital"),
        continent=row["continent"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
    )
