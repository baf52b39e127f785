"""The queue of events to look at, how far reviewing has come, and what it says about the coder."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.records.query import Filter
from dateline.records.stored import StoredEvent
from dateline.store.desk import figures
from dateline.store.views import queue
from dateline.web import lists, passages, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import Asked, Asking
from dateline.web.models.base import Page
from dateline.web.models.decisions import PrecisionTable, Progress, ReviewItem
from dateline.web.parts import Held, Me, Parts

router = APIRouter(prefix="/review", tags=["review"])
Sample = Annotated[
    str | None, Query(min_length=1, max_length=60, pattern=r"^[^\x00]*$", description="Name of a sample.")
]
MANY_KILLED = 10
MANY_ORIGINS = 3
DOUBTFUL = 0.7
"""From where on it is told as a reason why an event comes now."""


@router.get("/queue", response_model=Page[ReviewItem])
def next_ones(
    parts: Held,
    me: Me,
    asked: Asked,
    paged: Asking,
    round: Literal["first", "second", "sample"] = "first",
    order: Literal["mixed", "unsure", "consequential"] = "mixed",
    sample: Sample = None,
) -> Response:
    """The events to look at: nobody has yet (first), others have (second), or drawn by lot (sample)."""
    among = None
    if round == "second":
        among = _by_others(parts, me.name)
    elif asked.reviewed is None:
        asked = replace(asked, reviewed=False)
    orders = {**queue.ORDERS, "sample": queue.drawn(sample or "sample")}
    some, more = parts.views.event_page(
        asked,
        "sample" if round == "sample" else order,
        limit=paged.limit,
        after=paged.after,
        orders=orders,
        among=among,
    )
    total = (len(among) if among is not None else parts.views.events(asked).count, False)
    return lists.page(_items(parts, some), more, total if paged.after is None else None)


@router.get("/progress", response_model=Progress)
def progress(parts: Held) -> Response:
    """How far reviewing has come, by whom, and how far people agree."""
    reviews = parts.desk.reviews()
    midnight = datetime.combine(datetime.now(UTC).date(), time.min, UTC)
    agreed = figures.agreement(reviews)
    return JsonAnswer(
        {
            "reviewed": len({r.passage for r in reviews}),
            "remaining": parts.views.events(Filter(reviewed=False)).count,
            "today": figures.since(reviews, midnight),
            "reviewers": [
                {"name": name, **{verdict: n.get(verdict, 0) for verdict in ("accept", "fix", "reject")}}
                for name, n in figures.people(reviews)
            ],
            "agreement": {"pairs": agreed.pairs, "share": agreed.share, "kappa": agreed.pi},
        }
    )


@router.get("/precision", response_model=PrecisionTable)
def precision(parts: Held, sample: Sample = None) -> Response:
    """How many of the reviewed events are right, by type and by field, with intervals at 95 %."""
    last = figures.latest(parts.desk.reviews(), sample)
    rows, total = figures.by_type(last)
    return JsonAnswer(
        {
            "rows": [{"type": r.name} | shapes.share(r) for r in rows],
            "total": {"type": total.name} | shapes.share(total),
            "fields": [{"field": f.name} | shapes.share(f) for f in figures.by_field(last)],
        }
    )


def _by_others(parts: Parts, name: str) -> list[str]:
    """Passages that one other person has reviewed, and not oneself."""
    by: dict[str, set[str]] = {}
    for one in parts.desk.reviews():
        by.setdefault(str(one.passage), set()).add(one.by)
    return [passage for passage, people in by.items() if name not in people and len(people) == 1]


def _items(parts: Parts, stored: list[StoredEvent]) -> list[Json]:
    lines = shapes.events(parts, stored)
    ids = list(dict.fromkeys(s.article.id for s in stored))
    texts = {a.id: a for a in parts.store.articles(ids)} if ids else {}
    told = {i.id: len(i.origins) for i in parts.store.incidents_by_id([x["incident"] for x in lines if x["incident"]])}
    return [
        {
            "event": line,
            "passage": passage,
            "priority": round(_priority(s), 4),
            "why": _why(s, told.get(line["incident"], 0)),
        }
        for s, line, passage in zip(stored, lines, passages.of(texts, lines), strict=True)
    ]


def _killed(stored: StoredEvent) -> float:
    killed = next((c for c in stored.event.counts if c.what == "killed"), None)
    return float(killed.max or killed.min or 0) if killed else 0.0


def _priority(stored: StoredEvent) -> float:
    return queue.score(stored.event.confidence, _killed(stored), stored.event.intensity)


def _why(stored: StoredEvent, origins: int) -> list[str]:
    event, killed = stored.event, _killed(stored)
    out = [f"confidence {100 * event.confidence:.0f} %"] if event.confidence < DOUBTFUL else []
    out += [f"{killed:,.0f} killed"] if killed >= MANY_KILLED else []
    out += [f"{origins} independent reports"] if origins >= MANY_ORIGINS else []
    out += ["hedged"] if event.hedge else []
    out += ["no place"] if not event.where else []
    out += ["no day"] if event.when is None or event.when.start is None else []
    return out
