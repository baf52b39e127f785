"""`dateline brief`: the incidents of a week as a text for a situation report."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli import asking

MOST = 200
"""Incidents of a brief, where no limit is given: more is no brief."""


class Format(StrEnum):
    """How a brief is written."""

    markdown = "markdown"
    html = "html"


ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", "": "markdown"}


def brief(
    since: asking.Since = None,
    until: asking.Until = None,
    types: asking.Types = None,
    contexts: asking.Contexts = None,
    quads: asking.Quads = None,
    statuses: asking.Statuses = None,
    countries: asking.Countries = None,
    regions: asking.Regions = None,
    near: asking.Around = None,
    party: asking.Party = None,
    sources: asking.Sources = None,
    confidence: asking.Confidence = None,
    text: asking.Words = None,
    min_origins: asking.Origins = None,
    recorded_since: asking.RecordedSince = None,
    as_of: asking.AsOf = None,
    changed_since: Annotated[
        str | None, typer.Option(help="Tell what changed of each incident after this day or moment.")
    ] = None,
    title: Annotated[str, typer.Option(help="Its title.")] = "Brief",
    order: Annotated[
        str, typer.Option(help="day, origins (most reports first), killed (most first) or recorded (latest change).")
    ] = "day",
    limit: Annotated[int, typer.Option(min=1, help="Most incidents.")] = MOST,
    format: Annotated[Format | None, typer.Option(help="markdown or html.")] = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """Write the incidents of some days as a situation report: figures, what happened, every value with its source."""
    from dateline.briefs import collect
    from dateline.cli.output import opened
    from dateline.exporters.brief import write
    from dateline.store import open_store

    wanted = asking.asked(
        types=types, contexts=contexts, quads=quads, statuses=statuses, countries=countries, regions=regions,
        near=near, party=party, sources=sources, confidence=confidence, text=text, min_origins=min_origins,
        recorded_since=recorded_since, since=since, until=until, as_of=as_of,
    )  # fmt: skip
    after = asking.instant("--changed-since", changed_since) if changed_since else None
    chosen = asking.format_of(format, out, ENDINGS, "a brief is written to .md or .html (which word processors open)")
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        made = collect(store, wanted, title=title, order=order, limit=limit, changed_since=after, limited="--limit")
    with opened(out) as stream:
        write(made, chosen, stream)
