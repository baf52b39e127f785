"""Writes what a store answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

import typer

from dateline.cli import asking
from dateline.cli.output import opened
from dateline.exporters import ANSWERS
from dateline.exporters.base import AnswerExporter
from dateline.exporters.shapes import Shape
from dateline.exporters.values import plural
from dateline.records.event import UNDATED
from dateline.records.query import Filter

COUNTED = 1_000
"""Up to here it is counted of how many a list shows the first."""


class Count(Protocol):
    """Counts what a filter finds, up to so many."""

    def __call__(self, where: Filter, /, *, most: int | None) -> int:
        """The number."""


def answer(
    records: Iterable[Any], shape: Shape, format: str, out: Path | None, *, write: AnswerExporter | None = None
) -> int:
    """Write the records to a file or to standard output, by `write` or as the format has it; how many there were."""
    count = 0

    def counting() -> Iterator[Any]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    waiting = counting()
    first = list(islice(waiting, 1))  # what cannot be asked for is refused before anything is written
    with opened(out) as stream:
        (write or ANSWERS[format])(chain(first, waiting), shape, stream)
    return count


def listed(
    records: Iterable[Any],
    shape: Shape,
    format: str,
    out: Path | None,
    *,
    limit: int | None,
    whole: Callable[[], str],
    write: AnswerExporter | None = None,
) -> None:
    """Write the records; where a list to read is full and no limit was given, `whole` says of how many, if it can."""
    shown = answer(records, shape, format, out, write=write)
    if format == "table" and not shown:
        typer.echo("nothing fits what was asked", err=True)
    if format == "table" and limit is None and out is None and shown == asking.SHOWN:
        typer.echo(f"the first {shown}{whole()}; --limit shows more", err=True)


def of_all(count: Count, wanted: Filter, what: str) -> str:
    """Of how many a list shows the first, in words: " of 1,234 events", " of more than 1,000 events"."""
    return f" of {_told(count(wanted, most=COUNTED + 1), what)}"


def left_out(wanted: Filter, what: str, undated: Count) -> None:
    """Say how many have no day where days are asked for: those are left out, and their reports have a day."""
    if (wanted.since is not None or wanted.until is not None) and (number := undated(wanted, most=COUNTED + 1)):
        without = f"{_told(number, what)} without a day {'is' if number == 1 else 'are'} left out"
        typer.echo(f"{without}: --published-since and --published-until go by the day of their reports", err=True)


def reasons(left_out: Counter[str], *, by_publication: bool) -> Iterator[tuple[int, str]]:
    """How many were left out for which reason, most first; where the day of publication helps, that is said."""
    for reason, number in left_out.most_common():
        helps = reason == UNDATED and not by_publication
        yield number, f"{reason} (--by-publication takes the day of publication there)" if helps else reason


def _told(number: int, what: str) -> str:
    return f"more than {plural(COUNTED, what)}" if number > COUNTED else plural(number, what)
