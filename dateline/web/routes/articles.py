"""Articles and statements; places of the gazetteer."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.exporters.shapes import ARTICLES, STATEMENTS
from dateline.records.lines import article_stub
from dateline.records.query import Filter
from dateline.records.stored_lines import article_item
from dateline.web import lists, marks, openings, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import Asked, Asking
from dateline.web.downloads import download
from dateline.web.models.base import Items, Page
from dateline.web.models.records import ArticleItem, ArticlePage, PlaceFound, Statement
from dateline.web.parts import Held, Me, Parts

router = APIRouter(tags=["articles"])
MOST_PLACES = 30


@router.get("/articles", response_model=Page[ArticleItem])
def articles(
    parts: Held,
    me: Me,
    asked: Asked,
    paged: Asking,
    order: Literal["added", "day", "title", "publisher", "events", "statements"] = "added",
    reverse: bool = False,
) -> Response:
    """The articles without their texts, in pages or all of them as a file.

    Times and numbers go down, words up, unless `reverse`. Only text, source, article, since, until and
    without=date narrow.
    """
    if paged.format != "json":
        lists.may_download(parts, me.name)
        return download(parts.views.all_articles(asked, order, reverse), ARTICLES, paged.format, "articles")
    some, more = parts.views.articles(asked, limit=paged.limit, after=paged.after, order=order, reverse=reverse)
    total = parts.views.count_articles(asked) if paged.after is None else None
    items = [article_item(a) for a in some]
    openings.add(parts, items)
    return lists.page(items, more, total)


@router.get("/articles/{id}", response_model=ArticlePage)
def article(parts: Held, id: str) -> Response:
    """An article with its text and all that was coded from it, marked."""
    whole = parts.store.article(id)
    (item,) = parts.views.articles_by_id([whole.id])
    own = Filter(articles=(whole.id,))
    events = shapes.events(parts, list(parts.store.events(own, order="text")))
    events.sort(key=lambda e: e["trigger"]["span"])
    statements = shapes.statements(parts, parts.store.statements(own))
    statements.sort(key=lambda s: s["content"]["span"])
    marked = [*marks.of_events(events), *marks.of_statements(statements)]
    return JsonAnswer(
        {
            "article": article_item(item),
            "text": whole.text,
            "events": events,
            "statements": statements,
            "marks": marks.placed(marked, whole.text),
            "origin": _origin(parts, whole.id),
            "revises": item.revises,
        }
    )


@router.get("/statements", response_model=Page[Statement])
def statements(parts: Held, me: Me, asked: Asked, paged: Asking) -> Response:
    """What people said, latest publication first; `actor` is who said it."""
    if paged.format != "json":
        lists.may_download(parts, me.name)
        return download(parts.store.statements(asked), STATEMENTS, paged.format, "statements")
    some, more = parts.views.statements(asked, limit=paged.limit, after=paged.after)
    total = parts.views.count_statements(asked) if paged.after is None else None
    return lists.page(shapes.statements(parts, some), more, total)


@router.get("/places", response_model=Items[PlaceFound], tags=["lookups"])
def places(
    parts: Held,
    q: Annotated[str, Query(min_length=1, max_length=100)],
    country: Annotated[str | None, Query(pattern="^[A-Z]{3}$")] = None,
) -> Response:
    """The places called so, and from two letters on those whose name begins so, the likeliest first."""
    return JsonAnswer({"items": parts.places.named(q, MOST_PLACES, country)})


def _origin(parts: Parts, id_: str) -> Json | None:
    for origin in parts.store.origins([id_]):
        known = {a.article.id: a.article for a in parts.views.articles_by_id([c.article for c in origin.copies])}
        copies = [
            {"article": article_stub(known[c.article]), "share": c.share}
            for c in origin.copies
            if c.article in known and c.article != id_
        ]
        return {"id": origin.id, "agency": origin.agency, "copies": copies}
    return None
