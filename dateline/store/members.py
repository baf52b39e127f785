"""Which events are in which incidents: kept by their keys for what is known now, by their ids for any moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.store import keysets
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.keysets import Keys, Mask
from dateline.store.tables import events, incident_events, incidents, members

Condition = sa.ColumnElement[bool]

FEW = 300_000
"""Events whose incidents are sooner looked up one by one than those of a million read at once."""
ALL_OF = "incident_of"


@dataclass(frozen=True, slots=True)
class Belonging:
    """How events lead to incidents and back: `table` with what joins it to `events` and to `incidents`."""

    table: sa.Table
    event: Condition
    incident: Condition
    named: sa.ColumnElement[Any]
    """The column of `incidents` that `table.c.incident` holds."""
    held: Sequence[Condition] = ()
    """The conditions under which a row of it holds."""

    def events_of(self, source: sa.FromClause) -> sa.Select[Any]:
        """The keys of the events of what the table was joined to."""
        if self.table is members:
            return sa.select(members.c.event).select_from(source)
        return sa.select(events.c.key).select_from(source.join(events, self.event))


NOW = Belonging(members, members.c.event == events.c.key, members.c.incident == incidents.c.key, incidents.c.key)


def belonging(as_of: datetime | None) -> Belonging:
    """What is known now, or was at a moment."""
    if as_of is None:
        return NOW
    passage, id_ = incident_events.c.passage == events.c.passage, incident_events.c.incident == incidents.c.id
    return Belonging(incident_events, passage, id_, incidents.c.id, [at(incident_events, as_of)])


def hold_all(connection: sa.Connection) -> bool:
    """Whether each event that holds now is in an incident."""
    number = sa.func.count()
    gone = sa.select(number).select_from(events).where(events.c.superseded.is_not(None))
    every, known = sa.select(number).select_from(events), sa.select(number).select_from(members)
    counted = (found.scalar_subquery() for found in (every, gone, known))
    of, ended, there = connection.execute(sa.select(*counted)).one()
    return bool(there == of - ended)


def incidents_of(connection: sa.Connection, found: Mask) -> Mask:
    """The set of the incidents that a set of events is in."""
    kept = keysets.kept(connection)
    length, there = keysets.size(connection, incidents), np.flatnonzero(found)
    if ALL_OF not in kept.arrays and len(there) < FEW:
        listed = keysets.listed(connection, there)
        of = listed.join(members, members.c.event == listed.c.value)
        into = keysets.gathered(connection, sa.select(members.c.incident).select_from(of))
    else:
        every = kept.get(ALL_OF, lambda: _incident_of(connection, len(found)))
        into = every[found]
    return keysets.of_keys(into[into > 0], length)


def members_of(connection: sa.Connection, some: Keys) -> tuple[Keys, Keys]:
    """The events of some incidents, and of each its incident."""
    listed = keysets.listed(connection, some)
    of = listed.join(members, members.c.incident == listed.c.value)
    event, incident = keysets.columns(connection, sa.select(members.c.event, members.c.incident).select_from(of))
    return event, incident


def _incident_of(connection: sa.Connection, length: int) -> NDArray[np.int32]:
    """The incident of each event by their keys, 0 where there is none."""
    out = np.zeros(length, np.int32)
    event, incident = keysets.columns(connection, sa.select(members.c.event, members.c.incident))
    out[event] = incident
    return out


def put_events(connection: sa.Connection, keys: Collection[int], gone: Collection[int]) -> None:
    """Put events that came in place of others into the incidents that their passages are in."""
    _leave(connection, gone)
    passage = (incident_events.c.passage == events.c.passage) & at(incident_events, None)
    incident = (incidents.c.id == incident_events.c.incident) & at(incidents, None)
    of = events.join(incident_events, passage).join(incidents, incident)
    found = sa.select(events.c.key, incidents.c.key).select_from(of).where(at(events, None))
    for some in chunks(sorted(keys)):
        into = members.insert().from_select(["event", "incident"], found.where(events.c.key.in_(some)))
        connection.execute(into)


def put_incidents(connection: sa.Connection, ids: Collection[str], incident_of: Mapping[int, int]) -> None:
    """Take the events out of all states of incidents (by id), and put events into the states that came instead."""
    for some in chunks(sorted(ids)):
        states = sa.select(incidents.c.key).where(incidents.c.id.in_(some))
        connection.execute(members.delete().where(members.c.incident.in_(states)))
    _leave(connection, incident_of)
    if incident_of:
        rows = [{"event": event, "incident": incident} for event, incident in sorted(incident_of.items())]
        connection.execute(members.insert(), rows)


def _leave(connection: sa.Connection, keys: Collection[int]) -> None:
    for some in chunks(sorted(keys)):
        connection.execute(members.delete().where(members.c.event.in_(some)))
