"""Events and statements as they are known, newest day first or in another order, streamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records import parse
from dateline.records.article import Article
from dateline.records.query import Filter
from dateline.records.stored import StoredEvent, StoredStatement
from dateline.store import rows, searching, statement_filters
from dateline.store.chunks import chunks
from dateline.store.event_filters import of_events, searches
from dateline.store.filters import at
from dateline.store.parts import Order, ordered
from dateline.store.statement_filters import BY_DAY, of_statements
from dateline.store.tables import articles, codings, event_places, event_records, events, statements

AT_ONCE = 1000
"""Rows that are fetched together from a long answer."""
FEW = 100
"""Articles with their texts that are fetched together."""

ORDERS: Mapping[str, Order] = {
    "day": ("-day", "-key"),
    "sure": ("-confidence", "-key"),
    "unsure": ("confidence", "key"),
    "recorded": ("-recorded", "-key"),
    "text": ("article", "key"),
}
"""By day (latest first), by confidence (either way), by when they were written (latest first), or as they were read."""
ARTICLE = tuple(
    articles.c[name].label(f"article_{name}")
    for name in ("id", "title", "published", "publisher", "url", "language", "source")
)


def iterate_events(
    connection: sa.Connection, asked: Filter, *, order: str, limit: int | None, offset: int
) -> Iterator[StoredEvent]:
    """The events, each with its article (without the text); memory stays flat."""
    if order not in ORDERS:
        raise InputError(f"{order!r} is no order; there are {', '.join(ORDERS)}")
    by = ordered(events.c, ORDERS[order])
    chosen: sa.ColumnElement[bool] = sa.and_(*of_events(asked, connection.dialect.name))
    if limit is not None and limit + offset <= AT_ONCE:
        found = searches(connection, asked)
        chosen = events.c.key.in_(searching.first(found, ORDERS[order], limit + offset))
    page = sa.select(events.c.key).where(chosen).order_by(*by).limit(limit).offset(offset or None).subquery()
    whole = _whole().join(page, page.c.key == events.c.key).order_by(*by)
    with connection.execution_options(yield_per=AT_ONCE).execute(whole) as answer:
        for row in answer:
            yield stored_event(row)


def versions(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterator[StoredEvent]:
    """Rows of events under any condition, in the order in which they were written."""
    for row in connection.execute(_whole().where(*where).order_by(events.c.key)):
        yield stored_event(row)


def passages(connection: sa.Connection, ids: Sequence[str], as_of: datetime | None = None) -> list[StoredEvent]:
    """What is known of passages now, or was at a moment, in no order."""
    out: list[StoredEvent] = []
    for some in chunks(ids):
        out += versions(connection, events.c.passage.in_(some), at(events, as_of))
    return out


def by_keys(connection: sa.Connection, keys: Sequence[int]) -> list[StoredEvent]:
    """The events with these keys, in their order."""
    found: dict[int, StoredEvent] = {}
    for some in chunks(keys):
        whole = _whole().add_columns(events.c.key.label("event_key")).where(events.c.key.in_(some))
        found |= {row.event_key: stored_event(row) for row in connection.execute(whole)}
    return [found[key] for key in keys if key in found]


def places_by_keys(connection: sa.Connection, keys: Sequence[int]) -> dict[int, tuple[str, str | None, str | None]]:
    """Id, name of the first place and its region, by key."""
    out: dict[int, tuple[str, str | None, str | None]] = {}
    first = (event_places.c.event == events.c.key) & (event_places.c.position == 0)
    for some in chunks(keys):
        found = sa.select(events.c.key, events.c.id, event_places.c.name, event_places.c.admin1)
        answer = connection.execute(found.outerjoin(event_places, first).where(events.c.key.in_(some)))
        out |= {key: (id_, name, region) for key, id_, name, region in answer}
    return out


def _whole() -> sa.Select[Any]:
    """Events with their records, runs and articles."""
    own = (events.c.passage, events.c.recorded, events.c.superseded, events.c.edited, events.c.added_by)
    return (
        sa.select(*own, codings.c.run, event_records.c.record, *ARTICLE)
        .select_from(events)
        .join(event_records, event_records.c.event == events.c.key)
        .join(codings, codings.c.key == events.c.coding)
        .join(articles, articles.c.key == events.c.article)
    )


def stored_event(row: Any) -> StoredEvent:
    """The record of a row with the columns above."""
    return StoredEvent(
        passage=row.passage,
        event=parse.event(row.record),
        article=article(row),
        run=row.run,
        recorded=row.recorded,
        superseded=row.superseded,
        edited=rows.unlisted(row.edited),
        added_by=row.added_by,
    )


def iterate_statements(
    connection: sa.Connection, asked: Filter, *, limit: int | None, offset: int
) -> Iterator[StoredStatement]:
    """The statements, latest publication first, each with its article (without the text)."""
    chosen: sa.ColumnElement[bool] = sa.and_(*of_statements(asked, connection.dialect.name))
    if limit is not None and limit + offset <= AT_ONCE:
        rows_of = statement_filters.searches(connection, asked)
        chosen = statements.c.key.in_(searching.first(rows_of, BY_DAY, limit + offset))
    found = (
        sa.select(statements.c.recorded, statements.c.superseded, codings.c.run, statements.c.record, *ARTICLE)
        .join(codings, codings.c.key == statements.c.coding)
        .join(articles, articles.c.key == statements.c.article)
        .where(chosen)
        .order_by(*ordered(statements.c, BY_DAY))
        .limit(limit)
        .offset(offset or None)
    )
    with connection.execution_options(yield_per=AT_ONCE).execute(found) as answer:
        for row in answer:
            yield StoredStatement(parse.statement(row.record), article(row), row.run, row.recorded, row.superseded)


def article(row: Any) -> Article:
    """The article of a row that has the columns above; its text is left out."""
    return Article(
        id=row.article_id,
        text="",
        title=row.article_title,
        published=row.article_published,
        publisher=row.article_publisher,
        url=row.article_url,
        language=row.article_language,
        source=row.article_source,
    )


def whole_article(row: Any) -> Article:
    """The article of a row of `articles`, with its text."""
    return Article(row.id, row.text, row.title, row.published, row.publisher, row.url, row.language, row.source)


def some_articles(connection: sa.Connection, after: int, ids: Sequence[str] | None) -> list[tuple[int, Article]]:
    """The next articles behind a key, with their texts and keys, in the order in which they came."""
    found = sa.select(articles).where(articles.c.key > after).order_by(articles.c.key).limit(FEW)
    if ids is not None:
        found = found.where(articles.c.id.in_(ids))
    return [(row.key, whole_article(row)) for row in connection.execute(found)]
