"""Lists of actors in an order, of all events or of those that a filter finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import keysets, party_rows, taking_part
from dateline.store.actors import StoredActor, by_ids
from dateline.store.chunks import chunks
from dateline.store.filters import party_matches
from dateline.store.tables import actor_names, parties, party_counts

Numbers = tuple[int, int, int]
"""Of events, by role: as actor, as recipient, as voice."""
COUNTS = ("as_actor", "as_recipient", "as_voice")
WORDS = ("name", "country")
ORDERS = ("total", *WORDS, *COUNTS)
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
    if order not in ORDERS:
        raise InputError(f"{order!r} is no order; there are {', '.join(ORDERS)}")
    if asked != Filter() or order in WORDS:
        numbers = _found(connection, asked, q) if asked != Filter() else _numbers(connection, sa.select(_counted(q)))
        best = _sorted(connection, numbers, order, reverse)[offset : offset + limit]
    else:
        counted = _counted(q)
        found = sa.select(counted).order_by(*_ordered(counted, order, reverse), counted.c.actor)
        numbers = _numbers(connection, found.limit(limit).offset(offset))
        best = list(numbers)
    return [_with_numbers(one, numbers[one.id]) for one in by_ids(connection, best)]


def how_many(connection: sa.Connection, asked: Filter, *, q: str | None, most: int) -> int:
    """How many actors there are, up to `most`."""
    if asked != Filter():
        found = taking_part.there(connection, asked, among=_among(q))
        listed = keysets.listed(connection, found)
        of = listed.join(parties, parties.c.key == listed.c.value)
        number = connection.scalar(sa.select(sa.func.count(parties.c.actor.distinct())).select_from(of))
        return min(most, int(number or 0))
    return keysets.number(connection, sa.select(_counted(q).c.actor), most)


def _counted(q: str | None) -> sa.Subquery:
    """The actors with their numbers of events by role."""
    sums = party_rows.by_role(party_counts.c.role, party_counts.c.events)
    every = sa.select(parties.c.actor, *sums).join(party_counts, party_counts.c.party == parties.c.key)
    if q is not None:
        every = every.where(parties.c.actor.in_(_named(q)))
    return every.group_by(parties.c.actor).having(sa.func.sum(party_counts.c.events) > 0).subquery()


def _numbers(connection: sa.Connection, found: sa.Select[Any]) -> dict[str, Numbers]:
    """The numbers of rows of `_counted` by actor, in their order."""
    rows = connection.execute(found)
    return {row.actor: (int(row.as_actor), int(row.as_recipient), int(row.as_voice)) for row in rows}


def _named(q: str) -> sa.Select[Any]:
    return sa.select(parties.c.actor).where(party_matches(q))


def _among(q: str | None) -> sa.Select[Any] | None:
    """The parties whose actor `q` names; None for all."""
    return None if q is None else sa.select(parties.c.key).where(parties.c.actor.in_(_named(q)))


def _found(connection: sa.Connection, asked: Filter, q: str | None) -> dict[str, Numbers]:
    """The actors in what a filter finds, by id."""
    numbers = taking_part.counted(connection, asked, among=_among(q), as_actors=True)
    out: dict[str, Numbers] = {}
    for some in chunks(list(numbers)):
        found = connection.execute(sa.select(parties.c.key, parties.c.actor).where(parties.c.key.in_(some)))
        for key, actor in found:
            (a, r, v), (x, y, z) = numbers[key], out.get(actor, (0, 0, 0))
            out[actor] = (a + x, r + y, v + z)
    return out


def _sorted(connection: sa.Connection, numbers: Mapping[str, Numbers], order: str, reverse: bool) -> list[str]:
    """The ids in an order; those that are equal in it by id."""
    ids = sorted(numbers)
    if order in WORDS:
        faces = _faces()
        word = {actor: value or "" for actor, value in connection.execute(sa.select(faces.c.actor, faces.c[order]))}
        ids.sort(key=lambda id_: word.get(id_, ""), reverse=reverse)
        return sorted(ids, key=lambda id_: not word.get(id_))
    place = COUNTS.index(order) if order in COUNTS else None
    ids.sort(key=lambda id_: (0 if place is None else numbers[id_][place], sum(numbers[id_])), reverse=not reverse)
    return ids


def _ordered(counted: sa.Subquery, order: str, reverse: bool) -> list[sa.ColumnElement[Any]]:
    total: sa.ColumnElement[int] = counted.c.as_actor + counted.c.as_recipient + counted.c.as_voice
    by = [counted.c[order], total] if order in COUNTS else [total]
    return [one.asc() if reverse else one.desc() for one in by]


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


def _with_numbers(one: StoredActor, numbers: Numbers) -> StoredActor:
    as_actor, as_recipient, as_voice = numbers
    return replace(one, as_actor=as_actor, as_recipient=as_recipient, as_voice=as_voice)
