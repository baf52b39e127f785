"""Events: as they were coded, as a store knows them, and the versions of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from operator import itemgetter

from dateline.exporters.shapes.base import Shape, minute, who
from dateline.records.article import Article
from dateline.records.coded import Coded as CodedArticle
from dateline.records.event import Event
from dateline.records.flat import CODED_COLUMNS, EVENT_COLUMNS, Column, places
from dateline.records.lines import event_line
from dateline.records.stored import StoredEvent
from dateline.records.stored_lines import stored_event_line

CODED = Shape(CODED_COLUMNS, lambda pair: event_line(*pair), (), "events")
"""An event as it was coded, before any store: an article with the event."""


def flat(coded: Iterable[CodedArticle]) -> Iterator[tuple[Article, Event]]:
    """The events of articles, each with its article, as `CODED` shapes them."""
    return ((one.article, event) for one in coded for event in one.events)


def _days(stored: StoredEvent) -> str:
    when = stored.event.when
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start == when.end:
        return str(when.start)
    return f"{when.start or '…'} to {when.end or '…'}"


def _places(stored: StoredEvent) -> str:
    return "; ".join(f"{p.name or p.piece.text}{f', {p.country}' if p.country else ''}" for p in places(stored.event))


def _killed(stored: StoredEvent) -> str:
    killed = next((c for c in stored.event.counts if c.what == "killed"), None)
    if killed is None:
        return ""
    if killed.min == killed.max:
        return str(killed.min)
    if killed.max is None:
        return f"{killed.min}+"
    return f"≤{killed.max}" if killed.min is None else f"{killed.min}-{killed.max}"


def _status(stored: StoredEvent) -> str:
    event = stored.event
    marks = (("hedged", event.hedge), ("added", stored.added_by), ("edited", stored.edited))
    return ", ".join((event.status, *(name for name, there in marks if there)))


def _of_member(column: Column, pair: tuple[str, StoredEvent]) -> object:
    return column.get(pair[1])


EVENTS = Shape(
    EVENT_COLUMNS,
    stored_event_line,
    (
        ("event", lambda s: s.event.id),
        ("when", _days),
        ("type", lambda s: " ".join((s.event.type, *s.event.modes))),
        ("who", lambda s: who(s.event.actors)),
        ("to whom", lambda s: who(s.event.recipients)),
        ("where", _places),
        ("killed", _killed),
        ("status", _status),
        ("sure", lambda s: f"{s.event.confidence:.2f}"),
        ("source", lambda s: s.article.called),
    ),
    "events",
)

MEMBERS = Shape(
    (
        Column("incident_id", "text", itemgetter(0)),
        *(Column(c.name, c.kind, partial(_of_member, c)) for c in EVENT_COLUMNS),
    ),
    lambda pair: stored_event_line(pair[1]),
    (),
    "events",
)
"""The events of incidents, each given with the id of its incident."""

HISTORY = Shape(
    EVENT_COLUMNS,
    stored_event_line,
    (
        ("from", lambda s: minute(s.recorded)),
        ("until", lambda s: minute(s.superseded) if s.superseded else "now"),
        ("run", lambda s: s.run),
        ("set by people", lambda s: ", ".join((*([f"added by {s.added_by}"] if s.added_by else ()), *s.edited))),
        *EVENTS.brief[1:9],
    ),
    "events",
)
"""The versions of one event, with the time in which each held."""
