"""Incidents, read: by their ids and keys, by a filter, as they are or were at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records.incident import Incident
from dateline.records.incident_lines import incident
from dateline.records.query import Filter
from dateline.store import searching
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.incident_filters import of_incidents, searches
from dateline.store.parts import Order, ordered
from dateline.store.tables import incident_events, incident_records, incidents, redirects

ORDERS: Mapping[str, Order] = {
    "day": ("-day", "-key"),
    "origins": ("-origins", "-day", "-key"),
    "killed": ("-killed_best", "-day", "-key"),
    "recorded": ("-recorded", "-key"),
}
"""By day (latest first), by independent reports or by how many were killed (most first), by when they last changed."""
AT_ONCE = 1000
"""Incidents that are fetched together."""


def read_incidents(connection: sa.Connection, ids: Sequence[str], as_of: datetime | None = None) -> list[Incident]:
    """The incidents with these ids, in the order of the ids; those that were merged away are left out."""
    found: dict[str, Incident] = {}
    for some in chunks(ids):
        whole = sa.select(incidents.c.id, incident_records.c.record).join(incident_records)
        answer = connection.execute(whole.where(incidents.c.id.in_(some), at(incidents, as_of)))
        found |= {id_: incident(record) for id_, record in answer}
    return [found[id_] for id_ in dict.fromkeys(ids) if id_ in found]


def read_incident(connection: sa.Connection, id_: str, as_of: datetime | None = None) -> Incident:
    """The incident that an id leads to, also where it was merged into another; InputError where there is none."""
    asked, seen = id_, set[str]()
    while id_ not in seen:
        seen.add(id_)
        if found := read_incidents(connection, [id_], as_of):
            return found[0]
        onward = sa.select(redirects.c.target).where(redirects.c.id == id_, at(redirects, as_of))
        id_ = connection.scalar(onward) or id_
    known = f"was known at {as_of:%Y-%m-%d %H:%M} UTC" if as_of else "in the store"
    raise MissingError(f"no incident {asked!r} {known}")


def by_keys(connection: sa.Connection, keys: Sequence[int]) -> list[Incident]:
    """The states of incidents with these keys, in their order."""
    found: dict[int, Incident] = {}
    for some in chunks(keys):
        whole = sa.select(incident_records).where(incident_records.c.incident.in_(some))
        found |= {key: incident(record) for key, record in connection.execute(whole)}
    return [found[key] for key in keys if key in found]


def find_incidents(
    connection: sa.Connection, asked: Filter, *, order: str, limit: int | None, offset: int
) -> Iterator[Incident]:
    """The incidents that a filter finds, in order; memory stays flat."""
    if order not in ORDERS:
        raise InputError(f"{order!r} is no order; there are {', '.join(ORDERS)}")
    found = searches(connection, asked)
    chosen: sa.ColumnElement[bool]
    if limit is not None and limit + offset <= AT_ONCE:
        chosen = incidents.c.key.in_(searching.first(found, ORDERS[order], limit + offset))
    else:
        chosen = sa.and_(*of_incidents(asked, connection.dialect.name))
    by = ordered(incidents.c, ORDERS[order])
    page = sa.select(incidents.c.key).where(chosen).order_by(*by).limit(limit).offset(offset or None).subquery()
    of = incidents.join(page, page.c.key == incidents.c.key).join(incident_records)
    whole = sa.select(incident_records.c.record).select_from(of).order_by(*by)
    with connection.execution_options(yield_per=AT_ONCE).execute(whole) as answer:
        for (record,) in answer:
            yield incident(record)


def how_many(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of incidents that a filter finds, up to `most`."""
    return searching.how_many(searches(connection, asked), most)


def undated(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of incidents without a day, up to `most`, that a filter finds, its days aside."""
    bare = replace(asked, since=None, until=None)
    return searching.how_many(searches(connection, bare, incidents.c.day.is_(None)), most)


def moments(
    connection: sa.Connection, ids: Sequence[str], as_of: datetime | None = None
) -> dict[str, tuple[datetime, datetime]]:
    """When each incident became known, and when it last changed (by a moment), by id."""
    out: dict[str, tuple[datetime, datetime]] = {}
    first, last = sa.func.min(incidents.c.recorded), sa.func.max(incidents.c.recorded)
    for some in chunks(ids):
        found = sa.select(incidents.c.id, first, last).where(incidents.c.id.in_(some)).group_by(incidents.c.id)
        if as_of is not None:
            found = found.where(incidents.c.recorded <= as_of)
        out |= {id_: (begun, changed) for id_, begun, changed in connection.execute(found)}
    return out


def incidents_of(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None = None) -> dict[str, str]:
    """The incident of each passage that is in one."""
    out: dict[str, str] = {}
    for some in chunks(passages):
        found = sa.select(incident_events.c.passage, incident_events.c.incident)
        answer = connection.execute(found.where(incident_events.c.passage.in_(some), at(incident_events, as_of)))
        out |= {passage: id_ for passage, id_ in answer}
    return out
