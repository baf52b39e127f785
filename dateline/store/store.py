"""The store as the rest of Dateline and its users see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from dateline.errors import MissingError
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.dossier import Dossier
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.flat import EVENT_COLUMNS, INCIDENT_COLUMNS, PARTY_COLUMNS, STATEMENT_COLUMNS
from dateline.records.incident import Change, Incident, Link, Origin
from dateline.records.judgement import Judgement, Verdict
from dateline.records.query import Filter
from dateline.records.run import Run
from dateline.records.stored import StoredEvent, StoredParty, StoredStatement, Touched
from dateline.store import (
    counting,
    dossiers,
    incident_edits,
    incidents,
    inputs,
    merging,
    people,
    queue,
    reading,
    writing,
)
from dateline.store.answers import Answer
from dateline.store.chunks import chunks
from dateline.store.engine import analyse, connect
from dateline.store.engine import reading as opened
from dateline.store.engine import writing as begun
from dateline.store.merging import Merge
from dateline.store.migrations import prepare
from dateline.store.tables import articles, edits, events, judgements, runs
from dateline.store.writing import Added

ALL = Filter()
BEHIND = 64
"""Entries that are caught up with in one transaction."""


def open_store(url: str | None = None, *, create: bool = False, merge: Merge | None = None) -> Store:
    """A store by its path or URL (None: `dateline.sqlite` here), its schema brought up to date.

    `merge` is what looks at all that is written and makes incidents of it (`dateline.merging.open_store` gives it);
    without it, what is written waits for a store that is opened with one. Raises StoreError where there is none (unless
    `create`), it cannot be reached, or a newer Dateline made it.
    """
    engine = connect(url, create=create)
    try:
        prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, merge)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


class Store:
    """Writes are whole transactions, one at a time; any number of readers see one state each. Threads may share it."""

    def __init__(self, engine: sa.Engine, merge: Merge | None = None) -> None:
        self._engine = engine
        self._merge = merge
        self.url = engine.url.render_as_string(hide_password=True)

    @property
    def engine(self) -> sa.Engine:
        """The connection to the database, for the parts of the store that stand beside this one."""
        return self._engine

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What programs write

    def begin(self, run: Run) -> None:
        """Write that a run began."""
        with begun(self._engine) as connection:
            writing.put_run(connection, run)

    def finish(self, run: Run, *, grown: bool = True) -> None:
        """Write that a run came to its end; where the store has `grown`, look at how its values are spread."""
        with begun(self._engine) as connection:
            connection.execute(runs.update().where(runs.c.id == run.id).values(finished=now()))
            if grown:
                analyse(connection)

    def unknown(
        self,
        stream: Iterable[Article],
        coder: str,
        *,
        on_known: Callable[[Article], None] = lambda article: None,
        back: bool = False,
    ) -> Iterator[Article]:
        """The articles that this coder has not coded yet; another text under a known id comes with an id of its own.

        With `back` also those that it coded, but another coder after it.
        """
        return writing.unknown(self._engine, stream, coder, on_known, back=back)

    def add(self, run: Run, coded: Sequence[Coded], *, keep_input: bool = False, back: bool = False) -> Added:
        """Write coded articles and the incidents they belong to in one transaction.

        `keep_input` keeps the files they were read from as well; `back` is that of `unknown`.
        """
        with begun(self._engine) as connection:
            at = now()
            added = writing.add(connection, run, coded, at, back=back)
            if keep_input:
                inputs.keep(connection, [one.article for one in coded])
            self.look(connection, at, [one.article.id for one in coded])
            return added

    def look(self, connection: sa.Connection, at: datetime, causes: Collection[str]) -> None:
        """Merge what these articles, judgements and edits touched, in the transaction that wrote them."""
        if self._merge is not None:
            merging.look(connection, self._merge, at, causes=causes)

    def look_again(self) -> None:
        """Let merging look at every article again, when it is caught up with: after its weights changed."""
        with begun(self._engine) as connection:
            queue.touch_all(connection, now())

    def catch_up(self, *, on_step: Callable[[], None] = lambda: None) -> int:
        """Merge all that was written without merging, some at a time; how many entries were waiting."""
        total = 0
        while self._merge is not None:
            with begun(self._engine) as connection:
                done = merging.look(connection, self._merge, now(), limit=BEHIND)
            if not done:
                break
            total += done
            on_step()
        return total

    # What people write

    def judge(self, verdict: Verdict, one: str, two: str, *, by: str, reason: str) -> Judgement:
        """Two events (by their ids) are the same happening, or are not; outranks every link."""
        with begun(self._engine) as connection:
            judged = people.judge(connection, verdict, one, two, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [judged.id])
            return judged

    def edit(self, event: str, field: str, value: Any, *, by: str, reason: str) -> Edit:
        """A field of an event is to read so; holds for whatever is coded from the same words later."""
        with begun(self._engine) as connection:
            edited = people.edit(connection, event, field, value, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [edited.id])
            return edited

    def edit_incident(self, incident: str, field: str, value: Any, *, by: str, reason: str) -> IncidentEdit:
        """A field of an incident is shown so, whatever its reports say, now or later."""
        with begun(self._engine) as connection:
            edited = incident_edits.edit(connection, incident, field, value, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [edited.id])
            return edited

    def undo(self, id: str, *, by: str, reason: str) -> Judgement | Edit | IncidentEdit:
        """A judgement or an edit does not hold any more."""
        with begun(self._engine) as connection:
            undone = people.undo(connection, id, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [undone.id])
            return undone

    def judgements(self, touching: Sequence[str] | None = None, *, withdrawn: bool = False) -> list[Judgement]:
        """The judgements that hold (with `withdrawn`, also those that do not), oldest first.

        `touching` narrows to those about one of some passages.
        """
        holds = () if withdrawn else (judgements.c.withdrawn_at.is_(None),)
        with opened(self._engine) as connection:
            if touching is None:
                return people.read_judgements(connection, *holds)
            found: dict[str, Judgement] = {}
            for some in chunks(touching):
                about = judgements.c.left.in_(some) | judgements.c.right.in_(some)
                found |= {j.id: j for j in people.read_judgements(connection, about, *holds)}
        return sorted(found.values(), key=lambda j: (j.at, j.id))

    def edits(self, event: str | None = None, *, withdrawn: bool = False) -> list[Edit]:
        """All edits that hold, of one event or of all, oldest first."""
        where: list[sa.ColumnElement[bool]] = [] if withdrawn else [edits.c.withdrawn_at.is_(None)]
        with opened(self._engine) as connection:
            if event is not None:
                where.append(edits.c.passage == people.passage_of(connection, event))
            return people.read_edits(connection, *where)

    def incident_edits(self, incident: str | None = None, *, withdrawn: bool = False) -> list[IncidentEdit]:
        """All edits of incidents that hold, or those that hold for one incident, oldest first."""
        with opened(self._engine) as connection:
            if incident is not None:
                one = incident_edits.found(connection, incident)
                return incident_edits.over(connection, [one.id]).get(one.id, [])
            return incident_edits.every(connection, withdrawn=withdrawn)

    # What is read

    def events(
        self, where: Filter = ALL, *, order: str = "day", limit: int | None = None, offset: int = 0
    ) -> Answer[StoredEvent]:
        """The events that are known, or were at `where.as_of`; `order` is day, sure, unsure, recorded or text."""

        def read() -> Iterator[StoredEvent]:
            with opened(self._engine) as connection:
                yield from reading.iterate_events(connection, where, order=order, limit=limit, offset=offset)

        return Answer(read, EVENT_COLUMNS)

    def statements(self, where: Filter = ALL, *, limit: int | None = None, offset: int = 0) -> Answer[StoredStatement]:
        """The statements, latest publication first; `where.actor` is who said it."""

        def read() -> Iterator[StoredStatement]:
            with opened(self._engine) as connection:
                yield from reading.iterate_statements(connection, where, limit=limit, offset=offset)

        return Answer(read, STATEMENT_COLUMNS)

    def actors(self, where: Filter = ALL, *, limit: int | None = None) -> Answer[StoredParty]:
        """The parties with most events; `where.party` narrows to some of them, all else to the events."""

        def read() -> Iterator[StoredParty]:
            with opened(self._engine) as connection:
                yield from counting.count_parties(connection, where, limit=limit)

        return Answer(read, PARTY_COLUMNS)

    def event(self, id: str) -> list[StoredEvent]:
        """All versions of one event, as coded, coded again and edited, oldest first; InputError where there is none."""
        with opened(self._engine) as connection:
            passage = people.passage_of(connection, id)
            return list(reading.versions(connection, events.c.passage == passage))

    def count(self, where: Filter = ALL) -> int:
        """The number of events."""
        with opened(self._engine) as connection:
            return counting.how_many(connection, where)

    def counts(self, *by: str, where: Filter = ALL) -> list[dict[str, Any]]:
        """Numbers of events by month, type, country, quad, status or publisher, or several of them."""
        with opened(self._engine) as connection:
            return counting.counts(connection, by, where)

    def dyads(self, where: Filter = ALL, *, sectors: bool = False, limit: int | None = None) -> list[dict[str, Any]]:
        """The pairs of countries (with `sectors`, of countries and sectors) with most events between them."""
        with opened(self._engine) as connection:
            return counting.count_dyads(connection, where, sectors=sectors, limit=limit)

    def article(self, id: str) -> Article:
        """An article with its text; InputError where there is none."""
        with opened(self._engine) as connection:
            found = connection.execute(sa.select(articles).where(articles.c.id == id)).first()
        if found is None:
            raise MissingError(f"no article {id!r} in the store")
        return reading.whole_article(found)

    def articles(self, ids: Sequence[str] | None = None) -> Iterator[Article]:
        """All articles (or those with these ids) with their texts, in the order in which they came."""
        after = 0
        while True:  # each piece in a transaction of its own: the store may be written to in between
            with opened(self._engine) as connection:
                some = reading.some_articles(connection, after, ids)
            if not some:
                return
            after = some[-1][0]
            yield from (article for _, article in some)

    def input(self, article: str) -> bytes | None:
        """The file that an article was read from, where it was kept."""
        with opened(self._engine) as connection:
            return inputs.read(connection, article)

    def runs(self) -> list[Run]:
        """All runs, oldest first."""
        with opened(self._engine) as connection:
            found = connection.execute(sa.select(runs).order_by(runs.c.started, runs.c.id))
            return [Run(r.id, r.version, r.model, r.codebook, r.settings, r.started, r.finished) for r in found]

    def coded(self) -> dict[str, tuple[int, int]]:
        """The numbers of articles and events that each run coded, by its id; runs that coded nothing are left out."""
        with opened(self._engine) as connection:
            return counting.coded(connection)

    def passage(self, event: str) -> str:
        """The passage of an event by its id; InputError where there is none."""
        with opened(self._engine) as connection:
            return people.passage_of(connection, event)

    def passages(self, ids: Sequence[str]) -> list[StoredEvent]:
        """What is known now of passages, in no order."""
        out: list[StoredEvent] = []
        with opened(self._engine) as connection:
            for some in chunks(ids):
                live = events.c.passage.in_(some) & events.c.superseded.is_(None)
                out += reading.versions(connection, live)
        return out

    # What merging writes and reads

    def put_merged(
        self,
        *,
        new: Sequence[Incident] = (),
        ended: Mapping[str, str | None] | None = None,
        links: Sequence[Link] = (),
        origins: Sequence[Origin] = (),
        history: Sequence[Change] = (),
        keys: Mapping[str, Collection[int]] | None = None,
        done: Sequence[Touched] = (),
    ) -> None:
        """Write what merging found out, in one transaction.

        `new` are incidents in their new state, `ended` those that are no more with the incident they went into (None:
        into none), `keys` those under which stories are looked up from now on, `done` what was looked at. What says the
        same as before is not written again.
        """
        with begun(self._engine) as connection:
            at = now()
            incidents.put_links(connection, links, at)
            incidents.put_origins(connection, origins, at)
            incidents.put_incidents(connection, new, ended=ended or {}, history=history, now=at)
            queue.put_keys(connection, keys or {})
            queue.forget(connection, [t.key for t in done])

    def touched(self, limit: int | None = None) -> list[Touched]:
        """What merging has to look at: articles that were coded, passages that people decided about; oldest first."""
        with opened(self._engine) as connection:
            return queue.read_touched(connection, limit)

    def stories_with(self, keys: Collection[int]) -> list[str]:
        """The first passages of the stories that were put under any of the keys."""
        with opened(self._engine) as connection:
            return queue.stories_with(connection, keys)

    def stories(self, passages: Sequence[str]) -> list[StoredEvent]:
        """What is known now of the passages and of all others of their stories, in text order."""
        found: dict[str, StoredEvent] = {}
        with opened(self._engine) as connection:
            for some in chunks(passages):
                found |= {s.passage: s for s in reading.versions(connection, queue.same_story(some))}
        return list(found.values())

    def passages_of(self, articles: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """All passages that articles ever had, also those that a later coding no longer has."""
        with opened(self._engine) as connection:
            return queue.passages_of(connection, articles)

    def incident(self, id: str, *, as_of: datetime | None = None) -> Incident:
        """The incident that an id leads to, also where it was merged into another; InputError where there is none."""
        with opened(self._engine) as connection:
            return incidents.read_incident(connection, id, as_of)

    def dossier(self, id: str, *, as_of: datetime | None = None) -> Dossier:
        """All that is known of an incident, by its id or that of an event in it; MissingError where there is none."""
        with opened(self._engine) as connection:
            return dossiers.read_dossier(connection, id, as_of)

    def incidents(
        self, where: Filter = ALL, *, order: str = "day", limit: int | None = None, offset: int = 0
    ) -> Answer[Incident]:
        """The incidents that are known, or were at `where.as_of`; `order` is day, origins or recorded."""

        def read() -> Iterator[Incident]:
            with opened(self._engine) as connection:
                yield from incidents.find_incidents(connection, where, order=order, limit=limit, offset=offset)

        return Answer(read, INCIDENT_COLUMNS)

    def count_incidents(self, where: Filter = ALL) -> int:
        """The number of incidents."""
        with opened(self._engine) as connection:
            return incidents.how_many(connection, where)

    def incidents_by_id(self, ids: Sequence[str], *, as_of: datetime | None = None) -> list[Incident]:
        """The incidents with these ids that are there, in this order."""
        with opened(self._engine) as connection:
            return incidents.read_incidents(connection, ids, as_of)

    def incidents_of(self, passages: Sequence[str], *, as_of: datetime | None = None) -> dict[str, str]:
        """The ids of the incidents of passages; those in none are left out."""
        with opened(self._engine) as connection:
            return incidents.incidents_of(connection, passages, as_of)

    def changes(self, incident: str, *, as_of: datetime | None = None) -> list[Change]:
        """The history of an incident, oldest first."""
        with opened(self._engine) as connection:
            return incidents.read_changes(connection, incident, as_of)

    def links(self, passages: Sequence[str], *, as_of: datetime | None = None) -> list[Link]:
        """The links that touch any of the passages."""
        with opened(self._engine) as connection:
            return incidents.read_links(connection, passages, as_of)

    def origins(self, articles: Sequence[str], *, as_of: datetime | None = None) -> list[Origin]:
        """The origins of articles with all their copies."""
        with opened(self._engine) as connection:
            return incidents.read_origins(connection, articles, as_of)
