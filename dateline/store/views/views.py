"""The store as the workbench looks at it."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from threading import Lock

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.records.incident import Incident
from dateline.records.query import Box, Filter
from dateline.records.stored import StoredArticle, StoredEvent, StoredParty, StoredStatement
from dateline.records.sums import Sum, SumBy
from dateline.store import actor_lists, actors, incidents, merged_actors, reading, shown
from dateline.store.actors import StoredActor
from dateline.store.addresses import with_urls
from dateline.store.engine import reading as opened
from dateline.store.filters import ANYBODY
from dateline.store.store import Store
from dateline.store.tables import articles
from dateline.store.views import drawing, lists, selection, state, sums, ties
from dateline.store.views.columns import UNDATED, Columns, Mask
from dateline.store.views.paging import EVENT_ORDERS, INCIDENT_ORDERS, After, Order, page
from dateline.store.views.portrait import Portrait, portrait
from dateline.store.views.ties import Pairs
from dateline.store.views.told import Told

STALE = 1.0
"""Seconds for which a state is taken to be that of now, unless it was this program that wrote."""
MASKS = 48
"""Selections that are remembered: one filter is asked for as list, map, bars and counts."""
TIES = 16
"""Networks that are remembered."""
FEW = 500
"""Articles that are read at a time where all are asked for."""
EARLIER = 2
"""Earlier moments that are remembered."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows of a table that a filter finds."""

    table: Columns
    mask: Mask

    @property
    def count(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.mask))


class Views:
    """Answers about events and incidents under any filter; threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now: state.State | None = None
        self._looked = float("-inf")
        self._lock = Lock()
        self._earlier: OrderedDict[datetime, state.State] = OrderedDict()
        self._masks: OrderedDict[tuple[int, str, Filter], tuple[state.State, Mask]] = OrderedDict()
        self._turns: dict[tuple[int, str, Filter], Lock] = {}
        self._told, self._reading = Told(), Lock()
        self._pairs: dict[str, tuple[Columns, Pairs]] = {}
        self._ties: OrderedDict[tuple[int, str, Filter], tuple[Columns, ties.Net]] = OrderedDict()

    def load(self) -> None:
        """Read the state now, and what sums add up, so that the first who asks need not wait."""
        table = self._state(None).incidents
        self._read_told(table.key[table.live])

    def changed(self) -> None:
        """This program wrote: look again before the next answer."""
        with self._lock:
            self._looked = float("-inf")
            self._masks.clear()
            self._ties.clear()

    def events(self, asked: Filter) -> Chosen:
        """The events that a filter finds."""
        now = self._state(asked.as_of)
        return Chosen(now.events, self._mask(now, "events", asked, selection.of_events))

    def incidents(self, asked: Filter) -> Chosen:
        """The incidents that a filter finds."""
        now = self._state(asked.as_of)
        return Chosen(now.incidents, self._mask(now, "incidents", asked, selection.of_incidents))

    def event_page(
        self,
        asked: Filter,
        order: str,
        *,
        limit: int,
        after: After | None,
        orders: Mapping[str, Order] = EVENT_ORDERS,
        among: Sequence[str] | None = None,
    ) -> tuple[list[StoredEvent], After | None]:
        """The next events in an order (of some passages), and the place behind them where there are more."""
        chosen = self.events(asked) if among is None else self._among(self.events(asked), among)
        keys, more = page(chosen.table, chosen.mask, order, orders, limit=limit, after=after)
        with opened(self._store.engine) as connection:
            return reading.by_keys(connection, keys), more

    def incident_page(
        self, asked: Filter, order: str, *, limit: int, after: After | None
    ) -> tuple[list[Incident], After | None]:
        """The next incidents in an order, and the place behind them where there are more."""
        chosen = self.incidents(asked)
        keys, more = page(chosen.table, chosen.mask, order, INCIDENT_ORDERS, limit=limit, after=after)
        with opened(self._store.engine) as connection:
            return list(with_urls(connection, incidents.by_keys(connection, keys))), more

    def moments(self, ids: Sequence[str], as_of: datetime | None = None) -> dict[str, tuple[datetime, datetime]]:
        """When each incident became known, and when it last changed, by id."""
        with opened(self._store.engine) as connection:
            return incidents.moments(connection, ids, as_of)

    def ids(self, kind: str, keys: Sequence[int]) -> dict[int, tuple[str, str | None, str | None]]:
        """Id, name of the place and its region, by key, of events or incidents."""
        with opened(self._store.engine) as connection:
            read = reading.places_by_keys if kind == "events" else shown.places_by_keys
            return read(connection, keys)

    def bars(self, chosen: Chosen, unit: str | None) -> tuple[str, list[drawing.Bar], int]:
        """How many over time."""
        return drawing.bars(chosen.table, chosen.mask, unit)

    def values(self, chosen: Chosen, name: str, limit: int = 50) -> list[tuple[str, int]]:
        """How many of each value of a column."""
        return drawing.values(chosen.table, chosen.mask, name, limit)

    def sums(self, chosen: Chosen, by: SumBy) -> tuple[list[Sum], Sum]:
        """Incidents added up by place, time or type, and all together."""
        told = self._read_told(chosen.table.key[chosen.mask & chosen.table.live])
        return sums.summed(chosen.table, chosen.mask, by, told)

    def map(self, chosen: Chosen, zoom: float, box: Box | None) -> drawing.Drawn:
        """The map."""
        return drawing.drawn(chosen.table, chosen.mask, zoom, box)

    def first_and_last(self, chosen: Chosen) -> tuple[date, date] | None:
        """The first and the last day of a selection, None where nothing in it has a day."""
        days = chosen.table.day[chosen.mask & (chosen.table.day != UNDATED)]
        if not len(days):
            return None
        return selection.EPOCH + timedelta(int(days.min())), selection.EPOCH + timedelta(int(days.max()))

    def numbers(self) -> dict[str, int]:
        """How many articles and statements there are, and how many entries merging has to look at."""
        with opened(self._store.engine) as connection:
            return lists.numbers(connection)

    def statements(
        self, asked: Filter, *, limit: int, after: After | None
    ) -> tuple[list[StoredStatement], After | None]:
        """The next statements, latest publication first."""
        with opened(self._store.engine) as connection:
            return lists.statement_page(connection, asked, limit=limit, after=after)

    def count_statements(self, asked: Filter) -> tuple[int, bool]:
        """How many statements there are, and whether there are more than were counted."""
        with opened(self._store.engine) as connection:
            return _bounded(lists.count_statements(connection, asked))

    def articles(
        self, asked: Filter, *, limit: int, after: After | None, order: str = "added", reverse: bool = False
    ) -> tuple[list[StoredArticle], After | None]:
        """The next articles, latest added first, or in another of `ARTICLE_ORDERS`."""
        with opened(self._store.engine) as connection:
            return lists.article_page(connection, asked, limit=limit, after=after, order=order, reverse=reverse)

    def all_articles(self, asked: Filter, order: str = "added", reverse: bool = False) -> Iterator[StoredArticle]:
        """All articles that a filter finds, read as they are asked for; what comes in meanwhile is left out."""
        after = None
        while True:
            some, after = self.articles(asked, limit=FEW, after=after, order=order, reverse=reverse)
            yield from some
            if after is None:
                return

    def count_articles(self, asked: Filter) -> tuple[int, bool]:
        """How many articles there are, and whether there are more than were counted."""
        with opened(self._store.engine) as connection:
            return _bounded(lists.count_articles(connection, asked))

    def articles_by_id(self, ids: Sequence[str]) -> list[StoredArticle]:
        """The articles with these ids that there are, in this order."""
        with opened(self._store.engine) as connection:
            return lists.some_articles(connection, articles.c.id, list(dict.fromkeys(ids)))

    def actors(
        self, asked: Filter, q: str | None, *, limit: int, offset: int, order: str = "total", reverse: bool = False
    ) -> list[StoredActor]:
        """The actors with most events (or in another order), in all or in those that a filter finds."""
        with opened(self._store.engine) as connection:
            return actor_lists.listed(connection, asked, q=q, limit=limit, offset=offset, order=order, reverse=reverse)

    def count_actors(self, asked: Filter, q: str | None) -> tuple[int, bool]:
        """How many actors there are, and whether there are more than were counted."""
        with opened(self._store.engine) as connection:
            return _bounded(actor_lists.how_many(connection, asked, q=q, most=lists.COUNTED + 1))

    def actor(self, id: str) -> tuple[StoredActor, list[StoredParty], list[tuple[str, int]]]:
        """An actor, its parties, and the words that stand for it; MissingError where there is none."""
        with opened(self._store.engine) as connection:
            one, forms = actors.actor(connection, id)
            return one, forms, actors.words(connection, one.id)

    def actors_by_id(self, ids: Sequence[str]) -> list[StoredActor]:
        """The actors with these ids that there are, in this order."""
        with opened(self._store.engine) as connection:
            return actors.by_ids(connection, ids)

    def portrait(self, id: str, asked: Filter) -> Portrait:
        """In which roles an actor takes part, in what kinds of acts and with whom."""
        chosen = self.events(asked)
        with opened(self._store.engine) as connection:
            return portrait(connection, chosen.table, chosen.mask, id)

    def merged(self) -> Callable[[str], str]:
        """What leads from an actor to the one it was put together with, or itself."""
        with opened(self._store.engine) as connection:
            known = merged_actors.read(connection)
        return lambda actor: merged_actors.root(known, actor)

    def series(
        self, asked: Filter, pairs: Sequence[tuple[str | None, str | None]], unit: str
    ) -> tuple[list[ties.Point], list[ties.Turn], int]:
        """What there was between pairs of actor and recipient (None: anybody) over time; how many have no day."""
        dyads = [f"{one or ANYBODY}>{two or ANYBODY}" for one, two in pairs]
        parts = [self.events(replace(asked, actor=None, recipient=None, dyad=dyad)) for dyad in dyads]
        mask = np.logical_or.reduce([part.mask for part in parts])
        points, turns = ties.series(parts[0].table, mask, unit)
        return points, turns, int(np.count_nonzero(mask & (parts[0].table.day == UNDATED)))

    def ties(self, asked: Filter, level: str) -> ties.Net:
        """Who acts on whom how often, by `ties.LEVELS`; InputError where there is no such level."""
        if level not in ties.LEVELS:
            raise InputError(f"level: {level!r} is none of {', '.join(ties.LEVELS)}")
        chosen = self.events(asked)
        key = (id(chosen.table), level, asked)
        found = self._ties.get(key)
        if found is not None and found[0] is chosen.table and asked.reviewed is None:
            return found[1]
        with opened(self._store.engine) as connection:
            made = ties.net(self._pairs_of(connection, chosen.table, level), chosen.table, chosen.mask)
        with self._lock:
            self._ties[key] = (chosen.table, made)
            while len(self._ties) > TIES:
                self._ties.popitem(last=False)
        return made

    def _pairs_of(self, connection: sa.Connection, table: Columns, level: str) -> Pairs:
        known = self._pairs.get(level)
        if known is None or known[0] is not table:
            known = self._pairs[level] = table, ties.read_pairs(connection, table, level)
        return known[1]

    def events_by_key(self, keys: Sequence[int]) -> list[StoredEvent]:
        """The events with these keys."""
        with opened(self._store.engine) as connection:
            return reading.by_keys(connection, keys)

    def _among(self, chosen: Chosen, passages: Sequence[str]) -> Chosen:
        wanted = np.fromiter(map(hash, passages), np.int64, len(passages))
        return Chosen(chosen.table, chosen.mask & np.isin(chosen.table.identity, wanted))

    def _read_told(self, keys: NDArray[np.int64]) -> Told:
        with self._reading, opened(self._store.engine) as connection:
            self._told.read(connection, keys)
            return replace(self._told)  # others may read on meanwhile

    def _state(self, as_of: datetime | None) -> state.State:
        with self._lock:
            if as_of is not None:
                return self._at(as_of)
            if self._now is None or time.monotonic() - self._looked > STALE:
                looked = time.monotonic()
                with opened(self._store.engine) as connection:
                    self._now = state.renewed(connection, self._now) if self._now else state.read(connection)
                self._looked = looked
            return self._now

    def _at(self, as_of: datetime) -> state.State:
        if as_of not in self._earlier:
            with opened(self._store.engine) as connection:
                self._earlier[as_of] = state.read(connection, as_of)
            while len(self._earlier) > EARLIER:
                self._earlier.popitem(last=False)
        self._earlier.move_to_end(as_of)
        return self._earlier[as_of]

    def _mask(
        self, now: state.State, kind: str, asked: Filter, select: Callable[[sa.Connection, state.State, Filter], Mask]
    ) -> Mask:
        """The records that a question selects, kept for when it is asked again of the same state."""
        if asked.reviewed is not None:  # what people look at does not make a new state
            with opened(self._store.engine) as connection:
                return select(connection, now, asked)
        key = (id(now), kind, asked)
        with self._lock:
            turn = self._turns.setdefault(key, Lock())
        with turn:  # a page asks for list, map, bars and counts at once: the first who comes selects for all
            try:
                found = self._masks.get(key)
                if found is not None and found[0] is now:
                    return found[1]
                with opened(self._store.engine) as connection:
                    mask = select(connection, now, asked)
                with self._lock:
                    self._masks[key] = (now, mask)
                    while len(self._masks) > MASKS:
                        self._masks.popitem(last=False)
                return mask
            finally:
                with self._lock:
                    self._turns.pop(key, None)


def _bounded(count: int) -> tuple[int, bool]:
    return min(count, lists.COUNTED), count > lists.COUNTED
