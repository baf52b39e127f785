"""Situation reports: what a filter finds as a text to read, print or go on writing."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.briefs import collect
from dateline.exporters.brief import write
from dateline.records.query import moment
from dateline.web import lists
from dateline.web.asking import Asked, Word, part
from dateline.web.parts import Held, Me

router = APIRouter(tags=["incidents"])
MOST = 200
"""Incidents of a brief: more is no brief."""
KINDS = {"html": ("text/html", "html"), "markdown": ("text/markdown", "md")}


@router.get("/brief", response_class=Response)
def brief(
    parts: Held,
    me: Me,
    asked: Asked,
    format: Literal["html", "markdown"] = "html",
    title: Annotated[Word, Query(min_length=1)] = "Situation report",
    order: Literal["day", "origins", "killed", "recorded"] = "day",
    changed_since: Annotated[Word | None, Query(description="Tell what changed after this day or moment.")] = None,
) -> Response:
    """The incidents that a filter finds as a situation report, every value with its source, as a file."""
    lists.may_download(parts, me.name)
    after = part("changed_since", moment, changed_since or None)
    made = collect(parts.store, asked, title=title, order=order, limit=MOST, changed_since=after, limited="narrow them")
    out = io.StringIO()
    write(made, format, out)
    kind, ending = KINDS[format]
    headers = {"Content-Disposition": f'attachment; filename="brief-{datetime.now(UTC):%Y-%m-%d}.{ending}"'}
    return Response(out.getvalue().encode("utf-8", "replace"), media_type=f"{kind}; charset=utf-8", headers=headers)
