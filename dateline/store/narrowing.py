"""The rows that fit all conditions, by sets of keys.

Where each condition fits many rows and few fit all, testing one row after the other takes long before enough are found.
A test takes as long as gathering several keys from an index, so the sets are gathered and crossed, rarest first, until
so few rows are left that they are sooner tested.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import sqlalchemy as sa

from dateline.store import keysets
from dateline.store.conditions import Conditions
from dateline.store.keysets import Keys, Mask
from dateline.store.parts import ALL, Condition, Order, Part, by_no_index, ordered

TESTS = 16
"""Keys that are gathered in the time of one test of a row; to look at the rows beside it takes twice as long."""
BESIDE = 60
"""Times `few` rows whose rows beside them are sooner looked up than all such are gathered."""
CROSSED = 5_000
"""Rows that one condition finds, up to which it is sooner to cross them with others than to go through all in order."""
SORTED = 20_000
"""Rows up to which it is sooner to sort them than to go through all in their order."""
THROUGH = 5
"""Times the rows of one condition that are gone through in their order before others are gathered."""
BATCH = 250
"""Rows that are tested together as they come in their order, at first; each time twice as many."""
PAGE = 5_000
"""Rows that are gone through in their order at first; each time four times as many."""

BY_DAY = 50_000
"""The same where the index tests a condition: it passes over what does not fit each time."""


def fitting(of: Conditions, parts: Sequence[Part]) -> Mask:
    """The set of the rows under all conditions."""
    parts = [part for part in parts if not part.implied or of.number(part, of.many) < of.many]
    parts = sorted(parts, key=lambda part: (part.others is not None, not _soonest(part), of.about(part)))
    first, *rest = parts or [of.state.whole]
    found, known, late = of.set_of(first), first.known, list[Part]()
    if first.others is not None:  # what does not fit says nothing of keys that no row has
        found = found & keysets.every(of.connection, of.table)
    for part in rest:
        if part.within is not None and TESTS < np.count_nonzero(found) < BESIDE * of.few:
            found, known = keysets.of_keys(part.within(np.flatnonzero(found)), len(found)), known or part.known
        elif _sooner_gathered(of, part, found):
            found, known = found & of.set_of(part), known or part.known
        else:
            late.append(part)
    if not known and _sooner_gathered(of, of.state.whole, found):
        found = found & of.set_of(of.state.whole)
    elif not known:
        late.append(of.state.whole)
    return keysets.of_keys(tested(of, np.flatnonzero(found), late), len(found)) if late else found


def _soonest(part: Part) -> bool:
    """Whether its set is gathered before any other: nothing tests single rows sooner."""
    return part.at_once and part.within is None


def among(of: Conditions, keys: Keys, parts: Sequence[Part], *, by_sets: bool = False) -> Keys:
    """Those of the keys that fit, in their order; `by_sets` of the rows beside them, where there are such."""
    late = list[Part]()
    for part in parts:
        if part.within is not None and part not in of.sets and (by_sets or part.at_once):
            keys = part.within(keys)
        elif part.at_once or part in of.sets:
            keys = keys[of.set_of(part)[keys]]
        else:
            late.append(part)
    return keys[np.isin(keys, tested(of, keys, late))] if late else keys


def tested(of: Conditions, keys: Keys, parts: Sequence[Part]) -> Keys:
    """Those of the keys whose rows fit, in no order."""
    if not len(keys) or not parts:
        return keys
    listed = keysets.listed(of.connection, keys)
    fit = sa.select(of.table.c.key).select_from(listed.join(of.table, of.table.c.key == listed.c.value))
    return keysets.gathered(of.connection, fit.where(*(by_no_index(part.holds) for part in parts)))


def first(of: Conditions, order: Order, number: int) -> list[int]:
    """The keys of the first rows in an order.

    Only the condition that finds fewest rows is gathered, as long as testing the others soon finds enough.
    """
    through = of.in_order(order, of.state.indexed)
    least = min(of.parts, key=lambda part: (part.others is not None, of.number(part, of.many)))
    found = of.set_of(least)
    if not (least.known or of.state.every):
        found = found & of.set_of(of.state.whole)
    if (size := int(np.count_nonzero(found))) > CROSSED:
        late = [part for part in of.parts if part is not least]
        keys = _first_tested(of, through, found, late, number, PAGE, upto=THROUGH * size)
        if keys is not None:
            return keys
    return _first_of(of, order, through, fitting(of, of.parts), number, PAGE)


def first_by_day(of: Conditions, order: Order, number: int) -> list[int]:
    """The keys of the first rows in the order of days, where the indexes that give it test a condition."""
    by_day = [by_no_index(part.holds) for part in of.parts if part.by_day]
    rest = [part for part in of.parts if not part.by_day] + ([] if of.state.every else [of.state.whole])
    through = of.in_order(order, of.state.indexed, *by_day)
    if not rest:
        return list(of.connection.scalars(through.limit(number)))
    keys = _first_tested(of, through, None, rest, number, BY_DAY)
    if keys is not None:
        return keys
    return _first_of(of, order, through, fitting(of, rest), number, BY_DAY, *by_day)


def _first_of(
    of: Conditions, order: Order, through: sa.Select[tuple[int]], found: Mask, number: int, page: int, *where: Condition
) -> list[int]:
    """The keys of the first rows of a set in an order, which `through` gives for all rows; both under `where`."""
    if np.count_nonzero(found) > SORTED:
        return _first_tested(of, through, found, [], number, page) or []
    listed, tight = keysets.listed(of.connection, np.flatnonzero(found)), map(by_no_index, of.tight)
    rows = listed.join(of.table, of.table.c.key == listed.c.value)
    some = sa.select(of.table.c.key).select_from(rows).where(*where, *tight).order_by(*ordered(of.table.c, order))
    return list(of.connection.scalars(some.limit(number)))


def _first_tested(
    of: Conditions,
    through: sa.Select[tuple[int]],
    found: Mask | None,
    parts: Sequence[Part],
    number: int,
    page: int,
    *,
    upto: int = ALL,
) -> list[int] | None:
    """The first keys of a set (None: all) whose rows fit, in the order of a query that goes through all rows.

    None where too many are to be tested for that, or more than `upto` rows to be gone through.
    """
    fit, batch, tests, done = list[int](), BATCH, 0, 0
    while done < upto:
        every = keysets.array(of.connection, through.limit(page).offset(done))
        keys = every if found is None else every[found[every]]
        while len(keys):
            fit += among(of, keys[:batch], parts).tolist()
            if len(fit) >= number:
                return fit[:number]
            tests += len(keys[:batch])
            if parts and tests > of.few:
                return None
            keys, batch = keys[batch:], 2 * batch
        if len(every) < page:
            return fit
        page, done = 4 * page, done + page
    return None


def _sooner_gathered(of: Conditions, part: Part, found: Mask) -> bool:
    """Whether the keys of a condition are sooner gathered than what was found is tested.

    To count many keys takes about as long as to gather them: of more than `many` it is not asked how many they are.
    """
    worth = TESTS * int(np.count_nonzero(found)) * (2 if part.own is None else 1)
    if part.at_once or 2 * worth >= len(found):
        return True
    most = worth if part.told is not None else min(worth, of.many)
    return (of.number(part, most) if part.others is None else of.size(part.others, most)) < most
