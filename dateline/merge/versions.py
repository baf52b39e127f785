"""The versions of an incident: each field of each passage as a value with who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from dateline.merge.evidence.who import sides
from dateline.merge.voices import said_by, stance
from dateline.records import lines
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.incident import Version
from dateline.records.resolved import Actor, Count, Place, When

WORDS = ("text", "span", "basis")
"""Keys of the event line that belong to the words a value was read from, not to the value."""


class Told(Protocol):
    """A passage with its event and article (without text), such as `records.stored.StoredEvent`."""

    @property
    def passage(self) -> str:
        """The id that stays when the article is coded again."""

    @property
    def event(self) -> Event:
        """What the passage says."""

    @property
    def article(self) -> Article:
        """Where it stands."""

    @property
    def rejected(self) -> bool:
        """True where people said that it is no event."""


def versions(told: Sequence[Told], origins: Mapping[str, str]) -> dict[str, tuple[Version, ...]]:
    """The versions of each field, by publication; `origins` gives the origin of an article that is a copy."""
    out: dict[str, list[Version]] = {}
    for one in sorted(told, key=order):
        for field, value in values(one.event):
            out.setdefault(field, []).append(_version(one, field, value, origins))
    return {field: tuple(found) for field, found in out.items()}


def order(one: Told) -> tuple[str, str, int, str]:
    """Passages by publication (undated last), article and place in the text."""
    return (one.article.published or "9999", one.article.id, one.event.trigger.span.start, one.passage)


def values(event: Event) -> Iterator[tuple[str, Any]]:
    """The fields of an event with their values, one a party, place and count."""
    yield from (("type", event.type), ("quad", event.quad), ("status", event.status))
    yield from (("modes", mode) for mode in event.modes)
    yield from (("contexts", context) for context in event.contexts)
    yield from (("actors", party(a)) for a in event.actors)
    yield from (("recipients", party(a)) for a in event.recipients)
    yield from (("where", place(p)) for p in event.where)
    if event.when is not None and (event.when.start or event.when.end):
        yield "when", when(event.when)
    yield from ((f"counts.{c.what}", count(c)) for c in event.counts if c.min is not None or c.max is not None)


def party(value: Actor) -> dict[str, Any]:
    """A party without the words; a described one goes by its description, and so do people of a country.

    "Thousands of Americans" have the key and the name of the country, which would make them one with its state.
    """
    out = _bare(lines.actor(value))
    if value.id is not None and value.id == value.country and sides((value,)) == {"neither"}:
        return out | {"name": value.piece.text, "id": None}
    return out | {"name": value.name or value.piece.text}


def place(value: Place) -> dict[str, Any]:
    """A place without the words."""
    out = _bare(lines.place(value))
    return out | {"name": value.name or value.piece.text}


def when(value: When) -> dict[str, Any]:
    """A time without the words."""
    return _bare(lines.when(value))


def count(value: Count) -> int | float | dict[str, Any]:
    """A number where it is one, else its bounds."""
    if value.min is not None and value.min == value.max:
        return value.min
    return {"min": value.min, "max": value.max}


def _bare(line: lines.Json) -> dict[str, Any]:
    return {key: value for key, value in line.items() if key not in WORDS}


def _version(one: Told, field: str, value: Any, origins: Mapping[str, str]) -> Version:
    article, event = one.article, one.event
    return Version(
        value=value,
        event=one.passage,
        article=article.id,
        origin=origins.get(article.id, article.id),
        publisher=article.publisher,
        published=article.published,
        said_by=said_by(event),
        stance=stance(event, field),
        hedge=event.hedge.text if event.hedge else None,
    )
