"""What people set of the states of incidents, as filters find it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from dateline.records.incident import Incident
from dateline.store import party_rows
from dateline.store.rows import Party
from dateline.store.tables import set_values

PARTIES = ("actors", "recipients")


def put(connection: sa.Connection, states: Sequence[tuple[int, Incident]]) -> None:
    """Write what people set of states of incidents, by their keys."""
    set_of = [(key, decided(one)) for key, one in states]
    party_of = {
        (key, field): Party(value["name"], value.get("country"), tuple(value.get("sectors") or ()), value.get("id"))
        for key, fields in set_of
        for field, value in fields.items()
        if field in PARTIES and value
    }
    keys = party_rows.keys(connection, party_of.values())
    new = [
        {
            "incident": key,
            "field": field,
            "value": value if isinstance(value, str) else None,
            "party": keys[party_of[key, field]] if (key, field) in party_of else None,
        }
        for key, fields in set_of
        for field, value in fields.items()
    ]
    if new:
        connection.execute(set_values.insert(), new)


def decided(one: Incident) -> dict[str, Any]:
    """The fields that people set, with the values; with a type goes the mode that is shown of it, or none."""
    out = {s.field: s.value for s in one.shown if s.set_by is not None}
    if "type" in out:
        out.setdefault("modes", one.value("modes"))
    return out
