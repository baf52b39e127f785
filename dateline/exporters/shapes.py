"""How the answers of a store look in each format: their columns, their JSON objects, their lines in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from dateline.exporters.values import value
from dateline.records.article import Article
from dateline.records.coded import Coded as CodedArticle
from dateline.records.corrected import Corrected
from dateline.records.dyad import Dyad
from dateline.records.dyad import columns as dyad_columns
from dateline.records.event import Event
from dateline.records.flat import (
    CODED_COLUMNS,
    EVENT_COLUMNS,
    INCIDENT_COLUMNS,
    PARTY_COLUMNS,
    STATEMENT_COLUMNS,
    Column,
    places,
    row,
    set_by_people,
)
from dateline.records.incident import Incident
from dateline.records.incident_lines import incident_line
from dateline.records.lines import event_line
from dateline.records.resolved import Actor
from dateline.records.run import Run
from dateline.records.stored import StoredEvent, StoredParty, StoredStatement
from dateline.records.stored_lines import article_line, moment, party_line, stored_event_line, stored_statement_line
from dateline.records.sums import SumBy
from dateline.records.sums import columns as sum_columns
from dateline.records.watch import News, in_short, news_line


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of record: `columns` for flat formats, `line` for JSON lines, `brief` for a list to read."""

    columns: Sequence[Column]
    line: Callable[[Any], dict[str, Any]]
    brief: Sequence[tuple[str, Callable[[Any], object]]]


def _who(actors: Sequence[Actor]) -> str:
    return "; ".join(f"{a.name or a.piece.text} [{a.country or '?'}:{'+'.join(a.sectors) or '?'}]" for a in actors)


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


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _speaker(stored: StoredStatement) -> str:
    return _who([stored.statement.source]) if stored.statement.source else ""


def _content(stored: StoredStatement) -> str:
    text = " ".join(stored.statement.content.text.split())
    return text if len(text) <= 160 else text[:159] + "…"


CODED = Shape(CODED_COLUMNS, lambda pair: event_line(*pair), ())
"""An event as it was coded, before any store: an article with the event."""


def flat(coded: Iterable[CodedArticle]) -> Iterator[tuple[Article, Event]]:
    """The events of articles, each with its article, as `CODED` shapes them."""
    return ((one.article, event) for one in coded for event in one.events)


EVENTS = Shape(
    EVENT_COLUMNS,
    stored_event_line,
    (
        ("event", lambda s: s.event.id),
        ("when", _days),
        ("type", lambda s: " ".join((s.event.type, *s.event.modes))),
        ("who", lambda s: _who(s.event.actors)),
        ("to whom", lambda s: _who(s.event.recipients)),
        ("where", _places),
        ("killed", _killed),
        ("status", _status),
        ("sure", lambda s: f"{s.event.confidence:.2f}"),
        ("source", lambda s: s.article.called),
    ),
)

HISTORY = Shape(
    EVENT_COLUMNS,
    stored_event_line,
    (
        ("from", lambda s: _minute(s.recorded)),
        ("until", lambda s: _minute(s.superseded) if s.superseded else "now"),
        ("run", lambda s: s.run),
        ("set by people", lambda s: ", ".join((*([f"added by {s.added_by}"] if s.added_by else ()), *s.edited))),
        *EVENTS.brief[1:9],
    ),
)
"""The versions of one event, with the time in which each held."""

STATEMENTS = Shape(
    STATEMENT_COLUMNS,
    stored_statement_line,
    (
        ("statement", lambda s: s.statement.id),
        ("published", lambda s: (s.article.published or "")[:10]),
        ("who", _speaker),
        ("says", _content),
        ("source", lambda s: s.article.called),
    ),
)


def _codes(party: StoredParty) -> str:
    return f"{party.country or '?'}:{'+'.join(party.sectors) or '?'}"


PARTIES = Shape(
    PARTY_COLUMNS,
    party_line,
    (
        ("name", lambda p: p.name),
        ("codes", _codes),
        ("as actor", lambda p: p.as_actor),
        ("as recipient", lambda p: p.as_recipient),
        ("as voice", lambda p: p.as_voice),
    ),
)


def _shown(field: str) -> Callable[[Incident], object]:
    return lambda i: i.value(field)


def _day(incident: Incident) -> str:
    when = _shown("when")(incident)
    start, end = (when.get("start"), when.get("end")) if isinstance(when, Mapping) else (None, None)
    return str(start or "") if start == end else f"{start or '…'} to {end or '…'}"


def _of_incident(column: Column, news: News) -> object:
    return column.get(news.incident)


INCIDENTS = Shape(
    INCIDENT_COLUMNS,
    incident_line,
    (
        ("incident", lambda i: i.id),
        ("when", _day),
        ("type", _shown("type")),
        ("known", _shown("summary")),
        ("reports", lambda i: len(i.origins)),
        ("status", _shown("status")),
        ("set by people", set_by_people),
    ),
)


def _changed(news: News) -> str:
    """What changed, in words."""
    return "; ".join(change.words for change in in_short(news))


def _reports(news: News) -> str:
    then, now = news.origins_before, len(news.incident.origins)
    return f"{then} → {now}" if news.before and then != now else str(now)


NEWS = Shape(
    (
        Column("watch", "text", lambda n: n.watch),
        Column("news", "text", lambda n: n.kind),
        Column("what", "text", lambda n: "; ".join(n.what)),
        Column("changes", "text", _changed),
        Column("changed_at", "moment", lambda n: max((c.at for c in n.changes), default=None)),
        Column("origins_before", "whole", lambda n: n.origins_before),
        *(Column(c.name, c.kind, partial(_of_incident, c)) for c in INCIDENT_COLUMNS),
    ),
    news_line,
    (
        ("watch", lambda n: n.watch),
        ("news", lambda n: n.kind),
        ("incident", lambda n: n.incident.id),
        ("when", lambda n: _day(n.incident)),
        ("known", lambda n: n.incident.value("summary")),
        ("reports", _reports),
        ("changed", _changed),
    ),
)
"""What is new for a question that is kept: the incident as it is now, with what changed."""


def dyads(quads: Sequence[str], *, sectors: bool) -> Shape:
    """The shape of dyads by time, a column for each quad class; a list to read has sectors only where they are told."""
    columns = dyad_columns(quads)
    read = [c for c in columns if c.name != "start" and (sectors or not c.name.endswith("_sector"))]
    return Shape(columns, partial(_dyad_line, columns), tuple((c.name.replace("_", " "), c.get) for c in read))


def _dyad_line(columns: Sequence[Column], dyad: Dyad) -> dict[str, Any]:
    line = row(columns, dyad)
    return {"record": "dyad", **line, "start": dyad.start.isoformat()}


def _was(get: Callable[[StoredEvent], object]) -> Callable[[Corrected], object]:
    """What the event was that was decided about."""
    return lambda c: None if c.seen is None else get(c.seen)


def _said(given: object, field: str | None) -> str | None:
    """A value of a field in words; numbers with what they count."""
    if field is None:
        return None
    if field == "counts" and isinstance(given, Sequence):
        return "; ".join(f"{one['what']} {value(one)}" for one in given) or value(None)
    return value(given)


def _before(one: Corrected) -> str | None:
    """What stood there, of decisions about one event."""
    return _said(one.before, one.field if one.seen else None)


def _after(one: Corrected) -> str | None:
    return _said(one.after, one.field)


CORRECTED_COLUMNS: tuple[Column, ...] = (
    Column("decision", "text", lambda c: c.id),
    Column("at", "moment", lambda c: c.at),
    Column("by", "text", lambda c: c.by),
    Column("kind", "text", lambda c: c.kind),
    Column("verdict", "text", lambda c: c.verdict),
    Column("field", "text", lambda c: c.field),
    Column("before", "text", _before),
    Column("after", "text", _after),
    Column("reason", "text", lambda c: c.reason),
    Column("words", "text", lambda c: c.words),
    Column("sample", "text", lambda c: c.sample),
    Column("event", "text", _was(lambda s: s.event.id)),
    Column("incident", "text", lambda c: c.incident),
    Column("type", "text", _was(lambda s: s.event.type)),
    Column("trigger", "text", _was(lambda s: s.event.trigger.text)),
    Column("confidence", "number", _was(lambda s: s.event.confidence)),
    Column("sentence", "text", _was(lambda s: " ".join(s.event.evidence.text.split()))),
    Column("article", "text", _was(lambda s: s.article.id)),
    Column("publisher", "text", _was(lambda s: s.article.publisher)),
    Column("published", "text", _was(lambda s: s.article.published)),
    Column("title", "text", _was(lambda s: s.article.title)),
    Column("url", "text", _was(lambda s: s.article.url)),
    Column("run", "text", _was(lambda s: s.run)),
    Column("taken_back_by", "text", lambda c: c.withdrawn and c.withdrawn.by),
    Column("taken_back_at", "moment", lambda c: c.withdrawn and c.withdrawn.at),
)


def _decision_line(one: Corrected) -> dict[str, Any]:
    line = {name: given for name, given in row(CORRECTED_COLUMNS, one).items() if name not in ("before", "after")}
    taken_back = moment(one.withdrawn.at) if one.withdrawn else None
    times = {"at": moment(one.at), "taken_back_at": taken_back}
    return {"record": "decision", **line, **times, "before": one.before, "after": one.after}


CORRECTIONS = Shape(
    CORRECTED_COLUMNS,
    _decision_line,
    (
        ("at", lambda c: _minute(c.at)),
        ("by", lambda c: c.by),
        ("decision", lambda c: c.words),
        ("field", lambda c: c.field),
        ("before", _before),
        ("after", _after),
    ),
)  # fmt: skip
"""What people decided, a row a decision and field, with what stood there before and where it was read."""


def sums(by: SumBy, quads: Sequence[str]) -> Shape:
    """The shape of incidents that are added up by place, time or type."""
    columns = sum_columns(by, quads)
    read = [c for c in columns if not c.name.endswith(("_low", "_high"))]
    return Shape(columns, lambda one: {"record": "sum", **row(columns, one)}, tuple((c.name, c.get) for c in read))


ARTICLES = Shape(
    (
        Column("id", "text", lambda s: s.article.id),
        Column("published", "text", lambda s: s.article.published),
        Column("publisher", "text", lambda s: s.article.publisher),
        Column("title", "text", lambda s: s.article.title),
        Column("url", "text", lambda s: s.article.url),
        Column("language", "text", lambda s: s.article.language),
        Column("source", "text", lambda s: s.article.source),
        Column("added", "moment", lambda s: s.added),
        Column("events", "whole", lambda s: s.events),
        Column("statements", "whole", lambda s: s.statements),
        Column("words", "whole", lambda s: s.words),
        Column("revises", "text", lambda s: s.revises),
        Column("withdrawn", "moment", lambda s: s.withdrawn and s.withdrawn.at),
    ),
    article_line,
    (
        ("article", lambda s: s.article.id),
        ("published", lambda s: s.article.published or "no date"),
        ("source", lambda s: s.article.publisher or ""),
        ("title", lambda s: s.article.title or ""),
        ("events", lambda s: s.events),
        ("statements", lambda s: s.statements),
        ("words", lambda s: s.words),
        ("", lambda s: f"withdrawn: {s.withdrawn.reason}" if s.withdrawn else ""),
    ),
)

Coded = tuple[Run, int, int]
"""A run with the numbers of articles and events that it coded."""


def _settings(coded: Coded) -> str:
    return "; ".join(f"{name} {value}" for name, value in sorted(coded[0].settings.items()))


def _settings_told(coded: Coded) -> str:
    """The settings, without the long list where each type has a floor of its own."""
    return "; ".join(f"{n} {'by type' if v.startswith('{') else v}" for n, v in sorted(coded[0].settings.items()))


def _run_line(coded: Coded) -> dict[str, Any]:
    run, articles, events = coded
    return {
        "record": "run",
        "id": run.id,
        "started": moment(run.started),
        "finished": moment(run.finished) if run.finished else None,
        "articles": articles,
        "events": events,
        "version": run.version,
        "model": run.model,
        "codebook": run.codebook,
        "settings": dict(run.settings),
    }


RUNS = Shape(
    (
        Column("run", "text", lambda c: c[0].id),
        Column("started", "moment", lambda c: c[0].started),
        Column("finished", "moment", lambda c: c[0].finished),
        Column("articles", "whole", lambda c: c[1]),
        Column("events", "whole", lambda c: c[2]),
        Column("version", "text", lambda c: c[0].version),
        Column("model", "text", lambda c: c[0].model),
        Column("codebook", "text", lambda c: c[0].codebook),
        Column("settings", "text", _settings),
    ),
    _run_line,
    (
        ("run", lambda c: c[0].id),
        ("started", lambda c: _minute(c[0].started)),
        ("articles", lambda c: c[1]),
        ("events", lambda c: c[2]),
        ("version", lambda c: c[0].version),
        ("model", lambda c: c[0].model),
        ("codebook", lambda c: c[0].codebook),
        ("settings", _settings_told),
    ),
)


UNTOLD = {"month": "no day", "country": "no place"}
"""What a list of counts says where there is no value."""


def counted(by: Sequence[str]) -> Shape:
    """The shape of counts by some values, as the store gives them."""
    names = (*by, "events")
    columns = tuple(Column(name, "whole" if name == "events" else "text", _entry(name)) for name in names)
    return Shape(columns, dict, tuple((name, _told(name)) for name in names))


def _told(name: str) -> Callable[[Mapping[str, Any]], object]:
    """The value as a list to read has it: what is not known is said."""
    return lambda count: UNTOLD.get(name, "not known") if count[name] == "" else count[name]


def _entry(name: str) -> Callable[[Mapping[str, Any]], object]:
    return lambda count: count[name]
