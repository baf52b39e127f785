"""What a store knows, as the rest of Dateline and its users ask for it: nothing here writes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.codebooks.own import in_use
from dateline.errors import MissingError
from dateline.records.addition import Addition, ArticleWithdrawal
from dateline.records.answers import Answer
from dateline.records.article import Article
from dateline.records.dossier import Dossier
from dateline.records.dyad import Dyad
from dateline.records.dyad import columns as dyad_columns
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.flat import EVENT_COLUMNS, INCIDENT_COLUMNS, PARTY_COLUMNS, STATEMENT_COLUMNS
from dateline.records.incident import Change, Incident, Link, Origin
from dateline.records.judgement import Judgement
from dateline.records.query import Filter
from dateline.records.run import Run
from dateline.records.stored import StoredEvent, StoredParty, StoredStatement, Touched
from dateline.store import (
    codes,
    counting,
    decision_rows,
    divisions,
    dossiers,
    incident_edits,
    incident_history,
    incidents,
    inputs,
    links,
    origins,
    people,
    queue,
)
from dateline.store import reading as records
from dateline.store.addresses import with_urls
from dateline.store.chunks import chunks
from dateline.store.engine import reading
from dateline.store.filters import holding
from dateline.store.panel import panel
from dateline.store.tables import additions, article_withdrawals, articles, edits, events, judgements, runs

ALL = Filter()


class Known:
    """Each question sees one state of the store, while others may write."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def _settled(self, where: Filter) -> Filter:
        """The filter with codes as the codebook writes them, regions as the store has them; InputError of no code."""
        where = codes.settled(where, lambda: {run.codebook for run in self.runs()})
        if not where.regions:
            return where
        with reading(self._engine) as connection:
            return divisions.spelled(connection, where)

    # Events, statements, parties, articles, runs

    def events(
        self, where: Filter = ALL, *, order: str = "day", limit: int | None = None, offset: int = 0
    ) -> Answer[StoredEvent]:
        """The events that are known, or were at `where.as_of`; `order` is day, sure, unsure, recorded or text."""

        where = self._settled(where)

        def read() -> Iterator[StoredEvent]:
            with reading(self._engine) as connection:
                yield from records.iterate_events(connection, where, order=order, limit=limit, offset=offset)

        return Answer(read, EVENT_COLUMNS)

    def statements(self, where: Filter = ALL, *, limit: int | None = None, offset: int = 0) -> Answer[StoredStatement]:
        """The statements, latest publication first; `where.actor` is who said it."""

        def read() -> Iterator[StoredStatement]:
            with reading(self._engine) as connection:
                yield from records.iterate_statements(connection, where, limit=limit, offset=offset)

        return Answer(read, STATEMENT_COLUMNS)

    def actors(self, where: Filter = ALL, *, limit: int | None = None) -> Answer[StoredParty]:
        """The parties with most events; `where.party` narrows to some of them, all else to the events."""

        where = self._settled(where)

        def read() -> Iterator[StoredParty]:
            with reading(self._engine) as connection:
                yield from counting.count_parties(connection, where, limit=limit)

        return Answer(read, PARTY_COLUMNS)

    def event(self, id: str) -> list[StoredEvent]:
        """All versions of one event, as coded, coded again and edited, oldest first; InputError where there is none."""
        with reading(self._engine) as connection:
            passage = people.passage_of(connection, id)
            return list(records.versions(connection, events.c.passage == passage))

    def count(self, where: Filter = ALL, *, most: int | None = None) -> int:
        """The number of events; up to `most` where that is given, which is sooner known of what is frequent."""
        with reading(self._engine) as connection:
            return counting.how_many(connection, self._settled(where), most)

    def undated(self, where: Filter = ALL, *, most: int | None = None) -> int:
        """The number of events without a day that `where.since` and `where.until` leave out; `most` as in `count`."""
        with reading(self._engine) as connection:
            return counting.undated(connection, self._settled(where), most)

    def counts(self, *by: str, where: Filter = ALL) -> list[dict[str, Any]]:
        """Numbers of events by month, type, country, quad, status or publisher, or several of them."""
        with reading(self._engine) as connection:
            return counting.counts(connection, by, self._settled(where))

    def dyads(self, where: Filter = ALL, *, sectors: bool = False, limit: int | None = None) -> list[dict[str, Any]]:
        """The pairs of countries (with `sectors`, of countries and sectors) with most events between them."""
        with reading(self._engine) as connection:
            return counting.count_dyads(connection, self._settled(where), sectors=sectors, limit=limit)

    def panel(
        self,
        where: Filter = ALL,
        *,
        unit: str = "month",
        sectors: bool = False,
        complete: bool = False,
        by_publication: bool = False,
    ) -> Answer[Dyad]:
        """How many incidents there were between which countries in each day, week, month, quarter or year.

        Without `where.statuses`, what happened, is ongoing or was promised counts. `sectors` tells the first sectors
        apart as well, `complete` has zeros for each pair in each time that had nothing, `by_publication` takes the day
        of the first report where no day is told.
        """
        book = in_use()

        def read() -> Iterator[Dyad]:
            found = panel(
                self.incidents(where, urls=False), book, unit=unit, sectors=sectors, all_states=bool(where.statuses),
                by_publication=by_publication,
            )  # fmt: skip
            return found.dyads(complete=complete)

        return Answer(read, dyad_columns(tuple(book.quads)))

    def regions(self) -> tuple[str, ...]:
        """The first divisions of countries in which places of the store lie, by name."""
        with reading(self._engine) as connection:
            return tuple(divisions.names(connection))

    def strange_regions(self, where: Filter) -> tuple[str, ...]:
        """The regions of a filter in which no place of the store lies."""
        with reading(self._engine) as connection:
            return divisions.strange(connection, where)

    def article(self, id: str) -> Article:
        """An article with its text; InputError where there is none."""
        with reading(self._engine) as connection:
            found = connection.execute(sa.select(articles).where(articles.c.id == id)).first()
        if found is None:
            raise MissingError(f"no article {id!r} in the store (dateline articles lists them)")
        return records.whole_article(found)

    def count_articles(self) -> int:
        """The number of articles."""
        with reading(self._engine) as connection:
            return int(connection.scalar(sa.select(sa.func.count()).select_from(articles)) or 0)

    def articles(self, ids: Sequence[str] | None = None) -> Iterator[Article]:
        """All articles (or those with these ids) with their texts, in the order in which they came."""
        after = 0
        while True:  # each piece in a transaction of its own: the store may be written to in between
            with reading(self._engine) as connection:
                some = records.some_articles(connection, after, ids)
            if not some:
                return
            after = some[-1][0]
            yield from (article for _, article in some)

    def input(self, article: str) -> bytes | None:
        """The file that an article was read from, where it was kept."""
        with reading(self._engine) as connection:
            return inputs.read(connection, article)

    def runs(self) -> list[Run]:
        """All runs, oldest first."""
        with reading(self._engine) as connection:
            found = connection.execute(sa.select(runs).order_by(runs.c.started, runs.c.id))
            return [Run(r.id, r.version, r.model, r.codebook, r.settings, r.started, r.finished) for r in found]

    def coded(self) -> dict[str, tuple[int, int]]:
        """The numbers of articles and events that each run coded, by its id; runs that coded nothing are left out."""
        with reading(self._engine) as connection:
            return counting.coded(connection)

    def passage(self, event: str) -> str:
        """The passage of an event by its id; InputError where there is none."""
        with reading(self._engine) as connection:
            return people.passage_of(connection, event)

    def passages(self, ids: Sequence[str], *, as_of: datetime | None = None) -> list[StoredEvent]:
        """What is known of passages now, or was at a moment, in no order."""
        with reading(self._engine) as connection:
            return records.passages(connection, ids, as_of)

    # Incidents and what led to them

    def incidents(
        self, where: Filter = ALL, *, order: str = "day", limit: int | None = None, offset: int = 0, urls: bool = True
    ) -> Answer[Incident]:
        """The incidents that are known, or were at `where.as_of`; `order` is day, origins, killed or recorded.

        Without `urls` the addresses of their articles are not looked up, which takes a quarter less time.
        """

        where = self._settled(where)

        def read() -> Iterator[Incident]:
            with reading(self._engine) as connection:
                found = incidents.find_incidents(connection, where, order=order, limit=limit, offset=offset)
                yield from with_urls(connection, found) if urls else found

        return Answer(read, INCIDENT_COLUMNS)

    def count_incidents(self, where: Filter = ALL, *, most: int | None = None) -> int:
        """The number of incidents; `most` as in `count`."""
        with reading(self._engine) as connection:
            return incidents.how_many(connection, self._settled(where), most)

    def undated_incidents(self, where: Filter = ALL, *, most: int | None = None) -> int:
        """The number of incidents without a day that the dates leave out; `most` as in `count`."""
        with reading(self._engine) as connection:
            return incidents.undated(connection, self._settled(where), most)

    def incident(self, id: str, *, as_of: datetime | None = None) -> Incident:
        """The incident that an id leads to, also where it was merged into another; InputError where there is none."""
        with reading(self._engine) as connection:
            return next(with_urls(connection, [incidents.read_incident(connection, id, as_of)]))

    def dossier(self, id: str, *, as_of: datetime | None = None) -> Dossier:
        """All that is known of an incident, by its id or that of an event in it; MissingError where there is none."""
        with reading(self._engine) as connection:
            return dossiers.read_dossier(connection, id, as_of)

    def incidents_by_id(self, ids: Sequence[str], *, as_of: datetime | None = None) -> list[Incident]:
        """The incidents with these ids that are there, in this order."""
        with reading(self._engine) as connection:
            return incidents.read_incidents(connection, ids, as_of)

    def incidents_of(self, passages: Sequence[str], *, as_of: datetime | None = None) -> dict[str, str]:
        """The ids of the incidents of passages; those in none are left out."""
        with reading(self._engine) as connection:
            return incidents.incidents_of(connection, passages, as_of)

    def changes(self, incident: str, *, as_of: datetime | None = None) -> list[Change]:
        """The history of an incident, oldest first."""
        with reading(self._engine) as connection:
            return incident_history.read(connection, incident, as_of)

    def links(self, passages: Sequence[str], *, as_of: datetime | None = None) -> list[Link]:
        """The links that touch any of the passages."""
        with reading(self._engine) as connection:
            return links.read(connection, passages, as_of)

    def origins(self, articles: Sequence[str], *, as_of: datetime | None = None) -> list[Origin]:
        """The origins of articles with all their copies."""
        with reading(self._engine) as connection:
            return origins.read(connection, articles, as_of)

    def stories(self, passages: Sequence[str]) -> list[StoredEvent]:
        """What is known now of the passages and of all others of their stories, in text order."""
        found: dict[str, StoredEvent] = {}
        with reading(self._engine) as connection:
            for some in chunks(passages):
                found |= {s.passage: s for s in records.versions(connection, queue.same_story(some))}
        return list(found.values())

    def stories_with(self, keys: Collection[int]) -> list[str]:
        """The first passages of the stories that were put under any of the keys."""
        with reading(self._engine) as connection:
            return queue.stories_with(connection, keys)

    def passages_of(self, articles: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """All passages that articles ever had, also those that a later coding no longer has."""
        with reading(self._engine) as connection:
            return queue.passages_of(connection, articles)

    def touched(self, limit: int | None = None) -> list[Touched]:
        """What merging has to look at: articles that were coded, passages that people decided about; oldest first."""
        with reading(self._engine) as connection:
            return queue.read_touched(connection, limit)

    # What people decided

    def judgements(self, touching: Sequence[str] | None = None, *, withdrawn: bool = False) -> list[Judgement]:
        """The judgements that hold (with `withdrawn`, also those that do not), oldest first.

        `touching` narrows to those about one of some passages.
        """
        holds = () if withdrawn else (holding(judgements),)
        with reading(self._engine) as connection:
            if touching is None:
                return decision_rows.read_judgements(connection, *holds)
            return decision_rows.judgements_about(connection, touching, *holds)

    def edits(self, event: str | None = None, *, withdrawn: bool = False) -> list[Edit]:
        """All edits that hold, of one event or of all, oldest first."""
        where = [] if withdrawn else [holding(edits)]
        with reading(self._engine) as connection:
            if event is not None:
                where.append(edits.c.passage == people.passage_of(connection, event))
            return decision_rows.read_edits(connection, *where)

    def additions(self, article: str | None = None, *, withdrawn: bool = False) -> list[Addition]:
        """The events that people added to one article or to all (with `withdrawn`, also those undone), oldest first."""
        where = [] if withdrawn else [holding(additions)]
        if article is not None:
            where.append(additions.c.article == article)
        with reading(self._engine) as connection:
            return decision_rows.read_additions(connection, *where)

    def withdrawals(self, articles: Sequence[str] | None = None, *, withdrawn: bool = False) -> list[ArticleWithdrawal]:
        """The articles that are withdrawn, of some or of all (with `withdrawn`, also those undone), oldest first."""
        where = [] if withdrawn else [holding(article_withdrawals)]
        with reading(self._engine) as connection:
            if articles is None:
                return decision_rows.read_withdrawals(connection, *where)
            found: list[ArticleWithdrawal] = []
            for some in chunks(articles):
                found += decision_rows.read_withdrawals(connection, article_withdrawals.c.article.in_(some), *where)
            return sorted(found, key=lambda one: (one.at, one.id))

    def incident_edits(self, incident: str | None = None, *, withdrawn: bool = False) -> list[IncidentEdit]:
        """All edits of incidents that hold, or those that hold for one incident, oldest first."""
        with reading(self._engine) as connection:
            if incident is not None:
                one = incident_edits.found(connection, incident)
                return incident_edits.over(connection, [one.id]).get(one.id, [])
            return incident_edits.every(connection, withdrawn=withdrawn)
