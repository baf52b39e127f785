"""What a format of the field promises: its columns in order, which records it can hold, what gets lost."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, TextIO

from dateline.codebooks.codebook import Codebook
from dateline.exporters.csv import safe
from dateline.records.stored import StoredEvent

Row = dict[str, object]


def _no_passages(ids: Sequence[str]) -> Sequence[StoredEvent]:
    return ()


@dataclass(frozen=True, slots=True)
class Given:
    """What rows are made with: names of countries by ISO 3166 alpha-3, whether the day of publication stands in for a
    day that no report tells, and what gives the passages of an incident by their ids.
    """

    names: Mapping[str, str]
    by_publication: bool = False
    passages: Callable[[Sequence[str]], Sequence[StoredEvent]] = _no_passages

    def country(self, code: str | None) -> str | None:
        """The name of a country; the code where it is none's."""
        return self.names.get(code, code) if code else None


@dataclass(frozen=True, slots=True)
class FieldFormat:
    """One format of the field.

    `columns` are all of its columns in order; `rows` gives those of a record that Dateline can fill, in one row or
    several, or in words why the format has no place for it. `missing` stands where there is nothing; `loss` says what
    the format cannot hold and which columns stay empty. Some have no line with the names of the columns.
    """

    name: str
    title: str
    of: Literal["events", "incidents"]
    delimiter: str
    missing: str
    columns: Sequence[str]
    rows: Callable[[Any, Given], Sequence[Row] | str]
    loss: Sequence[str]
    has_header: bool = True


@dataclass(slots=True)
class Written:
    """How many records and rows were written, and how many records were left out for which reason."""

    records: int = 0
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def write(records: Iterable[Any], form: FieldFormat, given: Given, out: TextIO) -> Written:
    """The rows of all records that the format has a place for; what was written and what was not."""
    done = Written()
    table = csv.writer(out, delimiter=form.delimiter, lineterminator="\n")
    if form.has_header:
        table.writerow(form.columns)
    for record in records:
        rows = form.rows(record, given)
        if isinstance(rows, str):
            done.left_out[rows] += 1
            continue
        done.records += 1
        for row in rows:
            done.rows += 1
            table.writerow([_cell(row.get(column), form) for column in form.columns])
    return done


def _cell(value: object, form: FieldFormat) -> object:
    if value is None or value == "":
        return form.missing
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return safe(" ".join(value.split())) if isinstance(value, str) else value


@cache
def promises() -> frozenset[str]:
    """Types of what is promised to be done: the word has been given already."""
    return Codebook.load().promises


def joined(values: Iterable[object]) -> str:
    """Values in one cell, as all of these formats join them; each once."""
    return "; ".join(dict.fromkeys(str(value) for value in values if value not in (None, "")))


def days(start: date | None, end: date | None) -> int | None:
    """How many days lie from the first to the last; None where either is open."""
    return None if start is None or end is None else (end - start).days + 1
