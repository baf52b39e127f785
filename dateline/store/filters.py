"""What to read from a store, and its conditions in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from math import radians, sin
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Box, Filter, Near
from dateline.store import rows, search
from dateline.store.tables import (
    articles,
    codings,
    counterparts,
    decisions,
    edits,
    event_places,
    events,
    incident_events,
    incidents,
    participants,
    parties,
    statements,
)

ACTOR = re.compile(r"a[0-9a-f]{15}")
"""The id of an actor of the store: `parties.actor`."""
ANYBODY = "*"
"""Stands for a party of a dyad that may be any."""
CODES = re.compile(r"([A-Z]{3})?(?::([A-Z]{3}))?")
DEGREE = 111.195
"""Kilometres in a degree of latitude."""


def known(table: sa.Table, asked: Filter) -> sa.ColumnElement[bool]:
    """True for rows that were known at the time asked for, or that a run coded."""
    if asked.run is not None:
        coded = table.c.coding.in_(sa.select(codings.c.key).where(codings.c.run == asked.run))
        return coded & (table.c.version == 0) if "version" in table.c else coded
    return at(table, asked.as_of)


def at(table: sa.Table, moment: datetime | None) -> sa.ColumnElement[bool]:
    """True for rows that hold now, or held at a moment."""
    if moment is None:
        return table.c.superseded.is_(None)
    return (table.c.recorded <= moment) & (table.c.superseded.is_(None) | (table.c.superseded > moment))


def of_events(asked: Filter, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `events`."""
    yield known(events, asked)
    yield from _columns(asked)
    yield from between(events.c.day, asked)
    yield from published(events.c.published, asked)
    for column, values in ((events.c.modes, asked.modes), (events.c.contexts, asked.contexts)):
        if values:
            yield in_list(column, values)
    if asked.countries:
        yield _in_countries(asked.countries)
    if asked.near is not None:
        yield _within(asked.near)
    if asked.box is not None:
        yield inside(events, asked.box)
    yield from (events.c.key.in_(found) for found in _taking_part(asked))
    if asked.articles:
        yield events.c.article.in_(_article_keys(asked.articles))
    if asked.text is not None:
        yield events.c.key.in_(search.matching("events", asked.text, dialect))
    if asked.min_origins is not None:
        told = sa.select(incident_events.c.passage).join(incidents, incidents.c.id == incident_events.c.incident)
        often = (incidents.c.origins >= asked.min_origins, at(incidents, asked.as_of), at(incident_events, asked.as_of))
        yield events.c.passage.in_(told.where(*often))
    if asked.reviewed is not None:
        seen = reviewed(asked.as_of)
        yield events.c.passage.in_(seen) if asked.reviewed else events.c.passage.not_in(seen)


def reviewed(as_of: datetime | None) -> sa.CompoundSelect[Any]:
    """The passages that people have looked at, or had at a moment: reviewed, or edited."""
    seen = sa.select(decisions.c.passage).where(decisions.c.kind == "review", holding(decisions, as_of))
    return seen.union(sa.select(edits.c.passage).where(holding(edits, as_of)))


def holding(table: sa.Table, moment: datetime | None = None) -> sa.ColumnElement[bool]:
    """True for decisions of people that hold now, or held at a moment."""
    holds: sa.ColumnElement[bool] = table.c.withdrawn_at.is_(None)
    if moment is None:
        return holds
    return (table.c.at <= moment) & (holds | (table.c.withdrawn_at > moment))


def sought(asked: Filter, dialect: str) -> Iterator[sa.Select[Any]]:
    """The keys of events that each condition finds which is not one on a narrow column of `events`.

    They are looked up in the index of the condition alone, whether or not the events are known now.
    """
    if asked.countries:
        yield sa.select(event_places.c.event).where(event_places.c.country.in_(asked.countries))
    if asked.near is not None:
        yield sa.select(event_places.c.event).where(around(event_places, asked.near))
    yield from _taking_part(asked)
    if asked.articles:
        yield sa.select(events.c.key).where(events.c.article.in_(_article_keys(asked.articles)))
    if asked.text is not None:
        yield search.matching("events", asked.text, dialect)


def of_statements(asked: Filter, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `statements`; InputError where something is asked that statements do not have."""
    only_events = (
        "types",
        "modes",
        "contexts",
        "quads",
        "statuses",
        "near",
        "recipient",
        "dyad",
        "confidence",
        "min_origins",
        "box",
        "reviewed",
    )
    for name in only_events:
        if (value := getattr(asked, name)) or value is False:
            raise InputError(f"statements have no {name}: leave that filter out")
    yield known(statements, asked)
    yield from between(statements.c.day, asked)
    yield from published(statements.c.day, asked)
    if asked.sources:
        yield statements.c.publisher.in_(asked.sources)
    for wanted in (asked.actor, asked.party):
        if wanted is not None:
            yield statements.c.party.in_(_party_keys(wanted))
    if asked.countries:
        home = sa.select(parties.c.key).where(parties.c.country.in_(asked.countries))
        yield statements.c.party.in_(home)
    if asked.articles:
        yield statements.c.article.in_(_article_keys(asked.articles))
    if asked.text is not None:
        yield statements.c.key.in_(search.matching("statements", asked.text, dialect))


def party_matches(wanted: str) -> sa.ColumnElement[bool]:
    """The condition on `parties` for codes, a key of the actor list, or words of a name."""
    if ACTOR.fullmatch(wanted):
        return parties.c.actor == wanted
    codes = CODES.fullmatch(wanted)
    if codes and wanted:
        country, sector = codes.groups()
        conditions = []
        if country:
            conditions.append(parties.c.country == country)
        if sector:
            conditions.append(parties.c.sectors.contains(f";{sector};", autoescape=True))
        return sa.and_(*conditions)
    words = rows.folded_words(wanted)
    if not words:
        raise InputError(f"{wanted!r} names no party: a code such as MLI:MIL, or words of a name")
    by_name = sa.and_(*(parties.c.folded.contains(word, autoescape=True) for word in words))
    return by_name | (parties.c.actor_id == wanted)


def _columns(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    yield from coded(
        (events.c.type, asked.types),
        (events.c.quad, asked.quads),
        (events.c.status, asked.statuses),
        (events.c.publisher, asked.sources),
    )
    if asked.confidence is not None:
        yield events.c.confidence >= asked.confidence
    if asked.edited:
        yield events.c.edited != ""


def coded(*asked: tuple[sa.ColumnElement[Any], Sequence[str]]) -> Iterator[sa.ColumnElement[bool]]:
    """One of the values that are asked for in each column, where there are some.

    Of one value alone an index over the column gives the rows in the order of its further columns.
    """
    for column, values in asked:
        if values:
            yield column.in_(values) if len(values) > 1 else column == values[0]


def in_list(column: sa.ColumnElement[str], values: Sequence[str]) -> sa.ColumnElement[bool]:
    """One of the values in a list that is kept as ";a;b;"."""
    return sa.or_(*(column.contains(f";{value};", autoescape=True) for value in values))


def between(day: sa.ColumnElement[Any], asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """A day within the dates that are asked for."""
    return _from_to(day, asked.since, asked.until)


def published(day: sa.ColumnElement[Any], asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """A day of publication within the dates that are asked for."""
    return _from_to(day, asked.published_since, asked.published_until)


def _from_to(day: sa.ColumnElement[Any], first: date | None, last: date | None) -> Iterator[sa.ColumnElement[bool]]:
    if first is not None:
        yield day >= first
    if last is not None:
        yield day <= last


def _in_countries(countries: Sequence[str]) -> sa.ColumnElement[bool]:
    """Any place of the event in one of the countries."""
    there = sa.select(event_places.c.event).where(event_places.c.country.in_(countries))
    return events.c.key.in_(there)


def _within(near: Near) -> sa.ColumnElement[bool]:
    """Any place of the event within the radius."""
    return events.c.key.in_(sa.select(event_places.c.event).where(around(event_places, near)))


def inside(table: sa.Table, box: Box) -> sa.ColumnElement[bool]:
    """The first place of a row inside the box."""
    lat, lon = table.c.lat, table.c.lon
    across = (lon >= box.west) | (lon <= box.east) if box.west > box.east else lon.between(box.west, box.east)
    return lat.between(box.south, box.north) & across


def around(table: sa.Table, near: Near) -> sa.ColumnElement[bool]:
    """The point of a row within the radius: a band of latitudes by the index, then the chord through the earth."""
    point = table.c
    x, y, z = rows.on_sphere(near.lat, near.lon)
    chord = 2 * sin(min(near.km / rows.EARTH, radians(180)) / 2)
    apart = (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y) + (point.z - z) * (point.z - z)
    band = near.km / DEGREE + 0.01
    return point.lat.between(near.lat - band, near.lat + band) & (apart <= chord * chord)


def asked_parties(asked: Filter) -> Iterator[tuple[str, Sequence[str]]]:
    """Who has to take part in which roles, the parties of a dyad aside."""
    for wanted, roles in (
        (asked.actor, ("actor",)),
        (asked.recipient, ("recipient",)),
        (asked.party, ("actor", "recipient", "voice")),
    ):
        if wanted is not None:
            yield wanted, roles


def asked_dyad(asked: Filter) -> tuple[str | None, str | None]:
    """Who has to act on whom, None for anybody; InputError where that is no dyad."""
    if asked.dyad is None:
        return None, None
    one, arrow, two = (part.strip() for part in asked.dyad.partition(">"))
    if not (arrow and one and two) or one == two == ANYBODY:
        raise InputError(f"{asked.dyad!r} is no dyad: ACTOR>RECIPIENT such as MLI:MIL>MLI:REB, * for anybody")
    return None if one == ANYBODY else one, None if two == ANYBODY else two


def _taking_part(asked: Filter) -> Iterator[sa.Select[Any]]:
    """The keys of the events that have each party asked for: by the index over parties, not by going through all."""
    for wanted, roles in asked_parties(asked):
        yield in_role(wanted, roles)
    one, two = asked_dyad(asked)
    if one is not None:
        yield in_role(one, ("actor",))
    if two is not None:
        yield sa.select(in_role(two, ("recipient",)).union_all(with_counterpart(two, one)).subquery().c.event)


def in_role(wanted: str, roles: Sequence[str]) -> sa.Select[Any]:
    """The keys of the events in which a party has one of the roles."""
    party = participants.c.party.in_(_party_keys(wanted))
    return sa.select(participants.c.event).where(party, participants.c.role.in_(roles))


def with_counterpart(wanted: str, other: str | None) -> sa.Select[Any]:
    """The keys of the events that a party does together with another (None: anybody)."""
    found = sa.select(counterparts.c.event).where(counterparts.c.party.in_(_party_keys(wanted)))
    if other is None:
        return found
    beside = counterparts.alias("beside")
    same = (beside.c.event == counterparts.c.event) & (beside.c.position != counterparts.c.position)
    of_event = beside.c.party + 0  # not by the index over parties: an event has few of them, a country thousands
    return found.where(sa.exists().where(same, of_event.in_(_party_keys(other))))


def _party_keys(wanted: str) -> sa.Select[Any]:
    return sa.select(parties.c.key).where(party_matches(wanted))


def _article_keys(ids: Sequence[str]) -> sa.Select[Any]:
    return sa.select(articles.c.key).where(articles.c.id.in_(ids))
