"""New states of incidents, written: their rows, which events are in them, where merged ones lead, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.incident import Change, Incident
from dateline.records.incident_lines import incident_line
from dateline.store import incident_history, members, rows, set_values, superseding
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.incidents import read_incidents
from dateline.store.tables import events, incident_events, incident_records, incidents, redirects


def put(
    connection: sa.Connection,
    new: Sequence[Incident],
    *,
    ended: Mapping[str, str | None],
    history: Sequence[Change],
    now: datetime,
) -> None:
    """Write new states of incidents, which are no longer there (with the incident they went into, if any), and why.

    A state that is known already is not written again.
    """
    known = {i.id: i for i in read_incidents(connection, [i.id for i in new])}
    fresh = [i for i in new if known.get(i.id) != i]
    superseding.end(connection, incidents, incidents.c.id, [*(i.id for i in fresh), *ended], now)
    superseding.end(connection, incident_events, incident_events.c.incident, list(ended), now)
    largest = connection.scalar(sa.select(sa.func.max(incidents.c.key))) or 0
    of: dict[int, int] = {}
    if fresh:
        states, told = list(enumerate(fresh, largest + 1)), _reports(connection, fresh)
        rows_of = [row(one, told[one.id].published) | {"key": key, "recorded": now} for key, one in states]
        connection.execute(incidents.insert(), rows_of)
        connection.execute(incident_records.insert(), [record(key, one) for key, one in states])
        set_values.put(connection, states)
        of = {event: key for key, one in states for event in told[one.id].live}
    _put_members(connection, fresh, now)
    members.put_incidents(connection, [*(i.id for i in fresh), *ended], of)
    goes_to = {id_: {"id": id_, "recorded": now, "target": target} for id_, target in ended.items() if target}
    superseding.replace(connection, redirects, redirects.c.id, goes_to, now)
    superseding.end(connection, redirects, redirects.c.id, [i.id for i in fresh], now)
    incident_history.put(connection, history)


def record(key: int, one: Incident) -> dict[str, Any]:
    """The row that keeps a state whole."""
    return {"incident": key, "record": incident_line(one)}


def row(one: Incident, published: Collection[date]) -> dict[str, Any]:
    """The row of a state: what is filtered on, from the values shown and the days of publication."""
    shown = {s.field: s for s in one.shown}
    value = {name: s.value for name, s in shown.items()}
    where, when, killed = value.get("where") or {}, value.get("when") or {}, shown.get("counts.killed")
    lat, lon = where.get("lat"), where.get("lon")
    x, y, z = rows.on_sphere(lat, lon) if lat is not None and lon is not None else (None, None, None)
    start, end = _day(when.get("start")), _day(when.get("end"))
    return {
        "id": one.id,
        "type": value.get("type"),
        "quad": value.get("quad"),
        "status": value.get("status"),
        "day": start or end,
        "last_day": end,
        "country": where.get("country"),
        "lat": lat,
        "lon": lon,
        "x": x,
        "y": y,
        "z": z,
        "killed_low": killed.low if killed else None,
        "killed_best": _number(killed.value) if killed else None,
        "killed_high": killed.high if killed else None,
        "origins": len(one.origins),
        "outlets": len(one.outlets),
        "events": len(one.events),
        "place_precision": where.get("precision"),
        "first_published": min(published, default=None),
        "last_published": max(published, default=None),
        "admin1": where.get("admin1"),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(value: Any) -> float | None:
    """A number, or the least of a range."""
    if isinstance(value, Mapping):
        value = value.get("min") if value.get("min") is not None else value.get("max")
    return float(value) if isinstance(value, int | float) else None


@dataclass(frozen=True, slots=True)
class _Reports:
    """When the reports of an incident were published, and the keys of its events that are known now."""

    published: set[date]
    live: list[int]


def _reports(connection: sa.Connection, some: Sequence[Incident]) -> dict[str, _Reports]:
    """The reports of incidents, by id."""
    known: dict[str, list[Any]] = {}
    columns = (events.c.passage, events.c.key, events.c.published, events.c.superseded)
    for passages in chunks(list({passage for one in some for passage in one.events})):
        for row in connection.execute(sa.select(*columns).where(events.c.passage.in_(passages))):
            known.setdefault(row.passage, []).append(row)
    out = {}
    for one in some:
        rows_of = [row for passage in one.events for row in known.get(passage, ())]
        published = {row.published for row in rows_of if row.published is not None}
        out[one.id] = _Reports(published, [row.key for row in rows_of if row.superseded is None])
    return out


def _put_members(connection: sa.Connection, fresh: Sequence[Incident], now: datetime) -> None:
    member = {passage: one.id for one in fresh for passage in one.events}
    left: list[str] = []
    for some in chunks([one.id for one in fresh]):
        found = sa.select(incident_events.c.passage, incident_events.c.incident)
        held = connection.execute(found.where(incident_events.c.incident.in_(some), at(incident_events, None)))
        left += [passage for passage, id_ in held if member.get(passage) != id_]
    superseding.end(connection, incident_events, incident_events.c.passage, left, now)
    new = {p: {"passage": p, "recorded": now, "incident": id_} for p, id_ in member.items()}
    superseding.replace(connection, incident_events, incident_events.c.passage, new, now)
