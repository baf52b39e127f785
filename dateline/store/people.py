"""What people decide and take back: judgements, edits, events they add, articles they withdraw."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.errors import InputError, MissingError
from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.event import Event
from dateline.records.judgement import VERDICTS, Judgement, Verdict
from dateline.records.span import Piece
from dateline.records.withdrawal import Withdrawal
from dateline.store import decision_rows, incidents, queue, rows, standing
from dateline.store.edits import REJECTED, normal
from dateline.store.filters import holding
from dateline.store.tables import (
    additions,
    article_withdrawals,
    articles,
    edits,
    event_records,
    events,
    judgements,
)

SHORTEST = 5
"""Characters of an id that are enough, where only one id begins with them."""


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
    standing.refresh(connection, [passage], at)
    queue.touch(connection, "passage", [passage], written.id, at)
    return written


def add_event(connection: sa.Connection, article: str, event: Event, *, by: str, at: datetime, reason: str) -> Addition:
    """Write an event that the program missed; InputError where its words do not stand there, or it is there already."""
    _open(connection, article)
    text = connection.scalar(sa.select(articles.c.text).where(articles.c.id == article)) or ""
    for piece in pieces_of(event):
        if piece.span.of(text) != piece.text or not piece.text:
            raise InputError(f"“{piece.text}” does not stand at {piece.span.start} in article {article}")
    _refuse_known(connection, article, event)
    made = Addition(new_id("n", article, event.id, by, at), article, event.id, rows.event_record(event), by, at, reason)
    values = {"id": made.id, "article": article, "passage": event.id, "record": made.event}
    connection.execute(additions.insert().values(**values, by=by, at=at, reason=reason))
    standing.refresh(connection, [event.id], at)
    queue.touch(connection, "passage", [event.id], made.id, at)
    return made


def withdraw(connection: sa.Connection, article: str, *, by: str, at: datetime, reason: str) -> ArticleWithdrawal:
    """Write that an article is not to count any more; InputError where it does not count already."""
    _open(connection, article)
    made = ArticleWithdrawal(new_id("w", article, by, at), article, by, at, reason)
    values = {"id": made.id, "article": article, "by": by, "at": at, "reason": reason}
    connection.execute(article_withdrawals.insert().values(**values))
    standing.refresh_article(connection, article, at)
    queue.touch(connection, "article", [article], made.id, at)
    return made


def undo(connection: sa.Connection, id_: str, *, by: str, at: datetime, reason: str) -> Decided:
    """Take back what was decided; it stays on record. InputError where there is nothing or it is undone already.

    What it was about is read without it, and merging looks at it again.
    """
    made = decision_rows.decision(connection, id_)
    if made is None:
        raise MissingError(f"nothing was decided under {id_!r} in the store (dateline decisions lists what was)")
    if made.withdrawn is not None:
        raise InputError(f"{id_} was undone already, {made.withdrawn.at:%Y-%m-%d %H:%M} UTC")
    table = decision_rows.TABLES[type(made)]
    values = {"withdrawn_by": by, "withdrawn_at": at, "withdrawn_reason": reason}
    connection.execute(table.update().where(table.c.id == id_).values(**values))
    undone = replace(made, withdrawn=Withdrawal(by, at, reason))
    if isinstance(undone, Judgement):
        queue.touch(connection, "passage", [undone.left, undone.right], id_, at)
    elif isinstance(undone, Edit | Addition):
        standing.refresh(connection, [undone.passage], at)
        queue.touch(connection, "passage", [undone.passage], id_, at)
    elif isinstance(undone, ArticleWithdrawal):
        standing.refresh_article(connection, undone.article, at)
        queue.touch(connection, "article", [undone.article], id_, at)
    else:
        touch_incident(connection, undone, at)
    return undone


def pieces_of(event: Event) -> list[Piece]:
    """All words that an event is proved by."""
    parties = (*event.actors, *event.recipients, *(v.actor for v in event.according_to))
    valued = [*(a.piece for a in parties), *(p.piece for p in event.where), *(c.piece for c in event.counts)]
    single = [event.when.piece if event.when else None, event.hedge, *(v.cue for v in event.according_to)]
    return [event.trigger, event.evidence, *valued, *(piece for piece in single if piece is not None)]


def _open(connection: sa.Connection, article: str) -> None:
    """MissingError where there is no such article, InputError where it is withdrawn."""
    if connection.scalar(sa.select(articles.c.key).where(articles.c.id == article)) is None:
        raise MissingError(f"no article {article!r} in the store (dateline articles lists them)")
    if (one := decision_rows.withdrawn(connection, [article]).get(article)) is not None:
        raise InputError(f"article {article} is withdrawn, by {one.by}: {one.reason} (undo {one.id} takes that back)")


def _refuse_known(connection: sa.Connection, article: str, event: Event) -> None:
    """InputError where the same words are an event of this type already, or were rejected as one."""
    span = event.trigger.span
    same = (
        sa.select(events.c.passage, events.c.id, events.c.superseded)
        .join(articles, articles.c.key == events.c.article)
        .where(articles.c.id == article, events.c.type == event.type)
        .where(events.c.trigger_start == span.start, events.c.trigger_end == span.end)
    )
    found = connection.execute(same).all()
    what = f"“{event.trigger.text}” as {event.type}"
    if live := [row.id for row in found if row.superseded is None]:
        raise InputError(f"{what} is there already: {live[0]} (edit it)")
    passages = {row.passage for row in found}
    gone = (edits.c.passage.in_(passages), edits.c.field == REJECTED, holding(edits))
    if rejected := decision_rows.read_edits(connection, *gone):
        raise InputError(f"{what} was rejected, by {rejected[0].by}: undo {rejected[0].id} takes that back")


def touch_incident(connection: sa.Connection, edit: IncidentEdit, at: datetime) -> None:
    """Note that merging has to look at the incident that an edit is about, where there is one still."""
    try:
        now = incidents.read_incident(connection, edit.incident)
    except MissingError:
        return
    queue.touch(connection, "passage", [now.id], edit.id, at)  # its first passage leads to all of it


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


def new_id(kind: str, *said: object) -> str:
    """The id of what somebody decided."""
    return kind + hashlib.sha256(json.dumps([str(s) for s in said]).encode()).hexdigest()[:11]
