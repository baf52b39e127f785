"""Parquet (zstd) with typed columns, for pandas, Polars, R and DuckDB; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.exporters.shapes import CODED, Shape, flat
from dateline.records.arrow import batches, library, schema
from dateline.records.coded import Coded
from dateline.records.flat import row


def write(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """One row a record, written in batches; InputError on a terminal."""
    if out.isatty():
        raise InputError("Parquet is not for the terminal: give --out FILE.parquet")
    library()
    rows = (row(shape.columns, record) for record in records)
    with import_module("pyarrow.parquet").ParquetWriter(out.buffer, schema(shape.columns), compression="zstd") as file:
        for batch in batches(shape.columns, rows):
            file.write_batch(batch)


def write_coded(coded: Iterable[Coded], out: TextIO) -> None:
    """The events of articles, one row each."""
    write(flat(coded), CODED, out)
