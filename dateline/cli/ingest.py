"""`dateline ingest`, `dateline recode` and `dateline relink`: articles into a store, and into incidents."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking, reading
from dateline.cli.notes import told, without_date
from dateline.cli.stopping import exit_code, stoppable
from dateline.exporters.values import plural
from dateline.runs import new as run_of
from dateline.runs import options as coding_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records.article import Article
    from dateline.store.ingest import Report

Confidence = Annotated[float | None, typer.Option(help="Least confidence of an event, 0 to 1.")]
Recall = Annotated[bool, typer.Option("--recall", help="More events, fewer of them right.")]
Actors = Annotated[list[Path] | None, typer.Option(help="Further actor lists (CSV).")]
Model = Annotated[Path | None, typer.Option(help="Folder of another model.")]
Workers = Annotated[int, typer.Option(min=0, help="Processes; 0 takes one a processor.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress, no summary.")]


@reading.reported
def ingest(
    paths: reading.Paths,
    db: asking.Db = None,
    *,
    reports: reading.Reports,
    confidence: Confidence = None,
    recall: Recall = False,
    actors: Actors = None,
    model: Model = None,
    codebook: reading.Codebook = None,
    workers: Workers = 0,
    keep_input: Annotated[
        bool, typer.Option("--keep-input", help="Keep files of one article each in the store.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Code news reports into a store; what is there already is left alone, so a run that was cut off is run again."""
    from dateline.readers import expected
    from dateline.store.ingest import Report

    report, notes = Report(), list[str]()
    articles = reports.read(paths, on_skip=report.skip, on_note=notes.append)
    options = coding_options(confidence, recall=recall, actors=actors, model=model, codebook=codebook)
    total = None if quiet else expected(paths)
    _bring(db, articles, options, report, total=total, workers=workers, create=True, keep_input=keep_input, quiet=quiet)
    for line in () if quiet else told(notes):
        typer.echo(line, err=True)
    if not report.added and not report.known:
        raise typer.Exit(2)


def recode(
    db: asking.Db = None,
    confidence: Confidence = None,
    recall: Recall = False,
    actors: Actors = None,
    model: Model = None,
    codebook: reading.Codebook = None,
    workers: Workers = 0,
    quiet: Quiet = False,
) -> None:
    """Code the articles of a store again, by this model and codebook, beside what was coded before."""
    from dateline.store.ingest import Report
    from dateline.upkeep import open_store

    options = coding_options(confidence, recall=recall, actors=actors, model=model, codebook=codebook)
    with open_store(db) as store:
        total = store.count_articles()
        _bring(
            db, store.articles(), options, Report(),
            total=total, workers=workers, create=False, keep_input=False, quiet=quiet,
        )  # fmt: skip


def relink(db: asking.Db = None, quiet: Quiet = False) -> None:
    """Link all articles of a store anew, by the weights of this version; a run that was cut off is run again."""
    from dateline.cli.progress import Progress
    from dateline.store.store import BEHIND
    from dateline.upkeep import open_store

    with open_store(db) as store:
        store.look_again()
        try:
            with stoppable(), Progress("linking", show=not quiet, total=store.count_articles()) as progress:
                store.catch_up(on_step=partial(progress.step, BEHIND))
        except KeyboardInterrupt as stop:
            typer.echo(
                "stopped: what is linked is kept; the next `dateline ingest` links the rest, the same command all anew",
                err=True,
            )
            raise typer.Exit(exit_code(stop)) from None
        known = store.count_incidents()
    if not quiet:
        typer.echo(f"{known:,} incidents", err=True)


def _bring(
    db: str | None,
    articles: Iterable[Article],
    options: dict[str, Any],
    report: Report,
    *,
    total: int | None,
    workers: int,
    create: bool,
    keep_input: bool,
    quiet: bool,
) -> None:
    """Code articles into the store, with progress and a summary on standard error."""
    from dateline.cli.progress import Progress
    from dateline.cli.workers import available, code_all
    from dateline.store.ingest import ingest as run_through
    from dateline.upkeep import open_store

    started = time.monotonic()
    code = partial(code_all, workers=workers or available(), options=options)
    try:
        with (
            stoppable(),
            open_store(db, create=create) as store,
            Progress("ingesting", show=not quiet, total=total) as progress,
        ):
            report.on_skip = lambda error: progress.say(f"skipped {error}")
            run = run_of(options)
            run_through(
                store, run, articles, code,
                report=report, on_step=progress.step, keep_input=keep_input, back=not create,
            )  # fmt: skip
    except KeyboardInterrupt as stop:
        typer.echo(f"stopped: {plural(report.added, 'article')} written; the same command goes on from there", err=True)
        raise typer.Exit(exit_code(stop)) from None
    if not quiet or not (report.added or report.known):  # why nothing was read is always told
        for error in report.skipped if quiet else ():
            typer.echo(f"skipped {error}", err=True)
        for line in summary(report, time.monotonic() - started, done="added" if create else "coded again"):
            typer.echo(line, err=True)


def summary(report: Report, seconds: float, *, done: str = "added") -> Iterator[str]:
    """What a run did, a line at a time."""
    yield (
        f"{plural(report.added, 'article')} {done}, {report.known} known already, {len(report.skipped)} skipped: "
        f"{plural(report.events, 'event')}, {plural(report.statements, 'statement')} in {seconds:.1f} s"
    )
    if report.undated.number:
        yield without_date(report.undated)
    if report.late:
        yield (
            "articles that are known without a date have one now, which is not taken: make a new store, or "
            "`dateline withdraw` them and read them again"
        )
