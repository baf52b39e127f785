"""The spatial index of a layer of a GeoPackage (its R-tree extension).

Without it QGIS reads a large layer whole, however little of it is on the screen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

EXTENSIONS = """
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
)
"""
EXTENSION = ("gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only")
_PUT = (
    'INSERT OR REPLACE INTO "{tree}" VALUES '
    "(NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
)
_DROP = 'DELETE FROM "{tree}" WHERE id = OLD.fid;'
_POINT, _NONE = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))", "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
TRIGGERS = {
    "insert": f'AFTER INSERT ON "{{layer}}" WHEN {_POINT} BEGIN {_PUT} END',
    "update1": f'AFTER UPDATE OF geom ON "{{layer}}" WHEN OLD.fid = NEW.fid AND {_POINT} BEGIN {_PUT} END',
    "update2": f'AFTER UPDATE OF geom ON "{{layer}}" WHEN OLD.fid = NEW.fid AND {_NONE} BEGIN {_DROP} END',
    "update3": f'AFTER UPDATE ON "{{layer}}" WHEN OLD.fid != NEW.fid AND {_POINT} BEGIN {_DROP} {_PUT} END',
    "update4": f'AFTER UPDATE ON "{{layer}}" WHEN OLD.fid != NEW.fid AND {_NONE} '
    'BEGIN DELETE FROM "{tree}" WHERE id IN (OLD.fid, NEW.fid); END',
    "delete": f'AFTER DELETE ON "{{layer}}" WHEN OLD.geom NOT NULL BEGIN {_DROP} END',
}
"""What keeps the index while somebody edits the layer, as edition 1.3 has it: programs for maps bring the functions."""


class Index:
    """The index of one layer, whose points stand in `geom` and whose rows are numbered by `fid`.

    A SQLite without R-trees makes a file without an index, which is whole all the same.
    """

    def __init__(self, file: sqlite3.Connection, layer: str) -> None:
        self._file = file
        self._layer = layer
        self._tree = f"rtree_{layer}_geom"
        try:
            file.execute(f'CREATE VIRTUAL TABLE "{self._tree}" USING rtree(id, minx, maxx, miny, maxy)')
        except sqlite3.OperationalError as error:
            if "no such module" not in str(error):
                raise
            self._tree = ""

    def add(self, points: Iterable[tuple[int, float, float]]) -> None:
        """Take in points: the number of the row, longitude, latitude."""
        if self._tree:
            rows = ((fid, lon, lon, lat, lat) for fid, lon, lat in points)
            self._file.executemany(f'INSERT INTO "{self._tree}" VALUES (?, ?, ?, ?, ?)', rows)

    def close(self) -> None:
        """Tell the file that it is there, and keep it up to date from now on."""
        if not self._tree:
            return
        self._file.execute(EXTENSIONS)
        self._file.execute("INSERT INTO gpkg_extensions VALUES (?, 'geom', ?, ?, ?)", (self._layer, *EXTENSION))
        for name, told in TRIGGERS.items():
            told = told.format(layer=self._layer, tree=self._tree)
            self._file.execute(f'CREATE TRIGGER "{self._tree}_{name}" {told}')
