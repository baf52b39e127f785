"""Decisions as rows: written, read, withdrawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.withdrawal import Withdrawal
from dateline.store.chunks import chunks
from dateline.store.filters import holding
from dateline.store.tables import decisions, events


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided in one step.

    `kind` is review, edit, judgement, split, join, actor, addition or withdrawal (of an article); `parts` are the ids
    of the edits, judgements, additions and withdrawals it made; `passage`, `record` (the event that was seen) and
    `verdict` (accept, fix, reject) are those of a review, an edit or an addition.
    """

    id: str
    kind: str
    by: str
    at: datetime
    words: str
    reason: str
    passage: str | None = None
    record: str | None = None
    verdict: str | None = None
    sample: str | None = None
    parts: Sequence[str] = ()
    detail: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: Withdrawal | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it set."""
        return tuple(self.detail.get("fields", ()))


def new_id(*said: object) -> str:
    """The id of a decision."""
    return "c" + hashlib.sha256(json.dumps([str(s) for s in said]).encode()).hexdigest()[:11]


def write(connection: sa.Connection, one: Decision) -> None:
    """Keep a decision."""
    names = ("id", "kind", "by", "at", "words", "reason", "passage", "record", "verdict", "sample")
    values = {name: getattr(one, name) for name in names}
    connection.execute(decisions.insert().values(parts=list(one.parts), detail=dict(one.detail), **values))


def read(connection: sa.Connection, *where: sa.ColumnElement[bool], limit: int | None = None) -> list[Decision]:
    """Decisions, latest first."""
    found = sa.select(decisions).where(*where).order_by(decisions.c.at.desc(), decisions.c.id.desc()).limit(limit)
    return [_decision(row) for row in connection.execute(found)]


def withdraw(connection: sa.Connection, id_: str, *, by: str, at: datetime, reason: str) -> None:
    """The decision does not hold any more."""
    values = {"withdrawn_by": by, "withdrawn_at": at, "withdrawn_reason": reason}
    connection.execute(decisions.update().where(decisions.c.id == id_).values(**values))


def reviews(connection: sa.Connection, passages: Sequence[str]) -> dict[str, list[Decision]]:
    """The reviews that hold of each passage, oldest first."""
    out: dict[str, list[Decision]] = {}
    holds = (decisions.c.kind == "review", holding(decisions))
    for some in chunks(list(dict.fromkeys(passages))):
        for one in reversed(read(connection, decisions.c.passage.in_(some), *holds)):
            out.setdefault(str(one.passage), []).append(one)
    return out


def etags(connection: sa.Connection, passages: Sequence[str]) -> dict[str, str]:
    """What changes whenever somebody changes or reviews a passage, or it is coded again."""
    held = reviews(connection, passages)
    keys: dict[str, int] = {}
    for some in chunks(list(dict.fromkeys(passages))):
        live = sa.select(events.c.passage, events.c.key).where(
            events.c.passage.in_(some), events.c.superseded.is_(None)
        )
        keys |= {passage: key for passage, key in connection.execute(live)}
    return {p: _etag([keys.get(p, 0), *(r.id for r in held.get(p, ()))]) for p in passages}


def _etag(said: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def _decision(row: Any) -> Decision:
    withdrawn = (
        Withdrawal(row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason) if row.withdrawn_at is not None else None
    )
    return Decision(
        row.id, row.kind, row.by, row.at, row.words, row.reason, row.passage, row.record, row.verdict, row.sample,
        tuple(row.parts), row.detail, withdrawn,
    )  # fmt: skip
