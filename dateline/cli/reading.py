"""The options by which reports get what they do not tell themselves, the same for every command that reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import in_place_of
from dateline.errors import ArticleError

if TYPE_CHECKING:
    from dateline.readers.published import Order
    from dateline.records.article import Article

Paths = Annotated[list[str], typer.Argument(help="Files, folders, feeds, mails, zips, web archives, or - for a pipe.")]
Published = Annotated[str | None, typer.Option(help="Date of publication for articles that tell none.")]
ByName = Annotated[
    bool, typer.Option("--dated-by-name", help="Date of publication from a file's name, where the article tells none.")
]
Publisher = Annotated[str | None, typer.Option(help="Publisher of articles that name none.")]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", help="What a field is called in tables and JSON: published=Datum (may be repeated)."),
]


Codebook = Annotated[Path | None, typer.Option(envvar="DATELINE_CODEBOOK", help="Folder of a codebook of your own.")]
"""What reports are coded by."""


class Dates(StrEnum):
    """What comes first in dates of figures."""

    day_first = "day-first"
    month_first = "month-first"


DatesOf = Annotated[
    Dates | None, typer.Option("--dates", help="How dates such as 03/04/2014 are to be read: day-first or month-first.")
]


def named(fields: list[str] | None) -> dict[str, str]:
    """What fields are called, by field. Raises InputError where something is not given as field=name."""
    from dateline.readers import record

    return record.named(fields or ())


def _order(dates: Dates | None) -> Order | None:
    """What comes first, as the readers call it."""
    from dateline.readers.published import order_option

    return order_option(dates.value if dates else None)


@dataclass(frozen=True, slots=True)
class Reports:
    """What a command was given by these options."""

    published: str | None
    dates: Dates | None
    by_name: bool
    publisher: str | None
    fields: list[str] | None

    def read(
        self,
        paths: Sequence[str],
        *,
        on_skip: Callable[[ArticleError], None],
        on_note: Callable[[str], None] = lambda note: None,
    ) -> Iterator[Article]:
        """The articles of files, as `readers.read_paths` reads them. Raises InputError where an option says nothing."""
        from dateline.readers import read_paths

        return read_paths(
            paths, published=self.published, on_skip=on_skip, on_note=on_note, dates=_order(self.dates),
            by_name=self.by_name, publisher=self.publisher, fields=named(self.fields),
        )  # fmt: skip


OPTIONS = {"published": Published, "dates": DatesOf, "by_name": ByName, "publisher": Publisher, "fields": Fields}
reported = in_place_of("reports", OPTIONS, Reports)
"""Gives a command these options in place of its parameter `reports`."""
