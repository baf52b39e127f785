"""The store as the rest of Dateline and its users see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from dateline.errors import ArticleError
from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.event import Event
from dateline.records.incident import Change, Incident, Link, Origin
from dateline.records.judgement import Judgement, Verdict
from dateline.records.run import Run
from dateline.records.stored import Touched
from dateline.store import incident_edits, incident_writing, inputs, people, queue, session, writing
from dateline.store import links as between
from dateline.store import origins as copies
from dateline.store.engine import analyse, connect, now
from dateline.store.engine import writing as begun
from dateline.store.known import Known
from dateline.store.migrations import prepare
from dateline.store.session import Merge
from dateline.store.tables import runs
from dateline.store.watches import Watches
from dateline.store.writing import Added

BEHIND = 64
"""Entries that are caught up with in one transaction."""


def open_store(url: str | None = None, *, create: bool = False, merge: Merge | None = None) -> Store:
    """A store by its path or URL (None: `dateline.sqlite` here), its schema brought up to date.

    `merge` is what looks at all that is written and makes incidents of it (`dateline.upkeep.open_store` gives it);
    without it, what is written waits for a store that is opened with one. Raises StoreError where there is none (unless
    `create`), it cannot be reached, a newer Dateline made it, or the database holds tables of something else.
    """
    engine = connect(url, create=create)
    try:
        prepare(engine, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, merge)


class Store(Known):
    """Writes are whole transactions, one at a time; any number of readers see one state each. Threads may share it."""

    def __init__(self, engine: sa.Engine, merge: Merge | None = None) -> None:
        super().__init__(engine)
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
        on_withdrawn: Callable[[ArticleError], None] = lambda error: None,
        back: bool = False,
    ) -> Iterator[Article]:
        """The articles that this coder has not coded yet; another text under a known id comes with an id of its own.

        With `back` also those that it coded, but another coder after it. Articles that people withdrew are left out.
        """
        return writing.unknown(self._engine, stream, coder, on_known, on_withdrawn, back=back)

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
            session.look(connection, self._merge, at, causes=causes)

    def look_again(self) -> None:
        """Let merging look at every article again, when it is caught up with: after its weights changed."""
        with begun(self._engine) as connection:
            queue.touch_all(connection, now())

    def catch_up(self, *, on_step: Callable[[], None] = lambda: None) -> int:
        """Merge all that was written without merging, some at a time; how many entries were waiting."""
        total = 0
        while self._merge is not None:
            with begun(self._engine) as connection:
                done = session.look(connection, self._merge, now(), limit=BEHIND)
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

    def add_event(self, article: str, event: Event, *, by: str, reason: str) -> Addition:
        """An event of an article (by its id) that the program missed, as `Dateline.event` makes it of the words.

        It holds for whatever is coded from these words later. Raises InputError where the article is withdrawn, its
        text has not the words of the event where they are said to stand, or the same words are an event of this type
        already or were rejected as one.
        """
        with begun(self._engine) as connection:
            added = people.add_event(connection, article, event, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [added.id])
            return added

    def withdraw(self, article: str, *, by: str, reason: str) -> ArticleWithdrawal:
        """An article (by its id) is not to count any more, nor is it coded; what was known of it stays in the past."""
        with begun(self._engine) as connection:
            withdrawn = people.withdraw(connection, article, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [withdrawn.id])
            return withdrawn

    def undo(self, id: str, *, by: str, reason: str) -> Decided:
        """What was decided under this id does not hold any more."""
        with begun(self._engine) as connection:
            undone = people.undo(connection, id, by=by, at=(at := now()), reason=reason)
            self.look(connection, at, [undone.id])
            return undone

    @property
    def watches(self) -> Watches:
        """The questions that people keep, and what is new for each."""
        return Watches(self._engine)

    # What merging writes

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
            between.put(connection, links, at)
            copies.put(connection, origins, at)
            incident_writing.put(connection, new, ended=ended or {}, history=history, now=at)
            queue.put_keys(connection, keys or {})
            queue.forget(connection, [t.key for t in done])
