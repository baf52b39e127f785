"""What a measurement says: a value with its interval, and the sampling that gives the interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
Rate = Callable[[Counts], Counts]
"""Sums of counts (..., k) to a value (...)."""

DRAWS = 1000
"""Samples a bootstrap interval rests on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value: `low` to `high` is the 95 % bootstrap interval over documents, `n` what was counted.

    `noise` is the standard error; `better` is "higher" or "lower"; a figure that is not `pinned` has no floor (too
    few items for one). `unit` is "%" or words.
    """

    name: str
    value: float
    low: float
    high: float
    noise: float
    n: int
    unit: str = "%"
    better: str = "higher"
    pinned: bool = True


def percent(part: int, whole: int) -> Rate:
    """100 * column `part` / column `whole`."""
    return lambda c: 100 * c[..., part] / np.maximum(c[..., whole], 1e-9)


def f1(hits: int, found: int, gold: int) -> Rate:
    """The F1 of the columns of hits, of what was found and of what is in the gold, in per cent."""
    return lambda c: 200 * c[..., hits] / np.maximum(c[..., found] + c[..., gold], 1e-9)


def measured(
    name: str,
    documents: Sequence[Sequence[float]],
    rate: Rate,
    n: int,
    *,
    unit: str = "%",
    better: str = "higher",
    pinned: bool = True,
) -> Figure:
    """The value over all documents (rows of counts), with the interval from drawing documents with replacement."""
    table = np.asarray(documents, dtype=np.float64)
    value = float(rate(table.sum(0)))
    draws = np.random.default_rng(20).integers(0, len(table), (DRAWS, len(table)))
    sampled = rate(np.stack([table[d].sum(0) for d in draws]))
    low, high = np.percentile(sampled, (2.5, 97.5))
    digits = 1 if unit == "%" else 3
    low, high, noise = (round(float(x), digits) for x in (low, high, sampled.std()))
    return Figure(name, round(value, digits), low, high, noise, n, unit, better, pinned)
