"""What stands of an article: its events as coded, or as people added and edited them; nothing of a withdrawn one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records import parse
from dateline.records.addition import Addition
from dateline.records.edit import Edit
from dateline.store import decision_rows, queue
from dateline.store.batch import Batch, Origin
from dateline.store.edits import applied, rejected
from dateline.store.filters import holding
from dateline.store.tables import articles, codings, edits, event_records, events, statements


def refresh(connection: sa.Connection, passages: Sequence[str], now: datetime) -> None:
    """Make what is known of passages what their last coding, additions and the edits that hold say."""
    batch = Batch(connection, now)
    added = decision_rows.added(connection, passages)
    for passage in passages:
        _refresh(batch, passage, added.get(passage))
    batch.write()


def refresh_article(connection: sa.Connection, article: str, now: datetime) -> None:
    """Make what is known of an article what is said of its passages and statements, nothing where it is withdrawn."""
    refresh(connection, queue.passages_of(connection, [article])[article], now)
    coding = _coding(connection, article)
    live = (statements.c.article == coding.article) & statements.c.superseded.is_(None)
    connection.execute(statements.update().where(live).values(superseded=now))
    if decision_rows.withdrawn(connection, [article]):
        return
    batch = Batch(connection, now)
    said = sa.select(statements.c.record).where(statements.c.coding == coding.key).order_by(statements.c.key)
    for record in {r["id"]: r for r in connection.scalars(said)}.values():  # each once, however often it came back
        batch.statement(parse.statement(record), _origin(coding), coding.published_day)
    batch.write()


def _refresh(batch: Batch, passage: str, added: Addition | None) -> None:
    connection = batch.connection
    versions = _versions(connection, passage)
    live = next((r for r in versions if r.superseded is None), None)
    if live is not None:
        batch.retire([(live.key, parse.event(live.record))])
    article = added.article if added else versions[0].article_id
    made = decision_rows.read_edits(connection, edits.c.passage == passage, holding(edits))
    if rejected(made) or decision_rows.withdrawn(connection, [article]):
        return
    said = _added(connection, added, versions) if added else _coded(versions, made)
    if said is not None:
        origin, base = said
        record, names = applied(base, made)
        version = max((r.version for r in versions if r.coding == origin.coding), default=0) + 1
        by = added.by if added else None
        batch.event(parse.event(record), origin, passage, version=version, edited=names, added_by=by)


def _added(connection: sa.Connection, added: Addition, versions: Sequence[Any]) -> tuple[Origin, dict[str, Any]]:
    """An event as a person added it, in the story that these words are of by now."""
    story = {"story_event": versions[0].story_event} if versions else {}
    return _origin(_coding(connection, added.article)), {**added.event, **story}


def _coded(versions: Sequence[Any], made: Sequence[Edit]) -> tuple[Origin, dict[str, Any]] | None:
    """An event as it was coded last; None where it is coded no more and nobody edited it."""
    last = next((r for r in versions if r.version == 0), None)
    if last is None or not (made or last.coding_superseded is None):
        return None
    return Origin(last.coding, last.article, last.publisher, last.published), last.record


def _coding(connection: sa.Connection, article: str) -> Any:
    """The coding of an article that holds, with what is known of the article."""
    found = (
        sa.select(codings.c.key, codings.c.article, articles.c.publisher, articles.c.published_day)
        .join(articles, articles.c.key == codings.c.article)
        .where(articles.c.id == article, codings.c.superseded.is_(None))
    )
    return connection.execute(found).one()


def _origin(coding: Any) -> Origin:
    return Origin(coding.key, coding.article, coding.publisher, coding.published_day)


def _versions(connection: sa.Connection, passage: str) -> Sequence[Any]:
    """All versions of a passage, latest first."""
    found = (
        sa.select(
            events,
            event_records.c.record,
            codings.c.superseded.label("coding_superseded"),
            articles.c.id.label("article_id"),
        )
        .join(event_records, event_records.c.event == events.c.key)
        .join(codings, codings.c.key == events.c.coding)
        .join(articles, articles.c.key == events.c.article)
        .where(events.c.passage == passage)
        .order_by(events.c.key.desc())
    )
    return connection.execute(found).all()
