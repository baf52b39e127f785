"""Stretches of the calendar: days, weeks, months … with their neighbours and their TimeML values."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.fixed import fixed

GRAINS = {
    "S": "day",
    "M": "day",
    "H": "day",
    "N": "day",
    "D": "day",
    "W": "week",
    "F": "week",
    "E": "weekend",
    "m": "month",
    "Q": "quarter",
    "h": "half",
    "Y": "year",
    "X": "decade",
    "C": "century",
}
"""The grain of each unit letter of the vocabulary (`words.UNITS`)."""

SIZES = {
    "day": 1,
    "weekend": 2,
    "week": 7,
    "month": 31,
    "season": 92,
    "quarter": 92,
    "half": 184,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
"""The most days a period of each grain can have."""

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_TIMEX = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


@fixed()
class Period:
    """A named stretch of days, both ends inclusive, with its grain and TimeML value."""

    start: date
    end: date
    grain: str
    timex: str


def _last_of_month(year: int, month: int) -> date:
    if (year, month) == (date.max.year, 12):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def day(value: date) -> Period:
    """The period of one day."""
    return Period(value, value, "day", value.isoformat())


def day_of(year: int, month: int, number: int) -> Period | None:
    """The day of these numbers; None where there is none such (30 February)."""
    found = safe_date(year, month, number)
    return day(found) if found else None


def week(value: date) -> Period:
    """The ISO week (Monday to Sunday) that holds the day."""
    year, number, weekday = value.isocalendar()
    monday = value - timedelta(days=weekday - 1)
    return Period(monday, monday + timedelta(days=6), "week", f"{year:04d}-W{number:02d}")


def weekend(value: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(value)
    return Period(whole.end - timedelta(days=1), whole.end, "weekend", f"{whole.timex}-WE")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(date(year, number, 1), _last_of_month(year, number), "month", f"{year:04d}-{number:02d}")


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year."""
    return Period(date(year, 3 * number - 2, 1), _last_of_month(year, 3 * number), "quarter", f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Period:
    """A half of the calendar year."""
    return Period(date(year, 6 * number - 5, 1), _last_of_month(year, 6 * number), "half", f"{year:04d}-H{number}")


def season(year: int, code: str) -> Period:
    """A season by the months of the northern hemisphere (winter begins in December of `year`)."""
    first = _SEASON_MONTHS[code]
    last_year, last = (year + 1, 2) if code == "WI" else (year, first + 2)
    return Period(date(year, first, 1), _last_of_month(last_year, last), "season", f"{year:04d}-{code}")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04d}")


def decade(first_year: int) -> Period:
    """Ten years from a year that ends in 0."""
    return Period(date(max(first_year, 1), 1, 1), date(first_year + 9, 12, 31), "decade", f"{first_year // 10:03d}")


def century(hundreds: int) -> Period:
    """A hundred years that share their first two figures (the 20th century is 19, from 1900 to 1999)."""
    first = 100 * hundreds
    return Period(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century", f"{hundreds:02d}")


def around(value: date, grain: str) -> Period:
    """The period of a grain that holds the day."""
    made = {
        "day": lambda: day(value),
        "week": lambda: week(value),
        "weekend": lambda: weekend(value),
        "month": lambda: month(value.year, value.month),
        "quarter": lambda: quarter(value.year, (value.month + 2) // 3),
        "half": lambda: half(value.year, (value.month + 5) // 6),
        "year": lambda: year(value.year),
        "decade": lambda: decade(value.year // 10 * 10),
        "century": lambda: century(value.year // 100),
    }
    return made[grain]()


def shift(value: date, grain: str, steps: int) -> date:
    """The day `steps` periods of a grain away (the last day of a shorter month where there is no such day)."""
    if grain in _MONTHS_OF:
        months = value.year * 12 + value.month - 1 + steps * _MONTHS_OF[grain]
        number, first = divmod(months, 12)
        return date(number, first + 1, min(value.day, _last_of_month(number, first + 1).day))
    days = 7 if grain in {"week", "weekend"} else 1
    return value + timedelta(days=days * steps)


def beside(value: date, grain: str, steps: int) -> Period:
    """The period of a grain that lies `steps` such periods after the one that holds the day."""
    if grain in _MONTHS_OF and grain != "month":
        value = around(value, grain).start
    return around(shift(value, grain, steps), grain)


def of_timex(timex: str) -> Period | None:
    """The period that a TimeML value names ("1950/1953" from the first to the last), None for values that name none."""
    if "/" in timex:
        first, last = (of_timex(end) for end in timex.split("/", 1))
        return Period(first.start, last.end, "range", timex) if first and last and first.start <= last.end else None
    match = _TIMEX.fullmatch(timex)
    if match is None:
        return None
    part = match.groupdict()
    if part["decade"] or part["century"]:
        return decade(int(timex) * 10) if part["decade"] else century(int(timex))
    number = int(part["year"])
    try:
        if part["week"]:
            monday = date.fromisocalendar(number, int(part["week"]), 1)
            return weekend(monday) if part["weekend"] else week(monday)
        if part["day"]:
            return day(date(number, int(part["month"]), int(part["day"])))
        return _part_of_year(number, part)
    except ValueError:
        return None


def _part_of_year(number: int, part: dict[str, str | None]) -> Period:
    if part["month"]:
        return month(number, int(part["month"]))
    if part["quarter"]:
        return quarter(number, int(part["quarter"]))
    if part["half"]:
        return half(number, int(part["half"]))
    return season(number, part["season"]) if part["season"] else year(number)


def safe_date(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year_number, month_number, day_number)
    except (ValueError, OverflowError):
        return None
