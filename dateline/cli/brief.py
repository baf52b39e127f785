"""`dateline brief`: the incidents of a week as a text for a situation report."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered
from dateline.records.query import Filter

MOST = 200
"""Incidents of a brief, where no limit is given: more is no brief."""
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", "": "markdown"}


class Format(StrEnum):
    """How a brief is written."""

    markdown = "markdown"
    html = "html"


@filtered(leave_out="modes actor recipient dyad published_since published_until articles edited without run")
def brief(
    *,
    wanted: Filter,
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

    after = asking.instant("--changed-since", changed_since) if changed_since else None
    chosen = asking.format_of(format, out, ENDINGS, "a brief is written to .md or .html (which word processors open)")
    with open_store(db) as store:
        asking.check_regions(wanted, store)
        made = collect(store, wanted, title=title, order=order, limit=limit, changed_since=after, limited="--limit")
    with opened(out) as stream:
        write(made, chosen, stream)
