"""Holidays and 11 September: "last Christmas", "the week of Easter", "the 9/11 attacks"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.resolve.when import periods
from dateline.resolve.when.cues import DEEDS, MISSIONS, SCENES_OF_2001
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.holidays import holiday, is_exact
from dateline.resolve.when.periods import Period, day_of
from dateline.resolve.when.reading import Reading, dated, unresolved
from dateline.resolve.when.rules.pieces import YEAR, no_year, year_basis, year_of

_ON_THE_DAY, _SOON_AFTER = 1, 30
"""Days after 11 September in which several attacks may be new ones; the day itself and its morrow recall the old."""

_NAMED_WITHIN = 6
"""Words within which "the U.S. special mission compound" says what was attacked."""


def _holiday(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: a feast is of the year that is told, else of the year next to what it is counted from."""
    key = str(hit.value("name"))

    def made(year: int) -> Period | None:
        days = holiday(key, year)
        if days is None:
            return None
        grain = "day" if days[0] == days[1] else "range"
        timex = days[0].isoformat() if grain == "day" else f"{days[0]}/{days[1]}"
        return Period(*days, grain, timex)

    if hit.has("year") or hit.has("reldet"):
        year = year_of(hit, frame)
        found = None if year is None or not 1 < year < 9998 else made(year)
        return dated(found, year_basis(hit, frame)) if found else None
    now = frame.now()
    if hit.has("rel") and now is not None:
        found = near(made, now[0], hit.word("rel"))
        return dated(found, now[1]) if found else None
    chosen = frame.yearly(hit, made)
    if chosen is None:
        return unresolved(None if is_exact(key) else "XXXX")
    if hit.has("unit"):
        around = periods.weekend if hit.word("unit") == "weekend" else periods.week
        return dated(around(chosen[0].start), chosen[1])
    return dated(*chosen)


def near(made: Callable[[int], Period | None], anchor: date, word: str) -> Period | None:
    """The period that is made of a year, last before the anchor, next after it, or of its year, as the word says."""
    choices = [found for shift in (-1, 0, 1) if (found := made(anchor.year + shift))]
    if word in {"last", "past"}:
        return next((p for p in reversed(choices) if p.end < anchor), None)
    if word in {"next", "coming"}:
        return next((p for p in choices if p.start > anchor), None)
    return made(anchor.year)


def _nine_eleven(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The 11th anniversary of 9/11" is in 2012, "the anniversary of 9/11" the one that the sentence means.

    "The 9/11 attacks" are those of 2001 whatever their anniversary.
    """
    steps = 3 if hit.before() == "the" else 2
    if hit.after() in DEEDS:
        return dated(periods.day(date(2001, 9, 11)), "explicit")
    if hit.before(steps) == "anniversary" and hit.before(steps - 1) == "of":
        if number := re.match(r"\d+", hit.before(steps + 1)):
            return dated(periods.day(date(2001 + int(number.group()), 9, 11)), "explicit")
        chosen = frame.yearly(hit, lambda year: day_of(year, 9, 11))
        return dated(*chosen) if chosen else no_year("09-11")
    return dated(periods.day(date(2001, 9, 11)), "explicit")


def is_2001(hit: Hit, frame: Frame) -> bool:
    """Rule: "the Sept. 11 attacks" are those of 2001, unless the text was written soon after a later 11 September.

    Of one attack that is so only where the year of writing has had no such day yet.
    """
    if frame.today is None:
        return False
    since = (frame.today - date(frame.today.year, 9, 11)).days % 365
    steps = 2 if hit.after() in {"terror", "terrorist"} else 1
    if _elsewhere(hit, steps + 1):
        return False
    known = hit.after(steps) in {"attacks", "attackers", "hijackers", "hijackings"}
    if known and not _ON_THE_DAY < since <= _SOON_AFTER:
        return True
    if not hit.after().startswith(("attacks", "terror", "hijack")):
        return False
    return (frame.today - date(2001, 9, 11)).days >= 0 and (frame.today.month, frame.today.day) < (9, 11)


def _elsewhere(hit: Hit, steps: int) -> bool:
    """True where the words so many steps behind name no scene of 2001: "attacks on the U.S. consulate"."""
    led = hit.after(steps)
    if led not in {"on", "in", "at", "against"}:
        return False
    at = steps + (2 if hit.after(steps + 1) in {"the", "a", "an", "our"} else 1)
    if hit.after(at) in SCENES_OF_2001:
        return any(hit.after(n) in MISSIONS for n in range(at + 1, at + _NAMED_WITHIN))
    return led == "on" or hit.tokens.raw(hit.last + at - 1)[:1].isupper()


RULES = (
    Rule(
        "holiday",
        f"(rel:(last|past|this|next|coming) | year:yearno)? name:holiday {YEAR}?",
        _holiday,
        "holiday",
    ),
    Rule("week of a holiday", "name:holiday unit:(week|weekend)", _holiday, "holiday"),
    Rule("9/11", "nine_eleven", _nine_eleven, "nine_eleven"),
)
