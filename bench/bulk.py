"""A store of a million events in minutes: synthetic reports, written in bulk through the tables of the store.

What is coded is made up, what is stored is not: rows, counts, search and incidents come from the code that `dateline
ingest` runs. The reports are those of `bench.telling`; two in a hundred were coded twice. Incidents are made of their
passages by `merge.incident` and have links, origins, a history and (those of three passages and more) an earlier state.
What merging looks stories up by is not written.

One in `FEEDS` reports is made in Python; SQLite repeats their rows under other ids, as if so many agencies told of as
many worlds on the same days: lists, counts, and words keep the frequencies they have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from bench.telling import FIRST, LATEST, Teller
from dateline.merge.incident import incident
from dateline.records.coded import Coded
from dateline.records.run import Run
from dateline.records.stored import StoredEvent
from dateline.store import Store, incident_writing, rows
from dateline.store.batch import Batch
from dateline.store.batch import Origin as Source
from dateline.store.engine import analyse, writing
from dateline.store.tables import (
    METADATA,
    acts,
    articles,
    changes,
    codings,
    counterparts,
    dyads,
    event_places,
    event_records,
    events,
    incident_events,
    incident_records,
    links,
    members,
    months,
    origins,
    pairs,
    participants,
    party_counts,
    statements,
)
from dateline.store.tables import incidents as states
from dateline.store.writing import put_run

FEEDS = 20
"""How many times the rows that were made are there in the end."""
AT_ONCE = 500
"""Reports in one transaction."""
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
"""When the first report was written, as the store has it; the others a second apart each."""
REPEATED: Mapping[sa.Table, tuple[str, sa.Table | None]] = {
    articles: ("key", articles),
    codings: ("key", codings),
    events: ("key", events),
    event_records: ("event", events),
    event_places: ("event", events),
    participants: ("event", events),
    counterparts: ("event", events),
    acts: ("event", events),
    pairs: ("event", events),
    statements: ("key", statements),
    origins: ("article", None),
    states: ("key", states),
    incident_records: ("incident", states),
    incident_events: ("passage", None),
    links: ("left", None),
    changes: ("key", changes),
}
"""What is repeated, and by which column and its largest key (None: by its text) rows are known to be of the first."""
BETWEEN = "BETWEEN :low + 1 AND :high"
WORDS = {
    articles: f"SELECT key, text FROM articles WHERE key {BETWEEN}",
    events: f"SELECT event, json_extract(record, '$.evidence.text') FROM event_records WHERE event {BETWEEN}",
    statements: f"SELECT key, json_extract(record, '$.content.text') FROM statements WHERE key {BETWEEN}",
}
"""What words are found by: the names of parties and places stand in the sentences."""


@dataclass(slots=True)
class Writer:
    """Writes reports and, when they are not told any more, the incidents they tell of."""

    run: Run
    told: dict[int, list[StoredEvent]] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    origin_of: dict[str, str] = field(default_factory=dict)
    _key: int = 0
    _change: int = 0

    def reports(self, connection: sa.Connection, some: Sequence[tuple[Coded, list[int], str]], first: int) -> None:
        """Write reports, the first of which is the so many-th."""
        batch = Batch(connection, SINCE + timedelta(seconds=first))
        of_articles: list[rows.Row] = []
        of_codings: list[rows.Row] = []
        of_origins: list[rows.Row] = []
        for number, (one, happenings, origin) in enumerate(some, first):
            at = SINCE + timedelta(seconds=number)
            key = batch.key(articles)
            of_articles.append({"key": key, "added": at, "revises": None} | rows.article(one.article))
            of_codings += self._codings(batch, one, key, at, twice=number % 50 == 7)
            batch.words("articles", key, rows.article_words(one.article))
            copy = origin != one.article.id
            share, basis = (0.97, "the same words") if copy else (1.0, "itself")
            of_origins.append(
                {"article": one.article.id, "recorded": at, "origin": origin, "share": share, "basis": basis}
            )
            self.origin_of |= {one.article.id: origin}
            bare = replace(one.article, text="")
            for event, happening in zip(one.events, happenings, strict=True):
                stored = StoredEvent(event.id, event, bare, self.run.id, at)
                self.told.setdefault(happening, []).append(stored)
                self.last[happening] = number
        for table, new in ((articles, of_articles), (codings, of_codings), (origins, of_origins)):
            connection.execute(table.insert(), new)
        batch.write()

    def _codings(self, batch: Batch, one: Coded, article: int, at: datetime, *, twice: bool) -> Iterator[rows.Row]:
        for again in (False, True)[: 1 + twice]:
            key = batch.key(codings)
            live = again == twice
            numbers = {"events": len(one.events), "statements": len(one.statements)}
            yield {
                "key": key, "article": article, "coder": "second" if again else self.run.coder, "run": self.run.id,
                "recorded": at, "superseded": None if live else at,
            } | numbers  # fmt: skip
            source = Source(key, article, one.article.publisher, one.article.published_date)
            for event in one.events:
                batch.event(event, source, event.id, live=live)
            for statement in one.statements if live else ():
                batch.statement(statement, source, one.article.published_date)

    def incidents(self, connection: sa.Connection, before: int) -> None:
        """Write the incidents of what was last told before the so many-th report."""
        done = sorted(h for h, last in self.last.items() if last < before)
        tables = {"states": states, "records": incident_records, "passages": incident_events, "links": links}
        tables["changes"] = changes
        new: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
        for happening in done:
            del self.last[happening]
            self._incident(self.told.pop(happening), new)
        for name, table in tables.items():
            if new[name]:
                connection.execute(table.insert(), new[name])

    def _incident(self, told: Sequence[StoredEvent], new: dict[str, list[dict[str, Any]]]) -> None:
        """Add the rows of one incident: states, passages, changes and links."""
        known = incident(told, self.origin_of)
        at, last = told[0].recorded, told[-1].recorded
        if len(told) > 2:
            of = [t for t in told if t.passage == known.id or t is told[1]]
            self._state(new, of, at, last)
        self._state(new, told, last, None)
        for one in told:
            new["passages"].append({"passage": one.passage, "recorded": one.recorded, "incident": known.id})
            self._change += 1
            kind = "begun" if one is told[0] else "joined"
            new["changes"].append(
                {
                    "key": self._change, "incident": known.id, "at": one.recorded, "kind": kind,
                    "cause": one.article.id, "words": f"“{one.article.title}” ({one.article.publisher})",
                    "field": None, "old": None, "new": None,
                }
            )  # fmt: skip
        ids = sorted(t.passage for t in told)
        reasons = ["the same type", "the day agrees", "the place is the same", "both name the same party"]
        new["links"] += [
            {"left": a, "right": b, "recorded": last, "score": 0.93, "reasons": reasons, "by": "bench"}
            for a, b in pairwise(ids)
        ]

    def _state(
        self,
        new: dict[str, list[dict[str, Any]]],
        told: Sequence[StoredEvent],
        recorded: datetime,
        superseded: datetime | None,
    ) -> None:
        self._key += 1
        days = [day for t in told if (day := t.article.published_date)]
        own = {"key": self._key, "recorded": recorded, "superseded": superseded}
        one = incident(told, self.origin_of)
        new["states"].append(incident_writing.row(one, days) | own)
        new["records"].append(incident_writing.record(self._key, one))


def fill(store: Store, number: int, most: int) -> Iterator[str]:
    """Fill a SQLite store with so many reports and incidents; how far it is, a line at a time.

    Goes on where an earlier call was stopped between two feeds; a store that has its indexes is left as it is.
    """
    if store.count() and sa.inspect(store.engine).has_index("events", "events_id"):
        yield "the store is there already"
        return
    indexes = [index for table in METADATA.tables.values() for index in table.indexes]
    if not store.count():
        with writing(store.engine) as connection:
            for index in indexes:
                index.drop(connection, checkfirst=True)
            _first(connection, number // FEEDS, most // FEEDS)
        yield f"{number // FEEDS:,} articles made"
    with store.engine.connect() as connection:
        largest = {t: int(connection.scalar(_largest(t, number // FEEDS)) or 0) for t in REPEATED if "key" in t.c}
        there = int(connection.scalar(sa.select(sa.func.max(articles.c.key))) or 0) * FEEDS // number
    for feed in range(there, FEEDS):
        with writing(store.engine) as connection:
            _repeat(connection, largest, feed)
        yield f"feed {feed + 1} of {FEEDS}"
    with writing(store.engine) as connection:
        for table in (months, dyads, party_counts):
            connection.execute(table.update().values(events=table.c.events * FEEDS))
        for index in indexes:
            index.create(connection, checkfirst=True)
        connection.execute(members.insert().from_select(list(members.c), _members()))
        analyse(connection)
    yield "indexes made"


def _members() -> sa.Select[Any]:
    """The event and the incident of each passage, as they are known now."""
    of = incident_events.join(events, events.c.passage == incident_events.c.passage)
    of = of.join(states, states.c.id == incident_events.c.incident)
    live = (table.c.superseded.is_(None) for table in (incident_events, events, states))
    return sa.select(events.c.key, states.c.key).select_from(of).where(*live).order_by(events.c.key)


def _first(connection: sa.Connection, number: int, most: int) -> None:
    """The first feed, all in one transaction."""
    run = Run("bench", "bench", "none", "plover@2.0", {}, SINCE)
    put_run(connection, run)
    writer, waiting = Writer(run), []
    for done, one in enumerate(Teller(number, most).reports(), 1):
        waiting.append(one)
        if len(waiting) == AT_ONCE or done == number:
            writer.reports(connection, waiting, done - len(waiting))
            writer.incidents(connection, done - LATEST - 40 if done < number else done)
            waiting = []


def _largest(table: sa.Table, number: int) -> sa.Select[Any]:
    """The largest key of the first feed, which has so many reports."""
    largest = sa.select(sa.func.max(table.c.key))
    if table is articles:
        return largest.where(articles.c.key <= number)
    if "article" in table.c and isinstance(table.c.article.type, sa.Integer):
        return largest.where(table.c.article <= number)
    named = table.c.id if table is states else table.c.incident
    return largest.where(named.contains(FIRST))


def _repeat(connection: sa.Connection, largest: Mapping[sa.Table, int], feed: int) -> None:
    """Write the rows of the first feed once more, under the ids and keys of another."""
    for table, (of, first) in REPEATED.items():
        keys = {"key": table, "event": events, "article": articles, "coding": codings, "incident": states}
        values: list[sa.ColumnElement[Any]] = []
        for column in table.c:
            if isinstance(column.type, sa.Integer) and column.name in keys:
                values.append(column + feed * largest[keys[column.name]])
            elif isinstance(column.type, sa.Text | sa.JSON):
                text = sa.type_coerce(column, sa.Text)
                values.append(sa.type_coerce(sa.func.replace(text, FIRST, f"-x{feed:02}-"), column.type))
            else:
                values.append(column)
        own = table.c[of].contains(FIRST) if first is None else table.c[of] <= largest[first]
        connection.execute(table.insert().from_select(list(table.c), sa.select(*values).where(own)))
    for table, words in WORDS.items():
        bounds = {"low": feed * largest[table], "high": (feed + 1) * largest[table]}
        connection.execute(sa.text(f"INSERT INTO {table.name}_search (rowid, words) {words}"), bounds)
