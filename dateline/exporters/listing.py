"""Answers of a store as a list to read: one line a record, in columns where there is a terminal, else tab-separated."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from dateline.exporters.shapes import Shape

AT_ONCE = 200
"""Records that are laid out together; a longer list goes on with the header again."""


def write(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    """A header, then one line a record."""
    if not out.isatty():
        _write_plain(records, shape, out)
        return
    console = Console(file=out, highlight=False, emoji=False, markup=False)
    waiting = iter(records)
    while some := list(islice(waiting, AT_ONCE)):
        table = Table(box=None, pad_edge=False, header_style="bold")
        for name, _ in shape.brief:
            table.add_column(name, overflow="fold")
        for record in some:
            table.add_row(*(_cell(get(record)) for _, get in shape.brief))
        console.print(table)


def _write_plain(records: Iterable[Any], shape: Shape, out: TextIO) -> None:
    out.write("\t".join(name for name, _ in shape.brief) + "\n")
    for record in records:
        out.write("\t".join(_cell(get(record)) for _, get in shape.brief) + "\n")


def _cell(value: object) -> str:
    """A value on one line, without control characters that would move the cursor."""
    text = "" if value is None else str(value)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
