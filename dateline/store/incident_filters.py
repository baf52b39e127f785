"""Which incidents a filter finds, in SQL.

What incidents have columns for, they answer by the values shown. For all else one of their events has to hold it,
except where people set the field: then that value answers, whatever the reports say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.store.filters import (
    around,
    asked_dyad,
    asked_parties,
    at,
    between,
    coded,
    in_list,
    inside,
    of_events,
    party_matches,
    with_counterpart,
)
from dateline.store.tables import events, incident_events, incidents, participants, parties, set_values

OWN = ("types", "quads", "statuses", "countries", "since", "until", "near", "box", "min_origins")
"""What incidents answer by the values shown of them."""
SET = ("actor", "recipient", "party", "dyad", "modes", "contexts", "edited")
"""What a value that people set of an incident answers before its events do."""
FIELD_OF = {"actor": "actors", "recipient": "recipients"}
"""The field of a role; voices are those of reports."""

Conditions = Iterator[sa.ColumnElement[bool]]


def of_incidents(asked: Filter, dialect: str) -> Conditions:
    """The conditions on `incidents`."""
    if asked.run is not None:
        raise InputError("incidents come from all runs: leave run out")
    yield at(incidents, asked.as_of)
    yield from coded(
        (incidents.c.type, asked.types),
        (incidents.c.quad, asked.quads),
        (incidents.c.status, asked.statuses),
        (incidents.c.country, asked.countries),
    )
    yield from between(incidents.c.day, asked)
    if asked.near is not None:
        yield around(incidents, asked.near)
    if asked.box is not None:
        yield inside(incidents, asked.box)
    if asked.min_origins is not None:
        yield incidents.c.origins >= asked.min_origins
    rest = of_passages(asked)
    if rest != Filter(as_of=asked.as_of):
        yield incidents.c.id.in_(_told(rest, dialect))


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


def found_by_set(asked: Filter, keys: sa.Select[Any], dialect: str) -> sa.Select[Any]:
    """Key and id of the `settled` incidents (`keys`) that a filter of passages finds: by what was set, else by them."""
    rest = replace(asked, **{name: getattr(Filter(), name) for name in SET})
    told = (
        sa.select(sa.literal(1))
        .select_from(incident_events)
        .join(events, events.c.passage == incident_events.c.passage)
        .where(incident_events.c.incident == incidents.c.id, at(incident_events, asked.as_of))
        .where(*of_events(rest, dialect), *_set_or_told(asked))
        .correlate(incidents)
    )
    return sa.select(incidents.c.key, incidents.c.id).where(
        incidents.c.key.in_(keys), at(incidents, asked.as_of), told.exists()
    )


def _told(rest: Filter, dialect: str) -> sa.Select[Any] | sa.CompoundSelect[Any]:
    """The ids of incidents one of whose events a filter finds, with what people set in its place."""
    members = sa.select(incident_events.c.incident).join(events, events.c.passage == incident_events.c.passage)
    members = members.where(at(incident_events, rest.as_of), *of_events(rest, dialect))
    keys = settled(rest)
    if keys is None:
        return members
    found = found_by_set(rest, keys, dialect)
    elsewhere = sa.select(incidents.c.id).where(incidents.c.key.in_(keys), at(incidents, rest.as_of))
    return members.where(incident_events.c.incident.not_in(elsewhere)).union_all(
        found.with_only_columns(incidents.c.id)
    )


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
    return told | (~own.exists() & events.c.key.in_(with_counterpart(two, one)))


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
