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


def tag(
    what: Annotated[What, typer.Argument(help="when, where, who or said.")],
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, feeds, mails, zips, web archives, or - for a pipe.")
    ],
    published: reading.Published = None,
    dates: reading.DatesOf = None,
    by_name: reading.ByName = False,
    publisher: reading.Publisher = None,
    fields: reading.Fields = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Write one JSON line a mention: times, places, actors or statements."""
    from dateline.cli.output import opened
    from dateline.cli.progress import Progress
    from dateline.readers import expected, read_paths
    from dateline.records.lines import dumps

    skipped: list[ArticleError] = []
    tagger = _tagger(what)
    done = 0
    with opened(out) as stream, Progress("tagging", show=True, total=expected(paths)) as progress:
        for article in read_paths(
            paths,
            published=published,
            on_skip=skipped.append,
            dates=reading.order(dates),
            by_name=by_name,
            publisher=publisher,
            fields=reading.named(fields),
        ):
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
