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
from dateline.store.parts import ALL, Condition, Order, Part, Piece, by_no_index, ordered

AT_MOST = 40
"""Times `few` rows that are looked at by the sets of rows beside them."""
DEAR = 4
"""Rows of the table itself that are tested in the time in which the rows beside one are."""
LONG = 0.15
"""Seconds in which most sets are gathered and crossed."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How rows are read as they come, some maybe several times: from `source`, under the conditions `where`.

    `gathered` are the conditions under which all of them are sooner found, `sized` rows that are no fewer, `told` about
    how many those are, where that is known.
    """

    source: sa.FromClause
    where: Sequence[Condition]
    gathered: Sequence[Condition]
    sized: sa.Select[Any] | None = None
    told: sa.Select[Any] | None = None


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
        if most is None and self.least(parts, self.many)[1] >= self.few:
            return int(self.fitting().sum())
        number, upto = 0, ALL if most is None else most
        for piece in self.several(upto):
            number += len(piece.keys)
            if number >= upto:
                break
        return min(number, upto)

    def several(self, number: int) -> Iterator[Piece]:
        """The keys of all that fit, each once, in no order; of the pieces the first are found soon, so that it takes
        little to find `number` where many rows fit.

        One condition is gone through and the others are tested, until all sets are sooner gathered and crossed.
        """
        parts = self.every_part()
        least = self._gone_through(parts)
        rest = [*([] if least.known else [self.state.whole]), *(part for part in parts if part is not least)]
        beside = any(part.within is not None for part in rest)
        if any(part.at_once for part in rest):
            narrowing.among(self, np.zeros(0, np.int64), rest)  # what is gathered at once tells nothing of single rows
        clock = time.thread_time if self.connection.dialect.name == "sqlite" else time.perf_counter
        given, tests, by_sets = list[Keys](), 0, False
        pieces, begun = self._pieces(least, min(2 * self.few, number + number // 4)), clock()
        for piece in pieces:
            given.append(narrowing.among(self, piece.keys, rest, by_sets=by_sets))
            each, tests = (clock() - begun) / max(1, len(piece.keys)), tests + len(piece.keys)
            yield Piece(given[-1], piece.last)
            found = sum(map(len, given))
            more = max(tests, tests * (number - found) // max(1, found))
            if rest and tests >= self.few and not piece.last and (by_sets or each * more > LONG):
                by_sets = True
                if not beside or tests + more > AT_MOST * self.few:
                    yield Piece(np.setdiff1d(np.flatnonzero(self.fitting()), np.concatenate(given)), last=True)
                    return
            begun = clock()
            if tests >= self.few:
                self._gather_small([part for part in rest if part in parts], narrowing.TESTS * tests)

    def _gather_small(self, parts: Sequence[Part], worth: int) -> None:
        """Make the sets of conditions that find so few rows that those are sooner gathered than more are tested."""
        for part in parts:
            if part.own is not None and self.number(part, self.many) < min(self.many, worth):
                self.set_of(part)

    def _gone_through(self, parts: Sequence[Part]) -> Part:
        """The condition whose rows are gone through: the one that finds fewest, but what others are dear to test."""
        least, size = self.least(parts, self.many)
        dear = [part for part in parts if part.own is None and (part.sized is None or part.some is not None)]
        if size < self.few or not dear:
            return least
        first, upto = min(dear, key=self.about), DEAR * size
        unknown = size >= self.many and first.told is None
        return first if unknown or self.number(first, upto) < upto else least

    def _pieces(self, part: Part, number: int) -> Iterator[Piece]:
        """What a condition finds, each key once, at first `number` and each time twice as many.

        Each time from the first one on: there is no order between them.
        """
        if part.some is not None:
            yield from part.some(number)
            return
        seen, upto = np.zeros(keysets.size(self.connection, self.table), np.bool_), max(1, number)
        whole = part.scanned or part in self.sets
        every = np.flatnonzero(self.set_of(part)) if whole else np.zeros(0, np.int64)
        while True:
            found = every[:upto] if whole else keysets.gathered(self.connection, part.keys.limit(upto))
            some = keysets.of_keys(found, len(seen)) & ~seen
            yield Piece(np.flatnonzero(some), len(found) < upto)
            if len(found) < upto:
                return
            seen, upto = seen | some, 2 * upto

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
        return Ways(*self._source(parts, driver), gathered, sized, self._counted(least))

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
