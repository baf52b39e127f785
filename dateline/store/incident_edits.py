"""What people set of incidents, whatever the reports say: written, and found for the incident that it holds for.

An edit belongs to the id of the incident that was seen. It holds for the incident of this id, and where that was merged
into another, for the one that the id leads to: when incidents are split again, it is back where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import MissingError
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Incident
from dateline.store import decision_rows, incidents, people
from dateline.store.chunks import chunks
from dateline.store.filters import at as known_at
from dateline.store.filters import holding
from dateline.store.incident_values import normal
from dateline.store.tables import incident_edits, redirects

Redirects = dict[str, str]


def edit(
    connection: sa.Connection, incident: str, field: str, value: Any, *, by: str, at: datetime, reason: str
) -> IncidentEdit:
    """Write what a field of an incident is to be; MissingError where there is no such incident."""
    one = found(connection, incident)
    record, _ = people.shown(connection, one.id)
    checked = normal(field, value, one, record)
    id_ = people.new_id("i", one.id, field, by, at)
    made = IncidentEdit(id_, one.id, field, checked, by, at, reason)
    connection.execute(
        incident_edits.insert().values(id=id_, incident=one.id, field=field, value=checked, by=by, at=at, reason=reason)
    )
    people.touch_incident(connection, made, at)
    return made


def found(connection: sa.Connection, id_: str, as_of: datetime | None = None) -> Incident:
    """The incident that an id leads to, or that an event (by its id or the beginning of it) is in."""
    try:
        passage = people.passage_of(connection, id_)
    except MissingError:
        try:
            return incidents.read_incident(connection, id_, as_of)
        except MissingError as error:
            raise MissingError(f"{error}{people.more_of(id_)}") from None
    of = incidents.incidents_of(connection, [passage], as_of)
    return incidents.read_incident(connection, of.get(passage, passage), as_of)


def every(connection: sa.Connection, *, withdrawn: bool) -> list[IncidentEdit]:
    """All edits of incidents that hold (with `withdrawn`, also those that do not), oldest first."""
    return decision_rows.read_incident_edits(connection, *(() if withdrawn else (holding(incident_edits),)))


def over(
    connection: sa.Connection,
    alive: Collection[str],
    *,
    ended: Mapping[str, str | None] | None = None,
    as_of: datetime | None = None,
) -> dict[str, list[IncidentEdit]]:
    """The edits that hold (or held then) for each of the incidents that have some, oldest first.

    `ended` are incidents that are about to be no more, with where they go; `alive` those that there are then.
    """
    held = holding(incident_edits, as_of)
    if connection.execute(sa.select(incident_edits.c.id).where(held).limit(1)).first() is None:
        return {}
    onward = _leading(connection, alive, ended or {}, as_of)
    out: dict[str, list[IncidentEdit]] = {}
    for some in chunks(sorted({*alive, *onward})):
        for one in decision_rows.read_incident_edits(connection, incident_edits.c.incident.in_(some), held):
            if (id_ := _end(one.incident, alive, onward)) is not None:
                out.setdefault(id_, []).append(one)
    return {id_: sorted(made, key=lambda e: (e.at, e.id)) for id_, made in out.items()}


def _leading(
    connection: sa.Connection, alive: Collection[str], ended: Mapping[str, str | None], as_of: datetime | None
) -> Redirects:
    """The ids that lead to incidents, each with where it leads next."""
    onward = {id_: target for id_, target in ended.items() if target is not None}
    seen = {*alive, *ended}
    edge = sorted(seen)
    while edge:
        into: Redirects = {}
        for some in chunks(edge):
            asked = sa.select(redirects.c.id, redirects.c.target).where(redirects.c.target.in_(some))
            into |= {id_: target for id_, target in connection.execute(asked.where(known_at(redirects, as_of)))}
        new = {id_: target for id_, target in into.items() if id_ not in seen}
        onward |= new
        seen |= new.keys()
        edge = sorted(new)
    return onward


def _end(id_: str, alive: Collection[str], onward: Mapping[str, str]) -> str | None:
    """Where an id leads to."""
    for _ in range(len(onward) + 1):
        if id_ in alive:
            return id_
        if id_ not in onward:
            return None
        id_ = onward[id_]
    return None
