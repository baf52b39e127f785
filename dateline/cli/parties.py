"""`dateline actors` without a command behind it: who takes part in events, and how often."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking
from dateline.errors import InputError


def parties(
    context: typer.Context,
    party: Annotated[str | None, typer.Option(help="Only these: MLI, MLI:MIL, :REB, an actor key or a name.")] = None,
    types: asking.Types = None,
    quads: asking.Quads = None,
    statuses: asking.Statuses = None,
    countries: asking.Countries = None,
    regions: asking.Regions = None,
    near: asking.Around = None,
    since: asking.Since = None,
    until: asking.Until = None,
    sources: asking.Sources = None,
    confidence: asking.Confidence = None,
    text: asking.Words = None,
    as_of: asking.AsOf = None,
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

    others = {
        "--party": party, "--type": types, "--status": statuses, "--country": countries,
        "--region": regions, "--near": near,
        "--source": sources, "--confidence": confidence, "--text": text, "--as-of": as_of,
    }  # fmt: skip
    given = [name for name, value in others.items() if value not in (None, [])]
    if dyads and given:
        raise InputError(
            f"{', '.join(given)} cannot narrow --dyads: they are kept by month and quad class (--since, --until, "
            '--quad); `dateline events --dyad "ACTOR>RECIPIENT" --by type` counts the events of one by anything'
        )
    wanted = asking.asked(
        party=party, types=types, quads=quads, statuses=statuses, countries=countries, regions=regions, near=near,
        since=since, until=until, sources=sources, confidence=confidence, text=text, as_of=as_of,
    )  # fmt: skip
    chosen = asking.format_of(format, out)
    limit = asking.most(limit, chosen, out)
    with open_store(db) as store:
        if dyads:
            shape = counted(("actor_country", "recipient_country"))
            answer(store.dyads(wanted, limit=limit), shape, chosen, out)
        else:
            answer(store.actors(wanted, limit=limit), PARTIES, chosen, out)
