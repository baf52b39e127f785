"""Actors: who takes part, with whom, in what; put together, renamed, added to the actor list."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from dateline import own_actors, settings
from dateline.exporters.shapes import PARTIES
from dateline.records.stored_lines import moment
from dateline.resolve.who import ActorList
from dateline.store.actors import StoredActor
from dateline.store.desk.decided import Decision
from dateline.store.views.portrait import Portrait
from dateline.web import lists, shapes
from dateline.web.answers import Json, JsonAnswer
from dateline.web.asking import Asked, Asking
from dateline.web.downloads import download
from dateline.web.models.actors import ActorItem, ActorPage, ListAnswer, ListRequest, MergeRequest, RenameRequest
from dateline.web.models.base import Page
from dateline.web.models.decisions import DecisionAnswer
from dateline.web.parts import ADMIN, REVIEWER, By, Held, Me, Parts
from dateline.web.routes.decisions import decided

router = APIRouter(prefix="/actors", tags=["actors"])
COUNTERPARTS = 25


@router.get("", response_model=Page[ActorItem])
def actors(
    parts: Held,
    me: Me,
    asked: Asked,
    paged: Asking,
    q: Annotated[str | None, Query(max_length=200, description="A code, a key, an id or words of a name.")] = None,
    order: Literal["total", "name", "country", "as_actor", "as_recipient", "as_voice"] = "total",
    reverse: bool = False,
) -> Response:
    """The actors with most events, or in another order, in all or in those that a filter finds.

    Numbers go down, words up, unless `reverse`. Files list the parties that actors are made of, most events first.
    """
    if paged.format != "json":
        lists.may_download(parts, me.name)
        narrowed = asked if not q else replace(asked, party=q)
        return download(parts.store.actors(narrowed), PARTIES, paged.format, "actors")
    start = max(0, paged.after[1]) if paged.after else 0
    some = parts.views.actors(asked, q or None, limit=paged.limit + 1, offset=start, order=order, reverse=reverse)
    more = (0, start + paged.limit) if len(some) > paged.limit else None
    total = parts.views.count_actors(asked, q or None) if paged.after is None else None
    return lists.page([shapes.actor(a) for a in some[: paged.limit]], more, total)


@router.get("/{id}", response_model=ActorPage)
def actor(parts: Held, id: str, asked: Asked) -> Response:
    """One actor: what it is called, its roles over time, its partners and opponents, in the events of a filter."""
    one, forms, words = parts.views.actor(id)
    portrait = parts.views.portrait(one.id, asked)
    return JsonAnswer(
        {
            "actor": shapes.actor(one),
            "forms": [shapes.form(f) for f in forms],
            "names": [{"text": text, "count": n} for text, n in words],
            "roles": [{"month": month, "role": role, "count": n} for month, role, n in portrait.roles],
            "quads": [{"quad": q, "as_actor": a, "as_recipient": r} for q, (a, r) in portrait.quads.items()],
            "partners": _counterparts(parts, portrait, 0),
            "opponents": _counterparts(parts, portrait, 1),
            "listed": _listed(one),
            "decisions": [_decision(d) for d in parts.desk.actor_decisions(one.id)],
        }
    )


@router.post("/{id}/merge", response_model=DecisionAnswer, dependencies=[REVIEWER])
def merge(parts: Held, who: By, id: str, given: MergeRequest) -> Response:
    """The actor is the same as another."""
    return decided(parts, parts.desk.merge_actors(id, given.into, who=who, reason=given.reason))


@router.post("/{id}/rename", response_model=DecisionAnswer, dependencies=[REVIEWER])
def rename(parts: Held, who: By, id: str, given: RenameRequest) -> Response:
    """The actor is to be called so."""
    return decided(parts, parts.desk.rename_actor(id, given.name, who=who, reason=given.reason))


@router.post("/{id}/list", response_model=ListAnswer, dependencies=[ADMIN])
def to_list(parts: Held, who: By, id: str, given: ListRequest) -> Response:
    """Put the actor into the list of this installation: what is coded from now on knows it."""
    one, _, _ = parts.views.actor(id)
    key = own_actors.add(
        given.name, given.country, given.sectors, key=given.key or None, aliases=given.aliases,
        since=given.since or "", until=given.until or "", note=given.note,
    )  # fmt: skip
    parts.coder.renew()
    parts.desk.log(who, "actor listed", one.id, {"key": key, "name": given.name})
    return JsonAnswer({"key": key, "file": str(settings.own_actors())})


def _counterparts(parts: Parts, portrait: Portrait, which: int) -> list[Json]:
    """The actors with most cooperation (0) or conflict (1)."""
    best = sorted((o for o in portrait.others if portrait.others[o][which]), key=lambda o: -portrait.others[o][which])
    known = parts.views.actors_by_id(best[:COUNTERPARTS])
    return [
        {"actor": shapes.actor(a), "cooperation": portrait.others[a.id][0], "conflict": portrait.others[a.id][1]}
        for a in known
    ]


def _listed(one: StoredActor) -> Json | None:
    if one.key is None:
        return None
    entry = ActorList.load(settings.actor_lists()).entries.get(one.key)
    if entry is None:
        return None
    entries = [
        {"country": r.country, "sectors": "+".join(r.sectors), "from": r.start, "to": r.end, "note": r.note}
        for r in entry.roles
    ]
    return {"key": entry.id, "name": entry.name, "entries": entries}


def _decision(one: Decision) -> Json:
    return {
        "id": one.id, "kind": one.detail["kind"], "actor": one.detail["actor"], "into": one.detail.get("into"),
        "name": one.detail.get("name"), "by": one.by, "at": moment(one.at), "reason": one.reason,
        "withdrawn": shapes.withdrawn(one.withdrawn),
    }  # fmt: skip
