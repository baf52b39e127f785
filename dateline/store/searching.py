"""Which rows fit come first in an order, and how many there are, by whatever is the least work.

What many rows fit is found soonest by going through them in their order; what few fit, by the index of the condition
that finds fewest, with the others looked at row by row.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import sqlalchemy as sa

from dateline.store import keysets, narrowing
from dateline.store.conditions import Conditions
from dateline.store.keysets import Keys, Mask
from dateline.store.parts import ALL, Condition, Order, Part, by_no_index, ordered

AT_MOST = 40
"""Times `few` rows that are looked at by the sets of rows beside them."""
LONG = 0.15
"""Seconds in which most sets are gathered and crossed."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How rows are read as they come, some maybe several times: from `source`, under the conditions `where`.

    `gathered` are the conditions under which all of them are sooner found, `sized` rows that are no fewer, `told` about
    how many those are, where that is known; `whole` is whether a set of all keys of one condition is made first.
    """

    source: sa.FromClause
    where: Sequence[Condition]
    gathered: Sequence[Condition]
    sized: sa.Select[Any] | None = None
    told: sa.Select[Any] | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Search(Conditions):
    """How the rows under some conditions are found and counted."""

    _fitting: list[Mask] = field(default_factory=list, init=False)
    """The set of all, once it was asked for."""

    def first(self, order: Order, number: int) -> list[int]:
        """The keys of the first rows in an order."""
        if self.tight and order[0] != "-day":  # no index gives this order and finds by them
            return replace(self, tight=(), parts=self.every_part()).first(order, number)
        rows = self.in_order(order, self.state.whole.holds)
        if not self.parts:
            return self._keys(rows.limit(number))
        driver, least = self._fewest(self.parts)
        if driver is None or least >= self.few:
            if order[0] == "-day" and any(part.by_day for part in self.parts):
                return narrowing.first_by_day(self, order, number)
            if self.ahead and (keys := self._going_through(rows, number)) is not None:
                return keys
            if self.tight or len(self.parts) > 1 or self.parts[0].own is None or not self.state.every:
                return narrowing.first(self, order, number)
            driver = self.parts[0]
        found = sa.select(*(self.table.c[name.lstrip("-")] for name in order))
        fit = found.where(self.state.whole.holds, *map(by_no_index, self.tight), *self._conditions(self.parts, driver))
        every = fit.limit(ALL).subquery()  # else the rows would be gone through again in their order, to the end
        return self._keys(sa.select(every.c.key).order_by(*ordered(every.c, order)).limit(number))

    def _going_through(self, rows: sa.Select[Any], number: int) -> list[int] | None:
        """The keys of the first that fit, gone through in their order; None where there are too few of them."""
        keys, done = list[int](), 0
        upto, last = self.ahead
        while upto <= last:
            among = keysets.gathered(self.connection, rows.limit(upto - done).offset(done))
            keys += narrowing.among(self, among, self.parts).tolist()
            if len(keys) >= number or len(among) < upto - done:
                return keys[:number]
            done, upto = upto, max(2 * upto, 3 * upto * number // max(1, 2 * len(keys)))
        return None

    def count(self, most: int | None) -> int:
        """How many there are, up to `most`."""
        parts = self.every_part()
        own = [part.own for part in parts if part.own is not None]
        if len(parts) == len(own) < 2:
            return self.size(sa.select(self.table.c.key).where(self.state.whole.holds, *own), most)
        if most is not None and len(parts) == 1 and parts[0].known and parts[0].whole is None:
            found = parts[0].keys.subquery()
            return self.size(sa.select(found.c[0]).distinct(), most)
        least, size = self.least(parts, self.many)
        by_set = least.whole is not None and size < self.many  # which is sooner made than some of it are tested
        if size < self.few or (most is not None and not by_set):
            number = self._counted_through(least, parts, ALL if most is None else most)
            if number is not None:
                return number
        number = int(self.fitting().sum())
        return number if most is None else min(number, most)

    def _counted_through(self, least: Part, parts: Sequence[Part], most: int) -> int | None:
        """How many there are, up to `most`, by testing what one condition finds; None where too few of those fit."""
        rest = [*([] if least.known else [self.state.whole]), *(part for part in parts if part is not least)]
        seen, number, upto = np.zeros(0, np.int64), 0, most
        if rest:
            upto = max(1, self.few, min(2 * self.few, most + most // 4))
        clock = time.thread_time if self.connection.dialect.name == "sqlite" else time.perf_counter
        if any(part.at_once for part in rest):
            narrowing.among(self, np.zeros(1, np.int64), rest)  # what is gathered at once tells nothing of single rows
        begun, by_sets = clock(), False
        while True:
            found = self._some(least, upto, by_sets=by_sets)
            some = np.setdiff1d(found, seen)
            number += len(narrowing.among(self, some, rest, by_sets=by_sets))
            if number >= most or len(found) < upto:
                return min(number, most)
            seen, upto = np.concatenate([seen, some]), len(found)
            wanted = max(2 * upto, 5 * upto * most // max(1, 4 * number))
            if by_sets or (clock() - begun) * wanted > LONG * upto:
                by_sets = True
                if wanted > AT_MOST * self.few or all(one is None for one in (least.some, *(p.within for p in rest))):
                    return None
            upto = wanted

    def _some(self, part: Part, number: int, *, by_sets: bool) -> Keys:
        """The first keys that a condition finds, each time from the first one on: there is no order between them."""
        if part.some is not None and (by_sets or part.late):
            return part.some(number)
        if part.scanned:
            return np.flatnonzero(self.set_of(part))[:number]
        return keysets.gathered(self.connection, part.keys.limit(number))

    def fitting(self) -> Mask:
        """The set of all."""
        if not self._fitting:
            self._fitting.append(narrowing.fitting(self, self.every_part()))
        return self._fitting[0]

    def among(self, keys: Keys) -> Keys:
        """Those of some keys of indexed rows that fit."""
        return narrowing.among(self, keys, [*self.every_part(), *([] if self.state.every else [self.state.whole])])

    def ways(self) -> Ways:
        """How the rows are best read together with others."""
        parts = self.every_part()
        driver = self._fewest(parts)[0] if len(parts) > 1 else None
        least = driver or parts[0]  # without a condition nobody asks
        gathered = [self.state.whole.holds, *self._conditions(parts, driver)]
        sized = least.keys if least.sized is None else least.sized
        leading = self._leading(parts, driver)
        whole = any(part.at_once and part is not leading for part in parts)
        return Ways(*self._source(parts, driver), gathered, sized, self._counted(least), whole)

    def _counted(self, part: Part) -> sa.Select[Any] | None:
        """About how many rows a condition finds, where that was counted already or is known without."""
        number, upto = self.counted.get(part, (0, 0))
        return sa.select(sa.literal(number)) if upto >= self.many or number < upto else part.told

    def _source(self, parts: Sequence[Part], driver: Part | None) -> tuple[sa.FromClause, list[Condition]]:
        first = self._leading(parts, driver)
        if first is None:
            return self.table, self._in_table(parts, driver)
        keys = first.keys.subquery()
        rest = [by_no_index(part.holds) for part in parts if part is not first]
        return keys.join(self.table, keys.c[0] == self.table.c.key), [self.state.whole.holds, *rest]

    def _leading(self, parts: Sequence[Part], driver: Part | None) -> Part | None:
        """The condition on other tables whose keys lead to the rows; None where the table itself does."""
        first = driver or self._other(parts)
        return None if first is None or first.own is not None or (driver is None and self._late(first)) else first

    def _in_table(self, parts: Sequence[Part], driver: Part | None) -> list[Condition]:
        """The conditions on rows of the table itself."""
        if driver is None and (other := self._other(parts)) is not None and self._late(other):
            return [self.state.whole.holds, *(part.holds for part in parts)]
        return [self.state.whole.holds, *self._conditions(parts, driver)]

    def _other(self, parts: Sequence[Part]) -> Part | None:
        """The condition that no index of the table finds by, where there is one; of two the one that finds fewer."""
        other = [part for part in parts if part.own is None]
        return min(other, key=lambda part: self.number(part, self.many), default=None)

    def _late(self, part: Part) -> bool:
        """Whether so many rows of other tables lead to its keys that rows are sooner looked at one by one."""
        if part.sized is None:
            return False
        return part.gathered is None or self.number(part, 4 * self.many) >= 4 * self.many

    def _fewest(self, parts: Sequence[Part], most: int | None = None) -> tuple[Part | None, int]:
        """The condition that finds fewest (None: each finds many, `most` or more), and how many."""
        most = most or (self.many if len(parts) > 1 else self.few)
        part, least = self.least(parts, most)
        return part if least < most else None, least

    def _conditions(self, parts: Sequence[Part], driver: Part | None) -> Iterator[Condition]:
        for part in parts:
            late = part.sized is not None and part.gathered is None and len(parts) > 1
            if late if driver is None else driver is not part:
                yield part.holds if driver is None else by_no_index(part.holds)
            else:
                yield next((c for c in (part.own, part.gathered) if c is not None), self.table.c.key.in_(part.keys))

    def _keys(self, found: sa.Select[Any]) -> list[int]:
        return list(self.connection.scalars(found))


def first(searches: Sequence[Search], order: Order, number: int) -> list[int]:
    """The keys of the first rows of all states, in no order; `number` of them, of several states maybe more."""
    return [key for one in searches for key in one.first(order, number)]


def how_many(searches: Sequence[Search], most: int | None = None) -> int:
    """The number of rows of all states, up to `most`."""
    total = 0
    for one in searches:
        total += one.count(None if most is None else most - total)
    return total
