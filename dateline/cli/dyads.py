"""`dateline dyads`: how much there was between whom, by month, each happening once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered
from dateline.records.query import Filter


class Unit(StrEnum):
    """The times of `store.panel` (a test holds the two together)."""

    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


@filtered(leave_out="modes published_since published_until articles edited without recorded_since run")
def dyads(
    each: Annotated[Unit, typer.Option(help="day, week (from Monday), month, quarter or year.")] = Unit.month,
    sectors: Annotated[bool, typer.Option("--sectors", help="Tell the first sectors apart as well.")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="Rows of zeros for times without incidents.")] = False,
    by_publication: Annotated[
        bool, typer.Option("--by-publication", help="The day of the first report where no day is told.")
    ] = False,
    *,
    wanted: Filter,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """Count the incidents between each pair of countries by time, with their tone and deaths: a panel of dyads.

    Without --status, what happened, is ongoing or was promised counts; what is left out is told.
    """
    from dateline.cli.answering import answer, reasons
    from dateline.codebooks.own import in_use
    from dateline.exporters import shapes
    from dateline.exporters.values import plural
    from dateline.store import open_store
    from dateline.store.panel import panel

    chosen = asking.format_of(format, out)
    book = in_use()
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        found = panel(
            store.incidents(wanted, urls=False), book, unit=each.value, sectors=sectors,
            all_states=bool(wanted.statuses), by_publication=by_publication,
        )  # fmt: skip
    answer(found.dyads(complete=complete), shapes.dyads(tuple(book.quads), sectors=sectors), chosen, out)
    for number, reason in reasons(found.left_out, by_publication=by_publication):
        typer.echo(f"left out {plural(number, 'incident')}: {reason}", err=True)
