"""Days of the calendar: "Sept. 11, 2001", "26 November", "the first Sunday of May", "March 3-5", "22.03.2013"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.resolve.when import periods
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.holidays import nth_weekday
from dateline.resolve.when.known import known_event
from dateline.resolve.when.periods import Period, day_of, safe_date
from dateline.resolve.when.reading import Reading, dated, repeated, spread
from dateline.resolve.when.rules.holidays import is_2001, near
from dateline.resolve.when.rules.pieces import YEAR, no_year, year_basis, year_behind, year_of
from dateline.resolve.when.rules.weekdays import part_of
from dateline.resolve.word_lists import word_set

_WEEKDAY = "(wd dot? comma? (the | on)?)?"
_OF_DAY = "(the? part:(part|night) of)?"
"""Rule: "the night of Nov. 13", "the morning of 4 May": a part of the day named."""
_BEHIND_DAY = word_set("in at on when as by to with for during after before near and but that which between")
_FRESH = 10
"""Days within which a report is out."""


def month_day(hit: Hit, frame: Frame, part: str = "day") -> Reading | None:
    """The day of a month that the words name, in the year they give or the sentence asks for."""
    number, month = hit.number(part), hit.number("month")
    if safe_date(2000, month, number) is None:
        return None
    if hit.has("reldet") or hit.has("year"):
        year = year_of(hit, frame)
        found = None if year is None else safe_date(year, month, number)
        return dated(periods.day(found), year_basis(hit, frame)) if found else no_year(f"{month:02d}-{number:02d}")
    if hit.has("rel") and (now := frame.now()):
        beside = near(lambda year: day_of(year, month, number), now[0], hit.word("rel"))
        return dated(beside, now[1]) if beside else None
    if (behind := year_behind(hit, month, number)) is not None and safe_date(behind, month, number):
        return dated(periods.day(date(behind, month, number)), "explicit")
    if (month, number) == (9, 11) and is_2001(hit, frame):
        return dated(periods.day(date(2001, 9, 11)), "explicit")
    if part == "day" and (known := known_event(hit, month, number, frame.today)) is not None:
        return dated(periods.day(known), "explicit")
    chosen = frame.yearly(hit, lambda year: day_of(year, month, number))
    return dated(*chosen) if chosen else no_year(f"{month:02d}-{number:02d}")


def _day_or_part(hit: Hit, frame: Frame) -> Reading | None:
    found, suffix = month_day(hit, frame), part_of(hit)
    return replace(found, timex=f"{found.timex}{suffix}", kind="TIME") if found and suffix else found


def _nth_weekday(hit: Hit, frame: Frame) -> Reading | None:
    """The day of "the first Sunday of May", "the last day of June"; "the first Monday of each month" is a set."""
    if hit.has("each"):
        return repeated(f"XXXX-XX-WXX-{hit.number('day') + 1}")
    number = -1 if hit.word("n") in {"last", "final"} else hit.number("n", 1)
    month = hit.number("month")

    def made(year: int) -> Period | None:
        if hit.has("any"):
            whole = periods.month(year, month)
            return periods.day(whole.end if number < 0 else whole.start)
        found = nth_weekday(year, month, hit.number("day"), number)
        return periods.day(found) if found.month == month else None

    if hit.has("year") or hit.has("reldet"):
        known = year_of(hit, frame)
        found = made(known) if known is not None and 1 <= known <= 9998 else None
        return dated(found, year_basis(hit, frame)) if found else no_year(f"{month:02d}")
    chosen = frame.yearly(hit, made)
    return dated(*chosen) if chosen else no_year(f"{month:02d}")


def _nth_guard(hit: Hit) -> bool:
    return hit.word("n") in {"last", "final"} or 1 <= hit.number("n", 1) <= 5


def _day_range(hit: Hit, frame: Frame) -> Reading | None:
    first, last = month_day(hit, frame, "day"), month_day(hit, frame, "until")
    if first is None or last is None or last.start is None or first.anchor is None or last.anchor is None:
        return first
    if first.anchor.start >= last.anchor.start:
        return None
    return spread(first.anchor, last.anchor, first.basis)


def _range_guard(hit: Hit) -> bool:
    """Rule: "Between March 3 and 5", "on Sept. 11 and 12, 2012": the second number counts nothing else."""
    if hit.word("join") != "and" or hit.before() == "between" or hit.has("year"):
        return True
    return not hit.after()[:1].isalnum() or hit.after() in _BEHIND_DAY


def _day_guard(hit: Hit) -> bool:
    return 1 <= hit.number("day") <= 31 and hit.after() not in {"%", "percent"}


def _iso(hit: Hit, _: Frame) -> Reading | None:
    parts = [int(part) for part in str(hit.value("date")).replace("/", "-").split("-")]
    found = safe_date(*parts)
    return dated(periods.day(found), "explicit") if found else None


def _iso_week(hit: Hit, _: Frame) -> Reading | None:
    year, number = str(hit.value("date")).split("-W")
    try:
        return dated(periods.week(date.fromisocalendar(int(year), int(number), 1)), "explicit")
    except ValueError:
        return None


def _figures(hit: Hit, frame: Frame) -> Reading | None:
    """3/22/2013 as in the United States unless that is impossible; with dots or dashes the day comes first.

    Rule: Where only one of two possible days is near the day of writing and not behind it, it is that one.
    """
    text = str(hit.value("date"))
    one, two, year = (int(part) for part in re.split("[./-]", text))
    if year < 100:
        year += 1900 if year > 50 else 2000
    orders = [(one, two), (two, one)] if "/" in text else [(two, one), (one, two)]
    found = [day for month, number in orders if (day := safe_date(year, month, number))]
    if frame.today is not None:
        today = frame.today
        found.sort(key=lambda day: not -1 <= (today - day).days <= _FRESH)
    return dated(periods.day(found[0]), "explicit") if found else None


RULES = (
    Rule(
        "month day year",
        f"{_OF_DAY} {_WEEKDAY} month:mon dot? the? day:(dayno|ordno) {YEAR}",
        _day_or_part,
        "mon",
        _day_guard,
        "explicit",
    ),
    Rule(
        "day month year",
        f"{_OF_DAY} {_WEEKDAY} the? day:(dayno|ordno|ordword|first|second) of? month:mon dot? {YEAR}",
        _day_or_part,
        "mon",
        _day_guard,
        "explicit",
    ),
    Rule(
        "last year's month day",
        "reldet:(last|this|next) year poss month:mon dot? day:(dayno|ordno)",
        _day_or_part,
        "mon",
        _day_guard,
    ),
    Rule(
        "month day",
        f"{_OF_DAY} (rel:(last|this|next|past) | {_WEEKDAY}) month:mon dot? the? day:(dayno|ordno)",
        _day_or_part,
        "mon",
        _day_guard,
    ),
    Rule(
        "day month",
        f"{_OF_DAY} {_WEEKDAY} (the? day:(dayno|ordno) of? | the? day:(ordword|first|second) of) month:mon",
        _day_or_part,
        "mon",
        _day_guard,
    ),
    Rule(
        "days of a month",
        f"month:mon dot? day:dayno join:(dash|to|and|through) until:dayno {YEAR}?",
        _day_range,
        "mon",
        _range_guard,
    ),
    Rule(
        "days of a month, day first",
        f"day:(dayno|ordno) join:(dash|to|and|through) until:(dayno|ordno) of? month:mon (dot? {YEAR})?",
        _day_range,
        "mon",
        _range_guard,
    ),
    Rule(
        "weekday of a month",
        f"the? n:(first|second|ordword|ordno|last|final) day:weekday (of|in) (month:mon (dot? {YEAR})? "
        "| each:(each|every) month)",
        _nth_weekday,
        "weekday",
        _nth_guard,
    ),
    Rule(
        "edge of a month",
        f"the? n:(first|last|final) any:day of month:mon (dot? {YEAR})?",
        _nth_weekday,
        "day",
    ),
    Rule("iso date", "date:iso", _iso, "iso", None, "explicit"),
    Rule("iso week", "date:isoweek", _iso_week, "isoweek", None, "explicit"),
    Rule("date in figures", "date:numdate", _figures, "numdate", None, "explicit"),
)
