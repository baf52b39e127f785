"""Places from a GeoNames dump (allCountries.zip, or the zip of one country): a drop-in for the gazetteer."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dateline.errors import InputError
from dateline.resolve.where.build import Row, write_gazetteer
from dateline.resolve.word_lists import word_set

_KINDS = {"H": "water", "T": "mountain", "V": "area", "L": "area", "U": "water"}
_FACILITIES = word_set("AIRB AIRP AIRF CMP CMPRF INSM MILB MNMT PRN SQR STDM DAM BDG PRT HSP EMB PAL CTRA OILR")
_AREAS = word_set("RGN RGNE RGNL RGNH CONT AREA MILB INDS PRK RES RESN OILF AMUS CST COLF LAND TRB")
_UNITS = {"ADM1": "admin1", "ADM2": "admin2", "ADM1H": "area", "ADM2H": "area", "ADM3": "area", "ADM4": "area"}
_COUNTRIES = ("PCLI", "PCLS", "PCLD", "PCLF", "PCL", "PCLIX", "TERR")
_FIELDS = 19


def build_from_dump(dump: Path, path: Path, progress: Callable[[int], None] | None = None) -> int:
    """Writes the gazetteer of all places in the GeoNames dump at `path`; returns how many it has.

    The dump is read twice as a stream (units first), so memory stays below 2 GB whatever its size; SQLite sorts names
    on disk. `progress` is told the number of lines read, now and then. Raises InputError for a file that is no dump.
    """
    try:
        units = sorted(_rows(dump, only_units=True, progress=progress), key=lambda row: (row.kind, row.geonames_id))
        order = {"country": 0, "admin1": 1, "admin2": 2}
        units.sort(key=lambda row: order[row.kind])
        return write_gazetteer(
            units, _rows(dump, only_units=False, progress=progress), path, sources=f"GeoNames {dump.name}"
        )
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError, ValueError) as error:
        raise InputError(
            f"{dump}: not a GeoNames dump ({error}); download allCountries.zip from geonames.org"
        ) from error


def _rows(dump: Path, only_units: bool, progress: Callable[[int], None] | None) -> Iterator[Row]:
    for number, fields in enumerate(_lines(dump), start=1):
        if progress is not None and number % 100_000 == 0:
            progress(number)
        row = _row(fields)
        if row is not None and (row.kind in ("country", "admin1", "admin2")) == only_units:
            yield row


def _lines(dump: Path) -> Iterable[list[str]]:
    csv.field_size_limit(sys.maxsize)
    if dump.suffix.lower() != ".zip":
        with dump.open(encoding="utf-8", newline="") as lines:
            yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return
    with zipfile.ZipFile(dump) as archive:
        names = [name for name in archive.namelist() if name.endswith(".txt") and not name.lower().startswith("readme")]
        if len(names) != 1:
            raise ValueError(f"{len(names)} tables in the zip where one is expected")
        with archive.open(names[0]) as raw:
            yield from csv.reader(
                io.TextIOWrapper(raw, encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE
            )


def _row(fields: list[str]) -> Row | None:
    """One line of the dump (https://download.geonames.org/export/dump/readme.txt), or None for what is not kept."""
    if len(fields) != _FIELDS:
        raise ValueError(f"a line has {len(fields)} fields instead of {_FIELDS}")
    geonames_id, name, _ascii, alternates, lat, lon, feature, code, country = fields[:9]
    admin1, admin2, population = fields[10], fields[11], fields[14]
    kind = _kind(feature, code)
    if kind is None or not name:
        return None
    first = f"{country}.{admin1}" if admin1 and admin1 != "00" else None
    second = f"{first}.{admin2}" if first and admin2 else None
    own = {"admin1": first, "admin2": second}.get(kind)
    if kind in ("admin1", "admin2") and own is None:
        kind = "area"
    return Row(
        int(geonames_id),
        name,
        tuple(filter(None, alternates.split(","))),
        kind,
        country,
        float(lat),
        float(lon),
        int(population or 0),
        code=own,
        admin1=first,
        admin2=second,
    )


def _kind(feature: str, code: str) -> str | None:
    if feature == "P":
        return None if code in ("PPLH", "PPLQ", "PPLW") else "city"
    if feature == "A":
        return "country" if code in _COUNTRIES else _UNITS.get(code)
    if feature == "S":
        return "facility" if code in _FACILITIES else None
    if feature == "L":
        return "area" if code in _AREAS else None
    return _KINDS.get(feature)
