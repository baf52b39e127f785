"""The places that Dateline lists itself, and the table of countries, as names over entries."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

from dateline.errors import DataError
from dateline.fixed import fixed
from dateline.records.resolved import PRECISIONS
from dateline.resolve.countries import Country, is_cased
from dateline.resolve.where.fold import fold

_AREAS = "district area macro water river strait mountain desert island admin1"
KINDS = frozenset((*_AREAS.split(), "settlement", "camp", "crossing", "facility", "base"))


@fixed()
class Listed:
    """One row of places.csv; `country` is ISO alpha-3 or None, `admin1` a name or None."""

    name: str
    alternates: tuple[str, ...]
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    kind: str
    precision: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all its alternates."""
        return (self.name, *self.alternates)

    def spelled(self, folded: str) -> list[str]:
        """Its names that are folded to `folded`."""
        return [name for name in self.names if fold(name) == folded]


def listed_places(path: Path | None = None) -> tuple[Listed, ...]:
    """The rows of `path`, or of the supplement that Dateline ships. Raises DataError naming a row that is not right."""
    source = path or Path(str(files("dateline.resolve") / "data" / "places.csv"))
    try:
        with source.open(encoding="utf-8", newline="") as lines:
            return tuple(_listed(row, number) for number, row in enumerate(csv.DictReader(lines), start=2))
    except (OSError, KeyError) as error:
        raise DataError(f"{path or 'places.csv'}: cannot be read ({error}); reinstall dateline") from error


def _listed(row: dict[str, str], number: int) -> Listed:
    try:
        place = Listed(
            row["name"],
            tuple(name for name in row["alternates"].split(";") if name),
            row["country"] or None,
            row["admin1"] or None,
            float(row["lat"]),
            float(row["lon"]),
            row["kind"],
            row["precision"],
        )
    except ValueError as error:
        raise DataError(f"places.csv line {number} ({row['name']}): {error}; write degrees as numbers") from error
    if place.kind not in KINDS or place.precision not in PRECISIONS or abs(place.lat) > 90 or abs(place.lon) > 180:
        raise DataError(f"places.csv line {number} ({place.name}): kind, precision or degrees are not allowed ones")
    return place


def country_names(country: Country) -> list[tuple[str, bool]]:
    """Folded names of a country, each with whether it counts only in capitals ("US")."""
    names = [(fold(name), is_cased(name)) for name in country.names]
    return list(dict.fromkeys(names))
