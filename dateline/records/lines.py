"""Records to JSON lines as `docs/reference/records.md` defines them, byte for byte the same for the same input."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.records.article import Article
from dateline.records.event import Event, Statement
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

Json = dict[str, Any]
_LINES = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def dumps(record: Mapping[str, Any]) -> str:
    """One line of JSON, UTF-8 characters as they are."""
    return _LINES.encode(record)


def event_line(article: Article, event: Event) -> Json:
    """The JSON object of an event."""
    return {
        "record": "event",
        "id": event.id,
        "article": article_stub(article),
        "codebook": event.codebook,
        "type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "cameo": event.cameo,
        "trigger": piece(event.trigger),
        "actors": [actor(a) for a in event.actors],
        "recipients": [actor(a) for a in event.recipients],
        "where": [place(p) for p in event.where],
        "when": when(event.when) if event.when else None,
        "counts": [count(c) for c in event.counts],
        "status": event.status,
        "hedge": piece(event.hedge) if event.hedge else None,
        "according_to": [voice(v) for v in event.according_to],
        "evidence": piece(event.evidence),
        "story_event": event.story_event,
        "confidence": event.confidence,
    }


def statement_line(article: Article, statement: Statement) -> Json:
    """The JSON object of a statement."""
    source = statement.source
    return {
        "record": "statement",
        "id": statement.id,
        "article": article_stub(article),
        "source": None if source is None else actor(source),
        "cue": piece(statement.cue) if statement.cue else None,
        "content": piece(statement.content),
        "quoted": statement.quoted,
        "events": list(statement.events),
    }


def article_stub(article: Article) -> Json:
    """What a record says of the article it comes from."""
    return {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "title": article.title,
        "published": article.published,
    }


def span(value: Span) -> list[int]:
    """A span as [start, end]."""
    return [value.start, value.end]


def piece(value: Piece) -> Json:
    """Words with their place."""
    return {"text": value.text, "span": span(value.span)}


def actor(value: Actor) -> Json:
    """A party."""
    return piece(value.piece) | {
        "name": value.name,
        "country": value.country,
        "sectors": list(value.sectors),
        "id": value.id,
        "basis": value.basis,
    }


def place(value: Place) -> Json:
    """A place on the map."""
    return piece(value.piece) | {
        "name": value.name,
        "country": value.country,
        "admin1": value.admin1,
        "lat": value.lat,
        "lon": value.lon,
        "geonames_id": value.geonames_id,
        "precision": value.precision,
        "basis": value.basis,
    }


def when(value: When, *, timex: bool = False) -> Json:
    """A time expression; with `timex`, its TimeML value and type as well."""
    out = piece(value.piece) | {
        "start": value.start.isoformat() if value.start else None,
        "end": value.end.isoformat() if value.end else None,
        "precision": value.precision,
        "basis": value.basis,
    }
    return out | {"timex": value.timex, "timex_type": value.timex_type} if timex else out


def count(value: Count) -> Json:
    """How many of what."""
    return {"what": value.what} | piece(value.piece) | {"min": value.min, "max": value.max}


def voice(value: Voice) -> Json:
    """One voice of a chain."""
    return actor(value.actor) | {"cue": piece(value.cue) if value.cue else None}
