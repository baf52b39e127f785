"""Answers of a store as JSON lines (whole records) or CSV (flat)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TextIO

from dateline.exporters.csv import safe
from dateline.exporters.shapes import Shape
from dateline.records.lines import dumps
from dateline.records.stored_lines import moment


def write_jsonl(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """One JSON object a line."""
    for record in records:
        out.write(dumps(shape.line(record)) + "\n")


def write_csv(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """A header and one row a record."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([c.name for c in shape.columns])
    for record in records:
        rows.writerow([_cell(c.get(record)) for c in shape.columns])


def _cell(value: object) -> object:
    if isinstance(value, bool):  # so written R takes it for a flag too, not only pandas, Polars and Excel
        return str(value).upper()
    return moment(value) if isinstance(value, datetime) else safe(value)
