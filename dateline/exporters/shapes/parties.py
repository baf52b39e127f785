"""Parties with the events that they take part in, and dyads by time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from dateline.exporters.shapes.base import Shape
from dateline.records.dyad import Dyad
from dateline.records.dyad import columns as dyad_columns
from dateline.records.flat import PARTY_COLUMNS, Column, row
from dateline.records.stored import StoredParty
from dateline.records.stored_lines import party_line


def _codes(party: StoredParty) -> str:
    return f"{party.country or '?'}:{'+'.join(party.sectors) or '?'}"


PARTIES = Shape(
    PARTY_COLUMNS,
    party_line,
    (
        ("name", lambda p: p.name),
        ("codes", _codes),
        ("as actor", lambda p: p.as_actor),
        ("as recipient", lambda p: p.as_recipient),
        ("as voice", lambda p: p.as_voice),
    ),
)


def dyads(quads: Sequence[str], *, sectors: bool) -> Shape:
    """The shape of dyads by time, a column for each quad class; a list to read has sectors only where they are told."""
    columns = dyad_columns(quads)
    read = [c for c in columns if c.name != "start" and (sectors or not c.name.endswith("_sector"))]
    return Shape(columns, partial(_dyad_line, columns), tuple((c.name.replace("_", " "), c.get) for c in read))


def _dyad_line(columns: Sequence[Column], dyad: Dyad) -> dict[str, Any]:
    line = row(columns, dyad)
    return {"record": "dyad", **line, "start": dyad.start.isoformat()}
