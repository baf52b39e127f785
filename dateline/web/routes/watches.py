"""Questions that are kept, and what is new for each since it was told last."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.briefs import told
from dateline.exporters.shapes import NEWS
from dateline.records.query import beginning, filter_line
from dateline.records.stored_lines import moment
from dateline.records.watch import KINDS, WHAT, Kind, News, Watch, in_short
from dateline.web import lists, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import MOST, Asked, Code, Format, Word, part
from dateline.web.downloads import download
from dateline.web.models import watches as models
from dateline.web.models.base import Items
from dateline.web.parts import REVIEWER, By, Held, Me

router = APIRouter(prefix="/watches", tags=["watches"])
PARAMETERS = {
    "types": "type", "modes": "mode", "contexts": "context", "quads": "quad", "statuses": "status",
    "countries": "country", "regions": "region", "sources": "source", "articles": "article", "box": "bbox",
}  # fmt: skip
"""Filters that have another name among the parameters of a list."""


@router.get("", response_model=Items[models.Watch])
def watches(parts: Held) -> Response:
    """The questions that are kept, by name."""
    return JsonAnswer({"items": [_watch(w) for w in parts.store.watches.all()]})


@router.post("", response_model=models.Watch, dependencies=[REVIEWER])
def keep(parts: Held, who: By, asked: Asked, given: models.WatchRequest) -> Response:
    """Keep what the parameters ask for: from now on, what is new for it is told."""
    made = parts.store.watches.add(given.name, asked, by=who.name)
    parts.desk.log(who, "question kept", made.id, {"name": made.name})
    return JsonAnswer(_watch(made))


@router.get("/news", response_model=models.NewsPart)
def look(
    parts: Held,
    me: Me,
    asked: Asked,
    since: Annotated[Word, Query(alias="from", description="The start of a day or a moment.")],
    kind: Annotated[Kind | None, Query(description="Only what became so of an incident.")] = None,
    what: Annotated[Code | None, Query(description="Only where this kind of change is among the changes.")] = None,
    format: Format = "json",
) -> Response:
    """What is new since a moment for a question that nobody keeps, or the same as a file."""
    after = part("from", beginning, since)
    if format != "json":
        lists.may_download(parts, me.name)
    found = parts.store.watches.look(asked, after)
    shown = [n for n in found if kind in (None, n.kind) and (what is None or what in n.what)]
    if format != "json":
        return download(shown, NEWS, format, "news")
    kinds, whats = Counter(n.kind for n in found), Counter(w for n in found for w in n.what)
    return JsonAnswer(
        {
            "since": moment(after),
            "all": len(found),
            "total": len(shown),
            "kinds": [{"value": k, "count": kinds[k]} for k in KINDS if kinds[k]],
            "whats": [{"value": w, "count": whats[w]} for w in WHAT if whats[w]],
            "items": [_news(n) for n in shown[:MOST]],
        }
    )


@router.get("/{id}/news", response_model=models.NewsAnswer)
def news(
    parts: Held,
    id: str,
    since: Annotated[Word | None, Query(description="Look back to the start of a day or a moment.")] = None,
) -> Response:
    """What is new for a question; it counts as told only when it is marked as seen."""
    watch = parts.store.watches.by_id(id)
    fresh = parts.store.watches.news(watch.name, since=part("since", beginning, since or None))
    return JsonAnswer(
        {
            "watch": _watch(fresh.watch),
            "since": moment(fresh.since),
            "upto": fresh.upto,
            "total": len(fresh.news),
            "items": [_news(n) for n in fresh.news[:MOST]],
        }
    )


@router.post("/{id}/seen", response_model=models.Watch, dependencies=[REVIEWER])
def seen(parts: Held, who: By, id: str, given: models.SeenRequest) -> Response:
    """What is new was read: the next time begins behind it."""
    watch = parts.store.watches.by_id(id)
    return JsonAnswer(_watch(parts.store.watches.mark(watch.name, given.upto, given.total, by=who.name)))


@router.post("/{id}/undo", response_model=models.Watch, dependencies=[REVIEWER])
def undo(parts: Held, who: By, id: str, given: models.WhyRequest) -> Response:
    """What was last marked as seen is new again; a question that was removed is kept again."""
    watch = parts.store.watches.by_id(id)
    return JsonAnswer(_watch(parts.store.watches.undo(watch.name, by=who.name, reason=given.reason)))


@router.delete("/{id}", response_model=models.Watch, dependencies=[REVIEWER])
def remove(parts: Held, who: By, id: str) -> Response:
    """Keep a question no more."""
    watch = parts.store.watches.remove(parts.store.watches.by_id(id).name, by=who.name)
    parts.desk.log(who, "question removed", watch.id, {"name": watch.name})
    return JsonAnswer(_watch(watch))


def _watch(one: Watch) -> Json:
    return {
        "id": one.id, "name": one.name, "query": _query(one), "words": told(one.asked), "by": one.by,
        "at": moment(one.at), "told": moment(one.told),
    }  # fmt: skip


def _query(one: Watch) -> Json:
    """The filters as the parameters of a list have them."""
    line = {PARAMETERS.get(name, name): value for name, value in filter_line(one.asked).items()}
    for name in ("near", "bbox"):
        if name in line:
            line[name] = ",".join(f"{number:g}" for number in line[name])
    if "reviewed" in line:
        line["reviewed"] = "yes" if line["reviewed"] else "no"
    return line


def _news(one: News) -> Json:
    return {
        "kind": one.kind,
        "what": list(one.what),
        "incident": shapes.incident(one.incident, None),
        "gone": one.as_of is not None,
        "origins_before": one.origins_before,
        "changes": [shapes.change(change, {}) for change in (in_short(one) if one.kind != "new" else ())],
    }
