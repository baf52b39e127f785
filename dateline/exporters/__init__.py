"""Exporters: one file and one line here for each format.

Coded articles: `table`, `jsonl`, `csv`, `xlsx`, `geojson`, `gpkg` (with `gpkg_index`), `parquet`; `base` is what each
promises. What a store answers: `shapes/` has the columns and lines, `listing`, `rows` and the same files write them.
Texts: `brief`, `dossier` and `news`, by `prose`; `values` puts values into words. Formats of the field: `field/`.
"""

from __future__ import annotations

from functools import partial

from dateline.exporters import csv, geojson, gpkg, jsonl, listing, parquet, rows, table, xlsx
from dateline.exporters.base import AnswerExporter, Exporter

EXPORTERS: dict[str, Exporter] = {
    "table": table.write,
    "jsonl": jsonl.write,
    "csv": csv.write,
    "xlsx": xlsx.write_coded,
    "geojson": geojson.write_coded,
    "gpkg": gpkg.write_coded,
    "parquet": parquet.write_coded,
}
"""What came of articles, as it comes."""

ANSWERS: dict[str, AnswerExporter] = {
    "table": listing.write,
    "jsonl": rows.write_jsonl,
    "csv": rows.write_csv,
    "xlsx": xlsx.write,
    "geojson": geojson.write,
    "gpkg": gpkg.write,
    "parquet": parquet.write,
}
"""What a store answers."""


def beside(format: str, passages: gpkg.Passages) -> AnswerExporter | None:
    """What writes incidents with their events beside them, by `passages`; None in a format of one table."""
    return partial(gpkg.write, passages=passages) if format == "gpkg" else None
