"""Records as flat rows: one value a column, lists joined by "; "."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from dateline.fixed import fixed
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.incident import Incident
from dateline.records.resolved import COUNTED, Actor, Count, Place, coarseness
from dateline.records.stored import StoredStatement

Kind = Literal["text", "number", "whole", "day", "moment", "flag"]
Field = tuple[str, Callable[[Article, Event], object]]
WITH_COLUMNS = tuple(what for what in COUNTED if what != "other")
KINDS: Mapping[str, Kind] = {
    "start": "day",
    "end": "day",
    "intensity": "number",
    "confidence": "number",
    "lat": "number",
    "lon": "number",
    "trigger_start": "whole",
    "trigger_end": "whole",
    **{f"{what}_{end}": "number" for what in WITH_COLUMNS for end in ("min", "max")},
}


@fixed()
class Column:
    """A column of a flat table: its name, the kind of its values, how a record gives one (None where it has none)."""

    name: str
    kind: Kind
    get: Callable[[Any], object]


def _join(values: Iterable[object]) -> str:
    return "; ".join("" if v is None else str(v) for v in values)


def _words(text: str) -> str:
    return " ".join(text.split())


def _parties(name: str, get: Callable[[Event], Sequence[Actor]]) -> list[Field]:
    return [
        (name, lambda _, e: _join(a.piece.text for a in get(e))),
        (f"{name}_name", lambda _, e: _join(a.name or _words(a.piece.text) for a in get(e))),
        (f"{name}_country", lambda _, e: _join(a.country for a in get(e))),
        (f"{name}_sectors", lambda _, e: _join("+".join(a.sectors) for a in get(e))),
    ]


def _count(event: Event, what: str) -> Count | None:
    return next((c for c in event.counts if c.what == what), None)


def _counted(what: str) -> list[Field]:
    def bound(end: str) -> Callable[[Article, Event], object]:
        def get(_: Article, event: Event) -> object:
            count = _count(event, what)
            return getattr(count, end) if count else None

        return get

    return [(f"{what}_min", bound("min")), (f"{what}_max", bound("max"))]


def places(event: Event) -> list[Place]:
    """Each place once, in the order of the event; several mentions of one are one place."""
    firsts: dict[object, Place] = {}
    for place in event.where:
        firsts.setdefault(_same_place(place), place)
    return list(firsts.values())


def _same_place(place: Place) -> object:
    name = (place.name or _words(place.piece.text)).casefold()
    return place.geonames_id or (name, place.country, place.admin1, place.lat, place.lon)


def _where(field: str) -> Field:
    return (f"place_{field}", lambda _, e: _join(getattr(p, field) for p in places(e)))


def _point(name: str, field: str) -> Field:
    def get(_: Article, event: Event) -> object:
        """Of the most exact place that has a point, the first among equals."""
        placed = [p for p in event.where if p.lat is not None and p.lon is not None]
        return getattr(min(placed, key=lambda p: coarseness(p.precision)), field) if placed else None

    return (name, get)


COLUMNS: tuple[Field, ...] = (
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
    ("place", lambda _, e: _join(p.piece.text for p in places(e))),
    *(_where(f) for f in ("name", "country", "admin1", "lat", "lon", "geonames_id", "precision")),
    *(column for what in WITH_COLUMNS for column in _counted(what)),
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
    _point("lat", "lat"),
    _point("lon", "lon"),
    _point("point_precision", "precision"),
)


def _of_pair(get: Callable[[Article, Event], object]) -> Callable[[tuple[Article, Event]], object]:
    return lambda pair: get(*pair)


CODED_COLUMNS: tuple[Column, ...] = tuple(Column(name, KINDS.get(name, "text"), _of_pair(get)) for name, get in COLUMNS)
"""Those of an event as it was coded, given with its article."""


def _of_event(name: str, get: Callable[[Article, Event], object]) -> Column:
    return Column(name, KINDS.get(name, "text"), lambda s: get(s.article, s.event))


EVENT_COLUMNS: tuple[Column, ...] = (
    *(_of_event(name, get) for name, get in COLUMNS),
    Column("passage", "text", lambda s: s.passage),
    Column("edited", "text", lambda s: _join(s.edited)),
    Column("run", "text", lambda s: s.run),
    Column("recorded", "moment", lambda s: s.recorded),
    Column("superseded", "moment", lambda s: s.superseded),
    Column("added_by", "text", lambda s: s.added_by),
)
"""Those of an event that was coded, and what a store knows beside it; `lat`, `lon` are those of its closest place."""


def _source(field: str) -> Callable[[StoredStatement], object]:
    def get(stored: StoredStatement) -> object:
        source = stored.statement.source
        return getattr(source, field) if source else None

    return get


STATEMENT_COLUMNS: tuple[Column, ...] = (
    Column("statement_id", "text", lambda s: s.statement.id),
    Column("source", "text", lambda s: s.statement.source and s.statement.source.piece.text),
    *(Column(f"source_{name}", "text", _source(name)) for name in ("name", "country", "id")),
    Column("source_sectors", "text", lambda s: s.statement.source and "+".join(s.statement.source.sectors)),
    Column("cue", "text", lambda s: s.statement.cue and s.statement.cue.text),
    Column("content", "text", lambda s: s.statement.content.text),
    Column("content_start", "whole", lambda s: s.statement.content.span.start),
    Column("content_end", "whole", lambda s: s.statement.content.span.end),
    Column("quoted", "flag", lambda s: s.statement.quoted),
    Column("events", "text", lambda s: _join(s.statement.events)),
    Column("article_id", "text", lambda s: s.article.id),
    Column("publisher", "text", lambda s: s.article.publisher),
    Column("published", "text", lambda s: s.article.published),
    Column("title", "text", lambda s: s.article.title),
    Column("url", "text", lambda s: s.article.url),
    Column("run", "text", lambda s: s.run),
    Column("recorded", "moment", lambda s: s.recorded),
    Column("superseded", "moment", lambda s: s.superseded),
)

PARTY_COLUMNS: tuple[Column, ...] = (
    Column("party_id", "text", lambda p: p.id),
    Column("name", "text", lambda p: p.name),
    Column("country", "text", lambda p: p.country),
    Column("sectors", "text", lambda p: "+".join(p.sectors)),
    Column("actor_id", "text", lambda p: p.actor_id),
    Column("as_actor", "whole", lambda p: p.as_actor),
    Column("as_recipient", "whole", lambda p: p.as_recipient),
    Column("as_voice", "whole", lambda p: p.as_voice),
)


def _shown(field: str, part: str | None = None) -> Callable[[Incident], object]:
    def get(incident: Incident) -> object:
        value = incident.value(field)
        return value if part is None else (value or {}).get(part)

    return get


def _shown_party(field: str, part: str) -> Callable[[Incident], object]:
    def told(value: object) -> object:
        return "+".join(value) if isinstance(value, list | tuple) else value

    def get(incident: Incident) -> object:
        shown = incident.told(field)
        return _join(told(party.get(part)) for party in (shown.parties if shown is not None else ()))

    return get


def _contexts(incident: Incident) -> str | None:
    shown = incident.told("contexts")
    return _join(shown.parties) if shown is not None and shown.parties else None


def _shown_day(part: str) -> Callable[[Incident], object]:
    def get(incident: Incident) -> object:
        day = _shown("when", part)(incident)
        return date.fromisoformat(str(day)) if day else None

    return get


def _toll(what: str) -> tuple[Column, Column, Column]:
    """The least, the best founded (of a range its least) and the greatest number."""

    def get(part: str) -> Callable[[Incident], object]:
        def number(incident: Incident) -> object:
            shown = incident.told(f"counts.{what}")
            value = getattr(shown, part) if shown else None
            return int(value) if isinstance(value, float) and value.is_integer() else value

        return number

    return (
        Column(f"{what}_low", "number", get("low")),
        Column(f"{what}_best", "number", get("number")),
        Column(f"{what}_high", "number", get("high")),
    )


def _geonames_id(incident: Incident) -> str | None:
    """The id as text: a data frame would make numbers with gaps of it ("2434508.0")."""
    number = _shown("where", "geonames_id")(incident)
    return str(number) if number else None


def _published(incident: Incident) -> set[date]:
    """The days of publication of the reports whose words are in it."""
    days = {v.published[:10] for s in incident.shown for v in s.versions if v.published}
    return set(map(date.fromisoformat, days))


def set_by_people(incident: Incident) -> str:
    """Which fields people set of an incident, with who and why."""
    who = ((s.field, s.set_by) for s in incident.shown)
    return _join(f"{field} set by {one.by}: {one.reason}".rstrip(": ") for field, one in who if one is not None)


INCIDENT_COLUMNS: tuple[Column, ...] = (
    Column("incident_id", "text", lambda i: i.id),
    Column("start", "day", _shown_day("start")),
    Column("end", "day", _shown_day("end")),
    *(Column(name, "text", _shown(name)) for name in ("type", "quad", "status")),
    Column("modes", "text", _shown("modes")),
    *(Column(f"actor_{name}", "text", _shown_party("actors", name)) for name in ("name", "country", "sectors")),
    *(Column(f"recipient_{name}", "text", _shown_party("recipients", name)) for name in ("name", "country", "sectors")),
    *(Column(f"place_{name}", "text", _shown("where", name)) for name in ("name", "country", "admin1", "precision")),
    Column("lat", "number", _shown("where", "lat")),
    Column("lon", "number", _shown("where", "lon")),
    *_toll("killed"),
    Column("origins", "whole", lambda i: len(i.origins)),
    Column("outlets", "text", lambda i: _join(i.outlets)),
    Column("events", "text", lambda i: _join(i.events)),
    Column("summary", "text", _shown("summary")),
    Column("set_by_people", "text", set_by_people),
    *(column for what in ("injured", "arrested", "displaced", "abducted", "participants") for column in _toll(what)),
    Column("contexts", "text", _contexts),
    Column("place_geonames_id", "text", _geonames_id),
    Column("first_report", "day", lambda i: min(_published(i), default=None)),
    Column("last_report", "day", lambda i: max(_published(i), default=None)),
    Column("articles", "text", lambda i: _join(i.articles)),
    Column("urls", "text", lambda i: _join(i.urls)),
)
"""What an incident shows; the versions beside it are in JSON lines only."""


def row(columns: Sequence[Column], record: object) -> dict[str, object]:
    """The values of a record by column; an empty text is None."""
    values = ((c.name, c.get(record)) for c in columns)
    return {name: None if value == "" else value for name, value in values}
