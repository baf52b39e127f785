"""Events and incidents as arrays at one moment, and which event belongs to which incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.store.filters import at
from dateline.store.keysets import columns
from dateline.store.tables import incident_events, members
from dateline.store.views.columns import EVENTS, INCIDENTS, Columns, caught_up, load

Members = tuple[datetime | None, datetime | None]
"""When the last event came into an incident, and when the last one left: what tells whether memberships changed."""


@dataclass(slots=True)
class State:
    """What is known now (`as_of` None) or was at a moment; `member` gives for each event row its incident row or -1."""

    events: Columns
    incidents: Columns
    members: Members
    as_of: datetime | None = None
    _member: NDArray[np.int64] | None = None
    _lock: Lock = field(default_factory=Lock)

    def member(self, connection: sa.Connection) -> NDArray[np.int64]:
        """The row of the incident of each event, -1 where it is in none; made when it is first asked for."""
        with self._lock:
            if self._member is None:
                self._member = _members(connection, self)
            return self._member


def read(connection: sa.Connection, as_of: datetime | None = None) -> State:
    """The state of now or of a moment."""
    return State(load(connection, EVENTS, as_of), load(connection, INCIDENTS, as_of), _changed(connection), as_of)


def renewed(connection: sa.Connection, before: State) -> State:
    """The state of now from an earlier one; the same object where nothing changed."""
    events, incidents = caught_up(connection, before.events), caught_up(connection, before.incidents)
    changed = _changed(connection)
    if events is before.events and incidents is before.incidents and changed == before.members:
        return before
    return State(events, incidents, changed)


def _changed(connection: sa.Connection) -> Members:
    came = connection.scalar(sa.select(sa.func.max(incident_events.c.recorded)))
    ended = incident_events.c.superseded
    return came, connection.scalar(sa.select(sa.func.max(ended)).where(ended.is_not(None)))


def _members(connection: sa.Connection, state: State) -> NDArray[np.int64]:
    incident_rows = np.nonzero(state.incidents.live)[0]
    if state.as_of is None:
        event, incident = columns(connection, sa.select(members.c.event, members.c.incident))
        row_of = _lookup(state.incidents.key[incident_rows], incident_rows, incident)
        return _lookup(event, row_of, state.events.key)
    found = sa.select(incident_events.c.passage, incident_events.c.incident).where(at(incident_events, state.as_of))
    passages: list[int] = []
    ids: list[int] = []
    with connection.execution_options(yield_per=50_000).execute(found) as answer:
        for rows in answer.partitions():
            for passage, id_ in rows:
                passages.append(hash(passage))
                ids.append(hash(id_))
    row_of = _lookup(state.incidents.identity[incident_rows], incident_rows, np.array(ids, np.int64))
    return _lookup(np.array(passages, np.int64), row_of, state.events.identity)


def _lookup(keys: NDArray[np.int64], values: NDArray[np.int64], asked: NDArray[np.int64]) -> NDArray[np.int64]:
    """The value of each key that is asked for, -1 where there is none."""
    if not len(keys):
        return np.full(len(asked), -1, np.int64)
    order = np.argsort(keys)
    found = np.minimum(np.searchsorted(keys, asked, sorter=order), len(keys) - 1)
    rows = order[found]
    out: NDArray[np.int64] = np.where(keys[rows] == asked, values[rows], -1)
    return out
