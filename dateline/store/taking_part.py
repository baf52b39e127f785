"""In how many events of a selection each party takes part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import keysets
from dateline.store.event_filters import of_events, told_often
from dateline.store.keysets import Keys
from dateline.store.parts import ALL
from dateline.store.tables import events, participants, parties

ROLES = ("actor", "recipient", "voice")
WIDTH = 4
"""What the key of a party is multiplied by, so that its role can be added."""

Numbers = dict[int, list[int]]
"""For each party, by its key, in how many events it has each of `ROLES`."""


SHARE = 3
"""One in how many events may not have been known at a moment for all to be gone through and those taken away again."""


def _chosen(asked: Filter, dialect: str) -> sa.Select[Any]:
    """The keys of the events of a filter, in the order in which their parties stand as far as indexes give it."""
    if asked == Filter(min_origins=asked.min_origins) and asked.min_origins is not None:
        return told_often(asked.min_origins)
    keys = sa.select(events.c.key).where(*of_events(asked, dialect))
    return keys if asked.confidence is None else keys.order_by(events.c.key).limit(ALL)


def there(connection: sa.Connection, asked: Filter, *, among: sa.Select[Any] | None = None) -> Keys:
    """The keys of the parties of the events of a filter; `among` narrows to parties with these keys."""
    keys = _chosen(asked, connection.dialect.name).subquery()
    found = sa.select(participants.c.party).select_from(keys.join(participants, participants.c.event == keys.c[0]))
    if among is not None:
        found = found.where(participants.c.party.in_(among))
    if connection.dialect.name != "sqlite":  # which makes them distinct by sorting
        found = found.distinct()
    return np.unique(keysets.gathered(connection, found))


def counted(
    connection: sa.Connection, asked: Filter, *, among: sa.Select[Any] | None = None, as_actors: bool = False
) -> Numbers:
    """The parties of the events of a filter; `among` narrows to parties with these keys.

    A party that an event names twice in one role counts once; `as_actors`, so does any other that is the same actor.
    """
    count = partial(_counted, connection, among=among, as_actors=as_actors)
    unknown = _unknown(connection, asked) if among is None else None
    if unknown is None:
        return count(_chosen(asked, connection.dialect.name))
    gone, out = count(unknown), Numbers()
    for party, numbers in count(None).items():
        left = [number - less for number, less in zip(numbers, gone.get(party, (0, 0, 0)), strict=True)]
        if any(left):
            out[party] = left
    return out


def _unknown(connection: sa.Connection, asked: Filter) -> sa.Select[Any] | None:
    """The keys of the events that were not known at a moment, where they are few and nothing else is asked for.

    An index counts the parties of all events in half the time in which they are looked up by their events.
    """
    if asked.as_of is None or asked != Filter(as_of=asked.as_of):
        return None
    unknown = sa.select(events.c.key).where((events.c.recorded > asked.as_of) | (events.c.superseded <= asked.as_of))
    most = int(connection.scalar(sa.select(sa.func.max(events.c.key))) or 0) // SHARE
    return unknown if keysets.number(connection, unknown, most) < most else None


def _counted(
    connection: sa.Connection, chosen: sa.Select[Any] | None, *, among: sa.Select[Any] | None, as_actors: bool
) -> Numbers:
    """The parties of the events with the `chosen` keys, None for all events that ever were."""
    one = participants.alias("one")
    of: sa.FromClause = one
    if chosen is not None:
        keys = chosen.subquery()
        of = keys.join(one, one.c.event == keys.c[0])
    where: list[sa.ColumnElement[bool]] = [(one.c.position == 0) | ~_named_before(one, as_actors=as_actors)]
    if among is not None:
        where.append(one.c.party.in_(among))
    if chosen is not None and connection.dialect.name == "sqlite":
        return _from_list(connection, one, of, where)
    found = sa.select(one.c.party, one.c.role, sa.func.count()).select_from(of).where(*where)
    out: Numbers = {}
    for party, role, number in connection.execute(found.group_by(one.c.party, one.c.role)):
        out.setdefault(party, [0, 0, 0])[ROLES.index(role)] = number
    return out


def _named_before(one: sa.FromClause, *, as_actors: bool) -> sa.ColumnElement[bool]:
    """Whether the event names the same party, or a party of the same actor, in the same role further to the front."""
    other = participants.alias("other")
    place = (other.c.event == one.c.event) & (other.c.role == one.c.role) & (other.c.position < one.c.position)
    same = _actor(other) == _actor(one) if as_actors else other.c.party == one.c.party
    return sa.select(sa.literal(1)).select_from(other).where(place, same).correlate(one).exists()


def _actor(one: sa.FromClause) -> sa.ScalarSelect[str]:
    return sa.select(parties.c.actor).where(parties.c.key == one.c.party).correlate(one).scalar_subquery()


def _from_list(
    connection: sa.Connection, one: sa.FromClause, of: sa.FromClause, where: Sequence[sa.ColumnElement[bool]]
) -> Numbers:
    """From one list of all: SQLite groups by sorting, where no index gives the order, which takes four times as long
    for millions of rows.
    """
    role = sa.case({name: number for number, name in enumerate(ROLES)}, value=one.c.role)
    found = sa.select(one.c.party * WIDTH + role).select_from(of).where(*where)
    counts = np.bincount(keysets.gathered(connection, found))
    counts.resize((len(counts) // WIDTH + 1, WIDTH))
    there = np.nonzero(counts.any(axis=1))[0]
    return dict(zip(there.tolist(), counts[there, : len(ROLES)].tolist(), strict=True))
