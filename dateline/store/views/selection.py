"""Which rows of a state a filter finds: narrow columns in memory, the rest by the indexes of the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.records.query import Box, Filter
from dateline.store.divisions import spelled
from dateline.store.event_filters import sought
from dateline.store.filters import recorded, reviewed
from dateline.store.incident_filters import decided, found_by_set, of_passages
from dateline.store.keysets import gathered
from dateline.store.tables import events, incidents
from dateline.store.views.columns import UNDATED, Columns, Mask
from dateline.store.views.state import State

EPOCH = date(1970, 1, 1)


def of_events(connection: sa.Connection, state: State, asked: Filter) -> Mask:
    """True for the rows of events that a filter finds."""
    table, asked = state.events, spelled(connection, asked)
    mask = table.live.copy()
    _coded(
        table, mask, {"type": asked.types, "quad": asked.quads, "status": asked.statuses, "publisher": asked.sources}
    )
    _listed(table, mask, {"modes": asked.modes, "contexts": asked.contexts})
    _between(table.day, mask, asked.since, asked.until)
    _between(table.dates["published"], mask, asked.published_since, asked.published_until)
    _lacking(table, mask, asked.without)
    if asked.edited:
        mask &= table.words["edited"] > 0
    if asked.confidence is not None:
        mask &= table.numbers["weight"] >= np.float32(asked.confidence)
    if asked.box is not None:
        mask &= inside(table, asked.box)
    for query in sought(asked, connection.dialect.name):
        mask &= _among(table, gathered(connection, query))
    if asked.reviewed is not None:
        seen = _among(
            table, gathered(connection, sa.select(events.c.key).where(events.c.passage.in_(reviewed(state.as_of))))
        )
        mask &= seen if asked.reviewed else ~seen
    if asked.min_origins is not None:
        member = state.member(connection)
        often = np.append(state.incidents.numbers["weight"] >= asked.min_origins, False)
        mask &= often[member]
    return mask


def of_incidents(connection: sa.Connection, state: State, asked: Filter) -> Mask:
    """True for the rows of incidents that a filter finds."""
    table, asked = state.incidents, spelled(connection, asked)
    mask = table.live.copy()
    coded = {"type": asked.types, "quad": asked.quads, "status": asked.statuses, "country": asked.countries}
    _coded(table, mask, coded | {"region": asked.regions})
    _between(table.day, mask, asked.since, asked.until)
    if asked.min_origins is not None:
        mask &= table.numbers["weight"] >= asked.min_origins
    if asked.box is not None:
        mask &= inside(table, asked.box)
    if asked.near is not None:
        mask &= _around(table, asked.near.lat, asked.near.lon, asked.near.km)
    _lacking(table, mask, asked.without)
    now = () if asked.as_of else (incidents.c.superseded.is_(None),)  # their index holds no others
    for condition in recorded(incidents, asked):
        mask &= _among(table, gathered(connection, sa.select(incidents.c.key).where(condition, *now)))
    rest = of_passages(asked)
    if rest != Filter(as_of=asked.as_of):
        mask &= _told(connection, state, rest)
    return mask


def _told(connection: sa.Connection, state: State, rest: Filter) -> Mask:
    """True for the incidents one of whose events a filter finds; of what people set, where that is found."""
    table = state.incidents
    rows = state.member(connection)[of_events(connection, state, rest)]
    told = np.zeros(len(table.live), np.bool_)
    told[rows[rows >= 0]] = True
    was_set = decided(connection, rest)
    if was_set is not None:
        told &= ~_among(table, gathered(connection, was_set))
        told |= _among(table, gathered(connection, found_by_set(rest, was_set, connection.dialect.name)))
    return told


def inside(table: Columns, box: Box) -> Mask:
    """True for the rows whose place is inside a box."""
    lat, lon = table.numbers["lat"], table.numbers["lon"]
    across = (lon >= box.west) | (lon <= box.east) if box.west > box.east else (lon >= box.west) & (lon <= box.east)
    out: Mask = (lat >= box.south) & (lat <= box.north) & across
    return out


def _around(table: Columns, lat: float, lon: float, km: float) -> Mask:
    """True for the rows whose place is within `km` of a point (haversine, mean radius of the earth)."""
    a, b = np.radians(table.numbers["lat"].astype(np.float64)), np.radians(table.numbers["lon"].astype(np.float64))
    u, v = np.radians(lat), np.radians(lon)
    h = np.sin((a - u) / 2) ** 2 + np.cos(a) * np.cos(u) * np.sin((b - v) / 2) ** 2
    out: Mask = 2 * 6371.0088 * np.arcsin(np.minimum(1, np.sqrt(h))) <= km
    return out


def _lacking(table: Columns, mask: Mask, names: Sequence[str]) -> None:
    if "date" in names:
        mask &= table.day == UNDATED
    if "place" in names:
        mask &= np.isnan(table.numbers["lat"])


def _coded(table: Columns, mask: Mask, asked: dict[str, Sequence[str]]) -> None:
    for name, values in asked.items():
        if values:
            numbers = table.numbers_of(name, values)
            wanted = np.zeros(len(table.vocabulary[name].list), np.bool_)  # after: words may come meanwhile
            wanted[numbers] = True
            mask &= wanted[table.words[name]]


def _listed(table: Columns, mask: Mask, asked: dict[str, Sequence[str]]) -> None:
    """Lists are kept as one text, ";a;b;": those that hold one of the values."""
    for name, values in asked.items():
        if values:
            known = table.vocabulary[name].list
            wanted = np.array([any(f";{value};" in text for value in values) for text in known], np.bool_)
            mask &= wanted[table.words[name]]


def _between(days: NDArray[np.int32], mask: Mask, first: date | None, last: date | None) -> None:
    if first is not None:
        mask &= days >= (first - EPOCH).days
    if last is not None:
        mask &= (days <= (last - EPOCH).days) & (days > UNDATED)


def _among(table: Columns, found: NDArray[np.int64]) -> Mask:
    """True for the rows with these keys: by a table of all keys, which is faster than looking each of them up."""
    if not len(table.key):
        return np.zeros(0, np.bool_)
    last = int(table.key[-1])
    there = np.zeros(last + 1, np.bool_)
    there[found[found <= last]] = True
    out: Mask = there[table.key]
    return out
