"""When: windows of days against windows of days, each as wide as its precision."""

from __future__ import annotations

import math

from dateline.merge.evidence.signal import Signal, words
from dateline.merge.profile import Days, Profile

EXACT = 1
"""Days beyond the first up to which a window is a day for our purposes (zones of time, nights)."""
FAR = 3.0
"""Days between two dates from which they speak fully against each other."""
FAR_IF_GUESSED = 14.0
WIDE = 6.0
"""Logarithm of a year in days: wider windows tell no less."""
_SIGN = {"same days": 2.0, "days may agree": 1.0, "other day": -2.0, "other days": -2.0, "days may differ": -1.0}


def when(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of time: the best pair of windows decides."""
    stated = any([d.stated for d in one.days]) + any([d.stated for d in two.days])
    found: list[Signal] = []
    if stated:
        found.append(("days told in one" if stated == 1 else "days told in both", 1.0))
    if not one.days or not two.days:
        return found
    pairs = [_pair(a, b) for a in one.days for b in two.days]
    found.append(pairs[0] if len(pairs) == 1 else max(pairs, key=lambda s: (_SIGN[s[0]] * s[1], words(s))))
    widest = min([max(a.width, b.width) for a in one.days for b in two.days])
    found.append(("width of days", min(1.0, math.log1p(widest) / WIDE)))
    exact = {(d.first, d.last) for d in one.days if d.stated and d.width <= EXACT}
    if exact and not exact.isdisjoint([(d.first, d.last) for d in two.days if d.stated]):
        found.append(("one exact day", 1.0))
    return found


def _pair(a: Days, b: Days) -> Signal:
    gap = max((a.first - b.last).days, (b.first - a.last).days)
    both = a.stated and b.stated
    if gap <= 0:
        close = 1 / (1 + max(a.width, b.width) / 3)
        return ("same days" if both else "days may agree", close, _agree, (a, b))
    if both and max(a.width, b.width) <= EXACT:
        return ("other day", min(1.0, gap / FAR), _against, (a, b))
    if both:
        return ("other days", min(1.0, gap / (FAR + max(a.width, b.width) / 2)), _against, (a, b))
    return ("days may differ", min(1.0, gap / FAR_IF_GUESSED), _against, (a, b))


def _agree(a: Days, b: Days) -> str:
    return f"{told(a)} and {told(b)} agree"


def _against(a: Days, b: Days) -> str:
    return f"{told(a)} against {told(b)}"


def told(days: Days) -> str:
    """A window of days in words."""
    span = days.first.isoformat() if days.first == days.last else f"{days.first} to {days.last}"
    return span if days.stated else f"about {span} (not told)"
