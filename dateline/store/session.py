"""What merging reads and writes, all within the transaction of what made it necessary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from dateline.records.addition import Decided
from dateline.records.edit import IncidentEdit
from dateline.records.incident import Change, Incident, Link, Origin
from dateline.records.judgement import Judgement
from dateline.records.stored import StoredEvent, Touched
from dateline.store import (
    decision_rows,
    incident_edits,
    incident_writing,
    incidents,
    links,
    marks,
    origins,
    people,
    queue,
    reading,
)
from dateline.store.chunks import chunks
from dateline.store.filters import holding
from dateline.store.incident_values import implied
from dateline.store.tables import articles, events, judgements

Told = tuple[tuple[int, datetime], ...]
"""The events that tell one story: their keys, and when they were written (a key may be given again after a fault)."""


class Session:
    """One transaction of merging: it sees what was written in it, and all of it is written or nothing."""

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self.marks = marks.Marks(connection)

    # What is there

    def articles_of(self, passages: Sequence[str]) -> list[str]:
        """The ids of the articles of passages."""
        found: set[str] = set()
        for some in chunks(passages):
            of = sa.select(articles.c.id).join(events, events.c.article == articles.c.key)
            found |= set(self._connection.scalars(of.where(events.c.passage.in_(some)).distinct()))
        return sorted(found)

    def passages_of(self, articles: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """All passages that articles ever had, also those that are no more."""
        return queue.passages_of(self._connection, articles)

    def stories(self, passages: Collection[str]) -> list[Told]:
        """The stories that hold one of the passages."""
        found: dict[tuple[int, str], list[tuple[int, datetime]]] = {}
        columns = (events.c.key, events.c.recorded, events.c.article, events.c.story_event)
        for some in chunks(sorted(passages)):
            seen: dict[tuple[int, str], list[tuple[int, datetime]]] = {}
            for key, at, article, story in self._connection.execute(sa.select(*columns).where(queue.same_story(some))):
                seen.setdefault((article, story), []).append((key, at))
            found |= seen
        return [tuple(sorted(keys)) for keys in found.values()]

    def stories_with(self, keys: Collection[int]) -> list[str]:
        """The first passages of the stories that are looked up under any of the keys."""
        return queue.stories_with(self._connection, keys)

    def by_keys(self, keys: Sequence[int]) -> list[StoredEvent]:
        """The events with these keys, in their order; their articles come without their texts."""
        return reading.by_keys(self._connection, keys)

    def passages(self, ids: Sequence[str]) -> list[StoredEvent]:
        """What is known now of passages."""
        return reading.passages(self._connection, ids)

    def links(self, passages: Sequence[str]) -> list[Link]:
        """The links that touch any of the passages."""
        return links.read(self._connection, passages)

    def judgements(self, passages: Collection[str]) -> list[Judgement]:
        """The judgements about one of the passages that hold."""
        return decision_rows.judgements_about(self._connection, sorted(passages), holding(judgements))

    def decision(self, id: str) -> Decided | None:
        """What was decided, by its id."""
        return decision_rows.decision(self._connection, id)

    def withdrawn(self, article: str) -> bool:
        """Whether an article is not to count."""
        return article in decision_rows.withdrawn(self._connection, [article])

    def set_over(self, alive: Collection[str], ended: Mapping[str, str | None]) -> dict[str, list[IncidentEdit]]:
        """What people set of incidents, by id; `alive` are those that are there when these have `ended`."""
        found = incident_edits.over(self._connection, alive, ended=ended)
        return {id_: implied(made, people.shown(self._connection, id_)[0]) for id_, made in found.items()}

    def incidents_of(self, passages: Sequence[str]) -> list[Incident]:
        """The incidents that passages are in now."""
        ids = incidents.incidents_of(self._connection, passages)
        return incidents.read_incidents(self._connection, sorted(set(ids.values())))

    def origin_of(self, articles: Sequence[str]) -> dict[str, str]:
        """The origin of each article."""
        return origins.of(self._connection, articles)

    def origins(self, articles: Sequence[str]) -> list[Origin]:
        """The origins of articles with all their copies."""
        return origins.read(self._connection, articles)

    # What was found out

    def put_keys(self, keys: Mapping[str, Collection[int]]) -> None:
        """Look stories up under these keys alone (none: not any more)."""
        queue.put_keys(self._connection, keys)

    def put_links(self, new: Sequence[Link], gone: Iterable[Link]) -> None:
        """Write links, and end those that do not hold any more."""
        links.end(self._connection, gone, self.now)
        links.put(self._connection, new, self.now)

    def put_origins(self, new: Sequence[Origin]) -> None:
        """Write which articles are copies of which."""
        origins.put(self._connection, new, self.now)

    def end_origin(self, article: str) -> None:
        """End what is known of an article as a copy or an origin."""
        origins.end(self._connection, article, self.now)

    def put_incidents(
        self, new: Sequence[Incident], ended: Mapping[str, str | None], history: Iterable[Change]
    ) -> None:
        """Write new states of incidents, which are no more (with the incident they went into), and what changed."""
        dated = [replace(change, at=self.now) for change in history]
        incident_writing.put(self._connection, new, ended=ended, history=dated, now=self.now)

    def forget(self, done: Iterable[Touched]) -> None:
        """Note that merging has looked at it."""
        queue.forget(self._connection, [t.key for t in done])


Merge = Callable[[Session, Sequence[Touched]], None]
"""Merging: looks at what was touched and writes what comes of it."""


def look(
    connection: sa.Connection,
    merge: Merge,
    now: datetime,
    *,
    causes: Collection[str] | None = None,
    limit: int | None = None,
) -> int:
    """Let merging look at what was touched (with `causes`, only by these); how many entries that were."""
    touched = queue.read_touched(connection, limit, causes)
    if touched:
        session = Session(connection, now)
        merge(session, touched)
        session.forget(touched)
    return len(touched)
