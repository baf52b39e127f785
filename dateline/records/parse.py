"""JSON lines as `records.lines` writes them, back into records."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.records.event import Event, Statement
from dateline.records.item import Item
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

Json = Mapping[str, Any]


def event(line: Json) -> Event:
    """The event of an event line; KeyError, TypeError or ValueError where the line has another form."""
    return Event(
        id=line["id"],
        codebook=line["codebook"],
        type=line["type"],
        modes=tuple(line["modes"]),
        contexts=tuple(line["contexts"]),
        quad=line["quad"],
        intensity=line["intensity"],
        cameo=line["cameo"],
        trigger=piece(line["trigger"]),
        actors=tuple(map(actor, line["actors"])),
        recipients=tuple(map(actor, line["recipients"])),
        where=tuple(map(place, line["where"])),
        when=when(line["when"]) if line["when"] else None,
        counts=tuple(map(count, line["counts"])),
        status=line["status"],
        hedge=_optional(line["hedge"]),
        according_to=tuple(map(voice, line["according_to"])),
        evidence=piece(line["evidence"]),
        story_event=line["story_event"],
        confidence=line["confidence"],
        sense=b64decode(line["sense"]) if line.get("sense") else None,
        item=Item(*line["item"]) if line.get("item") else None,
    )


def statement(line: Json) -> Statement:
    """The statement of a statement line."""
    return Statement(
        id=line["id"],
        source=actor(line["source"]) if line["source"] else None,
        cue=_optional(line["cue"]),
        content=piece(line["content"]),
        quoted=line["quoted"],
        events=tuple(line["events"]),
    )


def piece(value: Json) -> Piece:
    """Words with their place."""
    start, end = value["span"]
    return Piece(value["text"], Span(start, end))


def actor(value: Json) -> Actor:
    """A party."""
    return Actor(
        piece(value), value["name"], value["country"], tuple(value["sectors"]), value.get("id"), value.get("basis", "")
    )


def place(value: Json) -> Place:
    """A place on the map."""
    return Place(
        piece(value),
        value["name"],
        value["country"],
        value["admin1"],
        value["lat"],
        value["lon"],
        value["geonames_id"],
        value["precision"],
        value["basis"],
    )


def when(value: Json) -> When:
    """A time expression."""
    start, end = (date.fromisoformat(x) if x else None for x in (value["start"], value["end"]))
    return When(piece(value), start, end, value["precision"], value["basis"])


def count(value: Json) -> Count:
    """How many of what."""
    return Count(piece(value), value["what"], value["min"], value["max"])


def voice(value: Json) -> Voice:
    """One voice of a chain."""
    return Voice(actor(value), _optional(value["cue"]))


def _optional(value: Json | None) -> Piece | None:
    return piece(value) if value else None
