"""Rows gathered for one transaction and written together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import sqlalchemy as sa

from dateline.records.event import Event, Statement
from dateline.store import members, party_rows, rows, search
from dateline.store.chunks import chunks
from dateline.store.rollups import Tally
from dateline.store.rows import Party, Row
from dateline.store.tables import (
    acts,
    counterparts,
    event_places,
    event_records,
    events,
    pairs,
    participants,
    statements,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an event was coded: keys of coding and article, the publisher and the day of publication."""

    coding: int
    article: int
    publisher: str | None
    published: date | None


@dataclass(slots=True)
class Batch:
    """New versions of events and new statements, and what they replace.

    Only one transaction writes at a time, so keys are counted up from the largest.
    """

    connection: sa.Connection
    now: datetime
    _keys: dict[str, int] = field(default_factory=dict)
    _events: list[Row] = field(default_factory=list)
    _records: list[Row] = field(default_factory=list)
    _places: list[Row] = field(default_factory=list)
    _participants: list[tuple[int, str, int, Party]] = field(default_factory=list)
    _counterparts: list[tuple[int, int, Party]] = field(default_factory=list)
    _acts: list[tuple[int, Party, Party]] = field(default_factory=list)
    _pairs: list[Row] = field(default_factory=list)
    _statements: list[tuple[Row, Party | None]] = field(default_factory=list)
    _counted: list[tuple[Event, int]] = field(default_factory=list)
    _retired: list[int] = field(default_factory=list)
    _words: dict[str, dict[int, str]] = field(default_factory=lambda: {kind: {} for kind in search.KINDS})

    def key(self, table: sa.Table) -> int:
        """The next key of a table."""
        if table.name not in self._keys:
            self._keys[table.name] = self.connection.scalar(sa.select(sa.func.max(table.c.key))) or 0
        self._keys[table.name] += 1
        return self._keys[table.name]

    def words(self, kind: str, key: int, text: str) -> None:
        """Index a text for searching."""
        self._words[kind][key] = text

    def event(
        self,
        one: Event,
        origin: Origin,
        passage: str,
        *,
        version: int = 0,
        edited: Sequence[str] = (),
        live: bool = True,
        added_by: str | None = None,
    ) -> None:
        """A version of an event; one that is not `live` is kept beside what replaces it at once."""
        key = self.key(events)
        self._events.append(
            rows.event(one, origin.publisher, origin.published)
            | {
                "key": key,
                "coding": origin.coding,
                "article": origin.article,
                "version": version,
                "passage": passage,
                "recorded": self.now,
                "superseded": None if live else self.now,
                "edited": rows.listed(edited),
                "added_by": added_by,
            }
        )
        self._records.append({"event": key, "record": rows.event_record(one)})
        self._places += [{"event": key} | rows.place(p, i) for i, p in enumerate(one.where)]
        self._participants += [(key, *rest) for rest in rows.parties(one)]
        self._counterparts += [(key, *rest) for rest in rows.counterparts(one)]
        self._acts += [(key, *both) for both in rows.acts(one)]
        self._pairs += [{"actor_country": a, "recipient_country": r, "event": key} for a, r in sorted(rows.pairs(one))]
        self.words("events", key, rows.event_words(one))
        if live:
            self._counted.append((one, 1))

    def statement(self, one: Statement, origin: Origin, day: object) -> None:
        """A statement."""
        key = self.key(statements)
        row = {
            "key": key,
            "id": one.id,
            "coding": origin.coding,
            "article": origin.article,
            "recorded": self.now,
            "superseded": None,
            "quoted": one.quoted,
            "day": day,
            "publisher": origin.publisher,
            "record": rows.statement_record(one),
        }
        self._statements.append((row, Party.of(one.source) if one.source else None))
        self.words("statements", key, rows.statement_words(one))

    def retire(self, replaced: Sequence[tuple[int, Event]]) -> None:
        """End what was known: keys and records of versions that something else replaces."""
        _supersede(self.connection, events, [key for key, _ in replaced], self.now)
        self._retired += [key for key, _ in replaced]
        self._counted += [(event, -1) for _, event in replaced]

    def write(self) -> None:
        """Put everything into the store."""
        keys = self._party_keys()
        insert = self.connection.execute
        whole = {events: self._events, event_records: self._records, event_places: self._places, pairs: self._pairs}
        for table, new in whole.items():
            if new:
                insert(table.insert(), new)
        if self._participants:
            insert(
                participants.insert(),
                [
                    {"event": event, "role": role, "position": position, "party": keys[party]}
                    for event, role, position, party in self._participants
                ],
            )
        if self._counterparts:
            mutual = [{"event": e, "position": n, "party": keys[party]} for e, n, party in self._counterparts]
            insert(counterparts.insert(), mutual)
        if self._acts:
            both = sorted((event, keys[one], keys[two]) for event, one, two in self._acts)
            insert(acts.insert(), [dict(zip(("event", "actor", "recipient"), row, strict=True)) for row in both])
        if self._statements:
            told = [row | {"party": keys[party] if party else None} for row, party in self._statements]
            insert(statements.insert(), told)
        for kind, words in self._words.items():
            search.add(self.connection, kind, words)
        members.put_events(self.connection, [row["key"] for row in self._events], self._retired)
        tally = Tally()
        for event, by in self._counted:
            tally.count(event, keys, by)
        tally.write(self.connection)

    def _party_keys(self) -> dict[Party, int]:
        """The keys of all parties; new ones are written."""
        wanted = {party for *_, party in self._participants} | {party for _, party in self._statements if party}
        wanted |= {party for event, _ in self._counted for *_, party in rows.parties(event)}
        return party_rows.keys(self.connection, wanted)


def _supersede(connection: sa.Connection, table: sa.Table, keys: Sequence[int], now: datetime) -> None:
    for some in chunks(keys):
        connection.execute(table.update().where(table.c.key.in_(some)).values(superseded=now))
