"""What people decided, as rows: read, whether or not it still holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import Judgement
from dateline.records.withdrawal import Withdrawal
from dateline.store.chunks import chunks
from dateline.store.filters import holding
from dateline.store.tables import additions, article_withdrawals, edits, incident_edits, judgements

TABLES: Mapping[type[Decided], sa.Table] = {
    Judgement: judgements,
    Edit: edits,
    IncidentEdit: incident_edits,
    Addition: additions,
    ArticleWithdrawal: article_withdrawals,
}
"""Where each kind of decision is kept."""


def decision(connection: sa.Connection, id_: str) -> Decided | None:
    """What was decided under this id; None where there is nothing."""
    made: list[Decided] = [*read_judgements(connection, judgements.c.id == id_)]
    made += read_edits(connection, edits.c.id == id_)
    made += read_incident_edits(connection, incident_edits.c.id == id_)
    made += read_additions(connection, additions.c.id == id_)
    made += read_withdrawals(connection, article_withdrawals.c.id == id_)
    return made[0] if made else None


def holds(connection: sa.Connection, id_: str) -> bool | None:
    """Whether what was decided holds; None where there is nothing of this id."""
    made = decision(connection, id_)
    return None if made is None else made.withdrawn is None


def read_edits(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Edit]:
    """Edits, oldest first."""
    found = sa.select(edits).where(*where).order_by(edits.c.at, edits.c.id)
    return [
        Edit(r.id, r.record, r.passage, r.field, r.value, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def read_incident_edits(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[IncidentEdit]:
    """Edits of incidents, oldest first."""
    found = sa.select(incident_edits).where(*where).order_by(incident_edits.c.at, incident_edits.c.id)
    return [
        IncidentEdit(r.id, r.incident, r.field, r.value, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def read_judgements(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Judgement]:
    """Judgements, oldest first."""
    found = sa.select(judgements).where(*where).order_by(judgements.c.at, judgements.c.id)
    return [
        Judgement(r.id, r.left, r.right, r.verdict, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def judgements_about(
    connection: sa.Connection, passages: Sequence[str], *where: sa.ColumnElement[bool]
) -> list[Judgement]:
    """The judgements about one of the passages, oldest first."""
    found: dict[str, Judgement] = {}
    for some in chunks(passages):
        about = judgements.c.left.in_(some) | judgements.c.right.in_(some)
        found |= {j.id: j for j in read_judgements(connection, about, *where)}
    return sorted(found.values(), key=lambda j: (j.at, j.id))


def read_additions(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Addition]:
    """Events that people added, oldest first."""
    found = sa.select(additions).where(*where).order_by(additions.c.at, additions.c.id)
    return [
        Addition(r.id, r.article, r.passage, r.record, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def added(connection: sa.Connection, passages: Sequence[str]) -> dict[str, Addition]:
    """The additions that hold, by passage; passages that nobody added are left out."""
    out: dict[str, Addition] = {}
    for some in chunks(passages):
        out |= {a.passage: a for a in read_additions(connection, additions.c.passage.in_(some), holding(additions))}
    return out


def read_withdrawals(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[ArticleWithdrawal]:
    """Withdrawals of articles, oldest first."""
    found = sa.select(article_withdrawals).where(*where)
    return [
        ArticleWithdrawal(r.id, r.article, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found.order_by(article_withdrawals.c.at, article_withdrawals.c.id))
    ]


def withdrawn(connection: sa.Connection, articles: Collection[str]) -> dict[str, ArticleWithdrawal]:
    """The withdrawals that hold, by article; articles that count are left out."""
    out: dict[str, ArticleWithdrawal] = {}
    for some in chunks(sorted(articles)):
        of = article_withdrawals.c.article.in_(some)
        out |= {w.article: w for w in read_withdrawals(connection, of, holding(article_withdrawals))}
    return out


def _withdrawal(row: Any) -> Withdrawal | None:
    return Withdrawal(row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason) if row.withdrawn_at else None
