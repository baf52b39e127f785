"""A place as the gazetteer knows it."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.resolve.where.build import kilometres

COUNTRY, ADMIN1, ADMIN2, CITY = "country", "admin1", "admin2", "city"


@fixed()
class Entry:
    """One place of the gazetteer, the supplement or the table of countries.

    `key` tells entries apart (a number of the gazetteer file, or a negative one for entries that only the supplement
    has). `country` is ISO alpha-3, `admin1` the name of the first-order unit, `unit1` and `unit2` the keys of the
    units it lies in, `radius` an approximate extent in km of units, `spellings` how many alternate names GeoNames
    has, `source` "gazetteer", "supplement" or "countries", `seat` True for the capital of its country.
    """

    key: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    unit1: int | None
    unit2: int | None
    lat: float | None
    lon: float | None
    radius: float | None
    population: int
    spellings: int
    geonames_id: int | None
    precision: str
    source: str
    seat: bool = False

    def distance(self, other: Entry) -> float | None:
        """Kilometres between the two points, or None where one has none."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        return kilometres(self.lat, self.lon, other.lat, other.lon)


@fixed()
class Candidate:
    """An entry that a name may stand for, and how: 0 its name, 1 an alternate, 2 a shortened name."""

    entry: Entry
    how: int
    cased: bool = False
