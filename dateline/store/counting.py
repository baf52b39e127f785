"""How many events, by month, type, country, party or dyad: from the roll-ups where they can answer, else counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.records.stored import StoredParty
from dateline.store import party_rows, rows, searching, taking_part, tallies
from dateline.store.chunks import chunks
from dateline.store.event_filters import of_events, searches
from dateline.store.filters import party_keys
from dateline.store.tables import codings, dyads, events, months, parties, party_counts

Count = dict[str, Any]
GROUPS = ("month", "type", "country", "quad", "status", "publisher")
"""What events can be counted by."""
VALUES: Mapping[str, tuple[sa.Column[Any], Callable[[Any], str]]] = {
    name: (events.c[name], lambda value: value or "") for name in GROUPS if name != "month"
} | {"month": (events.c.day, lambda day: day.isoformat()[:7] if day else "")}
"""The columns that they are counted by, and what their values are counted as."""
ROLLED = ("month", "type", "quad", "country")


def how_many(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of events, up to `most`."""
    if asked == Filter():
        total = int(connection.scalar(sa.select(sa.func.sum(months.c.events))) or 0)
        return total if most is None else min(total, most)
    return searching.how_many(searches(connection, asked), most)


def undated(connection: sa.Connection, asked: Filter, most: int | None = None) -> int:
    """The number of events without a day, up to `most`, that a filter finds, its days aside."""
    bare = replace(asked, since=None, until=None)
    return searching.how_many(searches(connection, bare, events.c.day.is_(None)), most)


def coded(connection: sa.Connection) -> dict[str, tuple[int, int]]:
    """How many articles and events each run coded."""
    found = sa.select(codings.c.run, sa.func.count(), sa.func.sum(codings.c.events)).group_by(codings.c.run)
    return {run: (int(articles), int(events)) for run, articles, events in connection.execute(found)}


def counts(connection: sa.Connection, by: Sequence[str], asked: Filter) -> list[Count]:
    """How many events for each combination of `by`, in the order of its values; "" where a value is not known."""
    unknown = [name for name in by if name not in GROUPS]
    if unknown or not by:
        raise InputError(f"events are counted by {', '.join(GROUPS)}, not by {', '.join(unknown) or 'nothing'}")
    rolled = _from_months(by, asked)
    if rolled is None and connection.dialect.name == "sqlite":
        found = _tallied(connection, by, asked)
    else:
        found = _grouped(connection, _counted(connection, by, asked) if rolled is None else rolled, by)
    return sorted(found, key=lambda count: [count[name] for name in by])


def count_dyads(connection: sa.Connection, asked: Filter, *, sectors: bool, limit: int | None) -> list[Count]:
    """The pairs of actor and recipient countries (with `sectors`, their first sectors too) with most events.

    Only dates and quad classes narrow here.
    """
    if replace(asked, since=None, until=None, quads=()) != Filter():
        raise InputError("dyads are narrowed by months and quad classes only")
    names = ["actor_country", "actor_sector", "recipient_country", "recipient_sector"]
    group = [dyads.c[name] for name in names if sectors or name.endswith("country")]
    total = sa.func.sum(dyads.c.events).label("events")
    found = sa.select(*group, total).where(*_whole_months(dyads.c.month, asked)).group_by(*group)
    if asked.quads:
        found = found.where(dyads.c.quad.in_(asked.quads))
    return _grouped(connection, found.order_by(total.desc(), *group).limit(limit), [c.name for c in group])


def count_parties(connection: sa.Connection, asked: Filter, *, limit: int | None) -> list[StoredParty]:
    """The parties with most events; `party` narrows to some of them, all else to the events."""
    bare = replace(asked, party=None)
    among = None if asked.party is None else party_keys(asked.party)
    if bare != Filter():
        return _most(connection, taking_part.counted(connection, bare, among=among), limit)
    role, n, party = party_counts.c.role, party_counts.c.events, party_counts.c.party
    totals = sa.select(party, *party_rows.by_role(role, n)).group_by(party)
    sums = (totals if among is None else totals.where(party.in_(among))).subquery()
    total = sums.c.as_actor + sums.c.as_recipient + sums.c.as_voice
    best = sa.select(sums, total.label("total")).order_by(total.desc(), sums.c.party).limit(limit).subquery()
    found = (
        sa.select(parties, best).join(best, best.c.party == parties.c.key).order_by(best.c.total.desc(), parties.c.id)
    )
    return [party_rows.stored(row) for row in connection.execute(found)]


def _most(connection: sa.Connection, numbers: taking_part.Numbers, limit: int | None) -> list[StoredParty]:
    """The parties with most events, those with equal numbers by id."""
    best = sorted(numbers, key=lambda party: (-sum(numbers[party]), party))[:limit]
    found: list[StoredParty] = []
    for some in chunks(best):
        for row in connection.execute(sa.select(parties).where(parties.c.key.in_(some))):
            found.append(party_rows.party(row, *numbers[row.key]))
    return sorted(found, key=lambda one: (-one.as_actor - one.as_recipient - one.as_voice, one.id))


def _from_months(by: Sequence[str], asked: Filter) -> sa.Select[Any] | None:
    """The counts from the roll-up, or None where it cannot answer."""
    usable = {"types", "quads", "since", "until"}
    narrowed = {f.name for f in fields(asked) if getattr(asked, f.name) not in (None, (), False, [])}
    if narrowed - usable or set(by) - set(ROLLED) or not _whole(asked):
        return None
    group = [months.c[name] for name in by]
    found = sa.select(*group, sa.func.sum(months.c.events).label("events"))
    if asked.types:
        found = found.where(months.c.type.in_(asked.types))
    if asked.quads:
        found = found.where(months.c.quad.in_(asked.quads))
    return found.where(*_whole_months(months.c.month, asked)).group_by(*group)


def _tallied(connection: sa.Connection, by: Sequence[str], asked: Filter) -> list[Count]:
    """The counts by the sets of events that are found."""
    if len(by) == 1 and asked == Filter():  # the index over the column counts them
        return _grouped(connection, _counted(connection, by, asked), by)
    numbers, columns = Counter[tuple[str, ...]](), [VALUES[name] for name in by]
    for one in searches(connection, asked):
        for values, number in tallies.tallied(connection, one.fitting(), columns, one.state.indexed):
            numbers[values] += number
    return [dict(zip(by, values, strict=True)) | {"events": number} for values, number in numbers.items()]


def _counted(connection: sa.Connection, by: Sequence[str], asked: Filter) -> sa.Select[Any]:
    group = [_column(name).label(name) for name in by]
    found = sa.select(*group, sa.func.count().label("events")).select_from(events)
    return found.where(*of_events(asked, connection.dialect.name)).group_by(*group)


def _column(name: str) -> sa.ColumnElement[Any]:
    """The bare column where there is one: then an index over it gives the groups in order.

    Months are made of days as PostgreSQL does: SQLite has them from the roll-up or tallied.
    """
    return events.c[name] if name != "month" else sa.type_coerce(sa.func.to_char(events.c.day, "YYYY-MM"), sa.Text)


def _whole(asked: Filter) -> bool:
    """True where the dates are the first and last days of months."""
    starts = asked.since is None or asked.since.day == 1
    return starts and (asked.until is None or _next_day_is_first(asked))


def _next_day_is_first(asked: Filter) -> bool:
    return asked.until is not None and (asked.until + timedelta(days=1)).day == 1


def _whole_months(month: sa.ColumnElement[str], asked: Filter) -> list[sa.ColumnElement[bool]]:
    if not _whole(asked):
        raise InputError("dyads are kept by month: give the first day of a month and the last day of one")
    out = []
    if asked.since is not None:
        out.append(month >= rows.month(asked.since))
    if asked.until is not None:
        out += [month <= rows.month(asked.until), month != ""]
    return out


def _grouped(connection: sa.Connection, found: sa.Select[Any], by: Sequence[str]) -> list[Count]:
    answer = connection.execute(found).mappings()
    return [{name: r[name] or "" for name in by} | {"events": int(r["events"])} for r in answer]
