"""Links, origins, incidents and their history: what merging found out, kept so that any earlier state can be read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records.incident import Change, Copy, Incident, Link, Origin
from dateline.records.incident_lines import incident, incident_line
from dateline.records.query import Filter
from dateline.records.sums import FIGURES
from dateline.store import members, rows, searching, set_values
from dateline.store.chunks import chunks
from dateline.store.filters import at
from dateline.store.incident_filters import of_incidents, searches
from dateline.store.parts import Order, ordered
from dateline.store.tables import (
    changes,
    events,
    incident_events,
    incident_records,
    incidents,
    links,
    origins,
    redirects,
)

ORDERS: Mapping[str, Order] = {
    "day": ("-day", "-key"),
    "origins": ("-origins", "-day", "-key"),
    "killed": ("-killed_best", "-day", "-key"),
    "recorded": ("-recorded", "-key"),
}
"""By day (latest first), by independent reports or by how many were killed (most first), by when they last changed."""
AT_ONCE = 1000
"""Incidents that are fetched together."""

VALUES = json.JSONDecoder()
PLACE = '"field":"where","value":'
ORIGINS = '"origins":'
"""What stands before the place that is shown, and the reports, in a record as `engine.ENCODE` and `incident_lines`
write it."""


def put_links(connection: sa.Connection, new: Sequence[Link], now: datetime) -> None:
    """Write links; one that differs from what is known of its two passages replaces it."""
    known = {(k.left, k.right): k for k in read_links(connection, [x.left for x in new])}
    fresh = [link for link in new if known.get((link.left, link.right)) != link]
    end_links(connection, (link for link in fresh if (link.left, link.right) in known), now)
    if fresh:
        connection.execute(
            links.insert(),
            [
                {
                    "left": link.left,
                    "right": link.right,
                    "recorded": now,
                    "score": link.score,
                    "reasons": list(link.reasons),
                    "by": link.by,
                }
                for link in fresh
            ],
        )


def read_links(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None = None) -> list[Link]:
    """The links at either end of which one of the passages stands."""
    found: dict[tuple[str, str], Link] = {}
    for some in chunks(passages):
        touching = links.c.left.in_(some) | links.c.right.in_(some)
        for r in connection.execute(sa.select(links).where(touching, at(links, as_of))):
            found[r.left, r.right] = Link(r.left, r.right, r.score, tuple(r.reasons), r.by)
    return [found[key] for key in sorted(found)]


def end_links(connection: sa.Connection, gone: Iterable[Link], now: datetime) -> None:
    """End links that do not hold any more."""
    for link in gone:
        same = (links.c.left == link.left) & (links.c.right == link.right)
        _end_where(connection, links, same, now)


def put_origins(connection: sa.Connection, new: Sequence[Origin], now: datetime) -> None:
    """Write which articles are copies of which; what was known of these articles before is replaced."""
    rows_of = {
        copy.article: {
            "article": copy.article,
            "recorded": now,
            "origin": origin.id,
            "share": copy.share,
            "basis": copy.basis,
            "agency": origin.agency,
        }
        for origin in new
        for copy in origin.copies
    }
    _replace(connection, origins, origins.c.article, rows_of, now)


def end_origin(connection: sa.Connection, article: str, now: datetime) -> None:
    """End what is known of an article as a copy or an origin."""
    _end(connection, origins, origins.c.article, [article], now)


def read_origins(connection: sa.Connection, articles: Sequence[str], as_of: datetime | None = None) -> list[Origin]:
    """The origins of the articles, each with all its copies, by id."""
    ids: set[str] = set()
    for some in chunks(articles):
        ids |= set(
            connection.scalars(sa.select(origins.c.origin).where(origins.c.article.in_(some), at(origins, as_of)))
        )
    copies: dict[str, list[Any]] = {}
    for some in chunks(sorted(ids)):
        whole = sa.select(origins).where(origins.c.origin.in_(some), at(origins, as_of)).order_by(origins.c.article)
        for r in connection.execute(whole):
            copies.setdefault(r.origin, []).append(r)
    return [
        Origin(id_, tuple(Copy(r.article, r.share, r.basis) for r in rows_of), rows_of[0].agency)
        for id_, rows_of in sorted(copies.items())
    ]


def origin_of(connection: sa.Connection, articles: Sequence[str]) -> dict[str, str]:
    """The origin of each article that has one."""
    out: dict[str, str] = {}
    for some in chunks(articles):
        found = sa.select(origins.c.article, origins.c.origin).where(origins.c.article.in_(some), at(origins, None))
        out |= {article: origin for article, origin in connection.execute(found)}
    return out


def put_incidents(
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
    _end(connection, incidents, incidents.c.id, [*(i.id for i in fresh), *ended], now)
    _end(connection, incident_events, incident_events.c.incident, list(ended), now)
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
    _replace(connection, redirects, redirects.c.id, goes_to, now)
    _end(connection, redirects, redirects.c.id, [i.id for i in fresh], now)
    _put_changes(connection, history)


def read_incidents(connection: sa.Connection, ids: Sequence[str], as_of: datetime | None = None) -> list[Incident]:
    """The incidents with these ids, in the order of the ids; those that were merged away are left out."""
    found: dict[str, Incident] = {}
    for some in chunks(ids):
        whole = sa.select(incidents.c.id, incident_records.c.record).join(incident_records)
        answer = connection.execute(whole.where(incidents.c.id.in_(some), at(incidents, as_of)))
        found |= {id_: incident(record) for id_, record in answer}
    return [found[id_] for id_ in dict.fromkeys(ids) if id_ in found]


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


def by_keys(connection: sa.Connection, keys: Sequence[int]) -> list[Incident]:
    """The states of incidents with these keys, in their order."""
    found: dict[int, Incident] = {}
    for some in chunks(keys):
        whole = sa.select(incident_records).where(incident_records.c.incident.in_(some))
        found |= {key: incident(record) for key, record in connection.execute(whole)}
    return [found[key] for key in keys if key in found]


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


def places_by_keys(connection: sa.Connection, keys: Sequence[int]) -> dict[int, tuple[str, str | None, str | None]]:
    """Id, name of the place that is shown and its region, by key."""
    out: dict[int, tuple[str, str | None, str | None]] = {}
    for some in chunks(keys):
        text = sa.cast(incident_records.c.record, sa.Text)
        found = sa.select(incidents.c.key, incidents.c.id, text).join(incident_records)
        found = found.where(incidents.c.key.in_(some))
        for key, id_, record in connection.execute(found):
            where = _shown_place(record)
            out[key] = (id_, where.get("name"), where.get("admin1"))
    return out


def _shown_place(record: str) -> Mapping[str, Any]:
    """The place that is shown, read from the text of a record: all of it takes ten times as long, or a hundred."""
    at_field = record.find(PLACE)
    if at_field < 0:
        return {}
    value: Mapping[str, Any] | None = VALUES.raw_decode(record, at_field + len(PLACE))[0]
    return value or {}


@dataclass(frozen=True, slots=True)
class Told:
    """What is added up of an incident: its reports, the place shown, numbers with the least and the most told."""

    origins: tuple[str, ...]
    place: Mapping[str, Any]
    numbers: Mapping[str, tuple[Any, float | None, float | None]]


def told_by_keys(connection: sa.Connection, keys: Sequence[int]) -> dict[int, Told]:
    """What is added up of the states of incidents with these keys."""
    out: dict[int, Told] = {}
    for some in chunks(keys):
        whole = sa.select(incident_records.c.incident, sa.cast(incident_records.c.record, sa.Text))
        for key, record in connection.execute(whole.where(incident_records.c.incident.in_(some))):
            origins, _ = _value(record, ORIGINS, 0)
            numbers = {what: told for what in FIGURES if (told := _shown_number(record, what)) is not None}
            out[key] = Told(tuple(origins or ()), _shown_place(record), numbers)
    return out


def _shown_number(record: str, what: str) -> tuple[Any, float | None, float | None] | None:
    """The number that is shown, the least and the greatest told; read as places are."""
    value, at_rule = _value(record, f'"field":"counts.{what}","value":', 0)
    if value is None:
        return None
    _, at_low = _value(record, '"rule":', at_rule)
    low, at_high = _value(record, '"low":', at_low)
    return value, low, _value(record, '"high":', at_high)[0]


def _value(record: str, name: str, start: int) -> tuple[Any, int]:
    """The value that follows a name in the text of a record, and where it ends; None where there is no such name."""
    found = record.find(name, start)
    return (None, start) if found < 0 else VALUES.raw_decode(record, found + len(name))


def how_many(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of incidents that a filter finds, up to `most`."""
    return searching.how_many(searches(connection, asked), most)


def undated(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of incidents without a day, up to `most`, that a filter finds, its days aside."""
    bare = replace(asked, since=None, until=None)
    return searching.how_many(searches(connection, bare, incidents.c.day.is_(None)), most)


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


def incidents_of(connection: sa.Connection, passages: Sequence[str], as_of: datetime | None = None) -> dict[str, str]:
    """The incident of each passage that is in one."""
    out: dict[str, str] = {}
    for some in chunks(passages):
        found = sa.select(incident_events.c.passage, incident_events.c.incident)
        answer = connection.execute(found.where(incident_events.c.passage.in_(some), at(incident_events, as_of)))
        out |= {passage: id_ for passage, id_ in answer}
    return out


def read_changes(connection: sa.Connection, id_: str, as_of: datetime | None = None) -> list[Change]:
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
    _end(connection, incident_events, incident_events.c.passage, left, now)
    new = {p: {"passage": p, "recorded": now, "incident": id_} for p, id_ in member.items()}
    _replace(connection, incident_events, incident_events.c.passage, new, now)


def _put_changes(connection: sa.Connection, history: Sequence[Change]) -> None:
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


def _replace(
    connection: sa.Connection,
    table: sa.Table,
    column: sa.ColumnElement[Any],
    new: Mapping[str, Mapping[str, Any]],
    now: datetime,
) -> None:
    """Rows in place of those that hold for the same id; a row that says the same as before is not written again."""
    same = set(_unchanged(connection, table, column, new))
    fresh = {id_: values for id_, values in new.items() if id_ not in same}
    _end(connection, table, column, list(fresh), now)
    if fresh:
        connection.execute(table.insert(), list(fresh.values()))


def _unchanged(
    connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[Any], new: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    for some in chunks(list(new)):
        for held in connection.execute(
            sa.select(table).where(column.in_(some), table.c.superseded.is_(None))
        ).mappings():
            id_ = held[column.name]
            if all(held[name] == value for name, value in new[id_].items() if name != "recorded"):
                yield id_


def _end(
    connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[Any], ids: Sequence[str], now: datetime
) -> None:
    for some in chunks(ids):
        _end_where(connection, table, column.in_(some), now)


def _end_where(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], now: datetime) -> None:
    """End what holds; what was written at this moment itself never held and goes."""
    live = where & table.c.superseded.is_(None)
    connection.execute(table.delete().where(live, table.c.recorded == now))
    connection.execute(table.update().where(live).values(superseded=now))
