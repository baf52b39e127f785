"""A GeoPackage (OGC 12-128r15) for QGIS, R and geopandas: points in layers, days and numbers as such."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.exporters.gpkg_index import Index
from dateline.exporters.shapes import CODED, MEMBERS, Shape, flat
from dateline.records.coded import Coded
from dateline.records.flat import Column, row
from dateline.records.incident import Incident
from dateline.records.stored import StoredEvent

WGS84 = 4326
FORMAT, EDITION = 0x47504B47, 10300
"""What such a file says it is ("GPKG"), and by which edition of the standard."""
CHANGED = "1980-01-01T00:00:00.000Z"
"""The time in the file, so that the same records give the same bytes."""
AT_ONCE = 500
"""Records that are written together."""
KINDS = {
    "text": "TEXT",
    "number": "DOUBLE",
    "whole": "INTEGER",
    "day": "DATE",
    "moment": "DATETIME",
    "flag": "BOOLEAN",
}
POINT = struct.Struct("<2sBBiBIdd")
_LONGITUDES = 'AXIS["Longitude",EAST],AXIS["Latitude",NORTH]'
SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
    (
        *("WGS 84 geodetic", WGS84, "EPSG", WGS84),
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
        'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
        f'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],{_LONGITUDES},AUTHORITY["EPSG","4326"]]',
    ),
)
"""Those that the standard asks for: name, number, who numbers, its number there, and what it is."""
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
"""
COUNTED = """
CREATE TRIGGER "trigger_{how}_feature_count_{layer}" AFTER {how} ON "{layer}" BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count {by} WHERE lower(table_name) = lower('{layer}');
END
"""
"""How many are in a layer, kept as GDAL keeps it: without it QGIS counts a filtered layer as if it were whole."""

Passages = Callable[[Sequence[str]], Iterable[StoredEvent]]
"""What is known of passages, by their ids."""


def write(records: Iterable[Any], shape: Shape, out: TextIO, *, passages: Passages | None = None) -> None:
    """A layer of all records, each at its closest place or without a point; InputError for what has no places.

    With `passages` a second layer has the events of incidents, each with the id of its incident.
    """
    if not shape.layer:
        raise InputError("only events and incidents have places: choose another --format")
    if out.isatty():
        raise InputError("a GeoPackage is not for the terminal: give --out FILE.gpkg")
    out.flush()
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "layers.gpkg"
        _fill(path, records, shape, passages)
        with path.open("rb") as file:
            shutil.copyfileobj(file, out.buffer)


def write_coded(coded: Iterable[Coded], out: TextIO) -> None:
    """The events of articles in one layer."""
    write(flat(coded), CODED, out)


class _Layer:
    """A table of points with their index, and the bounds of all that was written to it."""

    def __init__(self, file: sqlite3.Connection, shape: Shape) -> None:
        self._file = file
        self._name = shape.layer
        self._all = shape.columns
        self._columns = [c for c in shape.columns if c.name not in ("lat", "lon")]
        self._bounds: tuple[float, float, float, float] | None = None
        self._points: list[tuple[int, float, float]] = []
        kinds = ", ".join(f'"{c.name}" {KINDS[c.kind]}' for c in self._columns)
        file.execute(
            f'CREATE TABLE "{self._name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {kinds})'
        )
        names = ", ".join(f'"{c.name}"' for c in self._columns)
        slots = ", ".join("?" * (len(self._columns) + 1))
        self._index = Index(file, self._name)
        self._written = 0
        self._insert = f'INSERT INTO "{self._name}" (geom, {names}) VALUES ({slots})'

    def add(self, records: Iterable[Any]) -> None:
        """Write records, each with its point."""
        self._points.clear()
        self._file.executemany(self._insert, map(self._row, records))
        self._index.add(self._points)

    def close(self) -> None:
        """Tell the file what the layer holds."""
        about = (self._name, "features", self._name, CHANGED, *(self._bounds or (None,) * 4), WGS84)
        self._file.execute(
            "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
            about,
        )
        self._file.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", (self._name, WGS84)
        )
        self._file.execute(f'INSERT INTO gpkg_ogr_contents SELECT ?, count(*) FROM "{self._name}"', (self._name,))
        for how, by in (("insert", "+ 1"), ("delete", "- 1")):
            self._file.execute(COUNTED.format(how=how, by=by, layer=self._name))
        self._index.close()

    def _row(self, record: Any) -> list[object]:
        values = row(self._all, record)
        self._written += 1
        return [self._point(values["lon"], values["lat"]), *(_plain(c, values[c.name]) for c in self._columns)]

    def _point(self, lon: Any, lat: Any) -> bytes | None:
        """A point as the standard packs it: its header, then well-known binary."""
        if lat is None or lon is None:
            return None
        west, south, east, north = self._bounds or (lon, lat, lon, lat)
        self._bounds = (min(west, lon), min(south, lat), max(east, lon), max(north, lat))
        self._points.append((self._written, lon, lat))
        return POINT.pack(b"GP", 0, 1, WGS84, 1, 1, lon, lat)


def _fill(path: Path, records: Iterable[Any], shape: Shape, passages: Passages | None) -> None:
    """Make the file; OSError where the disk is full."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            for said in (
                "journal_mode = OFF",
                "synchronous = OFF",
                f"application_id = {FORMAT}",
                f"user_version = {EDITION}",
            ):
                file.execute(f"PRAGMA {said}")
            file.executescript(TABLES)
            file.execute("BEGIN")
            file.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", SYSTEMS)
            layers = [_Layer(file, shape), *([_Layer(file, MEMBERS)] if passages is not None else [])]
            for some in _batches(records):
                layers[0].add(some)
                if passages is not None:
                    layers[1].add(_members(some, passages))
            for layer in layers:
                layer.close()
            file.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_FULL":
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error


def _batches(records: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(records)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _members(incidents: Sequence[Incident], passages: Passages) -> Iterator[tuple[str, StoredEvent]]:
    """The events of incidents in their order, each with the id of its incident."""
    known = {one.passage: one for one in passages([id_ for incident in incidents for id_ in incident.events])}
    for incident in incidents:
        yield from ((incident.id, known[id_]) for id_ in incident.events if id_ in known)


def _plain(column: Column, value: object) -> object:
    """A value as its column holds it."""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{value.microsecond // 1000:03}Z"
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if column.kind == "number" and isinstance(value, int) else value
