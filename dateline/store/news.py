"""What is new for a question since an entry of the history."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.incident import Change, Incident
from dateline.records.query import Filter
from dateline.records.watch import DENIED, KINDS, WHAT, Kind, News
from dateline.store import incident_history
from dateline.store import incidents as stored
from dateline.store.addresses import with_urls
from dateline.store.chunks import chunks
from dateline.store.divisions import spelled
from dateline.store.filters import at
from dateline.store.incident_filters import of_incidents
from dateline.store.tables import changes, incidents, redirects

OF_KIND = {
    **{"hedge gone": "hedge gone", "status": "status", "merged": "merged", "split": "split", "left": "passage gone"},
    **{"edited": "set by people", "judged": "decided by people"},
    **{"withdrawn": "report withdrawn", "restored": "report brought back"},
}
MANY = 20_000
"""Of more entries of the history one begins with what the filter finds, not with what changed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where one looks from: the last entry of the history that is known, and what to it was known when."""

    after: int
    upto: int
    then: datetime | None


def looked(connection: sa.Connection, after: int) -> Look:
    """The look from an entry of the history to the latest one."""
    upto = latest(connection)
    last = sa.select(changes.c.at).where(changes.c.key <= after).order_by(changes.c.key.desc()).limit(1)
    return Look(after, upto, connection.scalar(last))


def latest(connection: sa.Connection, before: datetime | None = None) -> int:
    """The key of the latest entry of the history (before a moment); 0 where there is none.

    Keys and moments rise together, so that the half in which a moment lies is known by the entry between the halves.
    """
    last = connection.scalar(sa.select(sa.func.max(changes.c.key))) or 0
    if before is None:
        return last
    first = 0
    while first < last:
        half = (first + last + 1) // 2
        at_half = sa.select(changes.c.at).where(changes.c.key <= half).order_by(changes.c.key.desc()).limit(1)
        moment = connection.scalar(at_half)
        first, last = (half, last) if moment is None or moment < before else (first, half - 1)
    return first


def news(connection: sa.Connection, watch: str, asked: Filter, look: Look) -> list[News]:
    """What is new: what fits now and did not, what fits no more, and what fits and changed, in this order.

    An incident fits as it did then where it, or one that was merged into it since, was found by the filter then.
    """
    since = (changes.c.key > look.after) & (changes.c.key <= look.upto)
    asked = spelled(connection, asked)
    before = replace(asked, as_of=look.then) if look.then else None
    few = look.upto - look.after <= MANY
    ids, fits, fitted = (_of_changed if few else _of_all)(connection, since, asked, before)
    onward = _onward(connection, ids)
    groups: dict[str, list[str]] = {}
    for id_ in sorted(ids):
        groups.setdefault(_end(id_, onward), []).append(id_)
    groups = {end: some for end, some in groups.items() if end in fits or not fitted.isdisjoint(some)}
    members = [id_ for some in groups.values() for id_ in some]
    now = {one.id: one for one in stored.read_incidents(connection, list(groups))}
    then = {one.id: one for one in _then(connection, [*members, *groups], look.then)}
    entries = _entries(connection, members, since)
    found = sorted(
        (_news(watch, end, some, end in fits, fitted, now, then, entries, look.then) for end, some in groups.items()),
        key=_order,
    )
    addressed = with_urls(connection, (one.incident for one in found))
    return [replace(one, incident=incident) for one, incident in zip(found, addressed, strict=True)]


def _news(
    watch: str,
    end: str,
    members: Sequence[str],
    fits: bool,
    fitted: Collection[str],
    now: Mapping[str, Incident],
    then: Mapping[str, Incident],
    entries: Mapping[str, Sequence[tuple[int, Change]]],
    moment: datetime | None,
) -> News:
    """What is new of the incident that all `members` lead to."""
    before = tuple(then[id_] for id_ in members if id_ in then)
    kind: Kind = "fits no more"
    if fits:
        kind = "changed" if any(one.id in fitted for one in before) else "fits now" if before else "new"
    told = tuple(change for _, change in sorted((entry for id_ in members for entry in entries[id_]), key=_key))
    one = now.get(end)
    what = tuple(_what(one or before[0], before, told)) if kind != "new" else ()
    return News(watch, kind, what, one or before[0], before, told, None if one else moment)


def _key(entry: tuple[int, Change]) -> int:
    return entry[0]


def _what(one: Incident, before: Sequence[Incident], told: Sequence[Change]) -> Iterator[str]:
    """The kinds of changes, each once."""
    known = {origin for incident in before for origin in incident.origins}
    found = {OF_KIND[change.kind] for change in told if change.kind in OF_KIND}
    if any(change.kind == "joined" for change in told):
        found.add("new report" if set(one.origins) - known else "another passage")
    for change in told:
        if change.kind == "revised":
            found.add("figure" if (change.field or "").startswith("counts.") else "revised")
    if _denied(one) and not any(map(_denied, before)):
        found.add(DENIED)
    yield from (what for what in WHAT if what in found)


def _denied(one: Incident) -> bool:
    return any(version.stance == DENIED for shown in one.shown for version in shown.versions)


def _order(news: News) -> tuple[int, str, str]:
    """New ones first, the latest day first, then by id."""
    when = news.incident.value("when") or {}
    day = str(when.get("start") or when.get("end") or "")
    return KINDS.index(news.kind), "".join(chr(0x10FFFF - ord(c)) for c in day) or "\U0010ffff", news.incident.id


def _of_changed(
    connection: sa.Connection, since: sa.ColumnElement[bool], asked: Filter, before: Filter | None
) -> tuple[Sequence[str], set[str], set[str]]:
    """The incidents that have entries of the history, those of them that a filter finds, and that it found before."""
    ids = list(connection.scalars(sa.select(changes.c.incident).where(since).distinct()))
    fits, fitted = (
        {id_ for some in chunks(ids) for id_ in connection.scalars(_whole(connection, one, incidents.c.id.in_(some)))}
        if one is not None
        else set[str]()
        for one in (asked, before)
    )
    return ids, fits, fitted


def _of_all(
    connection: sa.Connection, since: sa.ColumnElement[bool], asked: Filter, before: Filter | None
) -> tuple[Sequence[str], set[str], set[str]]:
    """The same from what the filter finds: of a long history it may be little.

    Of the incidents with entries these are left out that lead to nothing that the filter finds, or found.
    """
    fits = set(connection.scalars(_whole(connection, asked)))
    fitted = set(connection.scalars(_whole(connection, before))) if before is not None else set[str]()
    onward = _onward(connection, sorted(fitted - fits))
    ends = fits | {_end(id_, onward) for id_ in fitted}
    ids = [id_ for some in chunks(_led(connection, ends)) for id_ in _changed(connection, some, since)]
    return ids, fits, fitted.intersection(ids)


def _whole(connection: sa.Connection, asked: Filter, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The ids of the incidents that a filter finds."""
    return sa.select(incidents.c.id).where(*of_incidents(asked, connection.dialect.name), *where)


def _changed(connection: sa.Connection, ids: Sequence[str], since: sa.ColumnElement[bool]) -> Iterator[str]:
    """Those of the incidents that have entries of the history."""
    return iter(connection.scalars(sa.select(changes.c.incident).where(changes.c.incident.in_(ids), since).distinct()))


def _led(connection: sa.Connection, ends: Collection[str]) -> list[str]:
    """Ids and all that lead to them, step by step."""
    found, edge = set(ends), sorted(ends)
    while edge:
        into: set[str] = set()
        for some in chunks(edge):
            into |= set(
                connection.scalars(sa.select(redirects.c.id).where(redirects.c.target.in_(some), at(redirects, None)))
            )
        edge = sorted(into - found)
        found |= into
    return sorted(found)


def _onward(connection: sa.Connection, ids: Sequence[str]) -> dict[str, str]:
    """Where ids that are no more lead to, step by step."""
    onward: dict[str, str] = {}
    edge = list(ids)
    while edge:
        into: dict[str, str] = {}
        for some in chunks(edge):
            asked = sa.select(redirects.c.id, redirects.c.target).where(redirects.c.id.in_(some), at(redirects, None))
            into |= {id_: target for id_, target in connection.execute(asked)}
        onward |= into
        edge = sorted(set(into.values()) - onward.keys())
    return onward


def _end(id_: str, onward: Mapping[str, str]) -> str:
    for _ in range(len(onward)):
        if id_ not in onward:
            break
        id_ = onward[id_]
    return id_


def _then(connection: sa.Connection, ids: Sequence[str], moment: datetime | None) -> list[Incident]:
    return stored.read_incidents(connection, ids, moment) if moment is not None else []


def _entries(
    connection: sa.Connection, ids: Sequence[str], since: sa.ColumnElement[bool]
) -> dict[str, list[tuple[int, Change]]]:
    """The entries of the history of each incident, with their keys."""
    found: dict[str, list[tuple[int, Change]]] = {id_: [] for id_ in ids}
    for some in chunks(ids):
        for key, change in incident_history.entries(connection, changes.c.incident.in_(some), since):
            found[change.incident].append((key, change))
    return found
