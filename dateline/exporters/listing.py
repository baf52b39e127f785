"""Answers of a store as a list to read: one line a record, in columns where there is a terminal, else tab-separated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from dateline.exporters.shapes import Shape

AT_ONCE = 200
"""Records that are laid out together; a longer list goes on with the header again."""
WHOLE = ("event", "incident", "statement", "run", "decision", "key", "when")
"""Columns whose words are never broken, however narrow the terminal: what stands there is copied into commands."""


def write(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """A header, then one line a record."""
    names = [name for name, _ in shape.brief]
    write_lines(names, ([get(record) for _, get in shape.brief] for record in records), out)


def write_lines(names: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """The names of the columns, then one line a row."""
    if not out.isatty():
        for row in chain([names], rows):
            out.write("\t".join(map(_cell, row)) + "\n")
        return
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    waiting = iter(rows)
    while some := [[_cell(value) for value in row] for row in islice(waiting, AT_ONCE)]:
        console.print(_laid_out(names, some))


def _laid_out(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, *cells in zip(names, *rows, strict=True):
        longest = max((len(word) for cell in cells for word in cell.split()), default=0)
        table.add_column(name, overflow="fold", min_width=longest if name in WHOLE else None)
    for row in rows:
        table.add_row(*row)
    return table


def _cell(value: object) -> str:
    """A value on one line, without control characters that would move the cursor."""
    text = "" if value is None else str(value)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
