"""Weeks told by one of their days: "the week of March 6", "the week ending Friday", "the weekend of July 4"."""

from __future__ import annotations

from dateline.resolve.when import periods
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading, dated
from dateline.resolve.when.rules.dates import month_day
from dateline.resolve.when.rules.pieces import YEAR

_DATE = f"(month:mon dot? day:(dayno|ordno) ({YEAR})? | the? day:(dayno|ordno) of? month:mon ({YEAR})?)"


def _week_of(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: The ISO week, or its weekend, that holds the day named."""
    if hit.has("month"):
        day = month_day(hit, frame)
        if day is None or day.start is None:
            return day
        start, basis = day.start, day.basis
    else:
        found = frame.weekday(hit, hit.number("day"))
        if found is None:
            return None
        start, basis = found[0].start, found[1]
    weekend = hit.word("unit") == "weekend"
    return dated(periods.weekend(start) if weekend else periods.week(start), basis)


RULES = (
    Rule("week of a day", f"the? unit:(week|weekend) (of|beginning|ended) on? {_DATE}", _week_of, "week weekend"),
    Rule("week ending Friday", "the? unit:week (beginning|ended) on? day:weekday", _week_of, "week"),
)
