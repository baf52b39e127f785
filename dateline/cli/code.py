"""`dateline code`: reports in, events out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import asking, notes, reading
from dateline.cli.progress import Progress
from dateline.cli.stopping import exit_code, stoppable
from dateline.errors import ArticleError
from dateline.exporters import EXPORTERS
from dateline.exporters.values import plural
from dateline.records.coded import Coded
from dateline.records.undated import Undated

ENDINGS = {ending: format for ending, format in asking.ENDINGS.items() if ending != ".tsv"}
"""A table of `code` is one to read: its cells are not parted by tabs."""


@dataclass
class Summary:
    """What was read, coded and skipped, and why."""

    coded: int = 0
    events: int = 0
    statements: int = 0
    undated: Undated = field(default_factory=Undated)
    skipped: list[ArticleError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    on_skip: Callable[[ArticleError], None] | None = None
    """Told of each that is skipped, as it is; without it the lines at the end name them."""

    def add(self, one: Coded) -> None:
        """Count one coded article."""
        self.coded += 1
        self.events += len(one.events)
        self.statements += len(one.statements)
        self.undated.count(one.article)

    def skip(self, error: ArticleError) -> None:
        """Keep which article was skipped, and why."""
        self.skipped.append(error)
        if self.on_skip is not None:
            self.on_skip(error)

    def lines(self) -> Iterator[str]:
        """The summary, a line at a time; each skipped article that was not told yet has a line with the reason."""
        if self.on_skip is None:
            yield from (f"skipped {error}" for error in self.skipped)
        yield from notes.told(self.notes)
        seconds = time.monotonic() - self.started
        yield (
            f"{plural(self.coded, 'article')} coded, {len(self.skipped)} skipped: {plural(self.events, 'event')}, "
            f"{plural(self.statements, 'statement')} in {seconds:.1f} s"
        )
        if self.undated.number:
            yield notes.without_date(self.undated)


@reading.reported
def code(
    paths: reading.Paths,
    format: Annotated[
        asking.Format | None,
        typer.Option(help="table (to read), jsonl (all), csv, xlsx, geojson, gpkg, parquet (events)."),
    ] = None,
    *,
    reports: reading.Reports,
    out: Annotated[Path | None, typer.Option(help="Write to this file; its ending chooses the format.")] = None,
    confidence: Annotated[float | None, typer.Option(help="Least confidence of an event, 0 to 1.")] = None,
    recall: Annotated[bool, typer.Option("--recall", help="More events, fewer of them right.")] = False,
    actors: Annotated[list[Path] | None, typer.Option(help="Further actor lists (CSV).")] = None,
    model: Annotated[Path | None, typer.Option(help="Folder of another model.")] = None,
    codebook: reading.Codebook = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 takes one a processor.")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no summary.")] = False,
) -> None:
    """Read news reports and write sourced political events."""
    from dateline.cli.output import opened
    from dateline.cli.workers import available, code_all
    from dateline.readers import expected
    from dateline.runs import options as coding_options

    chosen = asking.format_of(format, out, ENDINGS)
    options = coding_options(confidence, recall=recall, actors=actors, model=model, codebook=codebook)
    summary = Summary()
    articles = reports.read(paths, on_skip=summary.skip, on_note=summary.notes.append)
    coded = code_all(articles, workers=workers or available(), options=options)
    total = None if quiet else expected(paths)
    try:
        with stoppable(), opened(out) as stream, Progress("coding", show=not quiet, total=total) as progress:
            if not quiet and not stream.isatty():  # among blocks to read on a terminal they would be lost
                summary.on_skip = lambda error: progress.say(f"skipped {error}")
            EXPORTERS[chosen](_counted(coded, summary, progress), stream)
    except KeyboardInterrupt as stop:
        told = f"{out} is not written" if out else "the output ends there"
        typer.echo(
            f"stopped after {plural(summary.coded, 'article')}: {told}; "
            "`dateline ingest` keeps what is coded and goes on where it was stopped",
            err=True,
        )
        raise typer.Exit(exit_code(stop)) from None
    if not quiet or summary.coded == 0:  # why nothing was read is always told
        for line in summary.lines():
            typer.echo(line, err=True)
    if summary.coded == 0:
        raise typer.Exit(2)


def _counted(coded: Iterable[Coded | ArticleError], summary: Summary, progress: Progress) -> Iterator[Coded]:
    """The coded articles, counted and shown on a progress bar; those that failed are noted."""
    for one in coded:
        progress.step()
        if isinstance(one, ArticleError):
            summary.skip(one)
        else:
            summary.add(one)
            yield one
