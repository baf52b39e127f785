"""Decisions field by field, with what stood there before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import sqlalchemy as sa

from dateline.records.corrected import Corrected
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.lines import event_line
from dateline.records.stored import StoredEvent
from dateline.store import decision_rows, reading
from dateline.store.chunks import chunks
from dateline.store.desk.decided import Decision
from dateline.store.tables import edits, events, incident_edits


def corrected(connection: sa.Connection, made: Sequence[Decision]) -> Iterator[Corrected]:
    """What decisions set, in their order; `before` is not known of what was set of a whole incident."""
    set_ = _edits(connection, [part for one in made for part in one.parts])
    for one in made:
        seen = _seen(connection, one)
        row = partial(
            Corrected, one.id, one.kind, one.verdict, one.by, one.at, one.words, one.reason, one.sample, seen,
            withdrawn=one.withdrawn, incident=one.detail.get("incident"),
        )  # fmt: skip
        line = event_line(seen.article, seen.event) | {"rejected": seen.rejected} if seen else {}
        fields = [set_[part] for part in one.parts if part in set_]
        yield from (row(field=f.field, before=line.get(f.field), after=f.value) for f in fields)
        if not fields:
            yield row()


def _edits(connection: sa.Connection, ids: Sequence[str]) -> dict[str, Edit | IncidentEdit]:
    found: dict[str, Edit | IncidentEdit] = {}
    for some in chunks(ids):
        found |= {one.id: one for one in decision_rows.read_edits(connection, edits.c.id.in_(some))}
        found |= {one.id: one for one in decision_rows.read_incident_edits(connection, incident_edits.c.id.in_(some))}
    return found


def _seen(connection: sa.Connection, one: Decision) -> StoredEvent | None:
    """The event as it was when somebody decided about it."""
    if one.record is None:
        return None
    versions = sa.select(events.c.key).where(events.c.id == one.record, events.c.recorded < one.at)
    key = connection.scalar(versions.order_by(events.c.recorded.desc(), events.c.key.desc()).limit(1))
    return next(iter(reading.by_keys(connection, [key])), None) if key is not None else None
