"""The log of who changed what, for admins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.responses import Response

from dateline.exporters.shapes import Shape
from dateline.records.flat import Column
from dateline.records.lines import dumps
from dateline.records.stored_lines import moment
from dateline.store.desk.audit import Entry, Sought
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import MOST, SHOWN, Cursor, Limit, cursor_of, place
from dateline.web.downloads import download
from dateline.web.lists import may_download
from dateline.web.models.accounts import AuditItem, AuditNames
from dateline.web.models.base import Page, Text
from dateline.web.parts import ADMIN, Held, Me, Parts

router = APIRouter(prefix="/audit", tags=["audit"], dependencies=[ADMIN])
Word = Annotated[Text, Field(max_length=200)]
KINDS = {
    "actor listed": "actor", "reports added": "job", "job stopped": "job", "token made": "token",
    "token removed": "token", "account added": "account", "account changed": "account", "account removed": "account",
    "account disabled": "account", "account enabled": "account", "logged in": "account", "login refused": "account",
    "password changed": "account", "password refused": "account",
}  # fmt: skip
"""What the object of a line is, by what was done; that of a decision about an event is the event."""


def sought(
    by: Annotated[Word | None, Query(description="Who did it.")] = None,
    action: Annotated[Word | None, Query(description="What was done, as the log calls it.")] = None,
    since: Annotated[date | None, Query(description="First day, UTC.")] = None,
    until: Annotated[date | None, Query(description="Last day, UTC.")] = None,
    about: Annotated[Word | None, Query(description="An id or words of what was changed.")] = None,
) -> Sought:
    """What the parameters ask for."""
    return Sought(by or None, action or None, since, until, about or None)


@router.get("", response_model=Page[AuditItem])
def audit(
    parts: Held,
    me: Me,
    asked: Annotated[Sought, Depends(sought)],
    limit: Limit = SHOWN,
    cursor: Cursor = None,
    format: Annotated[
        Literal["json", "jsonl", "csv"], Query(description="json comes in pages, the others whole.")
    ] = "json",
) -> Response:
    """Who changed what, latest first, in pages or all of it as a file."""
    if format != "json":
        may_download(parts, me.name)
        return download(_all(parts, asked), LINES, format, "audit")
    before = place(cursor)
    found = parts.desk.audit(asked, limit=limit + 1, before=before[1] if before else None)
    more = (0, found[limit - 1].id) if len(found) > limit else None
    return JsonAnswer({"items": [_item(e) for e in found[:limit]], "next": cursor_of(more), "total": None})


@router.get("/names", response_model=AuditNames)
def names(parts: Held) -> Response:
    """Who stands in the log, and what was done."""
    people, actions = parts.desk.audit_names()
    return JsonAnswer({"people": people, "actions": actions})


def _all(parts: Parts, asked: Sought) -> Iterator[Entry]:
    """All lines that are looked for, latest first; what is written meanwhile is not among them."""
    before = None
    while some := parts.desk.audit(asked, limit=MOST, before=before):
        yield from some
        before = some[-1].id


def _item(one: Entry) -> Json:
    return {
        "id": one.id, "at": moment(one.at), "by": one.by, "action": one.action, "object": one.object,
        "about": list(_about(one)), "words": _words(one), "detail": one.detail, "address": one.address,
    }  # fmt: skip


def _about(one: Entry) -> Iterator[Json]:
    """What a line leads to."""
    if one.action in KINDS:
        yield {"kind": KINDS[one.action], "id": one.object}
        return
    event = one.detail.get("event") or (one.object if one.action in ("review", "edit") else None)
    if event:
        yield {"kind": "event", "id": event}
    if one.detail.get("article") and not event:
        yield {"kind": "article", "id": one.detail["article"]}
    named = [one.detail["incident"]] if one.detail.get("incident") else one.detail.get("incidents", ())
    yield from ({"kind": "incident", "id": id_} for id_ in named)
    yield from ({"kind": "actor", "id": one.detail[name]} for name in ("actor", "into") if one.detail.get(name))
    yield from ({"kind": "event", "id": id_} for id_ in ([] if named else one.detail.get("passages", ())))


def _words(one: Entry) -> str:
    """What was done, as far as the line says it."""
    said = one.detail.get("words") or one.detail.get("what") or one.detail.get("name") or ""
    if said or KINDS.get(one.action) != "account":
        return str(said)
    role = one.detail.get("role")
    now = [str(role)] if role else []
    now += ["new password"] if "password" in one.detail.get("changed", ()) else []
    return f"{one.object}: {', '.join(now)}" if now else one.object


def _things(one: Entry) -> str:
    return "; ".join(f"{a['kind']} {a['id']}" for a in _about(one))


LINES = Shape(
    columns=(
        Column("id", "whole", lambda e: e.id),
        Column("at", "moment", lambda e: e.at),
        Column("by", "text", lambda e: e.by),
        Column("action", "text", lambda e: e.action),
        Column("about", "text", _things),
        Column("words", "text", _words),
        Column("detail", "text", lambda e: dumps(dict(e.detail))),
        Column("address", "text", lambda e: e.address),
    ),
    line=_item,
    brief=(),
)
"""The log as a file."""
