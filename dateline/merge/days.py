"""The days that a passage tells its act to have been on: those of its time expression, weighed against publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dateline.fixed import fixed
from dateline.records.event import REAL, Event
from dateline.records.resolved import When

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
LATELY = timedelta(days=2)
"""How far back an event lies that a report tells without a date."""
SOON = timedelta(days=30)
"""How far ahead an act lies that is planned without a date."""
ELEVENTH = date(2001, 9, 11)
MORROW, REMEMBERED = 1, 60
"""Days after a later 11 September from and up to which "9/11" may be that one as well; on the day itself and its morrow
all recall the first.
"""
_COUNTED_BACK = re.compile(
    r"\b(?:last|past|ago|before|earlier|previous|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
"""Words of a time that is no bare weekday or hour."""
_OF_2001 = re.compile(r"2001|\bsince\b|\bpost\b|\A-", re.IGNORECASE)
"""What tells that "9/11" is that of 2001: its year, or what has come after it ("post-9/11")."""


@fixed(order=True)
class Days:
    """When something happened, as the first and last day it can have been; `stated` False where that is a guess."""

    first: date
    last: date
    stated: bool

    @property
    def width(self) -> int:
        """Days beyond the first."""
        return (self.last - self.first).days


def days_told(event: Event, published: str) -> tuple[Days, ...]:
    """The days that the time of an event can mean, none where it tells no day of the act.

    What has happened was not on a day after publication, but for the next day, which begins earlier elsewhere. A bare
    weekday or hour that was six days before publication may be of that next day as well, and "9/11" of a later 11
    September that was not long ago.
    """
    found = stated_days(event.when, published)
    if event.when is None or found is None:
        return ()
    day = day_of(published)
    if day is None:
        return (found,)
    if event.status in REAL and found.first > day + DAY:
        return ()
    following = found.first + WEEK
    if found.width == 0 and following == day + DAY and _bare(event.when):
        return (found, Days(following, following, stated=True))
    if later := _later_eleventh(event.when, found, day):
        return (found, Days(later, later, stated=True))
    return (found,)


def _later_eleventh(when: When, found: Days, published: date) -> date | None:
    """The 11 September shortly before publication, where "9/11" was read as that of 2001 without its year."""
    if not found.first == found.last == ELEVENTH or _OF_2001.search(when.piece.text):
        return None
    this = ELEVENTH.replace(year=published.year)
    last = this if this <= published else ELEVENTH.replace(year=published.year - 1)
    return last if last > ELEVENTH and MORROW < (published - last).days <= REMEMBERED else None


def _bare(when: When) -> bool:
    """True for "on Sunday" or "at 9 a.m.", reckoned from publication; False for a date and what is counted back."""
    return when.basis != "explicit" and _COUNTED_BACK.search(when.piece.text) is None


def stated_days(when: When | None, published: str = "") -> Days | None:
    """The days that a time expression tells; one that is open to the end reaches to the day of publication."""
    if when is None:
        return None
    first, last = when.start or when.end, when.end
    if first is None:
        return None
    if last is None:
        last = max(first, date.fromisoformat(published[:10])) if published and published != "9999" else first
    return Days(min(first, last), max(first, last), stated=True)


def guessed(statuses: Sequence[str], published: date | None) -> tuple[Days, ...]:
    """The days of what a report tells without a date: shortly before it, for planned acts after it."""
    if published is None:
        return ()
    ahead = SOON if set(statuses) <= {"planned", "hypothetical"} else timedelta(0)
    return (Days(published - LATELY, published + ahead, stated=False),)


@lru_cache(maxsize=1024)
def day_of(given: str) -> date | None:
    """The day of publication, where it is known."""
    return date.fromisoformat(given[:10]) if given[:4].isdigit() and given != "9999" else None
