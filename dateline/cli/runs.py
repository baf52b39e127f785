"""`dateline runs`: what was coded when, by which model, codebook and options."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking


def runs(
    all: Annotated[bool, typer.Option("--all", help="Also those that coded nothing.")] = False,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List the runs that coded articles of a store, oldest first, to compare them by `dateline events --run`."""
    from dateline.cli.answering import answer
    from dateline.exporters.shapes import RUNS
    from dateline.store import open_store

    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        coded = store.coded()
        found = [(run, *coded.get(run.id, (0, 0))) for run in store.runs() if all or run.id in coded]
    answer(found, RUNS, chosen, out)
