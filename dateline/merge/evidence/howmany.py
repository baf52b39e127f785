"""How many: counts of one thing that agree, come close or cannot both be."""

from __future__ import annotations

import math

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.records.resolved import Count

FACTOR = 4.0
"""How many times one count has to be the other until they speak fully against each other."""
NOT_COUNTED = frozenset({"other", "money"})


def howmany(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of counts: the best pair of one thing decides."""
    first, second = _counted(one), _counted(two)
    if not first or not second:
        return [("counts told in one", 1.0)] if first or second else []
    found: list[Signal] = [("counts told in both", 1.0)]
    pairs = [(agreement(a, b), a, b) for a in first for b in second if a.what == b.what]
    if not pairs:
        return found
    best, a, b = max(pairs, key=lambda x: (x[0], x[1].piece.span, x[2].piece.span))
    if best > 0:
        found.append(("same count", best, _agree, (a, b)))
    elif best < 0:
        found.append(("other count", -best, _against, (a, b)))
    if (least := min([x[0] for x in pairs])) < 0:
        found.append(("other counts among them", -least))
    found.append(("one thing counted", 1.0))
    return found


def _counted(some: Profile) -> list[Count]:
    return [c for c in some.counts if c.what not in NOT_COUNTED]


def _agree(a: Count, b: Count) -> str:
    return f"{a.what} {a.piece.text} and {b.piece.text} agree"


def _against(a: Count, b: Count) -> str:
    return f"{a.what} {a.piece.text} against {b.piece.text}"


def agreement(one: Count, two: Count) -> float:
    """From -1 (cannot both be) to 1 (the same number, and a large one)."""
    if _none(one) != _none(two):
        return -min(1.0, math.log1p(_low(one) + _low(two)) / math.log(10))
    if (one.min, one.max) == (two.min, two.max):
        return min(1.0, 0.3 + math.log1p(_low(one)) / 5)
    gap = _apart(one, two)
    return 0.3 if gap <= 1 else 0.1 - min(1.1, math.log(gap) / math.log(FACTOR))


def _none(count: Count) -> bool:
    return count.max == 0


def _low(count: Count) -> float:
    return max(0, count.min if count.min is not None else (count.max or 0))


def _apart(one: Count, two: Count) -> float:
    """How many times the lower bound of the larger count is the upper bound of the smaller; 1 where they overlap."""
    small, large = sorted((one, two), key=lambda c: (_low(c), c.max or math.inf))
    top = small.max if small.max is not None else math.inf
    return _low(large) / max(top, 1.0) if top < _low(large) else 1.0
