"""Incidents: lists, map, bars, counts; one of them with its voices, passages, copies, links and history."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from dateline.exporters import beside
from dateline.exporters.shapes import INCIDENTS, sums
from dateline.records.heading import opening
from dateline.records.incident import Origin
from dateline.records.lines import article_stub
from dateline.records.reasons import spelled
from dateline.records.stored import StoredArticle
from dateline.records.stored_lines import incident_edit_line, judgement_line
from dateline.records.sums import FIGURES, Sum, SumBy
from dateline.web import lists, openings, passages, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import Asked, Asking, Format
from dateline.web.downloads import download
from dateline.web.models.base import Page
from dateline.web.models.decisions import DecisionAnswer, IncidentEditRequest, JoinRequest, SplitRequest
from dateline.web.models.incidents import Facets, IncidentItem, IncidentPage, MapAnswer, Sums, Timeline
from dateline.web.parts import REVIEWER, By, Held, Me
from dateline.web.routes.decisions import decided
from dateline.web.routes.events import Unit, Zoom

router = APIRouter(prefix="/incidents", tags=["incidents"])


@router.get("", response_model=Page[IncidentItem])
def incidents(
    parts: Held, me: Me, asked: Asked, paged: Asking, order: Literal["day", "origins", "killed", "recorded"] = "day"
) -> Response:
    """The incidents that a filter finds, in pages, or all of them as a file."""
    if paged.format != "json":
        lists.may_download(parts, me.name)
        write = beside(paged.format, partial(parts.store.passages, as_of=asked.as_of))
        found = parts.store.incidents(asked, order=order)
        return download(found, INCIDENTS, paged.format, "incidents", write=write)
    some, more = parts.views.incident_page(asked, order, limit=paged.limit, after=paged.after)
    total = (parts.views.incidents(asked).count, False) if paged.after is None else None
    known = parts.views.moments([i.id for i in some], asked.as_of)
    return lists.page([shapes.incident(i, known.get(i.id)) for i in some], more, total)


@router.get("/map", response_model=MapAnswer)
def world(parts: Held, asked: Asked, zoom: Zoom = 2) -> Response:
    """The map of what a filter finds, `bbox` being the part that is seen; points near one another come together."""
    return lists.world(parts, "incidents", asked, zoom)


@router.get("/timeline", response_model=Timeline)
def timeline(parts: Held, asked: Asked, unit: Unit | None = None) -> Response:
    """How many over time, by quad class; without a unit one that fits."""
    return lists.timeline(parts, "incidents", asked, unit)


@router.get("/facets", response_model=Facets)
def facets(parts: Held, asked: Asked) -> Response:
    """How many with which values."""
    return lists.facets(parts, "incidents", asked)


@router.get("/sums", response_model=Sums)
def summed(parts: Held, me: Me, asked: Asked, by: SumBy = "region", format: Format = "json") -> Response:
    """The incidents that a filter finds, added up by place, time or type, or the same as a file."""
    if format != "json":
        lists.may_download(parts, me.name)
    rows, whole = parts.views.sums(parts.views.incidents(asked), by)
    if format != "json":
        return download(rows, sums(by, list(parts.codebook.quads)), format, f"incidents-by-{by}")
    return JsonAnswer({"by": by, "rows": [_sum(one) for one in rows], "whole": _sum(whole)})


@router.post("/join", response_model=DecisionAnswer, dependencies=[REVIEWER])
def join(parts: Held, who: By, given: JoinRequest) -> Response:
    """Several incidents are one."""
    return decided(parts, parts.desk.join(given.incidents, who=who, reason=given.reason))


@router.get("/{id}", response_model=IncidentPage)
def incident(parts: Held, id: str) -> Response:
    """One incident: every value with who says so, every passage, copies, links, judgements, history."""
    whole = parts.store.incident(id)
    told = {s.passage: s for s in parts.store.passages(whole.events)}
    lines = shapes.events(parts, [told[p] for p in whole.events if p in told])
    ids = list(dict.fromkeys(line["article"]["id"] for line in lines))
    texts = {a.id: a for a in parts.store.articles(ids)} if ids else {}
    origins = parts.store.origins(ids)
    mine = set(whole.events)
    between = (x for x in parts.store.links(whole.events) if {x.left, x.right} <= mine)
    links = spelled(between, told.values(), {id_: a.text for id_, a in texts.items()})
    known = {a.article.id: a for a in parts.views.articles_by_id([c.article for o in origins for c in o.copies])}
    reports = [_origin(o, known) for o in origins]
    openings.add(parts, (copy["article"] for one in reports for copy in one["copies"]))
    begins = {id_: opening(a.text) for id_, a in texts.items() if not a.title}
    return JsonAnswer(
        {
            "incident": shapes.incident(whole, parts.views.moments([whole.id]).get(whole.id)),
            "shown": shapes.shown(whole),
            "events": lines,
            "passages": passages.of(texts, lines),
            "origins": reports,
            "links": [shapes.link(x) for x in sorted(links, key=lambda x: (-x.score, x.left, x.right))],
            "judgements": [judgement_line(j) for j in parts.store.judgements(whole.events)],
            "edits": [incident_edit_line(e) for e in parts.store.incident_edits(whole.id)],
            "changes": [shapes.change(c, begins) for c in parts.store.changes(whole.id)],
            "moved": id if whole.id != id else None,
        }
    )


@router.post("/{id}/edits", response_model=DecisionAnswer, dependencies=[REVIEWER])
def edit(parts: Held, who: By, id: str, given: IncidentEditRequest) -> Response:
    """A field of an incident is shown so, whatever its reports say."""
    return decided(parts, parts.desk.edit_incident(id, given.field, given.value, who=who, reason=given.reason))


@router.post("/{id}/split", response_model=DecisionAnswer, dependencies=[REVIEWER])
def split(parts: Held, who: By, id: str, given: SplitRequest) -> Response:
    """Some events of an incident are another happening."""
    return decided(parts, parts.desk.split(id, given.events, who=who, reason=given.reason))


def _sum(one: Sum) -> Json:
    return {
        "key": list(one.key), "incidents": one.incidents, "reports": one.reports, "quads": one.quads,
        "figures": {what: asdict(one.figures[what]) for what in FIGURES if what in one.figures},
    }  # fmt: skip


def _origin(one: Origin, known: dict[str, StoredArticle]) -> Json:
    copies = [
        {"article": article_stub(known[c.article].article), "share": c.share, "basis": c.basis}
        for c in one.copies
        if c.article in known and c.article != one.id
    ]
    first = known.get(one.id)
    return {
        "id": one.id, "agency": one.agency, "article": article_stub(first.article) if first else None, "copies": copies,
    }  # fmt: skip
