"""`dateline dyads`: how much there was between whom, by month, each happening once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli import asking


class Unit(StrEnum):
    """The times of `store.panel` (a test holds the two together)."""

    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


def dyads(
    each: Annotated[Unit, typer.Option(help="day, week (from Monday), month, quarter or year.")] = Unit.month,
    sectors: Annotated[bool, typer.Option("--sectors", help="Tell the first sectors apart as well.")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="Rows of zeros for times without incidents.")] = False,
    by_publication: Annotated[
        bool, typer.Option("--by-publication", help="The day of the first report where no day is told.")
    ] = False,
    types: asking.Types = None,
    contexts: asking.Contexts = None,
    quads: asking.Quads = None,
    statuses: asking.Statuses = None,
    countries: asking.Countries = None,
    regions: asking.Regions = None,
    near: asking.Around = None,
    actor: asking.Actor = None,
    recipient: asking.Recipient = None,
    party: asking.Party = None,
    dyad: asking.Dyad = None,
    since: asking.Since = None,
    until: asking.Until = None,
    sources: asking.Sources = None,
    confidence: asking.Confidence = None,
    text: asking.Words = None,
    min_origins: asking.Origins = None,
    as_of: asking.AsOf = None,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """Count the incidents between each pair of countries by time, with their tone and deaths: a panel of dyads.

    Without --status, what happened, is ongoing or was promised counts; what is left out is told.
    """
    from dateline.cli.answering import answer, reasons
    from dateline.codebooks.codebook import Codebook
    from dateline.exporters import shapes
    from dateline.exporters.values import plural
    from dateline.store import open_store
    from dateline.store.panel import panel

    wanted = asking.asked(
        types=types, contexts=contexts, quads=quads, statuses=statuses, countries=countries, regions=regions,
        near=near, actor=actor, recipient=recipient, party=party, dyad=dyad, since=since, until=until, sources=sources,
        confidence=confidence, text=text, min_origins=min_origins, as_of=as_of,
    )  # fmt: skip
    chosen = asking.format_of(format, out)
    book = Codebook.load()
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        found = panel(
            store.incidents(wanted), book, unit=each.value, sectors=sectors, all_states=bool(wanted.statuses),
            by_publication=by_publication,
        )  # fmt: skip
    answer(found.dyads(complete=complete), shapes.dyads(tuple(book.quads), sectors=sectors), chosen, out)
    for number, reason in reasons(found.left_out, by_publication=by_publication):
        typer.echo(f"left out {plural(number, 'incident')}: {reason}", err=True)
