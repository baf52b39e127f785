"""Tables: one report a row, with the names of the fields in the first row."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from dateline.errors import ArticleError
from dateline.readers.base import MAX_TEXT, Draft
from dateline.readers.decode import decode
from dateline.readers.record import FIELDS, OTHER_NAMES, draft, known, letters, renamed
from dateline.readers.source import Stream

SEPARATOR = re.compile(r"\ufeff?\"?sep=([,;\t|])\"?[\r\n]", re.IGNORECASE)
DELIMITERS = (",", "\t", ";", "|")
ABOVE = 10
"""Lines that may stand above the names of the columns."""
SHOWN = 8
"""Columns that a message names."""
LEAST_TEXT = 50
"""Characters of a cell that may be a report."""
LONGEST_FIELD = 4 * MAX_TEXT
"""Beyond the longest text, so that a text too long is told from a quotation mark left open."""


@dataclass(frozen=True, slots=True)
class Csv:
    """Tables in CSV or TSV, as RFC 4180 and the spreadsheets write them; the separator is found from the first row."""

    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")

    def claims(self, head: bytes) -> bool:
        """True where the first line names a column `text` and another field, or three fields by other names."""
        names, _ = _columns(decode(head).partition("\n")[0])
        if "text" in names:
            return any(name in FIELDS for name in names)
        return _has_text(names) and sum(value is not None for value in known(dict.fromkeys(names, "x"))[0].values()) > 2

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports row by row; each bad row is an error of its own."""
        lines = _lines(stream)
        top = list(islice(lines, ABOVE + 1))
        above, names, delimiter = _header(top, stream.fields)
        if not _tells(names, stream.fields):
            raise ArticleError(stream.name, _no_text(stream.head, names, delimiter))
        note = _missing(names, stream.fields)
        # The limit belongs to the whole process and guards nothing here: longer fields are refused one by one.
        csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
        rows = csv.reader(chain(top[above + 1 :], lines), delimiter=delimiter)
        while True:
            line = rows.line_num + above + 2
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                raise ArticleError(f"{stream.name}:{line}", f"{error}: is a quotation mark left open?") from error
            if any(cell.strip() for cell in row):
                yield _draft(f"{stream.name}:{line}", names, row, stream.fields, note)


def _header(top: Sequence[str], fields: Mapping[str, str]) -> tuple[int, list[str], str]:
    """How many lines stand above the names of the columns, these names, and the separator.

    Above them may be the line that tells Excel the separator, and the title that spreadsheets have over a table.
    """
    told = SEPARATOR.match(top[0])
    start = 1 if told else 0
    found = [(_names(line, told[1]), told[1]) if told else _columns(line) for line in top[start:]]
    for above, (names, mark) in enumerate(found, start):
        called = tuple(renamed(dict.fromkeys(names, "x"), fields))
        if _tells(names, fields) if above == start else len(set(filter(None, names))) > 1 and _has_text(called):
            return above, names, mark
    return (start, *found[0]) if found else (start, [], ",")


def _tells(names: Sequence[str], fields: Mapping[str, str]) -> bool:
    """True where a column has the reports, or their headlines."""
    called = renamed(dict.fromkeys(names, "x"), fields)
    return _has_text(tuple(called)) or known(called)[0]["title"] is not None


def _no_text(head: bytes, names: Sequence[str], delimiter: str) -> str:
    """What to say of a table without a column for the reports: which one has the longest texts, if any has."""
    seen = ", ".join(name or "(no name)" for name in names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
    problem = f'no column "text" (the first row has: {seen})'
    longest = _longest(head, names, delimiter)
    text, name = max(longest, key=lambda found: len(found[0]), default=("", ""))
    if name and len(text) >= LEAST_TEXT:
        how = f"--field text={shlex.quote(name)}"
        return f'{problem}: the longest texts are in "{name}"; if these are the reports, say {how}'
    if longest:
        return f"{problem}, and none has sentences: Dateline reads reports, not tables of what was coded from them"
    return f'{problem}: name the column of the reports "text", or say which it is: --field text=NAME'


def _longest(head: bytes, names: Sequence[str], delimiter: str) -> list[tuple[str, str]]:
    """The longest words in each column of the first rows, with the column's name; empty where there are no rows."""
    try:
        rows = [row for row in csv.reader(decode(head).splitlines(keepends=True)[1:], delimiter=delimiter) if row]
    except csv.Error:
        return []
    columns = zip(names, zip_longest(*rows, fillvalue=""), strict=False)
    return [(max((c for c in cells if " " in c.strip()), key=len, default=""), name) for name, cells in columns]


def _missing(names: Sequence[str], fields: Mapping[str, str]) -> str | None:
    """What to say of columns that somebody named and that are not there."""
    there = set(map(letters, names))
    missing = ", ".join(f'"{name}" for {field}' for field, name in fields.items() if letters(name) not in there)
    return f"no column {missing} (the first row has: {', '.join(names[:8])})" if missing else None


def _draft(
    source: str, names: list[str], row: list[str], fields: Mapping[str, str], note: str | None
) -> Draft | ArticleError:
    if len(row) > len(names) and any(row[len(names) :]):
        return ArticleError(source, f"{len(row)} cells for {len(names)} columns: put texts with separators in quotes")
    try:
        found = draft(source, renamed(dict(zip(names, row, strict=False)), fields))
        return replace(found, notes=(note, *found.notes)) if note else found
    except ArticleError as error:
        return error


def _lines(stream: Stream) -> Iterator[str]:
    """The lines with their ends, each decoded by itself, as tables are often put together from several sources."""
    while line := stream.bytes.readline(LONGEST_FIELD):
        yield decode(line)


def _columns(line: str) -> tuple[list[str], str]:
    """The names of the columns in lower case, and the separator that tells most of them apart."""
    first = re.split(r"[\r\n]", line, maxsplit=1)[0]
    found = [(_names(first, mark), mark) for mark in DELIMITERS]
    return max(found, key=lambda names: ("text" in names[0], _has_text(names[0]), len(names[0])))


def _has_text(names: Sequence[str]) -> bool:
    return any(letters(name) in ("text", *OTHER_NAMES["text"]) for name in names)


def _names(line: str, mark: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([line], delimiter=mark), [])]
    except csv.Error:  # longer than any cell may be
        return []
