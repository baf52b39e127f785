"""What to read from a store, and its conditions in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from math import asin, cos, degrees, radians, sin
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError
from dateline.records.query import Box, Filter, Near
from dateline.store import rows
from dateline.store.tables import (
    additions,
    articles,
    decisions,
    edits,
    parties,
)

ACTOR = re.compile(r"a[0-9a-f]{15}")
"""The id of an actor of the store: `parties.actor`."""
ANYBODY = "*"
"""Stands for a party of a dyad that may be any."""
CODES = re.compile(r"([A-Z]{3})?(?::([A-Z]{3}))?")
COUNTRY = re.compile(r"[A-Z]{3}")
DEGREE = 111.195
"""Kilometres in a degree of latitude."""


def at(table: sa.Table, moment: datetime | None) -> sa.ColumnElement[bool]:
    """True for rows that hold now, or held at a moment."""
    if moment is None:
        return table.c.superseded.is_(None)
    return (table.c.recorded <= moment) & (table.c.superseded.is_(None) | (table.c.superseded > moment))


def reviewed(as_of: datetime | None) -> sa.CompoundSelect[Any]:
    """The passages that people have looked at, or had at a moment: reviewed, edited, or added."""
    seen = sa.select(decisions.c.passage).where(decisions.c.kind == "review", holding(decisions, as_of))
    made = (sa.select(table.c.passage).where(holding(table, as_of)) for table in (edits, additions))
    return seen.union(*made)


def holding(table: sa.Table, moment: datetime | None = None) -> sa.ColumnElement[bool]:
    """True for decisions of people that hold now, or held at a moment."""
    holds: sa.ColumnElement[bool] = table.c.withdrawn_at.is_(None)
    if moment is None:
        return holds
    return (table.c.at <= moment) & (holds | (table.c.withdrawn_at > moment))


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


def lacking(table: sa.Table, asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """No day, no place on the map, as far as it is asked for; InputError where there is no such thing to lack."""
    columns = {"date": table.c.day, "place": table.c.lat}
    for name in asked.without:
        if name not in columns:
            raise InputError(f"without: {name!r} is none of {', '.join(columns)}")
        yield columns[name].is_(None)


def recorded(table: sa.Table, asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """Known, or changed, from the moment on that is asked for."""
    if asked.recorded_since is not None:
        yield table.c.recorded >= asked.recorded_since


def inside(table: sa.Table, box: Box) -> sa.ColumnElement[bool]:
    """The first place of a row inside the box."""
    lat, lon = table.c.lat, table.c.lon
    across = (lon >= box.west) | (lon <= box.east) if box.west > box.east else lon.between(box.west, box.east)
    return lat.between(box.south, box.north) & across


def around(table: sa.Table, near: Near) -> sa.ColumnElement[bool]:
    """The point of a row within the radius: a box by the index over points, then the chord through the earth."""
    point = table.c
    x, y, z = rows.on_sphere(near.lat, near.lon)
    chord = 2 * sin(min(near.km / rows.EARTH, radians(180)) / 2)
    apart = (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y) + (point.z - z) * (point.z - z)
    band = near.km / DEGREE + 0.01
    return point.lat.between(near.lat - band, near.lat + band) & _beside(point.lon, near, band) & (apart <= chord**2)


def _beside(lon: sa.ColumnElement[float], near: Near, band: float) -> sa.ColumnElement[bool]:
    """A longitude as far away as a circle reaches, whose radius is `band` degrees of latitude."""
    if abs(near.lat) + band >= 90:
        return sa.true()
    wide = degrees(asin(min(1, sin(radians(band)) / cos(radians(near.lat))))) + 0.01
    west, east = near.lon - wide, near.lon + wide
    if west < -180 or east > 180:
        return (lon >= (west + 180) % 360 - 180) | (lon <= (east + 180) % 360 - 180)
    return lon.between(west, east)


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


def party_keys(wanted: str) -> sa.Select[Any]:
    """The keys of the parties that codes or words stand for."""
    return sa.select(parties.c.key).where(party_matches(wanted))


def article_keys(ids: Sequence[str]) -> sa.Select[Any]:
    """The keys of articles by their ids."""
    return sa.select(articles.c.key).where(articles.c.id.in_(ids))
