"""`dateline articles`: which articles a store holds."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import asking


def articles(
    since: Annotated[str | None, typer.Option(help="First day of publication (ISO date).")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of publication (ISO date).")] = None,
    sources: asking.Sources = None,
    articles: asking.Articles = None,
    text: asking.Words = None,
    order: Annotated[str, typer.Option(help="added, day, title, publisher, events or statements.")] = "added",
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: asking.Limit = None,
    format: asking.Form = None,
    out: asking.Out = None,
    db: asking.Db = None,
) -> None:
    """List the articles of a store, latest added first: their ids, how much was found in each, which are withdrawn."""
    from itertools import islice

    from dateline.cli.answering import listed
    from dateline.exporters.shapes import ARTICLES
    from dateline.exporters.values import plural
    from dateline.store import open_store
    from dateline.store.views import Views

    wanted = asking.asked(since=since, until=until, sources=sources, articles=articles, text=text)
    chosen = asking.format_of(format, out)
    with open_store(db) as store:
        views = Views(store)

        def whole() -> str:
            number, more = views.count_articles(wanted)
            return f" of {'more than ' if more else ''}{plural(number, 'article')}"

        found = islice(views.all_articles(wanted, order, reverse), asking.most(limit, chosen, out))
        listed(found, ARTICLES, chosen, out, limit=limit, whole=whole)
