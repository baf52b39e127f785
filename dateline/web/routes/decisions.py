"""What people decide: reviews, edits, judgements; their undoing; the lists of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, UploadFile
from starlette.responses import Response

from dateline import applying
from dateline.errors import ConflictError, InputError
from dateline.exporters.shapes import CORRECTIONS
from dateline.records.lines import dumps
from dateline.records.stored_lines import decided_line, edit_line, judgement_line, moment
from dateline.records.written import parsed
from dateline.store.desk.decided import Decision
from dateline.web import lists, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import SHOWN, Cursor, Format, Limit, cursor_of, place
from dateline.web.downloads import FORMATS, download
from dateline.web.faults import Refused
from dateline.web.models.base import Page
from dateline.web.models.decisions import (
    AppliedAnswer,
    DecisionAnswer,
    DecisionItem,
    EditRequest,
    JudgementRequest,
    ReviewRequest,
    UndoRequest,
)
from dateline.web.models.records import Edit, Judgement
from dateline.web.parts import ADMIN, REVIEWER, By, Held, Me, Parts

router = APIRouter(tags=["decisions"])
START = datetime(1970, 1, 1, tzinfo=UTC)
Event = Annotated[str | None, Query(max_length=200, description="Only those about this event.")]


@router.post("/events/{id}/review", response_model=DecisionAnswer, dependencies=[REVIEWER])
def review(parts: Held, who: By, id: str, given: ReviewRequest) -> Response:
    """An event was looked at; 409 with its present state where somebody else was quicker."""
    edits = [(e.field, e.value) for e in given.edits]
    try:
        made = parts.desk.review(
            id, given.verdict, etag=given.etag, who=who, edits=edits, reason=given.reason, sample=given.sample
        )
    except ConflictError as error:
        raise _outdated(parts, id, error) from None
    return decided(parts, made)


@router.post("/events/{id}/edits", response_model=DecisionAnswer, dependencies=[REVIEWER])
def edit(parts: Held, who: By, id: str, given: EditRequest) -> Response:
    """A field of an event is to read so; 409 with its present state where somebody else was quicker."""
    try:
        made = parts.desk.edit(id, given.field, given.value, etag=given.etag, who=who, reason=given.reason)
    except ConflictError as error:
        raise _outdated(parts, id, error) from None
    return decided(parts, made)


@router.post("/judgements", response_model=DecisionAnswer, dependencies=[REVIEWER])
def judge(parts: Held, who: By, given: JudgementRequest) -> Response:
    """Two events are one happening, or are not."""
    return decided(parts, parts.desk.judge(given.verdict, given.left, given.right, who=who, reason=given.reason))


@router.post("/undo", response_model=DecisionAnswer, dependencies=[REVIEWER])
def undo(parts: Held, who: By, given: UndoRequest) -> Response:
    """A decision, edit or judgement does not hold any more; without an id one's own latest."""
    return decided(parts, parts.desk.undo(given.id, who=who, reason=given.reason))


@router.get("/decisions", response_model=Page[DecisionItem])
def decisions(
    parts: Held, me: Me, limit: Limit = SHOWN, cursor: Cursor = None, mine: bool = False, format: Format = "json"
) -> Response:
    """What was decided, latest first; as a file field by field, with what stood there before."""
    if format != "json":
        lists.may_download(parts, me.name)
        found = parts.desk.corrections(by=me.name if mine else None)
        return download(found, CORRECTIONS, format, "decisions")
    before = _before(cursor)
    made = parts.desk.decisions(by=me.name if mine else None, before=before, limit=limit + 1)
    more = cursor_of((_microseconds(made[limit - 1].at), _number(made[limit - 1].id))) if len(made) > limit else None
    return JsonAnswer({"items": [_item(d) for d in made[:limit]], "next": more, "total": None})


@router.get("/decisions/lines")
def decision_lines(parts: Held, me: Me) -> Response:
    """All that people decided and that holds, as JSON lines to be applied elsewhere (`dateline decisions --out`)."""
    lists.may_download(parts, me.name)
    lines = (f"{dumps(decided_line(one))}\n" for one in applying.decisions(parts.store))
    headers = {"Content-Disposition": 'attachment; filename="decisions.jsonl"'}
    return Response("".join(lines), media_type=FORMATS["jsonl"], headers=headers)


@router.post("/decisions/lines", response_model=AppliedAnswer, dependencies=[ADMIN])
def apply(parts: Held, who: By, file: UploadFile, replace: Annotated[bool, Form()] = False) -> Response:
    """Make the decisions of a colleague's file here too, under their names; what holds here already is passed over.

    Where others decided otherwise here, that stands, unless with `replace`.
    """
    name = file.filename or "the file"
    try:
        lines = io.StringIO(file.file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{name} is no text: `dateline decisions --out` writes such a file") from None
    told = [line for _, line in parsed(lines, name=name, by="dateline decisions --out")]
    done = applying.apply(parts.store, told, replace=replace)
    parts.desk.log(who, "decisions applied", name, {"made": len(done.made), "known": done.known})
    parts.views.changed()
    refused = [{"id": id_, "reason": reason} for id_, reason in done.refused]
    return JsonAnswer({"made": len(done.made), "known": done.known, "refused": refused})


@router.get("/judgements", response_model=Page[Judgement])
def judgements(
    parts: Held, event: Event = None, limit: Limit = SHOWN, cursor: Cursor = None, withdrawn: bool = False
) -> Response:
    """Judgements, oldest first."""
    touching = [parts.store.passage(event)] if event else None
    return _paged([judgement_line(j) for j in parts.store.judgements(touching, withdrawn=withdrawn)], limit, cursor)


@router.get("/edits", response_model=Page[Edit])
def edits(
    parts: Held, event: Event = None, limit: Limit = SHOWN, cursor: Cursor = None, withdrawn: bool = False
) -> Response:
    """Edits, oldest first."""
    return _paged([edit_line(e) for e in parts.store.edits(event, withdrawn=withdrawn)], limit, cursor)


def decided(parts: Parts, made: Decision) -> JsonAnswer:
    """What a decision came to."""
    parts.views.changed()
    passages = list(_passages(made))
    now = parts.store.passages([made.passage]) if made.passage else []
    return JsonAnswer(
        {
            "id": made.id,
            "kind": made.kind,
            "words": made.words,
            "event": shapes.events(parts, now)[0] if now else None,
            "incidents": sorted(set(parts.store.incidents_of(passages).values())),
        }
    )


def _passages(made: Decision) -> Iterator[str]:
    if made.passage:
        yield made.passage
    yield from made.detail.get("passages", ())


def _outdated(parts: Parts, id_: str, error: ConflictError) -> Refused:
    now = parts.store.event(id_)[-1:]
    return Refused(409, "conflict", str(error), current=shapes.events(parts, now)[0])


def _item(one: Decision) -> Json:
    events = [one.record] if one.record else list(one.detail.get("passages", ()))
    return {
        "id": one.id, "kind": one.kind, "by": one.by, "at": moment(one.at), "words": one.words, "reason": one.reason,
        "events": events, "article": one.detail.get("article"), "undone": shapes.withdrawn(one.withdrawn),
    }  # fmt: skip


def _paged(items: list[Any], limit: int, cursor: str | None) -> JsonAnswer:
    """A part of a list that is short enough to be read whole: nobody decides a hundred thousand times."""
    after = place(cursor)
    start = max(0, after[1]) if after else 0
    more = cursor_of((0, start + limit)) if len(items) > start + limit else None
    total = {"count": len(items), "at_least": False} if after is None else None
    return JsonAnswer({"items": items[start : start + limit], "next": more, "total": total})


def _microseconds(at: datetime) -> int:
    return (at - START) // timedelta(microseconds=1)


def _number(id_: str) -> int:
    """An id, a letter and eleven hexadecimal digits, as a number."""
    return (ord(id_[0]) << 44) | int(id_[1:], 16)


def _id(number: int) -> str:
    """The id of such a number; ValueError where it is none."""
    return f"{chr(number >> 44)}{number & ((1 << 44) - 1):011x}"


def _before(cursor: str | None) -> tuple[datetime, str] | None:
    after = place(cursor)
    if after is None:
        return None
    try:
        return START + timedelta(microseconds=after[0]), _id(after[1])
    except (OverflowError, ValueError):
        raise Refused(422, "invalid", "not one that this server gave", field="cursor") from None
