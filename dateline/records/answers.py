"""Records to go through, and the same as flat rows, data frames and Arrow tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar

from dateline.errors import InputError
from dateline.records.flat import Column, row

Record = TypeVar("Record")


class Answer(Generic[Record]):
    """Records that are read, mostly from a store, each time one goes through them."""

    def __init__(self, read: Callable[[], Iterator[Record]], columns: Sequence[Column]) -> None:
        self._read = read
        self.columns = columns

    def __repr__(self) -> str:
        names = ", ".join(column.name for column in self.columns[:4])
        return f"<Answer of {len(self.columns)} columns ({names}, …): go through it, or .rows(), .pandas(), .polars()>"

    def __iter__(self) -> Iterator[Record]:
        return self._read()

    def first(self) -> Record | None:
        """The first record, None where there is none."""
        return next(iter(self), None)

    def rows(self) -> Iterator[dict[str, object]]:
        """Each record as a flat row: lists joined by "; ", None where there is no value."""
        return (row(self.columns, record) for record in self)

    def arrow(self) -> Any:
        """An Arrow table with typed columns; needs `pip install 'dateline[parquet]'`."""
        from dateline.records.arrow import table

        return table(self.columns, self.rows())

    def pandas(self) -> Any:
        """A pandas data frame; days and moments are of their types."""
        frame = _installed("pandas").DataFrame(list(self.rows()), columns=[c.name for c in self.columns])
        for column in self.columns:
            frame[column.name] = _typed(frame[column.name], column.kind)
        return frame

    def polars(self) -> Any:
        """A Polars data frame."""
        library = _installed("polars")
        kinds = {
            "text": library.String,
            "number": library.Float64,
            "whole": library.Int64,
            "day": library.Date,
            "moment": library.Datetime("us", "UTC"),
            "flag": library.Boolean,
        }
        schema = {c.name: kinds[c.kind] for c in self.columns}
        return library.DataFrame(list(self.rows()), schema=schema, strict=False)


def _installed(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(f"{name} is not installed: pip install {name}") from error


def _typed(series: Any, kind: str) -> Any:
    if kind == "number":
        return series.astype("float64")
    if kind == "whole":
        return series.astype("Int64")
    if kind == "day":
        return series.astype("datetime64[s]")
    if kind == "moment":
        return series.astype("datetime64[us, UTC]")
    return series
