"""What people decide: judgements and edits, each with author, time and reason, and their undoing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records import parse
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import VERDICTS, Judgement, Verdict
from dateline.records.withdrawal import Withdrawal
from dateline.store import incidents, queue
from dateline.store.batch import Batch, Origin
from dateline.store.chunks import chunks
from dateline.store.edits import applied, normal, rejected
from dateline.store.filters import holding
from dateline.store.tables import articles, codings, edits, event_records, events, incident_edits, judgements

SHORTEST = 5
"""Characters of an id that are enough, where only one id begins with them."""
TABLES = {Judgement: judgements, Edit: edits, IncidentEdit: incident_edits}
"""Where each kind of decision is kept."""


def passage_of(connection: sa.Connection, id_: str) -> str:
    """The passage of an event by its id, an id it once had, or the beginning of one; InputError where there is none."""
    for column in (events.c.id, events.c.passage):
        exact = sa.select(events.c.passage).where(column == id_).order_by(events.c.key.desc()).limit(1)
        if (passage := connection.scalar(exact)) is not None:
            return str(passage)
    begins = events.c.id.between(id_, id_ + "~") & events.c.id.startswith(id_, autoescape=True)
    found = list(connection.scalars(sa.select(events.c.passage).where(begins).distinct().limit(2)))
    if len(id_) < SHORTEST or not found:
        raise MissingError(f"no event {id_!r} in the store{more_of(id_)}")
    if len(found) > 1:
        raise InputError(f"several events begin with {id_!r}: give more of the id")
    return str(found[0])


def more_of(id_: str) -> str:
    """What to do about an id that is not found because it is too short; "" where it is long enough."""
    return f": give {SHORTEST} characters of its id or more" if len(id_) < SHORTEST else ""


def judge(
    connection: sa.Connection, verdict: Verdict, one: str, two: str, *, by: str, at: datetime, reason: str
) -> Judgement:
    """Write that two events are the same happening, or are not."""
    if verdict not in VERDICTS:
        raise InputError(f"{verdict!r} is no verdict: same or different")
    left, right = sorted((passage_of(connection, one), passage_of(connection, two)))
    if left == right:
        raise InputError(f"{one} and {two} are one event already: the same words of one article")
    judgement = Judgement(new_id("j", left, right, verdict, by, at), left, right, verdict, by, at, reason)
    connection.execute(
        judgements.insert().values(
            id=judgement.id, left=left, right=right, verdict=verdict, by=by, at=at, reason=reason
        )
    )
    queue.touch(connection, "passage", [left, right], judgement.id, at)
    return judgement


def edit(connection: sa.Connection, event: str, field: str, value: Any, *, by: str, at: datetime, reason: str) -> Edit:
    """Write what a field of an event is to be; from now on it is read so."""
    passage = passage_of(connection, event)
    record, id_ = shown(connection, passage)
    checked = normal(field, value, record)
    written = Edit(new_id("d", passage, field, by, at), id_, passage, field, checked, by, at, reason)
    connection.execute(
        edits.insert().values(
            id=written.id, record=id_, passage=passage, field=field, value=checked, by=by, at=at, reason=reason
        )
    )
    _refresh(connection, passage, at)
    queue.touch(connection, "passage", [passage], written.id, at)
    return written


def undo(connection: sa.Connection, id_: str, *, by: str, at: datetime, reason: str) -> Judgement | Edit | IncidentEdit:
    """Take a judgement or an edit back; it stays on record. InputError where there is none or it is undone already.

    What it was about is read without it, and merging looks at it again.
    """
    made = decision(connection, id_)
    if made is None:
        raise MissingError(f"no judgement or edit {id_!r} in the store (dateline decisions lists them)")
    if made.withdrawn is not None:
        raise InputError(f"{id_} was undone already, {made.withdrawn.at:%Y-%m-%d %H:%M} UTC")
    table = TABLES[type(made)]
    values = {"withdrawn_by": by, "withdrawn_at": at, "withdrawn_reason": reason}
    connection.execute(table.update().where(table.c.id == id_).values(**values))
    undone = replace(made, withdrawn=Withdrawal(by, at, reason))
    if isinstance(undone, Judgement):
        queue.touch(connection, "passage", [undone.left, undone.right], id_, at)
    elif isinstance(undone, Edit):
        _refresh(connection, undone.passage, at)
        queue.touch(connection, "passage", [undone.passage], id_, at)
    else:
        touch_incident(connection, undone, at)
    return undone


def touch_incident(connection: sa.Connection, edit: IncidentEdit, at: datetime) -> None:
    """Note that merging has to look at the incident that an edit is about, where there is one still."""
    try:
        now = incidents.read_incident(connection, edit.incident)
    except MissingError:
        return
    queue.touch(connection, "passage", [now.id], edit.id, at)  # its first passage leads to all of it


def decision(connection: sa.Connection, id_: str) -> Judgement | Edit | IncidentEdit | None:
    """The judgement or edit with this id; None where there is none."""
    made: list[Judgement | Edit | IncidentEdit] = [*read_judgements(connection, judgements.c.id == id_)]
    made += read_edits(connection, edits.c.id == id_)
    made += read_incident_edits(connection, incident_edits.c.id == id_)
    return made[0] if made else None


def holds(connection: sa.Connection, id_: str) -> bool | None:
    """Whether a judgement or edit holds; None where there is none of this id."""
    made = decision(connection, id_)
    return None if made is None else made.withdrawn is None


def read_edits(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Edit]:
    """Edits, oldest first."""
    found = sa.select(edits).where(*where).order_by(edits.c.at, edits.c.id)
    return [
        Edit(r.id, r.record, r.passage, r.field, r.value, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def read_incident_edits(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[IncidentEdit]:
    """Edits of incidents, oldest first."""
    found = sa.select(incident_edits).where(*where).order_by(incident_edits.c.at, incident_edits.c.id)
    return [
        IncidentEdit(r.id, r.incident, r.field, r.value, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def read_judgements(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Judgement]:
    """Judgements, oldest first."""
    found = sa.select(judgements).where(*where).order_by(judgements.c.at, judgements.c.id)
    return [
        Judgement(r.id, r.left, r.right, r.verdict, r.by, r.at, r.reason, _withdrawal(r))
        for r in connection.execute(found)
    ]


def judgements_about(
    connection: sa.Connection, passages: Sequence[str], *where: sa.ColumnElement[bool]
) -> list[Judgement]:
    """The judgements about one of the passages, oldest first."""
    found: dict[str, Judgement] = {}
    for some in chunks(passages):
        about = judgements.c.left.in_(some) | judgements.c.right.in_(some)
        found |= {j.id: j for j in read_judgements(connection, about, *where)}
    return sorted(found.values(), key=lambda j: (j.at, j.id))


def _withdrawal(row: Any) -> Withdrawal | None:
    return Withdrawal(row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason) if row.withdrawn_at else None


def shown(connection: sa.Connection, passage: str) -> tuple[dict[str, Any], str]:
    """The latest record of a passage, as people see it, with its id."""
    found = (
        sa.select(event_records.c.record)
        .join(events, events.c.key == event_records.c.event)
        .where(events.c.passage == passage)
        .order_by(events.c.key.desc())
        .limit(1)
    )
    record: dict[str, Any] = connection.execute(found).scalar_one()
    return record, record["id"]


def _refresh(connection: sa.Connection, passage: str, now: datetime) -> None:
    """Make what is known of a passage what its last coding and the edits that hold say."""
    rows_of = _versions(connection, passage)
    base = next(r for r in rows_of if r.version == 0)
    live = next((r for r in rows_of if r.superseded is None), None)
    made = read_edits(connection, edits.c.passage == passage, holding(edits))
    batch = Batch(connection, now)
    if live is not None:
        batch.retire([(live.key, parse.event(live.record))])
    if not rejected(made) and (made or base.coding_superseded is None):
        record, names = applied(base.record, made)
        origin = Origin(base.coding, base.article, base.publisher, base.published)
        version = max(r.version for r in rows_of if r.coding == base.coding) + 1
        batch.event(parse.event(record), origin, passage, version=version, edited=names)
    batch.write()


def _versions(connection: sa.Connection, passage: str) -> Sequence[Any]:
    """All versions of a passage, latest first."""
    found = (
        sa.select(events, event_records.c.record, codings.c.superseded.label("coding_superseded"), articles.c.publisher)
        .join(event_records, event_records.c.event == events.c.key)
        .join(codings, codings.c.key == events.c.coding)
        .join(articles, articles.c.key == events.c.article)
        .where(events.c.passage == passage)
        .order_by(events.c.key.desc())
    )
    return connection.execute(found).all()


def new_id(kind: str, *said: object) -> str:
    """The id of what somebody decided."""
    return kind + hashlib.sha256(json.dumps([str(s) for s in said]).encode()).hexdigest()[:11]
