"""`dateline events`: which events are known."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered
from dateline.records.query import Filter


@filtered()
def events(
    *,
    wanted: Filter,
    by: Annotated[str | None, typer.Option(help="Count by month, type, country, quad, status, publisher.")] = None,
    history: Annotated[str | None, typer.Option(help="All versions of the event with this id.")] = None,
    order: Annotated[str, typer.Option(help="day, sure, unsure, recorded or text.")] = "day",
    limit: asking.Limit = None,
    offset: Annotated[int, typer.Option(help="Leave out the first ones.")] = 0,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List the events of a store, count them, or show how one came to be what it is."""
    from dateline.cli.answering import answer, left_out, listed, of_all
    from dateline.exporters.shapes import EVENTS, HISTORY, counted
    from dateline.store import open_store

    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        asking.check_run(wanted.run, store.runs)
        if history is not None:
            answer(store.event(history), HISTORY, chosen, out)
        elif by is not None:
            names = [name.strip() for name in by.split(",")]
            answer(store.counts(*names, where=wanted), counted(names), chosen, out)
            left_out(wanted, "event", store.undated)
        else:
            found = store.events(wanted, order=order, limit=asking.most(limit, chosen, out), offset=offset)
            listed(found, EVENTS, chosen, out, limit=limit, whole=lambda: of_all(store.count, wanted, "event"))
            left_out(wanted, "event", store.undated)
