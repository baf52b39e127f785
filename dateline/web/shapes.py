"""Records as the API gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dateline.merge.differing import differs
from dateline.records.incident import Change, Incident, Link, Shown
from dateline.records.incident_lines import incident_line
from dateline.records.stored import StoredEvent, StoredParty, StoredStatement
from dateline.records.stored_lines import moment, stored_event_line, stored_statement_line
from dateline.records.withdrawal import Withdrawal
from dateline.store.actors import StoredActor
from dateline.store.desk.decided import Decision
from dateline.store.desk.figures import Share
from dateline.store.rows import Party
from dateline.web.parts import Parts

Json = dict[str, Any]


def events(parts: Parts, stored: Sequence[StoredEvent]) -> list[Json]:
    """Events with their incidents, reviews and etags."""
    passages = [s.passage for s in stored]
    tags, reviews = parts.desk.seen(passages)
    member = parts.store.incidents_of(passages)
    actor = parts.views.merged()
    return [
        _with_actors(stored_event_line(s), s, actor)
        | {
            "rejected": s.rejected,
            "incident": member.get(s.passage),
            "reviews": [review(r) for r in reviews.get(s.passage, ())],
            "etag": tags[s.passage],
        }
        for s in stored
    ]


def _with_actors(line: Json, stored: StoredEvent, actor: Callable[[str], str]) -> Json:
    """The line with the id of the page of each party."""
    event = stored.event
    for field, held in (
        ("actors", event.actors),
        ("recipients", event.recipients),
        ("according_to", tuple(v.actor for v in event.according_to)),
    ):
        for entry, one in zip(line[field], held, strict=True):
            entry["actor"] = actor(Party.of(one).actor)
    return line


def statements(parts: Parts, stored: Iterable[StoredStatement]) -> list[Json]:
    """Statements with the id of the page of who said it."""
    actor, out = parts.views.merged(), []
    for one in stored:
        line = stored_statement_line(one)
        if one.statement.source is not None:
            line["source"]["actor"] = actor(Party.of(one.statement.source).actor)
        out.append(line)
    return out


def review(one: Decision) -> Json:
    """A review."""
    return {
        "id": one.id, "verdict": one.verdict, "by": one.by, "at": moment(one.at), "reason": one.reason,
        "fields": list(one.fields),
    }  # fmt: skip


def withdrawn(value: Withdrawal | None) -> Json | None:
    """Who took something back."""
    return {"by": value.by, "at": moment(value.at), "reason": value.reason} if value else None


def incident(one: Incident, known: tuple[datetime, datetime] | None) -> Json:
    """An incident in a list; `known` is when it became known and when it last changed."""
    value = {s.field: s.value for s in one.shown}
    parties = {s.field: s.parties for s in one.shown if s.field in ("actors", "recipients")}
    where, when = value.get("where"), value.get("when") or {}
    killed = one.count("killed")
    return {
        "id": one.id,
        "summary": value.get("summary") or "",
        "type": value.get("type"),
        "modes": _listed(value.get("modes")),
        "quad": value.get("quad"),
        "status": value.get("status"),
        "start": when.get("start"),
        "end": when.get("end"),
        "time_precision": when.get("precision"),
        "place": {n: where.get(n) for n in ("name", "country", "admin1", "lat", "lon", "precision")} if where else None,
        "actors": [_party(p) for p in parties.get("actors", ())],
        "recipients": [_party(p) for p in parties.get("recipients", ())],
        "killed": _killed(killed) if killed else None,
        "origins": len(one.origins),
        "outlets": list(one.outlets),
        "articles": list(one.articles),
        "urls": list(one.urls),
        "events": len(one.events),
        "disputed": [s.field for s in one.shown if differs(s)],
        "edited": [s.field for s in one.shown if s.set_by is not None],
        "found": moment(known[0]) if known else None,
        "changed": moment(known[1]) if known else None,
    }


def shown(one: Incident) -> list[Json]:
    """The fields of an incident with all their versions."""
    fields: list[Json] = incident_line(one)["shown"]
    return fields


def change(one: Change, begins: Mapping[str, str]) -> Json:
    """An entry of an incident's history; articles that `begins` knows are told by how they begin, not by their id."""
    first = begins.get(one.cause)
    words = one.words.replace(one.cause, f"“{first}”") if first else one.words
    return asdict(one) | {"at": moment(one.at), "words": words}


def link(one: Link) -> Json:
    """Why two passages are one happening, or not."""
    return asdict(one) | {"reasons": list(one.reasons)}


def actor(one: StoredActor) -> Json:
    """An actor in a list."""
    return {
        "id": one.id, "name": one.name, "country": one.country, "sectors": list(one.sectors), "key": one.key,
        "as_actor": one.as_actor, "as_recipient": one.as_recipient, "as_voice": one.as_voice,
    }  # fmt: skip


def form(one: StoredParty) -> Json:
    """A name, country and sectors that an actor goes by."""
    return {
        "id": one.id, "name": one.name, "country": one.country, "sectors": list(one.sectors), "key": one.actor_id,
        "as_actor": one.as_actor, "as_recipient": one.as_recipient, "as_voice": one.as_voice,
    }  # fmt: skip


def share(one: Share) -> Json:
    """A share with its interval."""
    low, high = one.bounds or (None, None)
    return {"n": one.n, "right": one.right, "share": one.share, "low": low, "high": high}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _party(value: Mapping[str, Any]) -> Json:
    return {
        "name": value.get("name") or "",
        "country": value.get("country"),
        "sectors": list(value.get("sectors") or ()),
    }


def _killed(one: Shown) -> Json:
    bounds = one.value if isinstance(one.value, Mapping) else {"min": one.value, "max": one.value}
    low, high = bounds.get("min"), bounds.get("max")
    best = low if low is not None else high
    return {"low": one.low, "best": best, "high": one.high, "min": low, "max": high}
