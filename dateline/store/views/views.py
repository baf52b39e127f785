"""The store as the workbench looks at it."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

import numpy as np
import sqlalchemy as sa

from dateline.records.incident import Incident
from dateline.records.query import Box, Filter
from dateline.records.stored import StoredEvent
from dateline.store import incidents, reading
from dateline.store.engine import reading as opened
from dateline.store.store import Store
from dateline.store.views import drawing, selection, state
from dateline.store.views.columns import Columns, Mask
from dateline.store.views.paging import EVENT_ORDERS, INCIDENT_ORDERS, After, page

STALE = 1.0
"""Seconds for which a state is taken to be that of now, unless it was this program that wrote."""
MASKS = 48
"""Selections that are remembered: one filter is asked for as list, map, bars and counts."""
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
    """Answers about events and incidents under any filter; threads may share it. Holds about 60 bytes an event."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now: state.State | None = None
        self._looked = float("-inf")
        self._lock = Lock()
        self._earlier: OrderedDict[datetime, state.State] = OrderedDict()
        self._masks: OrderedDict[tuple[int, str, Filter], tuple[state.State, Mask]] = OrderedDict()

    def load(self) -> None:
        """Read the state now, so that the first who asks need not wait."""
        self._state(None)

    def changed(self) -> None:
        """This program wrote: look again before the next answer."""
        with self._lock:
            self._looked = float("-inf")
            self._masks.clear()

    def events(self, asked: Filter) -> Chosen:
        """The events that a filter finds."""
        now = self._state(asked.as_of)
        return Chosen(now.events, self._mask(now, "events", asked, selection.of_events))

    def incidents(self, asked: Filter) -> Chosen:
        """The incidents that a filter finds."""
        now = self._state(asked.as_of)
        return Chosen(now.incidents, self._mask(now, "incidents", asked, selection.of_incidents))

    def event_page(
        self, asked: Filter, order: str, *, limit: int, after: After | None
    ) -> tuple[list[StoredEvent], After | None]:
        """The next events in an order, and the place behind them where there are more."""
        chosen = self.events(asked)
        keys, more = page(chosen.table, chosen.mask, order, EVENT_ORDERS, limit=limit, after=after)
        with opened(self._store.engine) as connection:
            return reading.by_keys(connection, keys), more

    def incident_page(
        self, asked: Filter, order: str, *, limit: int, after: After | None
    ) -> tuple[list[Incident], After | None]:
        """The next incidents in an order, and the place behind them where there are more."""
        chosen = self.incidents(asked)
        keys, more = page(chosen.table, chosen.mask, order, INCIDENT_ORDERS, limit=limit, after=after)
        with opened(self._store.engine) as connection:
            return incidents.by_keys(connection, keys), more

    def ids(self, kind: str, keys: Sequence[int]) -> dict[int, tuple[str, str | None, str | None]]:
        """Id, name of the place and its region, by key, of events or incidents."""
        with opened(self._store.engine) as connection:
            read = reading.places_by_keys if kind == "events" else incidents.places_by_keys
            return read(connection, keys)

    def bars(self, chosen: Chosen, unit: str | None) -> tuple[str, list[drawing.Bar], int]:
        """How many over time."""
        return drawing.bars(chosen.table, chosen.mask, unit)

    def values(self, chosen: Chosen, name: str, limit: int = 50) -> list[tuple[str, int]]:
        """How many of each value of a column."""
        return drawing.values(chosen.table, chosen.mask, name, limit)

    def map(self, chosen: Chosen, zoom: float, box: Box | None) -> drawing.Drawn:
        """The map."""
        return drawing.drawn(chosen.table, chosen.mask, zoom, box)

    @contextmanager
    def connection(self) -> Iterator[sa.Connection]:
        """A connection to read by."""
        with opened(self._store.engine) as connection:
            yield connection

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
        key = (id(now), kind, asked)
        found = self._masks.get(key)
        if found is not None and found[0] is now and asked.reviewed is None:
            return found[1]
        with opened(self._store.engine) as connection:
            mask = select(connection, now, asked)
        with self._lock:
            self._masks[key] = (now, mask)
            while len(self._masks) > MASKS:
                self._masks.popitem(last=False)
        return mask
