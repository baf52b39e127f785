"""When: windows of days against windows of days, each as wide as its precision."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Days, Profile

EXACT = 1
"""Days beyond the first up to which a window is a day for our purposes (zones of time, nights)."""
FAR = 3.0
"""Days between two dates from which they speak fully against each other."""
FAR_IF_GUESSED = 14.0
WIDE = 6.0
"""Logarithm of a year in days: wider windows tell no less."""
_SIGN = {"same days": 2.0, "days may agree": 1.0, "other day": -2.0, "other days": -2.0, "days may differ": -1.0}


def when(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of time: the best pair of windows decides."""
    found = [_pair(a, b) for a in one.days for b in two.days]
    stated = any(d.stated for d in one.days) + any(d.stated for d in two.days)
    if stated:
        yield Signal("days told in one" if stated == 1 else "days told in both", 1.0)
    if not found:
        return
    yield max(found, key=lambda s: (_SIGN[s.name] * s.value, s.words))
    widest = min(max(a.width, b.width) for a in one.days for b in two.days)
    yield Signal("width of days", min(1.0, math.log1p(widest) / WIDE))
    exact = {(d.first, d.last) for d in one.days if d.stated and d.width <= EXACT}
    if not exact.isdisjoint((d.first, d.last) for d in two.days if d.stated):
        yield Signal("one exact day", 1.0)


def _pair(a: Days, b: Days) -> Signal:
    gap = max((a.first - b.last).days, (b.first - a.last).days)
    both = a.stated and b.stated
    if gap <= 0:
        close = 1 / (1 + max(a.width, b.width) / 3)
        return Signal("same days" if both else "days may agree", close, f"{told(a)} and {told(b)} agree")
    against = f"{told(a)} against {told(b)}"
    if both and max(a.width, b.width) <= EXACT:
        return Signal("other day", min(1.0, gap / FAR), against)
    if both:
        return Signal("other days", min(1.0, gap / (FAR + max(a.width, b.width) / 2)), against)
    return Signal("days may differ", min(1.0, gap / FAR_IF_GUESSED), against)


def told(days: Days) -> str:
    """A window of days in words."""
    span = days.first.isoformat() if days.first == days.last else f"{days.first} to {days.last}"
    return span if days.stated else f"about {span} (not told)"
