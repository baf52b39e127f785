"""`dateline actors` without a command behind it: who takes part in events, and how often."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered, given
from dateline.errors import InputError
from dateline.records.query import Filter

OTHERS = (
    "modes contexts actor recipient dyad published_since published_until articles min_origins edited without "
    "recorded_since run"
)
"""What a list of parties is not narrowed by."""
KEPT_BY = ("quads", "since", "until")
"""What pairs of countries can be narrowed by."""


@filtered(leave_out=OTHERS)
def parties(
    context: typer.Context,
    *,
    wanted: Filter,
    dyads: Annotated[
        bool,
        typer.Option(
            "--dyads",
            help="Pairs of countries instead: who acts on whom. They are kept by month and quad class: of the filters "
            "only --since, --until (whole months) and --quad apply.",
        ),
    ] = False,
    limit: asking.Limit = None,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List who takes part in the events of a store, most events first; or look at your own list of actors."""
    if context.invoked_subcommand:
        return
    from dateline.cli.answering import answer
    from dateline.exporters.shapes import PARTIES, counted
    from dateline.store import open_store

    others = [option for field, option in given(wanted) if field not in KEPT_BY]
    if dyads and others:
        raise InputError(
            f"{', '.join(others)} cannot narrow --dyads: they are kept by month and quad class (--since, --until, "
            '--quad); `dateline events --dyad "ACTOR>RECIPIENT" --by type` counts the events of one by anything'
        )
    chosen = asking.format_of(format, out)
    limit = asking.most(limit, chosen, out)
    with open_store(db) as store:
        if dyads:
            shape = counted(("actor_country", "recipient_country"))
            answer(store.dyads(wanted, limit=limit), shape, chosen, out)
        else:
            answer(store.actors(wanted, limit=limit), PARTIES, chosen, out)
