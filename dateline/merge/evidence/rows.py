"""Evidence that is numbers, weighed for all pairs of an article at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
BLOCK = 1024
"""Pairs whose numbers are worked out at once: as many as stay in the cache of a processor."""


def blocks(size: int) -> Iterator[tuple[slice, slice]]:
    """Some of so many passages after the other, each time with all up to the last of them."""
    step = max(1, BLOCK // max(1, size))
    for at in range(0, size, step):
        yield slice(at, at + step), slice(0, at + step)


def sum_of(strengths: Mapping[str, Numbers], weights: Mapping[str, float]) -> Numbers:
    """What signals of many pairs add, each by its weight, 0 for those without."""
    total = np.zeros(())
    for name, strength in strengths.items():
        total = total + weights.get(name, 0.0) * strength
    return total
