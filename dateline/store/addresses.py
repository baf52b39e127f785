"""The addresses of the articles of incidents, looked up for whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import sqlalchemy as sa

from dateline.records.incident import Incident
from dateline.store.chunks import MANY, chunks
from dateline.store.tables import articles


def with_urls(connection: sa.Connection, some: Iterable[Incident]) -> Iterator[Incident]:
    """The incidents in their order, each with the addresses of its articles; memory stays flat."""
    waiting = iter(some)
    while together := list(islice(waiting, MANY)):
        urls = _urls(connection, {id_ for one in together for id_ in one.articles})
        for one in together:
            told = tuple(map(urls.get, one.articles))
            yield replace(one, urls=told) if any(told) else one


def _urls(connection: sa.Connection, ids: set[str]) -> dict[str, str | None]:
    """The address of each article, by its id."""
    out: dict[str, str | None] = {}
    for few in chunks(sorted(ids)):
        found = connection.execute(sa.select(articles.c.id, articles.c.url).where(articles.c.id.in_(few)))
        out |= {id_: url or None for id_, url in found}
    return out
