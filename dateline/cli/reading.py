"""The options by which reports get what they do not tell themselves, the same for every command that reads them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.readers.published import Order


class Dates(StrEnum):
    """What comes first in dates of figures."""

    day_first = "day-first"
    month_first = "month-first"


Published = Annotated[str | None, typer.Option(help="Date of publication for articles that tell none.")]
DatesOf = Annotated[
    Dates | None, typer.Option("--dates", help="How dates such as 03/04/2014 are to be read: day-first or month-first.")
]
ByName = Annotated[
    bool, typer.Option("--dated-by-name", help="Date of publication from a file's name, where the article tells none.")
]

Publisher = Annotated[str | None, typer.Option(help="Publisher of articles that name none.")]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", help="What a field is called in tables and JSON: published=Datum (may be repeated)."),
]


def named(fields: list[str] | None) -> dict[str, str]:
    """What fields are called, by field. Raises InputError where something is not given as field=name."""
    pairs = [one.partition("=") for one in fields or ()]
    for field, _, name in pairs:
        if not name.strip():
            raise InputError(f"--field {field}: give it as field=name, such as published=Datum")
    return {field.strip(): name.strip() for field, _, name in pairs}


def order(dates: Dates | None) -> Order | None:
    """What comes first, as the readers call it."""
    from dateline.readers.published import order_option

    return order_option(dates.value if dates else None)
