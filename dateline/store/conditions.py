"""The rows that are searched under some conditions, and about how many each condition finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from dateline.store import keysets
from dateline.store.keysets import Mask
from dateline.store.parts import ALL, Condition, Order, Part, by_no_index, equal, ordered
from dateline.store.states import State


@dataclass(frozen=True, slots=True)
class Conditions:
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
    sets: dict[Part, Mask] = field(default_factory=dict, init=False)
    """The sets that were made."""

    def every_part(self) -> list[Part]:
        """Also the conditions that leave the order to an index, as one."""
        tight = sa.and_(sa.true(), *self._by_one_index())
        keys = sa.select(self.table.c.key).where(self.state.whole.holds, tight)
        return [*([Part(keys, tight, tight, known=True)] if self.tight else []), *self.parts]

    def in_order(self, order: Order, *where: Condition) -> sa.Select[tuple[int]]:
        """The keys of all rows under conditions and those that leave the order to an index."""
        found: sa.Select[tuple[int]] = sa.select(self.table.c.key).where(*where, *self._by_one_index())
        return found.order_by(*ordered(self.table.c, order))

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

    def set_of(self, part: Part) -> Mask:
        """The set of the rows of one condition."""
        if part not in self.sets:
            self.sets[part] = self._set_of(part)
        return self.sets[part]

    def _set_of(self, part: Part) -> Mask:
        if part.whole is not None:
            return part.whole()
        if part.others is not None:
            return ~keysets.mask(self.connection, self.table, part.others)
        return keysets.mask(self.connection, self.table, part.keys)

    def least(self, parts: Sequence[Part], most: int) -> tuple[Part, int]:
        """The condition that finds fewest, and how many, up to `most`: of equal ones the first."""
        best, least = parts[0], most + 1
        for part in parts:
            if least and (number := self.number(part, most)) < least:
                best, least = part, number
        return best, least

    def number(self, part: Part, most: int) -> int:
        """About how many rows a condition finds, up to `most`; each is counted once."""
        number, upto = self.counted.get(part, (0, 0))
        if number >= upto and upto < most:
            if part.scanned:
                number, upto = int(self.set_of(part).sum()), ALL
            elif part.told is not None:
                number, upto = int(self.connection.scalar(part.told) or 0), ALL
            elif part.own is None and part.sized is None and most >= self.many:
                number, upto = self._gather(part, most), most
            else:
                number, upto = self.size(part.keys if part.sized is None else part.sized, most), most
            self.counted[part] = number, upto
        return min(number, most)

    def _gather(self, part: Part, most: int) -> int:
        """How many rows of other tables lead to a condition's keys, up to `most`; fewer are its set: to count them
        takes as long.
        """
        keys = keysets.gathered(self.connection, part.keys.limit(most))
        if len(keys) < most and part.whole is None and part not in self.sets:
            self.sets[part] = keysets.of_keys(keys, keysets.size(self.connection, self.table))
        return len(keys)

    def about(self, part: Part) -> int:
        """The same up to `many`, but for what more is known of without counting."""
        return self.number(part, self.many if part.told is None else ALL)

    def size(self, found: sa.Select[Any], most: int | None) -> int:
        """How many rows a query finds, up to `most`."""
        return keysets.number(self.connection, found, most)
