"""Exporters: one file and one line here for each format.

Coded articles: `table`, `jsonl`, `csv`, `xlsx`, `geojson`, `parquet`; `base` is what each promises. What a store
answers: `shapes/` has the columns and lines, `listing`, `rows` and the same files write them. Texts: `brief`,
`dossier` and `news`, by `prose`; `values` puts values into words. Formats of the field: `field/`.
"""

from __future__ import annotations

from dateline.exporters import csv, geojson, jsonl, listing, parquet, rows, table, xlsx
from dateline.exporters.base import AnswerExporter, Exporter

EXPORTERS: dict[str, Exporter] = {
    "table": table.write,
    "jsonl": jsonl.write,
    "csv": csv.write,
    "xlsx": xlsx.write_coded,
    "geojson": geojson.write_coded,
    "parquet": parquet.write_coded,
}
"""What came of articles, as it comes."""

ANSWERS: dict[str, AnswerExporter] = {
    "table": listing.write,
    "jsonl": rows.write_jsonl,
    "csv": rows.write_csv,
    "xlsx": xlsx.write,
    "geojson": geojson.write,
    "parquet": parquet.write,
}
"""What a store answers."""
