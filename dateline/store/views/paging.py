"""Pages of rows in an order: the next ones behind a place in it, whatever came or went meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.errors import InputError
from dateline.store.views.columns import Columns, Mask

After = tuple[int, int]
"""A place in an order: the value there and the key of the row."""
Order = Callable[[Columns], NDArray[np.int64]]

FINE = 1_000_000
"""Steps of a confidence."""
MOST_KILLED = 2**28
"""More than that are no more than that in the order by it."""


def _day(table: Columns) -> NDArray[np.int64]:
    return table.day.astype(np.int64)


def _recorded(table: Columns) -> NDArray[np.int64]:
    return table.key


def _sure(table: Columns) -> NDArray[np.int64]:
    return np.rint(table.numbers["weight"].astype(np.float64) * FINE).astype(np.int64)


def unsure(table: Columns) -> NDArray[np.int64]:
    """The least confident highest."""
    return -_sure(table)


def _origins(table: Columns) -> NDArray[np.int64]:
    return (table.numbers["weight"].astype(np.int64) << 33) + table.day


def _killed(table: Columns) -> NDArray[np.int64]:
    told = np.nan_to_num(table.numbers["killed"].astype(np.float64), nan=-1.0)
    return (np.minimum(told, MOST_KILLED).astype(np.int64) << 33) + table.day


EVENT_ORDERS: Mapping[str, Order] = {"day": _day, "sure": _sure, "unsure": unsure, "recorded": _recorded}
INCIDENT_ORDERS: Mapping[str, Order] = {
    "day": _day, "origins": _origins, "killed": _killed, "recorded": _recorded,
}  # fmt: skip
"""What each order goes down by; rows with the same value go down by key."""


def page(
    table: Columns, mask: Mask, order: str, orders: Mapping[str, Order], *, limit: int, after: After | None
) -> tuple[list[int], After | None]:
    """Keys of the next rows, and the place behind them where there are more; InputError for an unknown order."""
    if order not in orders:
        raise InputError(f"{order!r} is no order; there are {', '.join(orders)}")
    value = orders[order](table)
    if after is not None:
        mask = mask & ((value < after[0]) | ((value == after[0]) & (table.key < after[1])))
    rows = np.nonzero(mask)[0]
    if len(rows) > limit + 1:
        least = np.partition(value[rows], -(limit + 1))[-(limit + 1)]
        rows = rows[value[rows] >= least]
    rows = rows[np.lexsort((-table.key[rows], -value[rows]))]
    shown = rows[:limit]
    more = (int(value[shown[-1]]), int(table.key[shown[-1]])) if len(rows) > limit else None
    return [int(k) for k in table.key[shown]], more
