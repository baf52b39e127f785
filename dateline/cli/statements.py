"""`dateline statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking


def statements(
    actor: Annotated[str | None, typer.Option(help="Who said it: MLI, MLI:MIL, :REB, an actor key or a name.")] = None,
    countries: Annotated[list[str] | None, typer.Option("--country", help="Country of who said it.")] = None,
    since: Annotated[str | None, typer.Option(help="First day of publication (ISO date).")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of publication (ISO date).")] = None,
    sources: asking.Sources = None,
    articles: asking.Articles = None,
    text: asking.Words = None,
    as_of: asking.AsOf = None,
    run: asking.OfRun = None,
    limit: asking.Limit = None,
    offset: Annotated[int, typer.Option(help="Leave out the first ones.")] = 0,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List the statements of a store, latest publication first."""
    from dateline.cli.answering import listed
    from dateline.exporters.shapes import STATEMENTS
    from dateline.store import open_store

    wanted = asking.asked(
        actor=actor, countries=countries, since=since, until=until, sources=sources, articles=articles, text=text,
        as_of=as_of, run=run,
    )  # fmt: skip
    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        asking.check_run(run, store.runs)
        found = store.statements(wanted, limit=asking.most(limit, chosen, out), offset=offset)
        listed(found, STATEMENTS, chosen, out, limit=limit, whole=lambda: "")
