"""`dateline watch`: questions that are kept, and what is new for each since it was told last."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import asking
from dateline.cli.decide import Author, Reason, author
from dateline.cli.filtered import filtered
from dateline.cli.usage import Command, Group
from dateline.exporters.values import plural
from dateline.records.query import Filter, beginning

if TYPE_CHECKING:
    from dateline.exporters.news import Told
    from dateline.records.watch import Fresh
    from dateline.store import Store

NOTHING = 1
"""Exit code where there is nothing new; 0 where there is, 2 where something is wrong."""

app = typer.Typer(cls=Group, help="Questions that are kept: what is new for each since it was told last.")
Name = Annotated[str, typer.Argument(help="Name of the question.")]
PROSE = ("markdown", "html")
ENDINGS = {
    **asking.ENDINGS,
    **{".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"},
}


class Format(StrEnum):
    """How news are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    geojson = "geojson"
    gpkg = "gpkg"
    parquet = "parquet"
    markdown = "markdown"
    html = "html"


@app.callback(invoke_without_command=True)
def watches(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="As JSON lines.")] = False,
    db: asking.Db = None,
) -> None:
    """List the questions that are kept."""
    if context.invoked_subcommand is not None:
        return
    from dateline.briefs import told
    from dateline.exporters.listing import write_lines
    from dateline.records.lines import dumps
    from dateline.records.watch import watch_line
    from dateline.store import open_store

    with open_store(db) as store:
        kept = store.watches.all()
    if json:
        for one in kept:
            typer.echo(dumps(watch_line(one)))
    elif kept:
        rows = [(w.name, told(w.asked), w.by, f"{w.at:%Y-%m-%d %H:%M}", f"{w.told:%Y-%m-%d %H:%M}") for w in kept]
        write_lines(("watch", "asks for", "by", "kept since", "told up to"), rows, sys.stdout)
    else:
        typer.echo("no question is kept: `dateline watch add NAME` with the options of `dateline incidents`", err=True)


@app.command("add", cls=Command)
@filtered(leave_out="edited without recorded_since as_of run")
def add(
    name: Name,
    *,
    wanted: Filter,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Keep a question under a name; from now on what is new for it is told."""
    from dateline.store import open_store

    with open_store(db) as store:
        store.watches.add(name, wanted, by=author(by))
        fit = store.count_incidents(wanted)
    known = f"{plural(fit, 'incident')} {'fits' if fit == 1 else 'fit'} it already"
    typer.echo(
        f"{name} is kept; {known}: `dateline watch run` tells what comes from now on, --since looks back", err=True
    )


@app.command("run", cls=Command)
def run(
    name: Annotated[str | None, typer.Argument(help="Name of the question (all of them).")] = None,
    since: Annotated[
        str | None, typer.Option(help="Look back to the start of a day (UTC) or a moment; nothing counts as told.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Nothing counts as told: the next run tells it again.")] = False,
    format: Annotated[
        Format | None,
        typer.Option(help="table (to read), jsonl (whole), csv, xlsx, geojson, gpkg, parquet, markdown or html."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing where there is nothing new.")] = False,
    by: Author = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """Tell what is new or changed since the last run. Exit code 0: something is new; 1: nothing; 2: an error."""
    from dateline.store import open_store

    after = asking.instant("--since", since, beginning) if since else None
    wrong = f"give a file that ends in {', '.join(filter(None, ENDINGS))}, or --format"
    chosen = asking.format_of(format, out, ENDINGS, wrong)
    with open_store(db) as store:
        names = [name] if name is not None else [watch.name for watch in store.watches.all()]
        found = [store.watches.news(one, since=after) for one in names]
        if any(fresh.news for fresh in found):
            _write(store, found, chosen, out)
        if after is None and not keep:  # after all is written: what was not told is told by the next run
            for fresh in found:
                store.watches.seen(fresh, by=author(by))
    if not any(fresh.news for fresh in found):
        if not quiet:
            typer.echo("nothing is new" if found else "no question is kept", err=True)
        raise typer.Exit(NOTHING)


@app.command("remove", cls=Command)
def remove(name: Name, reason: Reason = "", by: Author = None, db: asking.Db = None) -> None:
    """Keep a question no more; it stays on record, and `undo` brings it back."""
    from dateline.store import open_store

    with open_store(db) as store:
        store.watches.remove(name, by=author(by), reason=reason)
    typer.echo(f"{name} is removed", err=True)


@app.command("undo", cls=Command)
def undo(name: Name, reason: Reason = "", by: Author = None, db: asking.Db = None) -> None:
    """Take back the last run of a question, which is told again then, or its removal."""
    from dateline.store import open_store

    with open_store(db) as store:
        watch = store.watches.undo(name, by=author(by), reason=reason)
    typer.echo(f"{name} is told again from {watch.told:%Y-%m-%d %H:%M} UTC on", err=True)


def _write(store: Store, found: list[Fresh], format: str, out: Path | None) -> None:
    from dateline.cli.answering import answer
    from dateline.cli.output import opened
    from dateline.exporters.news import write
    from dateline.exporters.shapes import NEWS
    from dateline.resolve.countries import names_by_code

    if format not in PROSE:
        answer((news for fresh in found for news in fresh.news), NEWS, format, out)
        return
    told = [_told(store, fresh) for fresh in found if fresh.news]
    title = told[0].fresh.watch.name if len(told) == 1 else "What is new"
    with opened(out) as stream:
        write(title, told, datetime.now(UTC), format, stream, countries=names_by_code())


def _told(store: Store, fresh: Fresh) -> Told:
    from dateline.briefs import told
    from dateline.exporters.news import Told

    dossiers = [store.dossier(news.incident.id, as_of=news.as_of) for news in fresh.news]
    return Told(fresh, told(fresh.watch.asked), dossiers)
