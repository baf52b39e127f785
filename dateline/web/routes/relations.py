"""What parties do to one another: over time, as a network, as a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline.errors import InputError
from dateline.records.query import Filter
from dateline.resolve.countries import by_iso3
from dateline.store.views.ties import Net, Tie
from dateline.web import shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import Asked
from dateline.web.models.relations import Matrix, Network, Series
from dateline.web.parts import Held, Parts

router = APIRouter(prefix="/relations", tags=["relations"])
MOST = 12
"""Parties on one side of a series."""
Side = Annotated[str, Query(max_length=400, description="Parties, joined by commas: MLI,BFA or MLI:MIL or an id.")]
Level = Literal["country", "sector"]
Many = Annotated[int, Query(ge=2, le=100, description="Parties that are shown, those with most events.")]


@router.get("/series", response_model=Series)
def series(
    parts: Held,
    asked: Asked,
    a: Side,
    b: Side = "",
    unit: Literal["week", "month", "quarter", "year"] = "month",
    direction: Literal["both", "out", "in"] = "both",
) -> Response:
    """What `a` did to `b` (out), `b` to `a` (in) or both over time; without `b`, everybody.

    Turning points are where the mean score of the events changes most and surely (Welch's t of 3.5 and two points).
    """
    one, two = _side("a", a), _side("b", b)
    if not one:
        raise InputError("a: name at least one party")
    points, turns, undated = parts.views.series(asked, list(_pairs(one, two, direction)), unit)
    told = {s.event.id: s for s in parts.views.events_by_key([k for t in turns for k in t.keys])}
    lines = dict(zip(told, shapes.events(parts, list(told.values())), strict=True))
    by_key = [parts.views.events_by_key(t.keys) for t in turns]
    return JsonAnswer(
        {
            "a": one,
            "b": two,
            "unit": unit,
            "direction": direction,
            "points": [
                {"start": p.start.isoformat(), "cooperation": _balance(p.cooperation), "conflict": _balance(p.conflict)}
                for p in points
            ],
            "undated": undated,
            "unknown": [] if points or undated else [p for p in (*one, *two) if not _is_known(parts, p)],
            "turning": [
                {
                    "start": t.start.isoformat(),
                    "before": t.before,
                    "after": t.after,
                    "kind": "towards cooperation" if t.after > t.before else "towards conflict",
                    "events": [lines[s.event.id] for s in stored],
                }
                for t, stored in zip(turns, by_key, strict=True)
            ],
        }
    )


@router.get("/network", response_model=Network, response_model_by_alias=True)
def network(parts: Held, asked: Asked, level: Level = "country", limit: Many = 40) -> Response:
    """Who acts on whom how often, among the parties with most events; `months` bounds what a slider may ask for."""
    ties, names = _busiest(parts.views.ties(asked, level), limit)
    ever = parts.views.first_and_last(parts.views.events(replace(asked, since=None, until=None)))
    first, last = (day.isoformat()[:7] for day in ever) if ever else (None, None)
    return JsonAnswer(
        {
            "nodes": [_node(name, events) for name, events in names.items()],
            "edges": [_edge(t) for t in ties],
            "months": {"first": first, "last": last},
        }
    )


@router.get("/matrix", response_model=Matrix, response_model_by_alias=True)
def matrix(parts: Held, asked: Asked, level: Level = "country", limit: Many = 25) -> Response:
    """Who acts on whom how often, as a table of the parties with most events."""
    ties, names = _busiest(parts.views.ties(asked, level), limit)
    return JsonAnswer({"parties": [{"id": n, "label": _label(n)} for n in names], "cells": [_edge(t) for t in ties]})


def _is_known(parts: Parts, party: str) -> bool:
    return parts.views.events(Filter(party=party)).count > 0


def _side(name: str, text: str) -> list[str]:
    parties = [part.strip() for part in text.split(",") if part.strip()]
    if len(parties) > MOST:
        raise InputError(f"{name}: at most {MOST} parties")
    return parties


def _pairs(a: list[str], b: list[str], direction: str) -> Iterator[tuple[str | None, str | None]]:
    others: list[str | None] = [*b] or [None]
    for one in a:
        for two in others:
            if direction != "in":
                yield one, two
            if direction != "out":
                yield two, one


def _balance(value: tuple[int, float]) -> Json:
    return {"count": value[0], "intensity": value[1]}


def _busiest(net: Net, limit: int) -> tuple[list[Tie], dict[str, int]]:
    """The ties among the parties with most events, and these parties with their numbers."""
    best = sorted(net.events, key=lambda name: (-net.events[name], name))[:limit]
    return [t for t in net.ties if t.actor in best and t.recipient in best], {n: net.events[n] for n in best}


def _node(name: str, events: int) -> Json:
    country, _, sector = name.partition(":")
    return {"id": name, "label": _label(name), "country": country, "sector": sector or None, "events": events}


def _edge(t: Tie) -> Json:
    return {
        "from": t.actor, "to": t.recipient, "events": t.events, "cooperation": t.cooperation,
        "conflict": t.events - t.cooperation,
    }  # fmt: skip


def _label(name: str) -> str:
    code, _, sector = name.partition(":")
    country = by_iso3().get(code)
    return (country.name if country else code) + (f" {sector}" if sector else "")
