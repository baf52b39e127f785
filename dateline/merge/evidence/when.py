"""When: windows of days against windows of days, each as wide as its precision."""

from __future__ import annotations

import math
from itertools import product

from dateline.merge.days import Days
from dateline.merge.evidence.signal import Signal, words
from dateline.merge.profile import Profile

EXACT = 1
"""Days beyond the first up to which a window is a day for our purposes (zones of time, nights)."""
FAR = 3.0
"""Days between two dates from which they speak fully against each other."""
FAR_IF_GUESSED = 14.0
NIGHT = 1 / FAR
"""How far days are apart that a night or another zone of time may explain."""
WELL_APART = "days well apart"
"""The signal of exact days that are told further apart than that."""
WIDE = 6.0
"""Logarithm of a year in days: wider windows tell no less."""
MONTH = 27
"""Days beyond the first from which a window is a month or longer: mostly one of the calendar, with sharp ends."""
SHARP = 0.5
"""How much two such windows that only touch ("in 2013", "in 2014") speak against each other."""
LONG = 60
"""Days between two publications from which only a day that both tell speaks for one happening by itself."""
TELLING = 366
"""Days of a window, above which it tells no day."""
_SIGN = {"same days": 2.0, "days may agree": 1.0, "other day": -2.0, "other days": -2.0, "days may differ": -1.0}
SIGNALS = (
    *("days told in one", "days told in both", *_SIGN),
    *("width of days", "one exact day", "published long apart", WELL_APART),
)
"""All signals of `when`, each of a strength of 1 at most."""


def when(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of time: the best pair of windows decides."""
    stated = any([d.stated for d in one.days]) + any([d.stated for d in two.days])
    found: list[Signal] = []
    if stated:
        found.append(("days told in one" if stated == 1 else "days told in both", 1.0))
    if not one.days or not two.days:
        return found
    pairs = [_pair(a, b) for a in one.days for b in two.days]
    best = pairs[0] if len(pairs) == 1 else max(pairs, key=lambda s: (_SIGN[s[0]] * s[1], words(s)))
    found.append(best)
    if best[0] == "other day" and best[1] > NIGHT:
        found.append((WELL_APART, 1.0))
    widest = min([max(a.width, b.width) for a in one.days for b in two.days])
    found.append(("width of days", min(1.0, math.log1p(widest) / WIDE)))
    exact = {(d.first, d.last) for d in one.days if d.stated and d.width <= EXACT}
    if exact and not exact.isdisjoint([(d.first, d.last) for d in two.days if d.stated]):
        found.append(("one exact day", 1.0))
    if long_apart(one, two):
        found.append(("published long apart", 1.0, "they were published long apart and tell no day in common"))
    return found


def long_apart(one: Profile, two: Profile) -> bool:
    """True where the articles were published more than two months apart and tell no day, month or year in common."""
    first, second = one.published, two.published
    if first is None or second is None or abs((first - second).days) <= LONG:
        return False
    told = ([d for d in story.days if d.stated and d.width <= TELLING] for story in (one, two))
    return not any(a.first <= b.last and b.first <= a.last for a, b in product(*told))


def _pair(a: Days, b: Days) -> Signal:
    gap = max((a.first - b.last).days, (b.first - a.last).days)
    both = a.stated and b.stated
    if gap <= 0:
        close = 1 / (1 + max(a.width, b.width) / 3)
        return ("same days" if both else "days may agree", close, _agree, (a, b))
    if both and max(a.width, b.width) <= EXACT:
        return ("other day", min(1.0, gap / FAR), _against, (a, b))
    if both:
        wide = max(a.width, b.width)
        against = (SHARP if wide >= MONTH else 0.0) + gap / (FAR + wide / 2)
        return ("other days", min(1.0, against), _against, (a, b))
    return ("days may differ", min(1.0, gap / FAR_IF_GUESSED), _against, (a, b))


def _agree(a: Days, b: Days) -> str:
    return f"{told(a)} and {told(b)} agree"


def _against(a: Days, b: Days) -> str:
    return f"{told(a)} against {told(b)}"


def told(days: Days) -> str:
    """A window of days in words."""
    span = days.first.isoformat() if days.first == days.last else f"{days.first} to {days.last}"
    return span if days.stated else f"about {span} (not told)"
