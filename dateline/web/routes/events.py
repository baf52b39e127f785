"""Events: lists, map, bars, counts; one of them whole, and why it was coded so."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.exporters.shapes import EVENTS
from dateline.records.stored_lines import edit_line, judgement_line
from dateline.web import lists, passages, shapes
from dateline.web.answers import JsonAnswer
from dateline.web.asking import Asked, Asking
from dateline.web.downloads import download
from dateline.web.explaining import explanation
from dateline.web.models.base import Page
from dateline.web.models.incidents import Facets, MapAnswer, Timeline
from dateline.web.models.records import Event, EventPage, Explanation
from dateline.web.parts import Held, Me

router = APIRouter(prefix="/events", tags=["events"])
Zoom = Annotated[float, Query(ge=0, le=20, description="As web maps count: at 0 the world is 256 pixels wide.")]
Unit = Literal["day", "week", "month", "year"]


@router.get("", response_model=Page[Event])
def events(
    parts: Held, me: Me, asked: Asked, paged: Asking, order: Literal["day", "sure", "unsure", "recorded"] = "day"
) -> Response:
    """The events that a filter finds, in pages, or all of them as a file."""
    if paged.format != "json":
        lists.may_download(parts, me.name)
        return download(parts.store.events(asked, order=order), EVENTS, paged.format, "events")
    some, more = parts.views.event_page(asked, order, limit=paged.limit, after=paged.after)
    total = (parts.views.events(asked).count, False) if paged.after is None else None
    return lists.page(shapes.events(parts, some), more, total)


@router.get("/map", response_model=MapAnswer)
def world(parts: Held, asked: Asked, zoom: Zoom = 2) -> Response:
    """The map of what a filter finds, `bbox` being the part that is seen; points near one another come together."""
    return lists.world(parts, "events", asked, zoom)


@router.get("/timeline", response_model=Timeline)
def timeline(parts: Held, asked: Asked, unit: Unit | None = None) -> Response:
    """How many over time, by quad class; without a unit one that fits."""
    return lists.timeline(parts, "events", asked, unit)


@router.get("/facets", response_model=Facets)
def facets(parts: Held, asked: Asked) -> Response:
    """How many with which values."""
    return lists.facets(parts, "events", asked)


@router.get("/{id}", response_model=EventPage)
def event(parts: Held, id: str) -> Response:
    """One event with its versions, edits, judgements and the words around it."""
    versions = parts.store.event(id)
    passage = versions[-1].passage
    lines = shapes.events(parts, versions)
    now = lines[-1]
    now["rejected"] = versions[-1].superseded is not None and any(e.field == "rejected" for e in parts.store.edits(id))
    article = parts.store.article(versions[-1].article.id)
    return JsonAnswer(
        {
            "event": now,
            "versions": lines,
            "edits": [edit_line(e) for e in parts.store.edits(id, withdrawn=True)],
            "judgements": [judgement_line(j) for j in parts.store.judgements([passage], withdrawn=True)],
            "passage": passages.of({article.id: article}, [now])[0],
        }
    )


@router.get("/{id}/explain", response_model=Explanation)
def explain(parts: Held, id: str) -> Response:
    """Why an event was coded as it was: its article is coded again, so this takes seconds the first time."""
    stored = parts.store.event(id)[-1]
    return JsonAnswer(explanation(parts.coder, parts.store.article(stored.article.id), stored.event))
