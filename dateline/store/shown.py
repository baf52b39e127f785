"""What is shown of incidents on maps and in sums, read from the text of their records: all of a record takes ten times
as long, or a hundred.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from dateline.records.sums import FIGURES
from dateline.store.chunks import chunks
from dateline.store.tables import incident_records, incidents

VALUES = json.JSONDecoder()
PLACE = '"field":"where","value":'
ORIGINS = '"origins":'
COUNTS = '"field":"counts.'
"""What stands before the place that is shown, the reports and the name of a number, in a record as `engine.ENCODE` and
`incident_lines` write it."""


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
            first = record.find(COUNTS)
            numbers = {} if first < 0 else _shown_numbers(record, first)
            out[key] = Told(tuple(origins or ()), _shown_place(record), numbers)
    return out


def _shown_place(record: str) -> Mapping[str, Any]:
    """The place that is shown; empty where none is."""
    at_field = record.find(PLACE)
    if at_field < 0:
        return {}
    value: Mapping[str, Any] | None = VALUES.raw_decode(record, at_field + len(PLACE))[0]
    return value or {}


def _shown_numbers(record: str, start: int) -> dict[str, tuple[Any, float | None, float | None]]:
    """The numbers that are shown from a place on."""
    return {what: told for what in FIGURES if (told := _shown_number(record, what, start)) is not None}


def _shown_number(record: str, what: str, start: int) -> tuple[Any, float | None, float | None] | None:
    """The number that is shown, the least and the greatest told; read as places are."""
    value, at_rule = _value(record, f'{COUNTS}{what}","value":', start)
    if value is None:
        return None
    _, at_low = _value(record, '"rule":', at_rule)
    low, at_high = _value(record, '"low":', at_low)
    return value, low, _value(record, '"high":', at_high)[0]


def _value(record: str, name: str, start: int) -> tuple[Any, int]:
    """The value that follows a name in the text of a record, and where it ends; None where there is no such name."""
    found = record.find(name, start)
    return (None, start) if found < 0 else VALUES.raw_decode(record, found + len(name))
