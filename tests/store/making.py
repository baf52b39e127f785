"""Articles, a coder that needs no model, and the contents of a store to compare."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event, Statement
from dateline.records.resolved import Actor, Count, Place, When
from dateline.records.run import Run
from dateline.records.span import Piece, Span
from dateline.store import Store
from dateline.store import tables as t

STARTED = datetime(2024, 8, 1, tzinfo=UTC)
PLACES = (("Gao", "MLI", 16.27, -0.04), ("Kidal", "MLI", 18.44, 1.41), ("Agadez", "NER", 16.97, 7.99))
TYPES = (("ASSAULT", "material_conflict"), ("PROTEST", "material_conflict"), ("CONSULT", "verbal_cooperation"))


def run(id: str = "r1", model: str = "m1") -> Run:
    return Run(id, "0.1.0", model, "plover@2.0", {}, STARTED)


def article(n: int, **values: Any) -> Article:
    """Report number `n`, of one to three sentences."""
    place = PLACES[n % 3][0]
    text = " ".join(
        f"Rebels {n} attacked {place} on day {i}, killing {n + i}, officials said." for i in range(1 + n % 3)
    )
    base = Article(f"a{n}", text, title=None, published=f"2024-07-{1 + n % 28:02}", publisher=f"Paper {n % 4}")
    return replace(base, **values)


def code_one(one: Article, *, shift: int = 0) -> Coded:
    """An event and a statement for each sentence; `shift` stands for another model that dates otherwise."""
    events, statements, start = [], [], 0
    for i, sentence in enumerate(one.text.split(". ")):
        span = Span(start, start + len(sentence))
        events.append(_event(one, i, span, shift))
        said = Piece.cut(one.text, Span(span.start, one.text.index(", officials", span.start)))
        officials = _actor(one.text, "officials", span, "MLI", "GOV")
        statements.append(Statement(f"s{one.id}-{i}", officials, None, said, False, (events[-1].id,)))
        start = span.end + 2
    return Coded(one, tuple(events), tuple(statements))


def _event(one: Article, i: int, span: Span, shift: int) -> Event:
    number = sum(map(ord, one.id)) + i
    name, country, lat, lon = PLACES[number % 3]
    day = date(2024, 5, 1) + timedelta(days=number % 90 + shift)
    words = Piece.cut(one.text, span)
    type_, quad = TYPES[number % 3]
    return Event(
        id=f"e{one.id}-{i}-{shift}", codebook="plover@2.0", type=type_, modes=(), contexts=(), quad=quad,
        intensity=-9.0, cameo=None, trigger=_piece(one.text, "attacked", span),
        actors=(
            _actor(one.text, "Rebels", span, country, "REB"),
            *((Actor(words, "Envoys", "FRA", ("GOV",), None, "test"),) if number % 2 == 0 else ()),
        ),
        recipients=(Actor(words, name, country, ("CVL",), None, "test"),) if number % 2 else (),
        where=(Place(words, name, country, name, lat, lon, None, "settlement", "test"),) if number % 5 else (),
        when=When(words, day, day, "day", "published") if number % 7 else None,
        counts=(Count(words, "killed", number, number),), status="happened", hedge=None, according_to=(),
        evidence=words, story_event=f"e{one.id}-0-{shift}", confidence=0.5 + number % 50 / 100,
    )  # fmt: skip


def acting(event: Event) -> set[tuple[Actor, Actor]]:
    """Who acts on whom, by what is said of it."""
    if event.type in ("AGREE", "CONSULT", "COOPERATE") and not event.recipients:
        return {(a, b) for a in event.actors for b in event.actors if a != b}
    return {(a, r) for a in event.actors for r in event.recipients}


def _piece(text: str, words: str, span: Span) -> Piece:
    start = text.index(words, span.start)
    return Piece(words, Span(start, start + len(words)))


def _actor(text: str, words: str, span: Span, country: str, sector: str) -> Actor:
    return Actor(_piece(text, words, span), None, country, (sector,), None, "test")


def code(articles: Iterable[Article], *, shift: int = 0, pause: float = 0.0) -> Iterator[Coded]:
    for one in articles:
        time.sleep(pause)
        yield code_one(one, shift=shift)


def rows(store: Store, query: sa.Select[Any]) -> list[tuple[Any, ...]]:
    with store._engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


def brought(store: Store, *numbers: int, model: str = "m1", shift: int = 0, id: str = "r1") -> None:
    """Bring reports by their numbers into a store, as one coder codes them."""
    one = run(id, model)
    store.begin(one)
    store.add(one, [code_one(article(n), shift=shift) for n in numbers])


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that a store knows, without keys, times and runs: what an undisturbed store has to hold as well."""
    held = t.events.c.superseded.is_(None)
    article, coding = t.articles.c, t.codings.c
    one, two = t.parties.alias("one"), t.parties.alias("two")
    return {
        "articles": rows(
            store, sa.select(article.id, article.digest, article.text, article.publisher).order_by(article.id)
        ),
        "codings": rows(
            store,
            sa.select(article.id, coding.coder, coding.events, coding.statements, coding.superseded.is_(None))
            .join(t.codings, coding.article == article.key).order_by(article.id, coding.coder),
        ),
        "events": rows(
            store,
            sa.select(article.id, t.events.c.id, t.events.c.passage, held, t.events.c.edited, t.event_records.c.record)
            .join(t.events, t.events.c.article == article.key)
            .join(t.event_records, t.event_records.c.event == t.events.c.key)
            .order_by(article.id, t.events.c.id, t.events.c.version, t.events.c.key),
        ),
        "places": rows(store, sa.select(t.event_places.c.name, sa.func.count()).group_by("name").order_by("name")),
        "participants": rows(
            store,
            sa.select(t.events.c.id, t.participants.c.role, t.parties.c.id)
            .join(t.participants, t.participants.c.event == t.events.c.key)
            .join(t.parties, t.parties.c.key == t.participants.c.party)
            .order_by(t.events.c.id, t.participants.c.role, t.parties.c.id),
        ),
        "counterparts": rows(
            store,
            sa.select(t.events.c.id, t.counterparts.c.position, t.parties.c.id)
            .join(t.counterparts, t.counterparts.c.event == t.events.c.key)
            .join(t.parties, t.parties.c.key == t.counterparts.c.party)
            .order_by(t.events.c.id, t.counterparts.c.position, t.parties.c.id),
        ),
        "acts": rows(
            store,
            sa.select(t.events.c.id, one.c.id, two.c.id)
            .join(t.acts, t.acts.c.event == t.events.c.key)
            .join(one, one.c.key == t.acts.c.actor)
            .join(two, two.c.key == t.acts.c.recipient)
            .order_by(t.events.c.id, one.c.id, two.c.id),
        ),
        "statements": rows(
            store,
            sa.select(t.statements.c.id, t.statements.c.superseded.is_(None), t.statements.c.record)
            .order_by(t.statements.c.id, t.statements.c.superseded.is_(None), t.statements.c.key),
        ),
        "months": rows(store, sa.select(t.months).order_by("month", "type", "quad", "country")),
        "dyads": rows(store, sa.select(t.dyads).order_by(*(c.name for c in t.dyads.primary_key))),
        "parties": rows(
            store,
            sa.select(t.parties.c.id, t.party_counts.c.role, t.party_counts.c.events)
            .join(t.party_counts, t.party_counts.c.party == t.parties.c.key)
            .order_by(t.parties.c.id, t.party_counts.c.role),
        ),
    }  # fmt: skip


def recounted(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """The roll-ups as they have to be: counted anew from the events that are known."""
    e, n = t.events.c, sa.func.count()
    day = sa.func.substr(sa.cast(e.day, sa.Text), 1, 7)
    month, country = sa.func.coalesce(day, ""), sa.func.coalesce(e.country, "")
    live = e.superseded.is_(None)
    role = sa.select(t.participants.c.event, t.participants.c.party, t.participants.c.role).distinct().subquery()
    return {
        "months": rows(
            store,
            sa.select(month.label("m"), e.type, e.quad, country.label("c"), n).where(live)
            .group_by("m", e.type, e.quad, "c").order_by("m", e.type, e.quad, "c"),
        ),
        "parties": rows(
            store,
            sa.select(t.parties.c.id, role.c.role, n).select_from(t.events).where(live)
            .join(role, role.c.event == e.key).join(t.parties, t.parties.c.key == role.c.party)
            .group_by(t.parties.c.id, role.c.role).order_by(t.parties.c.id, role.c.role),
        ),
        "dyads": sorted((*pair, number) for pair, number in _dyads(store).items()),
    }  # fmt: skip


def _dyads(store: Store) -> Counter[tuple[str, ...]]:
    counted: Counter[tuple[str, ...]] = Counter()
    for stored in store.events():
        when, quad = stored.event.when, stored.event.quad
        day = (when.start or when.end) if when else None
        month = f"{day:%Y-%m}" if day else ""
        codes = {tuple((x.country or "", (x.sectors or ("",))[0]) for x in pair) for pair in acting(stored.event)}
        counted.update((month, *one, *two, quad) for one, two in codes)
    return counted


def shape(engine: sa.Engine) -> dict[str, tuple[set[str], set[str | None]]]:
    """The tables with their columns and indexes."""
    look = sa.inspect(engine)
    return {
        name: ({c["name"] for c in look.get_columns(name)}, {i["name"] for i in look.get_indexes(name)})
        for name in look.get_table_names()
    }


def members(engine: sa.Engine) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Which event is in which incident by their keys, as it is kept, and as passages and ids tell it."""
    of = t.events.join(t.incident_events, t.incident_events.c.passage == t.events.c.passage)
    of = of.join(t.incidents, t.incidents.c.id == t.incident_events.c.incident)
    live = (table.c.superseded.is_(None) for table in (t.incident_events, t.events, t.incidents))
    told = sa.select(t.events.c.key, t.incidents.c.key).select_from(of).where(*live)
    with engine.connect() as connection:
        kept = sorted((event, incident) for event, incident in connection.execute(sa.select(t.members)))
        return kept, sorted((event, incident) for event, incident in connection.execute(told))


ADDED = replace(code_one(article(2)).events[1], id="eadded", story_event="eadded", confidence=1.0)
"""An event of report 2, as somebody adds it by hand."""
