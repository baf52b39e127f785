"""Which incidents a filter finds, in SQL.

What incidents have columns for, they answer by the values shown. For all else one of their events has to hold it,
except where people set the field: then that value answers, whatever the reports say. The days on which the first and
the last report were published tell most of when incidents were published without a look at their events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store import event_filters, keysets
from dateline.store.event_filters import acting_on, of_events, with_others
from dateline.store.filters import (
    around,
    asked_dyad,
    asked_parties,
    at,
    between,
    in_list,
    inside,
    lacking,
    party_matches,
    recorded,
)
from dateline.store.keysets import Found, Keys, Mask
from dateline.store.members import belonging, incidents_of, members_of
from dateline.store.parts import Part, Piece
from dateline.store.searching import Search, Ways
from dateline.store.states import states
from dateline.store.tables import events, incidents, members, participants, parties, set_values

AHEAD, FEW, MANY = (400, 4_000), 1_000, 30_000
"""Of `Search`: an incident whose events are looked at takes some 10 µs."""
EVENTS = 4
"""About so many events an incident has, or more."""
FEW_PUBLISHED = 10_000
"""Events for which the days of publication of 300,000 incidents are gone through in the same time."""
OWN = (
    *("types", "quads", "statuses", "countries", "regions", "since", "until", "near", "box", "min_origins"),
    *("without", "recorded_since"),
)
"""What incidents answer by the values shown of them."""
SET = ("actor", "recipient", "party", "dyad", "modes", "contexts", "edited")
"""What a value that people set of an incident answers before its events do."""
FIELD_OF = {"actor": "actors", "recipient": "recipients"}
"""The field of a role; voices are those of reports."""

Conditions = Iterator[sa.ColumnElement[bool]]


def of_incidents(asked: Filter, dialect: str) -> Conditions:
    """The conditions on `incidents`."""
    yield at(incidents, asked.as_of)
    yield from _in_order(asked)
    yield from _on_columns(asked)
    if asked.near is not None:
        yield around(incidents, asked.near)
    yield from _published(asked)
    rest = of_passages(asked)
    if told_by_passages(rest):
        yield _gathered(rest, settled(rest), dialect, list(of_events(rest, dialect)))


def searches(connection: sa.Connection, asked: Filter, *where: sa.ColumnElement[bool]) -> list[Search]:
    """The searches for the incidents of a filter, under further conditions; together they find all."""
    if asked.run is not None:
        raise InputError("incidents come from all runs: leave run out")
    few, rest = _few_published(connection, asked), of_passages(asked)
    told = [_by_passages(connection, rest)] if few or told_by_passages(rest) else []
    of, tight = states(incidents, asked.as_of), [*_in_order(asked), *where]
    found = list[Search]()
    for state, more in of:
        own = [state.part(incidents, one) for one in _on_columns(asked)]
        if asked.near is not None:
            own.append(replace(state.part(incidents, around(incidents, asked.near)), scanned=True))
        days = [] if few else [state.part(incidents, one) for one in _published(asked)]
        published = [replace(one, by_day=state.live, implied=bool(told)) for one in days]
        parts = [*more, *own, *published, *told]
        found.append(Search(connection, incidents, state, tight, parts, AHEAD, FEW, MANY))
    return found


def _coded(asked: Filter) -> tuple[tuple[sa.ColumnElement[Any], Sequence[str]], ...]:
    return (
        (incidents.c.type, asked.types),
        (incidents.c.quad, asked.quads),
        (incidents.c.status, asked.statuses),
        (incidents.c.country, asked.countries),
        (incidents.c.admin1, asked.regions),
    )


def _in_order(asked: Filter) -> Conditions:
    yield from (column == values[0] for column, values in _coded(asked) if len(values) == 1)
    yield from between(incidents.c.day, asked)


def _on_columns(asked: Filter) -> Conditions:
    yield from (column.in_(values) for column, values in _coded(asked) if len(values) > 1)
    if asked.box is not None:
        yield inside(incidents, asked.box)
    yield from lacking(incidents, asked)
    yield from recorded(incidents, asked)
    if asked.min_origins is not None:
        yield incidents.c.origins >= asked.min_origins


def _published(asked: Filter) -> Conditions:
    """That there is a report that was published within the days that are asked for."""
    first, last = asked.published_since, asked.published_until
    column = incidents.c
    if first is not None and last is not None:
        between = events.c.published.between(first, last)
        at_an_end = column.first_published.between(first, last) | column.last_published.between(first, last)
        spans = (column.first_published <= last) & (column.last_published >= first)
        yield spans & (at_an_end | _has_event(Filter(as_of=asked.as_of), "", between))
    elif last is not None:
        yield column.first_published <= last
    elif first is not None:
        yield column.last_published >= first


def _few_published(connection: sa.Connection, asked: Filter) -> bool:
    """Whether so few events were published within two days that they are sooner looked at than all incidents."""
    first, last = asked.published_since, asked.published_until
    if first is None or last is None:
        return False
    within = sa.select(events.c.key).where(events.c.superseded.is_(None), events.c.published.between(first, last))
    return keysets.number(connection, within, FEW_PUBLISHED) < FEW_PUBLISHED


def told_by_passages(rest: Filter) -> bool:
    """Whether more is asked of passages than when they were published, which incidents answer themselves."""
    return replace(rest, published_since=None, published_until=None) != Filter(as_of=rest.as_of)


def _by_passages(connection: sa.Connection, rest: Filter) -> Part:
    """That a filter finds one of the events of an incident, or what people set in their place."""
    dialect, (live, *_) = connection.dialect.name, event_filters.searches(connection, rest)
    ways, keys = live.ways(), decided(connection, rest)
    return Part(
        _told(rest, keys, dialect, ways),
        _tells(rest, keys, dialect),
        gathered=_gathered(rest, keys, dialect, ways.gathered),
        sized=ways.sized,
        told=ways.told,
        known=rest.as_of is None,
        whole=partial(_set_of, connection, rest, keys, live),
        at_once=rest.text is not None,
        within=partial(_among, connection, rest, keys, live),
        some=partial(_some_of, connection, rest, keys, live),
    )


def _among(connection: sa.Connection, rest: Filter, keys: sa.Select[Any] | None, live: Search, some: Keys) -> Keys:
    """Those of some incidents that `_set_of` holds, by their own events; by those that fit, where they are fewer."""
    if len(some) >= live.few and np.count_nonzero(live.fitting()) < EVENTS * len(some):
        return some[_set_of(connection, rest, keys, live)[some]]
    told_by, of = members_of(connection, some)
    fit = np.isin(told_by, live.among(told_by)) if len(told_by) < live.few else live.fitting()[told_by]
    told = np.isin(some, of[fit])
    if rest.as_of is not None:
        told |= _otherwise(connection, rest)[some]
    if keys is not None:
        by_set = keysets.mask(connection, incidents, found_by_set(rest, keys, connection.dialect.name))
        told = np.where(keysets.mask(connection, incidents, keys)[some], by_set[some], told)
    return some[told]


def _set_of(connection: sa.Connection, rest: Filter, keys: sa.Select[Any] | None, live: Search) -> Mask:
    """The set of incidents one of whose events a filter finds, with what people set in its place.

    `live` finds those of the events that hold now.
    """
    return _with_others(connection, rest, keys, incidents_of(connection, live.fitting()))


def _some_of(
    connection: sa.Connection, rest: Filter, keys: sa.Select[Any] | None, live: Search, number: int
) -> Iterator[Piece]:
    """The keys of `_set_of` in pieces, by the incidents of the events that are found first."""
    length = keysets.size(connection, events)
    given = _with_others(connection, rest, keys, np.zeros(keysets.size(connection, incidents), np.bool_))
    yield Piece(np.flatnonzero(given), last=False)
    for some, last in live.several(2 * number):
        told = incidents_of(connection, keysets.of_keys(some, length))
        new = _with_others(connection, rest, keys, told) & ~given
        given |= new
        yield Piece(np.flatnonzero(new), last)


def _with_others(connection: sa.Connection, rest: Filter, keys: sa.Select[Any] | None, told: Mask) -> Mask:
    """A set of incidents by events that hold now, with those that others tell and what people set in their place."""
    if rest.as_of is not None:
        told = told | _otherwise(connection, rest)
    if keys is None:
        return told
    by_set = keysets.mask(connection, incidents, found_by_set(rest, keys, connection.dialect.name))
    return told & ~keysets.mask(connection, incidents, keys) | by_set


def _otherwise(connection: sa.Connection, rest: Filter) -> Mask:
    """The set of what `_told_otherwise` finds."""
    return keysets.mask(connection, incidents, sa.union_all(*_told_otherwise(rest, connection.dialect.name)))


def _gathered(
    rest: Filter, keys: sa.Select[Any] | None, dialect: str, where: Sequence[sa.ColumnElement[bool]]
) -> sa.ColumnElement[bool]:
    """The same by the keys of all incidents that have events under the conditions `where`."""
    told = sa.select(members.c.incident).join(events, members.c.event == events.c.key).where(*where)
    holds = incidents.c.key.in_(_and_otherwise(told, rest, dialect))
    if keys is None:
        return holds
    was_set, by_set = incidents.c.key.in_(keys), incidents.c.key.in_(found_by_set(rest, keys, dialect))
    return (~was_set & holds) | (was_set & by_set)


def _and_otherwise(told: sa.Select[Any], rest: Filter, dialect: str) -> Found:
    """The keys of incidents that are `told` by events that hold now, and of those that `_told_otherwise` finds."""
    return told if rest.as_of is None else told.union_all(*_told_otherwise(rest, dialect))


def _told_otherwise(asked: Filter, dialect: str, *where: sa.ColumnElement[bool]) -> Iterator[sa.Select[Any]]:
    """The keys of incidents one of whose events a filter finds as they were at a moment, of what has ended since.

    What still holds belonged together then as it does now: an incident whose events change gets another state.
    """
    of = belonging(asked.as_of)
    joined = incidents.join(of.table, of.incident).join(events, of.event)
    then = *of.held, at(events, asked.as_of), at(incidents, asked.as_of)
    for table in (incidents, events):
        found = sa.select(incidents.c.key.label("incident")).select_from(joined).correlate(None)
        yield found.where(table.c.superseded > asked.as_of, *then, *event_filters.tests(asked, dialect), *where)


def of_passages(asked: Filter) -> Filter:
    """What of a filter is not answered by the columns of incidents."""
    return replace(asked, **{name: getattr(Filter(), name) for name in OWN})


def settled(asked: Filter) -> sa.Select[Any] | None:
    """The keys of the states of incidents of which people set something that is asked for; None: nothing can be."""
    fields = {field for _, roles in asked_parties(asked) for role in roles if (field := FIELD_OF.get(role))}
    fields |= {field for field, wanted in zip(FIELD_OF.values(), asked_dyad(asked), strict=True) if wanted is not None}
    fields |= {name for name in ("modes", "contexts") if getattr(asked, name)}
    if asked.edited:
        return sa.select(set_values.c.incident)
    return sa.select(set_values.c.incident).where(set_values.c.field.in_(sorted(fields))) if fields else None


def decided(connection: sa.Connection, asked: Filter) -> sa.Select[Any] | None:
    """The same; None also where people set nothing of it so far."""
    keys = settled(asked)
    return None if keys is None or connection.scalar(keys.limit(1)) is None else keys


def found_by_set(asked: Filter, keys: sa.Select[Any], dialect: str) -> sa.Select[Any]:
    """The keys of the `settled` incidents (`keys`) that a filter of passages finds: by what was set, else by them."""
    return sa.select(incidents.c.key).where(
        incidents.c.key.in_(keys), at(incidents, asked.as_of), _tells_or_set(asked, dialect)
    )


def _told(rest: Filter, keys: sa.Select[Any] | None, dialect: str, ways: Ways) -> sa.Select[Any]:
    """The keys of incidents one of whose events a filter finds, with what people set in its place."""
    told = sa.select(members.c.incident).select_from(ways.source.join(members, members.c.event == events.c.key))
    told = told.where(*ways.where)
    if rest.as_of is not None:
        told = sa.select(_and_otherwise(told, rest, dialect).subquery().c.incident)
    if keys is None:
        return told
    incident = told.selected_columns.incident
    every = told.where(incident.not_in(keys)).union_all(found_by_set(rest, keys, dialect)).subquery()
    return sa.select(every.c[0])


def _tells(rest: Filter, keys: sa.Select[Any] | None, dialect: str) -> sa.ColumnElement[bool]:
    """The same as a test of one incident."""
    plain = _has_event(rest, dialect)
    if keys is None:
        return plain
    return (incidents.c.key.not_in(keys) & plain) | (incidents.c.key.in_(keys) & _tells_or_set(rest, dialect))


def _tells_or_set(asked: Filter, dialect: str) -> sa.ColumnElement[bool]:
    rest = replace(asked, **{name: getattr(Filter(), name) for name in SET})
    return _has_event(rest, dialect, *_set_or_told(asked))


def _has_event(asked: Filter, dialect: str, *where: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """An event of the incident that a filter finds, looked at one by one."""
    told = sa.select(sa.literal(1)).select_from(members.join(events, members.c.event == events.c.key))
    told = told.where(members.c.incident == incidents.c.key, *event_filters.tests(asked, dialect), *where)
    if asked.as_of is None:
        return told.correlate(incidents).exists()
    otherwise = sa.union_all(*_told_otherwise(asked, dialect, *where))
    still = told.where(at(events, asked.as_of)).correlate(incidents).exists()
    return still | incidents.c.key.in_(otherwise)


def _set_or_told(asked: Filter) -> Conditions:
    """For each thing that is asked for: what was set of the incident has it, or nothing was and the event has it."""
    for wanted, roles in asked_parties(asked):
        yield sa.or_(*(_takes_part(wanted, role) for role in roles))
    if asked.dyad is not None:
        yield _acts_on(*asked_dyad(asked))
    for field, values in (("modes", asked.modes), ("contexts", asked.contexts)):
        if values:
            yield _either(field, set_values.c.value.in_(values), in_list(events.c[field], values))
    if asked.edited:
        yield _set().exists() | (events.c.edited != "")


def _acts_on(one: str | None, two: str | None) -> sa.ColumnElement[bool]:
    """One acts on two; the reports tell whether they do it together only where neither side was set."""
    sides = ((one, "actor"), (two, "recipient"))
    told = sa.and_(*(_takes_part(wanted, role) for wanted, role in sides if wanted is not None))
    if two is None:
        return told
    own = _set(set_values.c.field.in_(tuple(FIELD_OF.values())))
    together = with_others(two).holds if one is None else acting_on(one, two)
    return told | (~own.exists() & together)


def _takes_part(wanted: str, role: str) -> sa.ColumnElement[bool]:
    told = (
        sa.select(sa.literal(1))
        .select_from(participants)
        .join(parties, parties.c.key == participants.c.party)
        .where(participants.c.event == events.c.key, participants.c.role == role, party_matches(wanted))
        .correlate(events)
        .exists()
    )
    if role not in FIELD_OF:
        return told
    who = sa.select(parties.c.key).where(party_matches(wanted))
    return _either(FIELD_OF[role], set_values.c.party.in_(who), told)


def _either(field: str, holds: sa.ColumnElement[bool], told: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    own = set_values.c.field == field
    return _set(own, holds).exists() | (~_set(own).exists() & told)


def _set(*where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """What people set of the incident of the outer query."""
    of = set_values.c.incident == incidents.c.key
    return sa.select(sa.literal(1)).select_from(set_values).where(of, *where).correlate(incidents)
