"""Decisions that were made beside the desk: at the command line, in Python, from the file of a colleague."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.edit import Edit, IncidentEdit
from dateline.store import decision_rows as rows
from dateline.store.chunks import chunks
from dateline.store.desk.decided import Decision
from dateline.store.tables import additions, article_withdrawals, articles, decisions, edits, incident_edits, judgements

READERS: tuple[tuple[sa.Table, Callable[..., Sequence[Decided]]], ...] = (
    (judgements, rows.read_judgements),
    (edits, rows.read_edits),
    (incident_edits, rows.read_incident_edits),
    (additions, rows.read_additions),
    (article_withdrawals, rows.read_withdrawals),
)


def read(
    connection: sa.Connection,
    *,
    by: str | None = None,
    before: tuple[datetime, str] | None = None,
    limit: int | None = None,
) -> list[Decision]:
    """The latest, latest first; those of one person, those before one."""
    told: list[Decided] = []
    for table, rows_of in READERS:
        c = table.c
        # What the desk makes has author and moment of its decision.
        where: list[sa.ColumnElement[bool]] = [
            ~sa.exists().where(decisions.c.at == c.at, decisions.c.by == c.by),
            *([c.by == by] if by is not None else []),
        ]
        if before is not None:
            at, id_ = before
            where.append((c.at < at) | ((c.at == at) & (c.id < id_)))
        found = sa.select(c.id).where(*where).order_by(c.at.desc(), c.id.desc()).limit(limit)
        for some in chunks(list(connection.scalars(found))):
            told += rows_of(connection, c.id.in_(some))
    told = sorted(told, key=lambda one: (one.at, one.id), reverse=True)[:limit]
    titles = _titles(connection, [one.article for one in told if isinstance(one, ArticleWithdrawal)])
    return [_decision(one, titles) for one in told]


def _titles(connection: sa.Connection, ids: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(ids):
        named = connection.execute(sa.select(articles.c.id, articles.c.title).where(articles.c.id.in_(some)))
        found |= {row.id: row.title for row in named if row.title}
    return found


def _decision(one: Decided, titles: dict[str, str]) -> Decision:
    """It as the desk would have kept it, under its own id, by which it is undone."""
    passage: str | None = None
    record: str | None = None
    detail: dict[str, Any]
    if isinstance(one, Edit):
        kind, words, detail = "edit", f"{one.field} of {one.record}", {"fields": [one.field]}
        passage, record = one.passage, one.record
    elif isinstance(one, IncidentEdit):
        kind, words = "edit", f"{one.field} of incident {one.incident}"
        detail = {"incident": one.incident, "passages": [one.incident], "fields": [one.field]}
    elif isinstance(one, Addition):
        kind, words = "addition", f"{one.event['type']} “{one.event['trigger']['text']}” added"
        passage = record = one.passage
        detail = {"article": one.article}
    elif isinstance(one, ArticleWithdrawal):
        kind, words = "withdrawal", f"article {titles.get(one.article, one.article)} withdrawn"
        detail = {"article": one.article}
    else:
        kind = "judgement"
        words = f"{one.left} and {one.right} are {'the same' if one.verdict == 'same' else 'different'}"
        detail = {"passages": [one.left, one.right]}
    return Decision(
        one.id, kind, one.by, one.at, words, one.reason, passage, record,
        parts=(one.id,), detail=detail, withdrawn=one.withdrawn,
    )  # fmt: skip
