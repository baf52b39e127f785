"""Which rows fit come first in an order, and how many there are, by whatever is the least work.

What many rows fit is found soonest by going through them in their order; what few fit, by the index of the condition
that finds fewest, with the others looked at row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

Order = tuple[str, ...]
"""Columns; "-" before a name goes down. Of them only days may be missing: those come last."""
Condition = sa.ColumnElement[bool]

ALL = 2**62
"""More rows than there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """One condition in the two forms in which it is asked for.

    `keys` are those of the rows it finds, whether or not they hold now; `holds` looks at one row, and for what is no
    column of it at the rows beside it. `own` is what an index of the table itself finds it by, `gathered` what else
    does, where that is sooner done than to look for the keys. `sized` are rows that are about as many as `keys`, where
    those are sooner counted.
    """

    keys: sa.Select[Any]
    holds: Condition
    own: Condition | None = None
    gathered: Condition | None = None
    sized: sa.Select[Any] | None = None
    known: bool = False
    """Whether `keys` are those of rows in the state that is searched alone."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How rows are read as they come, some maybe several times: from `source`, under the conditions `where`.

    `gathered` are the conditions under which all of them are sooner found, `sized` rows that are no fewer.
    """

    source: sa.FromClause
    where: Sequence[Condition]
    gathered: Sequence[Condition]
    sized: sa.Select[Any] | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Rows in one `state`; `tight` are the conditions that leave the order to an index, `parts` the others.

    `ahead` are the numbers of rows that are gone through in their order before indexes are asked. Up to `few` rows that
    one condition finds are sooner looked at than others in their order; from `many` on it makes no difference how many.
    """

    connection: sa.Connection
    table: sa.Table
    state: Condition
    tight: Sequence[Condition]
    parts: Sequence[Part]
    ahead: Sequence[int]
    few: int
    many: int

    def first(self, order: Order, number: int) -> list[int]:
        """The keys of the first rows in an order."""
        key = self.table.c.key
        rows = sa.select(key).where(self.state, *self.tight).order_by(*ordered(self.table.c, order))
        if not self.parts:
            return self._keys(rows.limit(number))
        driver, least = self._fewest(self.parts)
        for ahead in self.ahead if least >= self.few else ():
            among = rows.limit(ahead)
            fit = sa.select(key).where(key.in_(among), *(part.holds for part in self.parts))
            keys = self._keys(fit.order_by(*ordered(self.table.c, order)).limit(number))
            if len(keys) >= number or self._size(among, ahead) < ahead:
                return keys
        if driver is None and self.tight:
            return self._keys(rows.where(*self._conditions(self.parts, None)).limit(number))
        found = sa.select(*(self.table.c[name.lstrip("-")] for name in order))
        fit = found.where(self.state, *self.tight, *self._conditions(self.parts, driver))
        every = fit.limit(ALL).subquery()  # else the rows would be gone through again in their order, to the end
        return self._keys(sa.select(every.c.key).order_by(*ordered(every.c, order)).limit(number))

    def count(self, most: int | None) -> int:
        """How many there are, up to `most`."""
        key, parts = self.table.c.key, self._all()
        if len(parts) == 1 and parts[0].known:
            keys = parts[0].keys.subquery()
            return self._size(sa.select(keys.c[0]).distinct(), most)
        driver = self._driver(parts)
        if most is None:  # what one condition finds is gathered first: sooner to the end, later to the first
            return self._size(sa.select(key).where(self.state, *self._conditions(parts, driver)), most)
        source, where = self._source(parts, driver)
        return self._size(sa.select(key).distinct().select_from(source).where(*where), most)

    def ways(self) -> Ways:
        """How the rows are best read together with others."""
        parts = self._all()
        driver = self._driver(parts)
        least = driver or parts[0]  # without a condition nobody asks
        gathered = [self.state, *self._conditions(parts, driver)]
        return Ways(*self._source(parts, driver), gathered, least.keys if least.sized is None else least.sized)

    def _all(self) -> list[Part]:
        """Also the conditions that leave the order to an index, as one."""
        tight = sa.and_(sa.true(), *self.tight)
        keys = sa.select(self.table.c.key).where(self.state, tight)
        return [*([Part(keys, tight, tight)] if self.tight else []), *self.parts]

    def _source(self, parts: Sequence[Part], driver: Part | None) -> tuple[sa.FromClause, list[Condition]]:
        other = [part for part in parts if part.own is None]
        if driver is not None or len(other) != 1:
            return self.table, [self.state, *self._conditions(parts, driver)]
        if other[0].sized is not None:  # its keys come late
            return self.table, [self.state, *(part.holds for part in parts)]
        keys = other[0].keys.subquery()
        rest = [part.holds for part in parts if part.own is not None]
        return keys.join(self.table, keys.c[0] == self.table.c.key), [self.state, *rest]

    def _driver(self, parts: Sequence[Part]) -> Part | None:
        """The condition that finds fewest; None where each finds many."""
        return self._fewest(parts)[0] if parts else None

    def _fewest(self, parts: Sequence[Part]) -> tuple[Part | None, int]:
        """The condition that finds fewest (None: each finds many), and how many."""
        most = self.many if len(parts) > 1 else self.few
        sizes = [self._size(part.keys if part.sized is None else part.sized, most) for part in parts]
        least = min(sizes)
        return parts[sizes.index(least)] if least < most else None, least

    def _conditions(self, parts: Sequence[Part], driver: Part | None) -> Iterator[Condition]:
        for part in parts:
            late = part.sized is not None and part.gathered is None and len(parts) > 1
            if late if driver is None else driver is not part:
                yield part.holds
            else:
                yield next((c for c in (part.own, part.gathered) if c is not None), self.table.c.key.in_(part.keys))

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


def _down(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return column.desc().nulls_last() if column.name == "day" else column.desc()
