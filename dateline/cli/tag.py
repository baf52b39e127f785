"""`dateline tag`: one resolver alone, as time tagger, geoparser, actor coder or quotation finder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import reading
from dateline.errors import ArticleError
from dateline.records.article import Article
from dateline.records.lines import Json


class What(StrEnum):
    """The resolvers that can be used alone."""

    when = "when"
    where = "where"
    who = "who"
    said = "said"


@reading.reported
def tag(
    what: Annotated[What, typer.Argument(help="when, where, who or said.")],
    paths: reading.Paths,
    *,
    reports: reading.Reports,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Write one JSON line a mention: times, places, actors or statements."""
    from dateline.cli.output import opened
    from dateline.cli.progress import Progress
    from dateline.readers import expected
    from dateline.records.lines import dumps

    skipped: list[ArticleError] = []
    tagger = _tagger(what)
    done = 0
    with opened(out) as stream, Progress("tagging", show=True, total=expected(paths)) as progress:
        for article in reports.read(paths, on_skip=skipped.append):
            done += 1
            for line in tagger(article):
                stream.write(dumps(line) + "\n")
            progress.step()
    for error in skipped:
        typer.echo(f"skipped {error}", err=True)
    if not done:
        raise typer.Exit(2)


def _tagger(what: What) -> Callable[[Article], Iterator[Json]]:
    from dateline import tagging

    if what is What.when:
        return tagging.when
    if what is What.where:
        return tagging.places(tagging.gazetteer())
    parts = tagging.parts()
    return tagging.actors(parts) if what is What.who else tagging.statements(parts)
