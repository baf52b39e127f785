"""The history of incidents: what changed, and what caused it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa

from dateline.records.incident import Change
from dateline.store.filters import at
from dateline.store.tables import changes, redirects


def read(connection: sa.Connection, id_: str, as_of: datetime | None = None) -> list[Change]:
    """The history of an incident and of those that were merged into it, oldest first."""
    ids, edge = {id_}, [id_]
    while edge:
        into = sa.select(redirects.c.id).where(redirects.c.target.in_(edge), at(redirects, as_of))
        edge = sorted(set(connection.scalars(into)) - ids)
        ids.update(edge)
    known = () if as_of is None else (changes.c.at <= as_of,)
    return [change for _, change in entries(connection, changes.c.incident.in_(sorted(ids)), *known)]


def entries(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterator[tuple[int, Change]]:
    """Entries of the history with their keys, oldest first."""
    for r in connection.execute(sa.select(changes).where(*where).order_by(changes.c.at, changes.c.key)):
        yield r.key, Change(r.incident, r.at, r.kind, r.cause, r.words, r.field, r.old, r.new)


def put(connection: sa.Connection, history: Sequence[Change]) -> None:
    """Write entries of the history."""
    if not history:
        return
    largest = connection.scalar(sa.select(sa.func.max(changes.c.key))) or 0
    connection.execute(
        changes.insert(),
        [
            {
                "key": largest + n,
                "incident": c.incident,
                "at": c.at,
                "kind": c.kind,
                "cause": c.cause,
                "words": c.words,
                "field": c.field,
                "old": c.old,
                "new": c.new,
            }
            for n, c in enumerate(history, 1)
        ],
    )
