"""Flat rows as Arrow: typed columns for Parquet, pandas, Polars, DuckDB and R. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import islice
from typing import Any

from dateline.errors import InputError
from dateline.records.flat import Column

AT_ONCE = 10_000
"""Rows in one batch."""


def table(columns: Sequence[Column], rows: Iterable[Mapping[str, object]]) -> Any:
    """All rows in one table."""
    return library().Table.from_batches(batches(columns, rows), schema=schema(columns))


def batches(columns: Sequence[Column], rows: Iterable[Mapping[str, object]]) -> Iterator[Any]:
    """The rows in batches, so that memory stays flat."""
    waiting, kinds = iter(rows), schema(columns)
    while some := list(islice(waiting, AT_ONCE)):
        yield library().RecordBatch.from_pylist(some, schema=kinds)


def schema(columns: Sequence[Column]) -> Any:
    """The types of the columns."""
    arrow = library()
    kinds = {
        "text": arrow.string(),
        "number": arrow.float64(),
        "whole": arrow.int64(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
        "flag": arrow.bool_(),
    }
    return arrow.schema([(c.name, kinds[c.kind]) for c in columns])


def library() -> Any:
    """Pyarrow; InputError where it is not installed."""
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError as error:
        raise InputError("Parquet and Arrow need pyarrow: pip install 'dateline[parquet]'") from error
