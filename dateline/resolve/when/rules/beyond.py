"""Times one step beyond the near one: "the week before last", "a week from Friday", "the 5th of last month"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import GRAINS, safe_date
from dateline.resolve.when.reading import Reading, dated, span_of_time, unresolved
from dateline.resolve.when.rules.amounts import duration
from dateline.resolve.when.words import CODE

_FROM_TODAY = {"today": 0, "tomorrow": 1}
_MOST_WEEKS = 60
_LOOK_BACK = 14
"""Tokens before "in as many weeks" among which the number stands ("the third attack in as many weeks")."""
_HALF_WEEK = 3
_COUNTS = frozenset(CODE[name] for name in ("num", "numword", "dayno", "ordno", "ordword", "second", "twice"))


def _before_last(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The week before last" is the second before, "the year after next" the second after that of writing."""
    now = frame.now()
    if now is None:
        return None
    return dated(periods.beside(now[0], GRAINS[str(hit.value("unit"))], 2 if hit.has("next") else -2), now[1])


def _weekday_before_last(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The Friday before last" is a week before the Friday just past."""
    now = frame.now()
    if now is None:
        return unresolved(f"XXXX-WXX-{hit.number('day') + 1}")
    return dated(periods.day(_latest(now[0], hit.number("day")) - timedelta(days=7)), now[1])


def _latest(today: date, number: int) -> date:
    """The latest such weekday before a day."""
    return today - timedelta(days=(today.weekday() - number) % 7 or 7)


def _weeks_from(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "A week from Friday" is the Friday after the coming one, "two weeks from today" the very day."""
    now, weeks = frame.now(), hit.number("n", 1)
    if now is None or not 1 <= weeks <= _MOST_WEEKS:
        return None
    if hit.has("deictic"):
        first = now[0] + timedelta(days=_FROM_TODAY[hit.word("deictic")])
    else:
        first = now[0] + timedelta(days=(hit.number("day") - now[0].weekday()) % 7 or 7)
    return dated(periods.day(first + timedelta(days=7 * weeks)), now[1])


def _weeks_ago_on(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Two weeks ago on Monday" is the Monday nearest to the day so many weeks back."""
    now, weeks = frame.now(), hit.number("n", 1)
    if now is None or not 1 <= weeks <= _MOST_WEEKS:
        return None
    middle = now[0] - timedelta(days=7 * weeks)
    away = (hit.number("day") - middle.weekday()) % 7
    return dated(periods.day(middle + timedelta(days=away if away <= _HALF_WEEK else away - 7)), now[1])


def _day_of_month(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The 5th of this month", "the 21st of last month" are days of the month of writing and those beside it."""
    now = frame.now()
    if now is None:
        return None
    step = {"last": -1, "next": 1}.get(hit.word("rel"), 0)
    month = periods.beside(now[0], "month", step).start
    day = safe_date(month.year, month.month, hit.number("date"))
    return dated(periods.day(day), now[1]) if day else None


def _as_many(hit: Hit, _: Frame) -> Reading | None:
    """Rule: "The third attack in as many weeks", "two raids in as many days" take their number from what they count."""
    number = _counted(hit)
    return None if number is None else span_of_time(duration(number, str(hit.value("unit"))))


def _counted(hit: Hit) -> int | None:
    """The number or rank nearest before "as many", None where there is none."""
    for i in range(hit.first - 1, max(hit.first - _LOOK_BACK, -1), -1):
        value = hit.tokens.values[i]
        if hit.tokens.word(i) in {".", ";"}:
            return None
        if hit.tokens.codes[i] in _COUNTS and isinstance(value, (int, float)) and value > 1:
            return int(value)
    return None


RULES = (
    Rule(
        "week before last",
        "the unit:(week|weekend|month|year) before last",
        _before_last,
        "week weekend month year",
        None,
        "deictic",
    ),
    Rule(
        "year after next", "the unit:(week|weekend|month|year) after next:next", _before_last, "next", None, "deictic"
    ),
    Rule("weekday before last", "the day:weekday before last", _weekday_before_last, "weekday", None, "deictic"),
    Rule(
        "a week from Friday",
        "(a week | n:number weeks_) from (day:weekday | deictic:(today|tomorrow))",
        _weeks_from,
        "week weeks_",
        None,
        "deictic",
    ),
    Rule(
        "a week ago Monday",
        "(a week | n:number weeks_) ago on? day:weekday",
        _weeks_ago_on,
        "ago",
        None,
        "deictic",
    ),
    Rule("the 5th of this month", "the date:ordno of rel:(this|last|next|the) month", _day_of_month, "month"),
    Rule("as many weeks", "as many unit:units", _as_many, "units", lambda hit: _counted(hit) is not None),
)
