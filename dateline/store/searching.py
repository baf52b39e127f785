"""Which rows fit come first in an order, and how many there are, by whatever is the least work.

What many rows fit is found soonest by going through them in their order; what few fit, by the index of the condition
that finds fewest, with the others looked at row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import and_, eq
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.operators import in_op

Order = tuple[str, ...]
"""Columns; "-" before a name goes down. Of them days and numbers may be missing: those come last."""
Condition = sa.ColumnElement[bool]

ALL = 2**62
"""More rows than there are."""
AT_MOST = 4
"""Times so many rows as make no difference any more: of these and more it is not known which condition finds fewest."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One condition in the two forms in which it is asked for.

    `keys` are those of the rows it finds, whether or not they hold now; `holds` looks at one row, and for what is no
    column of it at the rows beside it. `own` is what an index of the table itself finds it by, `gathered` what else
    does, where that is sooner done than to look for the keys. `sized` are rows that are about as many as `keys`, where
    those are sooner counted; `told` is one number, about how many there are, where that is known without counting.
    """

    keys: sa.Select[Any]
    holds: Condition
    own: Condition | None = None
    gathered: Condition | None = None
    sized: sa.Select[Any] | None = None
    told: sa.Select[Any] | None = None
    known: bool = False
    """Whether `keys` are those of rows in the state that is searched alone."""


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
    state: Condition
    tight: Sequence[Condition]
    parts: Sequence[Part]
    ahead: Sequence[int]
    few: int
    many: int
    counted: dict[Part, tuple[int, int]] = field(default_factory=dict)
    """Of parts that were counted: how many there are, and up to where it was counted."""

    def first(self, order: Order, number: int) -> list[int]:
        """The keys of the first rows in an order."""
        if self.tight and order[0] != "-day":  # no index gives this order and finds by them
            return replace(self, tight=(), parts=self._all()).first(order, number)
        key = self.table.c.key
        rows = sa.select(key).where(self.state, *self._by_one_index()).order_by(*ordered(self.table.c, order))
        if not self.parts:
            return self._keys(rows.limit(number))
        driver, least = self._fewest(self.parts)
        if self.ahead and least >= self.few and (keys := self._going_through(rows, order, number)) is not None:
            return keys
        driver = driver or self._fewer_than_tight()
        if driver is None and self.tight:
            return self._keys(rows.where(*self._conditions(self.parts, None)).limit(number))
        found = sa.select(*(self.table.c[name.lstrip("-")] for name in order))
        tight = self.tight if driver is None else map(_by_no_index, self.tight)
        fit = found.where(self.state, *tight, *self._conditions(self.parts, driver))
        every = fit.limit(ALL).subquery()  # else the rows would be gone through again in their order, to the end
        return self._keys(sa.select(every.c.key).order_by(*ordered(every.c, order)).limit(number))

    def _going_through(self, rows: sa.Select[Any], order: Order, number: int) -> list[int] | None:
        """The keys of the first that fit, gone through in their order; None where there are too few of them."""
        key, keys, done = self.table.c.key, list[int](), 0
        upto, last = self.ahead
        while True:
            among = rows.limit(upto - done).offset(done)
            fit = sa.select(key).where(key.in_(among), *(_by_no_index(part.holds) for part in self.parts))
            keys += self._keys(fit.order_by(*ordered(self.table.c, order)).limit(number - len(keys)))
            if len(keys) >= number or self._size(among, upto - done) < upto - done:
                return keys
            done = upto
            if done >= last:
                return None
            upto = min(last, max(2 * done, 3 * done * number // max(1, 2 * len(keys))))

    def count(self, most: int | None) -> int:
        """How many there are, up to `most`."""
        key, parts = self.table.c.key, self._all()
        if len(parts) == 1 and parts[0].known:
            keys = parts[0].keys.subquery()
            return self._size(sa.select(keys.c[0]).distinct(), most)
        driver = self._driver(parts) or self._fewest_of_table(parts)
        if most is None:  # what one condition finds is gathered first: sooner to the end, later to the first
            return self._size(sa.select(key).where(self.state, *self._conditions(parts, driver)), most)
        first = self._leading(parts, driver)
        if first is None:
            return self._size(sa.select(key).where(*self._in_table(parts, driver)), most)
        # Each key is looked at by itself: else all may be gathered, or gone through.
        keys = first.keys.limit(ALL).subquery()
        holds = [self.state, *(_by_no_index(part.holds) for part in parts if part is not first)]
        one = sa.select(sa.literal(1)).select_from(self.table).where(key == keys.c[0], *holds).correlate(keys)
        return self._size(sa.select(keys.c[0]).distinct().where(one.exists()), most)

    def ways(self) -> Ways:
        """How the rows are best read together with others."""
        parts = self._all()
        driver = self._fewest(parts, AT_MOST * self.many)[0] if len(parts) > 1 else None
        least = driver or parts[0]  # without a condition nobody asks
        gathered = [self.state, *self._conditions(parts, driver)]
        sized = least.keys if least.sized is None else least.sized
        return Ways(*self._source(parts, driver), gathered, sized, least.told)

    def _fewer_than_tight(self) -> Part | None:
        """The condition that finds fewest of the others, where it finds fewer than those that leave the order."""
        most = AT_MOST * self.many
        if self.tight:
            most = self._size(sa.select(self.table.c.key).where(self.state, *self._by_one_index()), most)
        return self._fewest(self.parts, most)[0]

    def _by_one_index(self) -> list[Condition]:
        """The conditions that leave the order to an index, so put that the one that finds fewest is the index's.

        SQLite takes all values of a column to be as frequent as one another.
        """
        equal = [one for one in self.tight if _equal(one)]
        if len(equal) < 2 or self.connection.dialect.name != "sqlite":
            return list(self.tight)
        sizes = [self._size(sa.select(self.table.c.key).where(self.state, one), self.many) for one in equal]
        least = equal[sizes.index(min(sizes))]
        return [one if one is least or not _equal(one) else _by_no_index(one) for one in self.tight]

    def _all(self) -> list[Part]:
        """Also the conditions that leave the order to an index, as one."""
        tight = sa.and_(sa.true(), *self._by_one_index())
        keys = sa.select(self.table.c.key).where(self.state, tight)
        return [*([Part(keys, tight, tight)] if self.tight else []), *self.parts]

    def _source(self, parts: Sequence[Part], driver: Part | None) -> tuple[sa.FromClause, list[Condition]]:
        first = self._leading(parts, driver)
        if first is None:
            return self.table, self._in_table(parts, driver)
        keys = first.keys.subquery()
        rest = [_by_no_index(part.holds) for part in parts if part is not first]
        return keys.join(self.table, keys.c[0] == self.table.c.key), [self.state, *rest]

    def _leading(self, parts: Sequence[Part], driver: Part | None) -> Part | None:
        """The condition on other tables whose keys lead to the rows; None where the table itself does."""
        first = driver or self._other(parts)
        return None if first is None or first.own is not None or (driver is None and self._late(first)) else first

    def _in_table(self, parts: Sequence[Part], driver: Part | None) -> list[Condition]:
        """The conditions on rows of the table itself."""
        if driver is None and (other := self._other(parts)) is not None and self._late(other):
            return [self.state, *(part.holds for part in parts)]
        return [self.state, *self._conditions(parts, driver)]

    def _other(self, parts: Sequence[Part]) -> Part | None:
        """The condition that no index of the table finds by, where there is one; of two the one that finds fewer."""
        other = [part for part in parts if part.own is None]
        return min(other, key=lambda part: self._number(part, self.many), default=None)

    def _fewest_of_table(self, parts: Sequence[Part]) -> Part | None:
        """The condition that an index of the table finds fewest by, where others are found by other tables alone."""
        own = [part for part in parts if part.own is not None]
        return self._fewest(own, AT_MOST * self.many)[0] if 0 < len(own) < len(parts) else None

    def _late(self, part: Part) -> bool:
        """Whether so many rows of other tables lead to its keys that rows are sooner looked at one by one."""
        if part.sized is None:
            return False
        return part.gathered is None or self._number(part, 4 * self.many) >= 4 * self.many

    def _driver(self, parts: Sequence[Part]) -> Part | None:
        """The condition that finds fewest; None where each finds many."""
        return self._fewest(parts)[0] if parts else None

    def _fewest(self, parts: Sequence[Part], most: int | None = None) -> tuple[Part | None, int]:
        """The condition that finds fewest (None: each finds many, `most` or more), and how many."""
        most = most or (self.many if len(parts) > 1 else self.few)
        sizes = [self._number(part, most) for part in parts]
        least = min(sizes)
        return parts[sizes.index(least)] if least < most else None, least

    def _conditions(self, parts: Sequence[Part], driver: Part | None) -> Iterator[Condition]:
        for part in parts:
            late = part.sized is not None and part.gathered is None and len(parts) > 1
            if late if driver is None else driver is not part:
                yield part.holds if driver is None else _by_no_index(part.holds)
            else:
                yield next((c for c in (part.own, part.gathered) if c is not None), self.table.c.key.in_(part.keys))

    def _number(self, part: Part, most: int) -> int:
        """About how many rows a condition finds, up to `most`; each is counted once."""
        number, upto = self.counted.get(part, (0, 0))
        if number >= upto and upto < most:
            if part.told is not None:
                number, upto = int(self.connection.scalar(part.told) or 0), ALL
            else:
                number, upto = self._size(part.keys if part.sized is None else part.sized, most), most
            self.counted[part] = number, upto
        return min(number, most)

    def _keys(self, found: sa.Select[Any]) -> list[int]:
        return list(self.connection.scalars(found))

    def _size(self, found: sa.Select[Any], most: int | None) -> int:
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


def states(table: sa.Table, as_of: datetime | None) -> list[tuple[Condition, list[Part]]]:
    """What holds now; or what held at a moment and still does, and what ended since: each has indexes of its own."""
    ended = table.c.superseded
    if as_of is None:
        return [(ended.is_(None), [])]
    then, since = table.c.recorded <= as_of, ended > as_of
    of_these = Part(sa.select(table.c.key).where(since), since, since)
    return [(ended.is_(None) & then, []), (ended.is_not(None) & then & since, [of_these])]


def of_a_run(table: sa.Table) -> list[tuple[Condition, list[Part]]]:
    """What holds now and what ended: runs are asked for both."""
    return [(table.c.superseded.is_(None), []), (table.c.superseded.is_not(None), [])]


def ordered(of: Any, order: Order) -> list[sa.ColumnElement[Any]]:
    """An order over columns of a table or a subquery."""
    return [_down(of[name[1:]]) if name.startswith("-") else of[name] for name in order]


def _equal(one: Condition) -> bool:
    """Whether it is that a column has a value."""
    return isinstance(one, sa.BinaryExpression) and one.operator is eq and isinstance(one.left, sa.Column)


def _by_no_index(one: Condition) -> Condition:
    """The same condition, but nothing to find rows by where it is that a column has one of some values."""
    if isinstance(one, sa.BooleanClauseList) and one.operator is and_:
        return sa.and_(*(_by_no_index(part) for part in one.clauses))
    if not isinstance(one, sa.BinaryExpression) or one.operator not in (eq, in_op):
        return one
    if not isinstance(one.left, sa.Column) or not isinstance(one.left.type, sa.Text):
        return one
    return sa.BinaryExpression(one.left.concat(""), one.right, one.operator, type_=one.type)


def _down(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return column.desc().nulls_last() if column.name in ("day", "killed_best") else column.desc()
