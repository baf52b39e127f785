"""Pages of statements and articles, straight from the indexes of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records import parse
from dateline.records.article import Article
from dateline.records.query import Filter
from dateline.records.stored import StoredArticle, StoredStatement
from dateline.store import decision_rows, reading, search, searching
from dateline.store.chunks import chunks
from dateline.store.filters import between, published
from dateline.store.parts import ordered
from dateline.store.statement_filters import BY_DAY, searches
from dateline.store.tables import articles, codings, statements, touched
from dateline.store.views.paging import After
from dateline.store.views.selection import EPOCH

COUNTED = 10_000
"""Up to here it is counted how many there are."""
LAST = -(10**9)
"""Stands for no day: those without one come last."""
ARTICLE_ORDERS = ("added", "day", "title", "publisher", "events", "statements")
"""Times and numbers go down, words up; what has none comes last."""
FIRST, FINAL = (date.min - EPOCH).days, (date.max - EPOCH).days


def statement_page(
    connection: sa.Connection, asked: Filter, *, limit: int, after: After | None
) -> tuple[list[StoredStatement], After | None]:
    """The next statements, latest publication first, and the place behind them where there are more."""
    behind = [] if after is None else [_behind(statements.c.day, statements.c.key, after)]
    keys = searching.first(searches(connection, asked, *behind), BY_DAY, limit + 1)
    own = (statements.c.key, statements.c.day, statements.c.recorded, statements.c.superseded, statements.c.record)
    found = (
        sa.select(*own, codings.c.run, *reading.ARTICLE)
        .join(codings, codings.c.key == statements.c.coding)
        .join(articles, articles.c.key == statements.c.article)
        .where(statements.c.key.in_(keys))
        .order_by(*ordered(statements.c, BY_DAY))
        .limit(limit + 1)
    )
    rows = connection.execute(found).all()
    out = [
        StoredStatement(parse.statement(r.record), reading.article(r), r.run, r.recorded, r.superseded)
        for r in rows[:limit]
    ]
    return out, (_number(rows[limit - 1].day), rows[limit - 1].key) if len(rows) > limit else None


def count_statements(connection: sa.Connection, asked: Filter) -> int:
    """How many statements there are, up to `COUNTED` and one more."""
    return searching.how_many(searches(connection, asked), COUNTED + 1)


def article_page(
    connection: sa.Connection,
    asked: Filter,
    *,
    limit: int,
    after: After | None,
    order: str = "added",
    reverse: bool = False,
) -> tuple[list[StoredArticle], After | None]:
    """The next articles in one of `ARTICLE_ORDERS`, or its reverse, and the place behind them if there are more."""
    if order not in ARTICLE_ORDERS:
        raise InputError(f"{order!r} is no order; there are {', '.join(ARTICLE_ORDERS)}")
    if reverse or order not in ("added", "day"):
        return _sorted_page(connection, asked, limit=limit, after=after, order=order, reverse=reverse)
    by_day = order == "day"
    day, key = articles.c.published_day, articles.c.key
    found = sa.select(key, day).where(*_of_articles(asked, connection.dialect.name)).limit(limit + 1)
    found = found.order_by(day.desc().nulls_last(), key.desc()) if by_day else found.order_by(key.desc())
    if after is not None:
        found = found.where(_behind(day, key, after) if by_day else key < after[1])
    rows = connection.execute(found).all()
    more = (_number(rows[limit - 1].published_day), rows[limit - 1].key) if len(rows) > limit else None
    return some_articles(connection, articles.c.key, [row.key for row in rows[:limit]]), more


def _sorted_page(
    connection: sa.Connection, asked: Filter, *, limit: int, after: After | None, order: str, reverse: bool
) -> tuple[list[StoredArticle], After | None]:
    """A page of what no index gives in its order; its place is how many came before it."""
    column = {
        "added": articles.c.key, "day": articles.c.published_day, "title": sa.func.lower(articles.c.title),
        "publisher": sa.func.lower(articles.c.publisher), "events": sa.func.coalesce(codings.c.events, 0),
        "statements": sa.func.coalesce(codings.c.statements, 0),
    }[order]  # fmt: skip
    up = reverse != (order in ("title", "publisher"))
    start = 0 if after is None else max(0, after[1])
    live = (codings.c.article == articles.c.key) & codings.c.superseded.is_(None)
    found = (
        sa.select(articles.c.key)
        .outerjoin(codings, live)
        .where(*_of_articles(asked, connection.dialect.name))
        .order_by((column.asc() if up else column.desc()).nulls_last(), articles.c.key.desc())
        .limit(limit + 1)
        .offset(start)
    )
    keys = list(connection.scalars(found))
    return some_articles(connection, articles.c.key, keys[:limit]), (0, start + limit) if len(keys) > limit else None


def count_articles(connection: sa.Connection, asked: Filter) -> int:
    """How many articles there are, up to `COUNTED` and one more."""
    return _count(connection, sa.select(articles.c.key).where(*_of_articles(asked, connection.dialect.name)))


def some_articles(
    connection: sa.Connection, column: sa.ColumnElement[Any], values: Sequence[Any]
) -> list[StoredArticle]:
    """The articles with these keys or ids, in their order."""
    out: dict[Any, StoredArticle] = {}
    live = (codings.c.article == articles.c.key) & codings.c.superseded.is_(None)
    for some in chunks(values):
        found = sa.select(articles, codings.c.events, codings.c.statements).outerjoin(codings, live)
        rows = connection.execute(found.where(column.in_(some))).all()
        gone = decision_rows.withdrawn(connection, [row.id for row in rows])
        for row in rows:
            one = Article(row.id, "", row.title, row.published, row.publisher, row.url, row.language, row.source)
            known = (0, 0) if row.id in gone else (row.events or 0, row.statements or 0)
            words = len(row.text.split())
            stored = StoredArticle(one, row.added, row.revises, *known, words, gone.get(row.id))
            out[row._mapping[column.name]] = stored
    return [out[value] for value in values if value in out]


def numbers(connection: sa.Connection) -> dict[str, int]:
    """How many articles and statements there are, and how many entries merging has to look at."""
    asked = {
        "articles": sa.select(sa.func.max(articles.c.key)),  # keys have no gaps, articles never go
        "statements": sa.select(sa.func.count()).select_from(statements).where(statements.c.superseded.is_(None)),
        "waiting": sa.select(sa.func.count()).select_from(touched),
    }
    return {name: int(connection.scalar(query) or 0) for name, query in asked.items()}


def _of_articles(asked: Filter, dialect: str) -> list[sa.ColumnElement[bool]]:
    where: list[sa.ColumnElement[bool]] = []
    if asked.sources:
        where.append(articles.c.publisher.in_(asked.sources))
    if asked.articles:
        where.append(articles.c.id.in_(asked.articles))
    where += [*between(articles.c.published_day, asked), *published(articles.c.published_day, asked)]
    if "date" in asked.without:
        where.append(articles.c.published_day.is_(None))
    if asked.text is not None:
        where.append(articles.c.key.in_(search.matching("articles", asked.text, dialect)))
    return where


def _behind(day: sa.ColumnElement[Any], key: sa.ColumnElement[int], after: After) -> sa.ColumnElement[bool]:
    number, last = after
    if not FIRST <= number <= FINAL:  # no day of the calendar: those without a day
        return day.is_(None) & (key < last)
    there = EPOCH + timedelta(days=number)
    return (day < there) | day.is_(None) | ((day == there) & (key < last))


def _number(day: date | None) -> int:
    return LAST if day is None else (day - EPOCH).days


def _count(connection: sa.Connection, found: sa.Select[Any]) -> int:
    return int(connection.scalar(sa.select(sa.func.count()).select_from(found.limit(COUNTED + 1).subquery())) or 0)
