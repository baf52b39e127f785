"""Which articles are copies of which, as merging found them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.incident import Copy, Origin
from dateline.store import superseding
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.tables import origins


def put(connection: sa.Connection, new: Sequence[Origin], now: datetime) -> None:
    """Write which articles are copies of which; what was known of these articles before is replaced."""
    rows_of = {
        copy.article: {
            "article": copy.article,
            "recorded": now,
            "origin": origin.id,
            "share": copy.share,
            "basis": copy.basis,
            "agency": origin.agency,
        }
        for origin in new
        for copy in origin.copies
    }
    superseding.replace(connection, origins, origins.c.article, rows_of, now)


def end(connection: sa.Connection, article: str, now: datetime) -> None:
    """End what is known of an article as a copy or an origin."""
    superseding.end(connection, origins, origins.c.article, [article], now)


def read(connection: sa.Connection, articles: Sequence[str], as_of: datetime | None = None) -> list[Origin]:
    """The origins of the articles, each with all its copies, by id."""
    ids: set[str] = set()
    for some in chunks(articles):
        ids |= set(
            connection.scalars(sa.select(origins.c.origin).where(origins.c.article.in_(some), at(origins, as_of)))
        )
    copies: dict[str, list[Any]] = {}
    for some in chunks(sorted(ids)):
        whole = sa.select(origins).where(origins.c.origin.in_(some), at(origins, as_of)).order_by(origins.c.article)
        for r in connection.execute(whole):
            copies.setdefault(r.origin, []).append(r)
    return [
        Origin(id_, tuple(Copy(r.article, r.share, r.basis) for r in rows_of), rows_of[0].agency)
        for id_, rows_of in sorted(copies.items())
    ]


def of(connection: sa.Connection, articles: Sequence[str]) -> dict[str, str]:
    """The origin of each article that has one."""
    out: dict[str, str] = {}
    for some in chunks(articles):
        found = sa.select(origins.c.article, origins.c.origin).where(origins.c.article.in_(some), at(origins, None))
        out |= {article: origin for article, origin in connection.execute(found)}
    return out
