"""Answers of a store as a list to read: columns on a terminal, a block a record on a narrow one, else tab-separated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.exporters.shapes import Shape

AT_ONCE = 200
"""Records that are laid out together; a longer list goes on with the header again."""
OPENING = ("event", "incident", "statement", "run", "decision", "key", "when", "type")
"""Columns that open the block of a record, without their names."""
TALL = 4
"""Lines a record from which on blocks are easier to read than columns."""


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
        if _fits(names, some, console):
            console.print(_laid_out(names, some))
        else:
            for row in some:
                console.print(*_block(names, row), sep="\n")


def _fits(names: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> bool:
    """Whether columns break no word (ids are copied into commands) and leave the records at a few lines each."""
    longest = [_longest(column) for column in zip(names, *rows, strict=True)]
    if sum(longest) + 2 * (len(names) - 1) > console.width:
        return False
    return len(console.render_lines(_laid_out(names, rows), pad=False)) - 1 <= TALL * len(rows)


def _block(names: Sequence[str], row: Sequence[str]) -> Iterator[Text | Padding]:
    """The id with the day and the type, beneath it the other values that there are, each by its name."""
    told = [(name, value) for name, value in zip(names, row, strict=True) if value]
    opening = [value for name, value in told if name in OPENING]
    yield Text("  ".join(opening), style="bold")
    rest = [Text.assemble((f"{name} ", "dim"), value) for name, value in told if name not in OPENING]
    if rest:
        yield Padding(Text(" · ").join(rest), (0, 0, 0, 2 if opening else 0))


def _laid_out(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, *cells in zip(names, *rows, strict=True):
        table.add_column(name, overflow="fold", min_width=_longest(cells))
    for row in rows:
        table.add_row(*row)
    return table


def _longest(cells: Iterable[str]) -> int:
    """The length of the longest word."""
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _cell(value: object) -> str:
    """A value on one line, without control characters that would move the cursor."""
    text = "" if value is None else str(value)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
