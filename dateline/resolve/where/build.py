"""Makes the gazetteer file from rows of places: the same file whether they come from packages or a GeoNames dump.

Standard library only, because the file is made while the package itself is being built.

The file is SQLite with three tables:

    place   blocks of places by number (the first is 1): geonames_id, name, kind, country (ISO alpha-2), admin1, admin2
            (number of the unit), lat, lon, radius (km), population, spellings (how many alternate names GeoNames has:
            a measure of how widely a place is known)
    name    blocks of folded names in order, with their places: number << 2 | how (0 the name, 1 an alternate, 2 the
            name without its article or its "Region")
    meta    recipe, sources, attribution, size (how many places), firsts (the first name of each block),
            countries (the numbers of the places that are countries)

How a block is packed: `dateline.resolve.where.packed`.
"""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from dateline.fixed import fixed
from dateline.resolve.where.fold import fold, without_article
from dateline.resolve.where.packed import NAMES, PLACES, pack_names, pack_places
from dateline.resolve.word_lists import word_set

T = TypeVar("T")

RECIPE = "2"
"""Raised whenever the content of the file changes for the same sources; a file of another recipe is made anew."""

ATTRIBUTION = "Place names, coordinates and populations: GeoNames (https://www.geonames.org), CC BY 4.0."
NAME, ALTERNATE, SHORTENED = 0, 1, 2

_CELL = 0.25  # degrees; the middle of a unit is the mean of its settled cells, so that one large city does not pull it
_LONGEST = 60  # characters of a name; longer ones are descriptions
_ARTICLE_COUNTRIES = word_set("AE BH DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE EH DJ")
_KINDS_OF_UNIT = word_set(
    "region province governorate district county state department prefecture oblast emirate division municipality "
    "rayon raion cercle wilaya canton krai territory voivodeship muhafazat"
)
_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -131072;
CREATE TABLE place (block INTEGER PRIMARY KEY, places BLOB NOT NULL);
CREATE TABLE name (block INTEGER PRIMARY KEY, names BLOB NOT NULL);
CREATE TEMP TABLE row (n INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT, admin1 INTEGER, admin2 INTEGER, lat REAL, lon REAL, radius REAL,
    population INTEGER NOT NULL, spellings INTEGER NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE spelling (folded TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL);
CREATE TEMP TABLE cell (unit INTEGER, lat REAL, lon REAL, PRIMARY KEY (unit, lat, lon)) WITHOUT ROWID;
"""


@fixed()
class Row:
    """One place as a source gives it.

    `kind` is "city", "admin1", "admin2", "country" or another kind of feature ("water", "mountain", "area",
    "facility"). `code` of an admin unit is its GeoNames code ("ML.09", "ML.09.2457162"); `admin1` and `admin2` of any
    place are such codes. `lat` and `lon` may be None for admin units: their middle is then reckoned from their cities.
    """

    geonames_id: int
    name: str
    alternates: tuple[str, ...]
    kind: str
    country: str
    lat: float | None
    lon: float | None
    population: int = 0
    code: str | None = None
    admin1: str | None = None
    admin2: str | None = None


def write_gazetteer(units: Iterable[Row], places: Iterable[Row], path: Path, sources: str) -> int:
    """Writes the gazetteer at `path` and returns how many places it has.

    `units` are countries and admin units, `places` all else. Rows are streamed; the file replaces an older one only
    when it is whole, and the same rows give the same bytes with the same SQLite.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    try:
        connection.executescript(_SCHEMA)
        codes: dict[str, int] = {}
        count = _add_places(connection, units, codes, 0)
        count = _add_places(connection, places, codes, count)
        _place_units(connection)
        _write_places(connection)
        firsts = _write_names(connection)
        meta = {"recipe": RECIPE, "sources": sources, "attribution": ATTRIBUTION, "size": str(count)}
        meta["firsts"] = "\n".join(firsts)
        of_countries = connection.execute("SELECT n FROM row WHERE kind = 'country' ORDER BY n")
        meta["countries"] = " ".join(str(n) for (n,) in of_countries)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        os.replace(unfinished, path)
    finally:
        connection.close()
        unfinished.unlink(missing_ok=True)
    return count


def is_current(path: Path) -> bool:
    """True where the file at `path` is a whole gazetteer of this recipe."""
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT value FROM meta WHERE key = 'recipe'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return found is not None and found[0] == RECIPE


def _add_places(connection: sqlite3.Connection, rows: Iterable[Row], codes: dict[str, int], count: int) -> int:
    """Write places with their spellings, units and cells; how many there are then, of which the last has that key."""
    place_sql = "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)"
    for row in rows:
        count += 1
        if row.code:
            codes.setdefault(row.code, count)
        admin1 = codes.get(row.admin1) if row.admin1 else None
        admin2 = codes.get(row.admin2) if row.admin2 else None
        connection.execute(
            place_sql,
            (
                count,
                row.geonames_id,
                row.name,
                row.kind,
                row.country,
                None if row.kind == "admin1" else admin1,
                None if row.kind == "admin2" else admin2,
                row.lat,
                row.lon,
                row.population,
                len(row.alternates),
            ),
        )
        connection.executemany("INSERT INTO spelling VALUES (?, ?, ?)", _spellings(row, count))
        if row.kind == "city" and row.lat is not None and row.lon is not None:
            cell = (round(row.lat / _CELL) * _CELL, round(row.lon / _CELL) * _CELL)
            units = [(unit, *cell) for unit in (admin1, admin2) if unit is not None]
            connection.executemany("INSERT OR IGNORE INTO cell VALUES (?, ?, ?)", units)
    return count


def _spellings(row: Row, n: int) -> Iterator[tuple[str, int, int]]:
    """Folded names with how they stand for the place, each folded name once, the closest way first."""
    seen: set[str] = set()
    shortened: list[str] = []
    for name in (row.name, *filter(is_name, row.alternates)):
        folded = fold(name) if len(name) <= _LONGEST else ""
        if not folded or folded in seen:
            continue
        seen.add(folded)
        yield folded, n, NAME if name == row.name else ALTERNATE
        shortened.extend(_shortened(folded, row))
    for folded in shortened:
        if folded not in seen:
            seen.add(folded)
            yield folded, n, SHORTENED


def _shortened(folded: str, row: Row) -> Iterator[str]:
    if row.country in _ARTICLE_COUNTRIES:
        bare = without_article(folded)
        if bare and len(bare) > 3:
            yield bare
    if row.kind in ("admin1", "admin2"):
        words = folded.split()
        if len(words) > 1 and words[-1] in _KINDS_OF_UNIT:
            yield " ".join(words[:-1])
        elif len(words) > 2 and words[0] in _KINDS_OF_UNIT and words[1] in ("of", "de", "du", "do", "da"):
            yield " ".join(words[2:])


def is_name(alternate: str) -> bool:
    """True where an alternate name is a name: not an airport code, not a machine's transliteration ("jia ao")."""
    if not alternate or "・" in alternate or any("\ue000" <= mark <= "\uf8ff" for mark in alternate):
        return False
    if alternate.isascii():
        return alternate != alternate.lower() and not (alternate.isupper() and len(alternate) <= 4)
    first = next((mark for mark in alternate if mark.isalpha()), "")
    return not (first and first == first.lower() and first != first.upper() and first < "\u0250")


def _place_units(connection: sqlite3.Connection) -> None:
    """Gives admin units their middle (where the source has none), their radius in km, their people, their admin1."""
    members = connection.execute("SELECT unit, lat, lon FROM cell ORDER BY unit, lat, lon")
    for unit, rows in groupby(members, key=itemgetter(0)):
        points = [(lat, lon) for _, lat, lon in rows]
        lat, lon = _middle(points)
        distances = sorted(kilometres(lat, lon, *point) for point in points)
        radius = max(10.0, distances[int(len(distances) * 0.9) - (len(distances) == 1)])
        connection.execute(
            "UPDATE row SET lat = coalesce(lat, ?), lon = coalesce(lon, ?), radius = ? WHERE n = ?",
            (round(lat, 2), round(lon, 2), round(radius), unit),
        )
    for column in ("admin1", "admin2"):
        connection.execute(
            f"UPDATE row SET population = max(population, coalesce(people, 0)) FROM (SELECT {column} AS unit, "
            f"sum(population) AS people FROM row WHERE kind = 'city' GROUP BY {column}) WHERE row.n = unit"
        )


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Mean of points without those that lie far off the others (settlements filed under a wrong unit)."""
    lat, lon = _mean(points)
    if len(points) < 4:
        return lat, lon
    some = points[:: 1 + len(points) // 200]
    middle = min(points, key=lambda point: sum(kilometres(point[0], point[1], lat, lon) for lat, lon in some))
    distances = [kilometres(middle[0], middle[1], lat, lon) for lat, lon in points]
    limit = 4 * sorted(distances)[len(distances) // 2]
    return _mean([point for point, distance in zip(points, distances, strict=True) if distance <= limit])


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Mean of points, safe at the date line."""
    east = sum(math.cos(math.radians(lon)) for _, lon in points)
    north = sum(math.sin(math.radians(lon)) for _, lon in points)
    return sum(lat for lat, _ in points) / len(points), math.degrees(math.atan2(north, east))


def _write_places(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT geonames_id, name, kind, country, admin1, admin2, lat, lon, radius, population, spellings "
        "FROM row ORDER BY n"
    )
    blocks = enumerate(_blocks(rows, PLACES))
    connection.executemany("INSERT INTO place VALUES (?, ?)", ((n, pack_places(block)) for n, block in blocks))


def _write_names(connection: sqlite3.Connection) -> list[str]:
    """Packs the spellings, sorted by SQLite on disk; the first name of each block comes back."""
    rows = connection.execute(
        "SELECT folded, place, min(how) FROM spelling GROUP BY folded, place ORDER BY folded, place"
    )
    names = ((folded, [n << 2 | how for _, n, how in same]) for folded, same in groupby(rows, key=itemgetter(0)))
    firsts = []
    for n, block in enumerate(_blocks(names, NAMES)):
        firsts.append(block[0][0])
        connection.execute("INSERT INTO name VALUES (?, ?)", (n, pack_names(block)))
    return firsts


def _blocks(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(rows)
    while block := list(islice(rest, size)):
        yield block


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees (haversine, mean earth radius 6371 km)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
