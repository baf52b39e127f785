"""Lists of actors in an order, of all events or of those that a filter finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import party_rows
from dateline.store.actors import StoredActor, by_ids
from dateline.store.event_filters import of_events
from dateline.store.filters import party_matches
from dateline.store.tables import actor_names, events, participants, parties, party_counts

COUNTS = ("as_actor", "as_recipient", "as_voice")
ORDERS = ("total", "name", "country", *COUNTS)
"""Numbers go down, names and countries up; what has none comes last."""


def listed(
    connection: sa.Connection,
    asked: Filter,
    *,
    q: str | None,
    limit: int,
    offset: int,
    order: str = "total",
    reverse: bool = False,
) -> list[StoredActor]:
    """The actors in one of `ORDERS`, or its reverse; with a filter with their numbers in what it finds.

    `q` narrows to codes, an id, a key or words of a name.
    """
    counted = _counted(connection, asked, q)
    found = sa.select(counted).order_by(*_ordered(counted, order, reverse), counted.c.actor)
    if order in ("name", "country"):
        faces = _faces()
        found = sa.select(counted).outerjoin(faces, faces.c.actor == counted.c.actor)
        found = found.order_by(*_by_words(faces.c[order], reverse), counted.c.actor)
    rows = {row.actor: dict(row._mapping) for row in connection.execute(found.limit(limit).offset(offset))}
    return [_with_numbers(one, rows[one.id]) for one in by_ids(connection, list(rows))]


def how_many(connection: sa.Connection, asked: Filter, *, q: str | None, most: int) -> int:
    """How many actors there are, up to `most`."""
    some = sa.select(_counted(connection, asked, q).c.actor).limit(most).subquery()
    return int(connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0)


def _counted(connection: sa.Connection, asked: Filter, q: str | None) -> sa.Subquery:
    """The actors with their numbers of events by role."""
    narrowed = [] if q is None else [parties.c.actor.in_(sa.select(parties.c.actor).where(party_matches(q)))]
    if asked == Filter():
        sums = party_rows.by_role(party_counts.c.role, party_counts.c.events)
        every = sa.select(parties.c.actor, *sums).join(party_counts, party_counts.c.party == parties.c.key)
        total = sa.func.sum(party_counts.c.events)
        return every.where(*narrowed).group_by(parties.c.actor).having(total > 0).subquery()
    keys = sa.select(events.c.key).where(*of_events(asked, connection.dialect.name)).subquery()
    part = (
        sa.select(parties.c.actor, participants.c.role, participants.c.event)
        .join(parties, parties.c.key == participants.c.party)
        .join(keys, keys.c.key == participants.c.event)
        .where(*narrowed)
        .distinct()
        .subquery()
    )
    sums = party_rows.by_role(part.c.role, sa.literal_column("1"))
    return sa.select(part.c.actor, *sums).group_by(part.c.actor).subquery()


def _ordered(counted: sa.Subquery, order: str, reverse: bool) -> list[sa.ColumnElement[Any]]:
    if order not in ORDERS:
        raise InputError(f"{order!r} is no order; there are {', '.join(ORDERS)}")
    total: sa.ColumnElement[int] = counted.c.as_actor + counted.c.as_recipient + counted.c.as_voice
    by = [counted.c[order], total] if order in COUNTS else [total]
    return [one.asc() if reverse else one.desc() for one in by]


def _by_words(column: sa.ColumnElement[Any], reverse: bool) -> list[sa.ColumnElement[Any]]:
    nothing = sa.case((sa.func.coalesce(column, "") == "", 1), else_=0)
    return [nothing, column.desc() if reverse else column.asc()]


def _faces() -> sa.Subquery:
    """Name (as it is searched for) and country by which each actor is shown: those of its most frequent party."""
    total = sa.func.coalesce(sa.func.sum(party_counts.c.events), 0)
    place = sa.func.row_number().over(partition_by=parties.c.actor, order_by=(total.desc(), parties.c.key))
    ranked = (
        sa.select(parties.c.actor, parties.c.folded, parties.c.country, place.label("place"))
        .outerjoin(party_counts, party_counts.c.party == parties.c.key)
        .group_by(parties.c.key)
        .subquery()
    )
    name = sa.func.coalesce(sa.func.lower(actor_names.c.name), ranked.c.folded).label("name")
    given = ranked.outerjoin(actor_names, actor_names.c.actor == ranked.c.actor)
    return sa.select(ranked.c.actor, name, ranked.c.country).select_from(given).where(ranked.c.place == 1).subquery()


def _with_numbers(one: StoredActor, row: Mapping[str, Any]) -> StoredActor:
    return replace(
        one, as_actor=int(row["as_actor"]), as_recipient=int(row["as_recipient"]), as_voice=int(row["as_voice"])
    )
