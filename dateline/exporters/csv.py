"""A flat table for spreadsheets, pandas and R: one row an event, lists joined by "; "."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.resolved import Actor, Count

Column = tuple[str, Callable[[Article, Event], object]]

COUNTED = ("killed", "injured", "abducted", "arrested", "displaced", "participants", "troops", "money", "released")


def _join(values: Iterable[object]) -> str:
    return "; ".join("" if v is None else str(v) for v in values)


def _parties(name: str, get: Callable[[Event], Sequence[Actor]]) -> list[Column]:
    return [
        (name, lambda _, e: _join(a.piece.text for a in get(e))),
        (f"{name}_name", lambda _, e: _join(a.name for a in get(e))),
        (f"{name}_country", lambda _, e: _join(a.country for a in get(e))),
        (f"{name}_sectors", lambda _, e: _join("+".join(a.sectors) for a in get(e))),
    ]


def _count(event: Event, what: str) -> Count | None:
    return next((c for c in event.counts if c.what == what), None)


def _counted(what: str) -> list[Column]:
    def bound(end: str) -> Callable[[Article, Event], object]:
        def get(_: Article, event: Event) -> object:
            count = _count(event, what)
            return getattr(count, end) if count else None

        return get

    return [(f"{what}_min", bound("min")), (f"{what}_max", bound("max"))]


def _where(field: str) -> Column:
    return (f"place_{field}", lambda _, e: _join(getattr(p, field) for p in e.where))


COLUMNS: tuple[Column, ...] = (
    ("event_id", lambda _, e: e.id),
    ("story_event", lambda _, e: e.story_event),
    ("start", lambda _, e: e.when and e.when.start),
    ("end", lambda _, e: e.when and e.when.end),
    ("time_precision", lambda _, e: e.when and e.when.precision),
    ("type", lambda _, e: e.type),
    ("modes", lambda _, e: _join(e.modes)),
    ("contexts", lambda _, e: _join(e.contexts)),
    ("quad", lambda _, e: e.quad),
    ("intensity", lambda _, e: e.intensity),
    ("cameo", lambda _, e: e.cameo),
    ("status", lambda _, e: e.status),
    ("hedge", lambda _, e: e.hedge and e.hedge.text),
    *_parties("actor", lambda e: e.actors),
    *_parties("recipient", lambda e: e.recipients),
    ("place", lambda _, e: _join(p.piece.text for p in e.where)),
    *(_where(f) for f in ("name", "country", "admin1", "lat", "lon", "geonames_id", "precision")),
    *(column for what in COUNTED for column in _counted(what)),
    ("according_to", lambda _, e: _join(v.actor.name or v.actor.piece.text for v in e.according_to)),
    ("confidence", lambda _, e: e.confidence),
    ("trigger", lambda _, e: e.trigger.text),
    ("trigger_start", lambda _, e: e.trigger.span.start),
    ("trigger_end", lambda _, e: e.trigger.span.end),
    ("time_text", lambda _, e: e.when and e.when.piece.text),
    ("evidence", lambda _, e: e.evidence.text),
    ("article_id", lambda a, _: a.id),
    ("publisher", lambda a, _: a.publisher),
    ("published", lambda a, _: a.published),
    ("title", lambda a, _: a.title),
    ("url", lambda a, _: a.url),
    ("codebook", lambda _, e: e.codebook),
)


def write(coded: Iterable[Coded], out: TextIO) -> None:
    """A header and one row an event; statements are in JSON lines only."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([name for name, _ in COLUMNS])
    for one in coded:
        for event in one.events:
            rows.writerow([safe(get(one.article, event)) for _, get in COLUMNS])


def safe(value: object) -> object:
    """A cell that a spreadsheet shows as text: no formula from an article is ever run (OWASP, CSV injection)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value
