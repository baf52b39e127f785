"""`dateline events`: which events are known."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking


def events(
    types: asking.Types = None,
    modes: asking.Modes = None,
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
    published_since: asking.PublishedSince = None,
    published_until: asking.PublishedUntil = None,
    sources: asking.Sources = None,
    articles: asking.Articles = None,
    confidence: asking.Confidence = None,
    text: asking.Words = None,
    min_origins: asking.Origins = None,
    edited: Annotated[bool, typer.Option("--edited", help="Only what people edited.")] = False,
    without: asking.Without = None,
    recorded_since: asking.RecordedSince = None,
    as_of: asking.AsOf = None,
    run: asking.OfRun = None,
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

    wanted = asking.asked(
        types=types, modes=modes, contexts=contexts, quads=quads, statuses=statuses, countries=countries,
        regions=regions, near=near, actor=actor, recipient=recipient, party=party, dyad=dyad, since=since, until=until,
        sources=sources, articles=articles, confidence=confidence, text=text, min_origins=min_origins, edited=edited,
        as_of=as_of, run=run, published_since=published_since, published_until=published_until, without=without,
        recorded_since=recorded_since,
    )  # fmt: skip
    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        asking.check_run(run, store.runs)
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
