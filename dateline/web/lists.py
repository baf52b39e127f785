"""Lists of events and incidents, and what is drawn of them: the same for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.records.query import Filter
from dateline.store.views.drawing import Cell
from dateline.store.views.paging import After
from dateline.store.views.views import Chosen
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import cursor_of
from dateline.web.faults import Refused
from dateline.web.parts import Parts

MOST_LABELS = 400
"""Points that are told with a name, the fullest first."""
ONE_PLACE = 0.1
"""Degrees within which what is drawn together is called by one name."""
FACETS: dict[str, tuple[str, Callable[[Filter], Filter]]] = {
    "type": ("type", lambda asked: replace(asked, types=())),
    "quad": ("quad", lambda asked: replace(asked, quads=())),
    "status": ("status", lambda asked: replace(asked, statuses=())),
    "country": ("country", lambda asked: replace(asked, countries=(), regions=())),
    "region": ("region", lambda asked: replace(asked, regions=())),
    "source": ("publisher", lambda asked: replace(asked, sources=())),
}
"""The column of each field, and a filter without what it chooses of the field."""


def page(items: list[Json], more: After | None, total: tuple[int, bool] | None) -> JsonAnswer:
    """A page of a list."""
    told = {"count": total[0], "at_least": total[1]} if total else None
    return JsonAnswer({"items": items, "next": cursor_of(more), "total": told})


def chosen(parts: Parts, kind: str, asked: Filter) -> Chosen:
    """The events or incidents that a filter finds."""
    return parts.views.events(asked) if kind == "events" else parts.views.incidents(asked)


def world(parts: Parts, kind: str, asked: Filter, zoom: float) -> JsonAnswer:
    """The map; its box is the part that is seen, not a part of the selection."""
    drawn = parts.views.map(chosen(parts, kind, replace(asked, box=None)), zoom, asked.box)
    named = [c.key for c in (*drawn.areas, *drawn.points)[:MOST_LABELS]]
    single = [c.key for c in drawn.points if c.count == 1]
    known = parts.views.ids(kind, list(dict.fromkeys([*named, *single])))
    return JsonAnswer(
        {
            "points": [_point(c, known) for c in drawn.points],
            "areas": [_area(c, known) for c in drawn.areas],
            "unplaced": drawn.unplaced,
        }
    )


def timeline(parts: Parts, kind: str, asked: Filter, unit: str | None) -> JsonAnswer:
    """How many over time."""
    unit, bars, undated = parts.views.bars(chosen(parts, kind, asked), unit)
    told = [{"start": b.start.isoformat(), "counts": b.quads, "total": b.total} for b in bars]
    return JsonAnswer({"unit": unit, "bars": told, "undated": undated})


def facets(parts: Parts, kind: str, asked: Filter) -> JsonAnswer:
    """How many with which values; for the values of a field, what is chosen of that field does not narrow."""
    found = chosen(parts, kind, asked)
    out = []
    for field, (column, widened) in FACETS.items():
        if column not in found.table.words:
            continue
        wide = widened(asked)
        others = found if wide == asked else chosen(parts, kind, wide)
        out.append(
            {"field": field, "values": [{"value": v, "count": n} for v, n in parts.views.values(others, column)]}
        )
    return JsonAnswer({"total": found.count, "facets": out})


def may_download(parts: Parts, key: str) -> None:
    """Refuses where somebody takes whole lists too often."""
    if wait := parts.downloads.take(key):
        raise Refused(429, "too_many", f"too many downloads: wait {wait} s", headers={"Retry-After": str(wait)})


def _point(cell: Cell, known: dict[int, tuple[str, str | None, str | None]]) -> Json:
    id_, name, _ = known.get(cell.key, (None, None, None))
    west, south, east, north = cell.bounds
    return {
        "lat": cell.lat, "lon": cell.lon, "count": cell.count, "precision": cell.precision,
        "id": id_ if cell.count == 1 else None, "quads": cell.quads, "label": name,
        "others": max(east - west, north - south) > ONE_PLACE, "bounds": list(cell.bounds),
    }  # fmt: skip


def _area(cell: Cell, known: dict[int, Any]) -> Json:
    id_, name, region = known.get(cell.key, (None, None, None))
    return {
        "precision": cell.precision, "country": cell.country or None, "admin1": region, "name": name, "lat": cell.lat,
        "lon": cell.lon, "count": cell.count, "id": id_ if cell.count == 1 else None, "quads": cell.quads,
    }  # fmt: skip
