"""Which rows fit come first in an order, and how many there are, by whatever is the least work.

What many rows fit is found soonest by going through them in their order; what few fit, by the index of the condition
that finds fewest, with the others looked at row by row.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from dateline.store.parts import ALL, Condition, Order, Part, by_no_index, equal, ordered
from dateline.store.states import State

if TYPE_CHECKING:
    from dateline.store.keysets import Keys, Mask

AT_MOST = 40
"""Times `few` rows that are looked at by the sets of rows beside them."""
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
class Search:
    """Rows in one `state`; `tight` are the conditions that leave the order to an index, `parts` the others.

    `ahead` are the numbers of rows that are gone through in their order before indexes are asked: at first, and in all.
    Up to `few` rows that one condition finds are sooner looked at than others in their order; from `many` on it makes
    no difference how many.
    """

    connection: sa.Connection
    table: sa.Table
    state: State
    tight: Sequence[Condition]
    parts: Sequence[Part]
    ahead: Sequence[int]
    few: int
    many: int
    counted: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Of parts that were counted: how many there are, and up to where it was counted."""
    _fitting: list[Mask] = field(default_factory=list, init=False)
    """The set of all, once it was asked for."""

    def first(self, order: Order, number: int) -> list[int]:
        """The keys of the first rows in an order."""
        if self.tight and order[0] != "-day":  # no index gives this order and finds by them
            return replace(self, tight=(), parts=self._all()).first(order, number)
        rows = self.in_order(order, self.state.whole.holds)
        if not self.parts:
            return self._keys(rows.limit(number))
        driver, least = self._fewest(self.parts)
        if driver is None or least >= self.few:
            if order[0] == "-day" and any(part.by_day for part in self.parts):
                from dateline.store import narrowing

                return narrowing.first_by_day(self, order, number)
            if self.ahead and (keys := self._going_through(rows, number)) is not None:
                return keys
            if self.tight or len(self.parts) > 1 or self.parts[0].own is None or not self.state.every:
                from dateline.store import narrowing

                return narrowing.first(self, order, number)
            driver = self.parts[0]
        found = sa.select(*(self.table.c[name.lstrip("-")] for name in order))
        fit = found.where(self.state.whole.holds, *map(by_no_index, self.tight), *self._conditions(self.parts, driver))
        every = fit.limit(ALL).subquery()  # else the rows would be gone through again in their order, to the end
        return self._keys(sa.select(every.c.key).order_by(*ordered(every.c, order)).limit(number))

    def in_order(self, order: Order, *where: Condition) -> sa.Select[tuple[int]]:
        """The keys of all rows under conditions and those that leave the order to an index."""
        found: sa.Select[tuple[int]] = sa.select(self.table.c.key).where(*where, *self._by_one_index())
        return found.order_by(*ordered(self.table.c, order))

    def _going_through(self, rows: sa.Select[Any], number: int) -> list[int] | None:
        """The keys of the first that fit, gone through in their order; None where there are too few of them."""
        from dateline.store import keysets, narrowing

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
        parts = self._all()
        own = [part.own for part in parts if part.own is not None]
        if len(parts) == len(own) < 2:
            return self.size(sa.select(self.table.c.key).where(self.state.whole.holds, *own), most)
        if most is not None and len(parts) == 1 and parts[0].known and parts[0].whole is None:
            found = parts[0].keys.subquery()
            return self.size(sa.select(found.c[0]).distinct(), most)
        least, size = self.least(parts, self.many)
        if most is not None or size < self.few:
            number = self._counted_through(least, parts, ALL if most is None else most)
            if number is not None:
                return number
        number = int(self.fitting().sum())
        return number if most is None else min(number, most)

    def _counted_through(self, least: Part, parts: Sequence[Part], most: int) -> int | None:
        """How many there are, up to `most`, by testing what one condition finds; None where too few of those fit."""
        import numpy as np

        from dateline.store import narrowing

        rest = [*([] if least.known else [self.state.whole]), *(part for part in parts if part is not least)]
        seen, number, upto = np.zeros(0, np.int64), 0, max(1, self.few)
        clock = time.thread_time if self.connection.dialect.name == "sqlite" else time.perf_counter
        begun, by_sets = clock(), False
        while True:
            found = self._some(least, upto)
            some = np.setdiff1d(found, seen)
            number += len(narrowing.among(self, some, rest, by_sets=by_sets))
            if number >= most or len(found) < upto:
                return min(number, most)
            seen, wanted = np.concatenate([seen, some]), max(2 * upto, 2 * upto * most // max(1, number))
            if by_sets or (clock() - begun) * wanted > LONG * upto:
                by_sets = True
                if wanted > AT_MOST * self.few or all(part.within is None for part in rest):
                    return None
            upto = wanted

    def _some(self, part: Part, number: int) -> Keys:
        """The first keys that a condition finds, each time from the first one on: there is no order between them."""
        import numpy as np

        from dateline.store import keysets, narrowing

        if part.scanned:
            return np.flatnonzero(narrowing.set_of(self, part))[:number]
        return keysets.gathered(self.connection, part.keys.limit(number))

    def fitting(self) -> Mask:
        """The set of all."""
        from dateline.store import narrowing

        if not self._fitting:
            self._fitting.append(narrowing.fitting(self, self._all()))
        return self._fitting[0]

    def among(self, keys: Keys) -> Keys:
        """Those of some keys of indexed rows that fit."""
        from dateline.store import narrowing

        return narrowing.among(self, keys, [*self._all(), *([] if self.state.every else [self.state.whole])])

    def ways(self) -> Ways:
        """How the rows are best read together with others."""
        parts = self._all()
        driver = self._fewest(parts)[0] if len(parts) > 1 else None
        least = driver or parts[0]  # without a condition nobody asks
        gathered = [self.state.whole.holds, *self._conditions(parts, driver)]
        sized = least.keys if least.sized is None else least.sized
        return Ways(*self._source(parts, driver), gathered, sized, least.told)

    def _by_one_index(self) -> list[Condition]:
        """The conditions that leave the order to an index, so put that the one that finds fewest is the index's.

        SQLite takes all values of a column to be as frequent as one another.
        """
        same = [one for one in self.tight if equal(one)]
        if len(same) < 2 or self.connection.dialect.name != "sqlite":
            return list(self.tight)
        sizes = [self.size(sa.select(self.table.c.key).where(self.state.whole.holds, one), self.many) for one in same]
        least = same[sizes.index(min(sizes))]
        return [one if one is least or not equal(one) else by_no_index(one) for one in self.tight]

    def _all(self) -> list[Part]:
        """Also the conditions that leave the order to an index, as one."""
        tight = sa.and_(sa.true(), *self._by_one_index())
        keys = sa.select(self.table.c.key).where(self.state.whole.holds, tight)
        return [*([Part(keys, tight, tight, known=True)] if self.tight else []), *self.parts]

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

    def least(self, parts: Sequence[Part], most: int) -> tuple[Part, int]:
        """The condition that finds fewest, and how many, up to `most`: of equal ones the first."""
        best, least = parts[0], most + 1
        for part in parts:
            if least and (number := self.number(part, most)) < least:
                best, least = part, number
        return best, least

    def _conditions(self, parts: Sequence[Part], driver: Part | None) -> Iterator[Condition]:
        for part in parts:
            late = part.sized is not None and part.gathered is None and len(parts) > 1
            if late if driver is None else driver is not part:
                yield part.holds if driver is None else by_no_index(part.holds)
            else:
                yield next((c for c in (part.own, part.gathered) if c is not None), self.table.c.key.in_(part.keys))

    def number(self, part: Part, most: int) -> int:
        """About how many rows a condition finds, up to `most`; each is counted once."""
        number, upto = self.counted.get(part, (0, 0))
        if number >= upto and upto < most:
            if part.scanned:
                from dateline.store import narrowing

                number, upto = int(narrowing.set_of(self, part).sum()), ALL
            elif part.told is not None:
                number, upto = int(self.connection.scalar(part.told) or 0), ALL
            else:
                number, upto = self.size(part.keys if part.sized is None else part.sized, most), most
            self.counted[part] = number, upto
        return min(number, most)

    def about(self, part: Part) -> int:
        """The same up to `many`, but for what more is known of without counting."""
        return self.number(part, self.many if part.told is None else ALL)

    def _keys(self, found: sa.Select[Any]) -> list[int]:
        return list(self.connection.scalars(found))

    def size(self, found: sa.Select[Any], most: int | None) -> int:
        """How many rows a query finds, up to `most`."""
        rows = found.limit(most).subquery()
        return int(self.connection.scalar(sa.select(sa.func.count()).select_from(rows)) or 0)


def first(searches: Sequence[Search], order: Order, number: int) -> list[int]:
    """The keys of the first rows of all states, in no order; `number` of them, of several states maybe more."""
    return [key for one in searches for key in one.first(order, number)]


def how_many(searches: Sequence[Search], most: int | None = None) -> int:
    """The number of rows of all states, up to `most`."""
    total = 0
    for one in searches:
        total += one.count(None if most is None else most - total)
    return total
