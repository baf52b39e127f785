"""Actors: the parties that are one, by the key of the actor list, by name and country, or as people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records.stored import StoredParty
from dateline.store import merged_actors, party_rows, rows
from dateline.store.chunks import chunks
from dateline.store.tables import (
    actor_merges,
    actor_names,
    event_records,
    participants,
    parties,
    party_counts,
)

MOST_MENTIONS = 2000
"""Events of an actor whose words are counted, the latest ones."""


@dataclass(frozen=True, slots=True)
class StoredActor:
    """An actor with its numbers of events; name, country and sectors are those of its most frequent party."""

    id: str
    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    key: str | None
    as_actor: int
    as_recipient: int
    as_voice: int

    @property
    def total(self) -> int:
        """All its parts in events."""
        return self.as_actor + self.as_recipient + self.as_voice


def by_ids(connection: sa.Connection, ids: Sequence[str]) -> list[StoredActor]:
    """The actors with these ids that there are, in this order."""
    forms: dict[str, list[StoredParty]] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        for actor, party in _forms(connection, parties.c.actor.in_(some)):
            forms.setdefault(actor, []).append(party)
    names = _names(connection, list(forms))
    return [_actor(id_, forms[id_], names.get(id_)) for id_ in ids if id_ in forms]


def actor(connection: sa.Connection, id_: str) -> tuple[StoredActor, list[StoredParty]]:
    """An actor by its id, that of one put together with it, or of a party; InputError where there is none."""
    if id_.startswith("p"):
        id_ = connection.scalar(sa.select(parties.c.actor).where(parties.c.id == id_)) or id_
    id_ = merged_actors.root(merged_actors.read(connection), id_)
    forms = [party for _, party in _forms(connection, parties.c.actor == id_)]
    if not forms:
        raise MissingError(f"no actor {id_!r} in the store")
    return _actor(id_, forms, _names(connection, [id_]).get(id_)), forms


def words(connection: sa.Connection, id_: str) -> list[tuple[str, int]]:
    """The words that stand for an actor in articles, the most frequent first, by its latest events."""
    latest = (
        sa.select(participants.c.event, participants.c.role, participants.c.position)
        .join(parties, parties.c.key == participants.c.party)
        .where(parties.c.actor == id_)
        .order_by(participants.c.event.desc())
        .limit(MOST_MENTIONS)
        .subquery()
    )
    found = sa.select(event_records.c.record, latest.c.role, latest.c.position).join(
        latest, latest.c.event == event_records.c.event
    )
    fields = {"actor": "actors", "recipient": "recipients", "voice": "according_to"}
    counted: Counter[str] = Counter()
    for record, role, position in connection.execute(found):
        counted[" ".join(record[fields[role]][position]["text"].split())] += 1
    return counted.most_common(50)


def merge(connection: sa.Connection, one: str, into: str) -> None:
    """Put an actor together with another; InputError where they are one already."""
    merged = merged_actors.read(connection)
    source, target = merged_actors.root(merged, one), merged_actors.root(merged, into)
    if source == target:
        raise InputError("the two are one actor already")
    connection.execute(actor_merges.insert().values(actor=source, target=target))
    connection.execute(parties.update().where(parties.c.actor == source).values(actor=target))


def part(connection: sa.Connection, source: str) -> None:
    """Take an actor out of the one it was put together with, and what was put together with it before."""
    connection.execute(actor_merges.delete().where(actor_merges.c.actor == source))
    merged = merged_actors.read(connection)
    for row in connection.execute(sa.select(parties)).all():
        own = rows.Party(row.name, row.country, rows.unlisted(row.sectors), row.actor_id).actor
        right = merged_actors.root(merged, own)
        if right != row.actor:
            connection.execute(parties.update().where(parties.c.key == row.key).values(actor=right))


def rename(connection: sa.Connection, id_: str, name: str | None) -> str | None:
    """Give an actor a name (None: that of its articles); the name that people had given it before."""
    before: str | None = connection.scalar(sa.select(actor_names.c.name).where(actor_names.c.actor == id_))
    connection.execute(actor_names.delete().where(actor_names.c.actor == id_))
    if name is not None:
        connection.execute(actor_names.insert().values(actor=id_, name=name))
    return before


def _names(connection: sa.Connection, ids: Sequence[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for some in chunks(ids):
        found = connection.execute(
            sa.select(actor_names.c.actor, actor_names.c.name).where(actor_names.c.actor.in_(some))
        )
        out |= {actor: name for actor, name in found}
    return out


def _forms(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[tuple[str, StoredParty]]:
    """The parties with the actor of each and their numbers, the most frequent first."""
    role, n = party_counts.c.role, party_counts.c.events
    total = sa.func.coalesce(sa.func.sum(n), 0)
    found = (
        sa.select(parties, *party_rows.by_role(role, n))
        .outerjoin(party_counts, party_counts.c.party == parties.c.key)
        .where(*where)
        .group_by(parties.c.key)
        .order_by(total.desc(), parties.c.key)
    )
    return [(r.actor, party_rows.stored(r)) for r in connection.execute(found)]


def _actor(id_: str, forms: Sequence[StoredParty], name: str | None) -> StoredActor:
    first = forms[0]
    return StoredActor(
        id=id_,
        name=name or first.name,
        country=first.country,
        sectors=first.sectors,
        key=next((f.actor_id for f in forms if f.actor_id), None),
        as_actor=sum(f.as_actor for f in forms),
        as_recipient=sum(f.as_recipient for f in forms),
        as_voice=sum(f.as_voice for f in forms),
    )
