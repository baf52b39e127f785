"""Spans against spans: what counts as found when words need only overlap."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]


def overlap(one: Range, other: Range) -> bool:
    """True where two half-open ranges share a character."""
    return one[0] < other[1] and other[0] < one[1]


def hits(gold: Sequence[Range], found: Sequence[Range]) -> int:
    """How many gold ranges are overlapped by a found one, one to one, in order."""
    free = list(found)
    count = 0
    for want in gold:
        got = next((f for f in free if overlap(want, f)), None)
        if got is not None:
            free.remove(got)
            count += 1
    return count
