"""Decisions field by field, with what stood there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
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
    for some in chunks(made):
        set_, seen = _edits(connection, [part for one in some for part in one.parts]), _seen(connection, some)
        for one in some:
            yield from _of_one(one, set_, seen.get(one.id))


def _of_one(one: Decision, set_: Mapping[str, Edit | IncidentEdit], seen: StoredEvent | None) -> Iterator[Corrected]:
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


def _seen(connection: sa.Connection, made: Sequence[Decision]) -> dict[str, StoredEvent]:
    """The event of each decision as it was when somebody decided about it, by the id of the decision."""
    states: dict[str | None, list[tuple[datetime, int]]] = {}
    for some in chunks(sorted({one.record for one in made if one.record is not None})):
        found = sa.select(events.c.id, events.c.recorded, events.c.key).where(events.c.id.in_(some))
        for id_, recorded, key in connection.execute(found):
            states.setdefault(id_, []).append((recorded, key))
    before = {one.id: [state for state in states.get(one.record, ()) if state[0] < one.at] for one in made}
    keys = {id_: max(held)[1] for id_, held in before.items() if held}
    wanted = sorted(set(keys.values()))
    read = dict(zip(wanted, reading.by_keys(connection, wanted), strict=True))
    return {id_: read[key] for id_, key in keys.items()}
