"""Times told by their distance: "two weeks ago", "nine days later", "a day earlier", "two weeks after the coup"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.direction import FUTURE, PAST
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import GRAINS, Period
from dateline.resolve.when.reading import Reading, dated, reference, span_of_time, unresolved
from dateline.resolve.when.rules.amounts import amount_of, duration
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

MORE = "(the? (just|nearly|about|some|over|no? (more|less) than|at least|up to|as many as|a little more than) )?"
NUMBER = (
    "(n:number (dash? and dash? a dash? plus:half)? | a? vague:(few|several|many) | a? pair:couple of? | a n:numword "
    "| one:a | half:half a? | another)"
)
_HALF = "(and a plus:half)?"
_MANY_DAYS = 30
_ROUGHLY = word_set("nearly about some almost around over more less")
"""Before so many days they tell the month and no day: "nearly 100 days ago"."""
_EARNED = word_set(
    "$ £ € % percent million billion profit profits loss losses net sales revenue earnings earned income dividend "
    "output production costs prices results expense rates assets growth shares"
)
_CLOSE = 60
"""Tokens within which a day stays the one that "the same day" means, though a month or year is named in between."""
_THREAD = 200
"""Tokens within which a sentence that opens with "The next day" takes up the day told of before."""


def _ago(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Two years ago" is the period of that unit; "14 years ago today" the very day."""
    now = frame.now()
    amount, unit = amount_of(hit), str(hit.value("unit"))
    if amount is None:
        return reference("PAST_REF")
    if now is None:
        return unresolved("PAST_REF")
    anchor, basis = now
    if unit == "Y" and amount == 1 and _quarterly(hit, frame):
        return _year_before(frame)
    if hit.has("exact") and unit in "DWmY" and amount == int(amount):
        return dated(periods.day(periods.shift(anchor, GRAINS[unit], -int(amount))), basis)
    found = away(anchor, unit, -amount)
    if found and unit == "D" and amount >= _MANY_DAYS and not _ROUGHLY.isdisjoint(hit.words):
        found = periods.around(found.start, "month")
    return dated(found, basis) if found else None


def _quarterly(hit: Hit, frame: Frame) -> bool:
    """Reports of earnings compare a quarter with the same one "a year ago", in sums or shares."""
    if frame.quarter is None:
        return False
    low, high = frame.sentence(hit.first)
    return not _EARNED.isdisjoint(hit.tokens.word(i) for i in range(low, high))


def _year_before(frame: Frame) -> Reading | None:
    """The quarter a year before the last one mentioned; later expressions do not count from it.

    Where the first nine months were spoken of, the year before is meant.
    """
    quarter = frame.reported
    if quarter is None:
        return None
    if frame.months:
        return replace(dated(periods.year(quarter.start.year - 1), MENTION), anchor=None)
    return replace(dated(periods.beside(quarter.start, "quarter", -4), MENTION), anchor=None)


def _reach(hit: Hit) -> int:
    """Tokens within which a day told before is meant: more where a sentence opens with it."""
    return _THREAD if hit.tokens.raw(hit.first)[:1].isupper() else _CLOSE


def away(anchor: date, unit: str, steps: float) -> Period | None:
    """The period of the unit's grain so many units from a day; halves are counted in the next smaller unit."""
    if unit in "HMS":
        days = {"H": 24, "M": 1440, "S": 86400}[unit]
        return periods.day(anchor + timedelta(days=int(steps / days)))
    grain = {"F": "week"}.get(unit, GRAINS[unit])
    whole = steps * 2 if unit == "F" else steps
    if whole != int(whole):
        smaller = {"year": ("month", 12), "month": ("week", 4), "week": ("day", 7), "decade": ("year", 10)}
        if grain not in smaller:
            return None
        grain, times = smaller[grain]
        whole = round(whole * times)
    if grain in {"decade", "century"}:
        grain, whole = "year", whole * (10 if grain == "decade" else 100)
    try:
        return periods.beside(anchor, grain, int(whole))
    except (ValueError, OverflowError):
        return None


def _from_mention(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "A day earlier", "two weeks later" count from the last time mentioned."""
    amount, unit = amount_of(hit), str(hit.value("unit"))
    back = hit.word("way") in {"earlier", "before", "previously"}
    if unit in "HMS":
        return _hours_on(hit, frame, duration(amount, unit))
    if amount is None:
        return reference("PAST_REF")
    at = _counted_from(hit, frame, unit)
    if at is None:
        return unresolved("PAST_REF" if back else None)
    if unit == "Y" and amount == 1 and back and _quarterly(hit, frame):
        return _year_before(frame)
    found = away(at[0].start, unit, -amount if back else amount)
    if found and not back and frame.today and at[0].start <= frame.today < found.start:
        return _not_ahead(hit, frame, found)
    return dated(found, at[1]) if found else None


def _hours_on(hit: Hit, frame: Frame, timex: str) -> Reading:
    """Rule: "An hour later" is a length on the day told of near by; the day is not told where none is."""
    reading, day = Reading(timex, "DURATION", basis="event"), frame.day_near(hit)
    return reading.over(day.start, day.end, MENTION, day.grain) if day else reading


def _some_later(hit: Hit, frame: Frame) -> Reading:
    """Rule: "Minutes later", "hours earlier" are on the day told of near by, "days later" on none."""
    unit = str(hit.value("unit"))
    day = frame.day_near(hit) if unit in "HMS" else None
    vague = reference("PAST_REF")
    return vague.over(day.start, day.end, MENTION, day.grain) if day else vague


def _counted_from(hit: Hit, frame: Frame, unit: str) -> tuple[Period, str] | None:
    """The last time mentioned; days and weeks are counted from a day."""
    at = frame.then(hit)
    if at is None or unit not in "DNW" or at[0].grain == "day" or (at[0].grain == "week" and unit == "W"):
        return at
    if frame.day is not None and hit.first - frame.day[1] < _reach(hit):
        return frame.day[0], MENTION
    now = frame.now()
    present = now is not None and at[0].start <= now[0] <= at[0].end
    return (periods.day(now[0]), now[1]) if now and (present or frame.direction(hit) == FUTURE) else None


def _not_ahead(hit: Hit, frame: Frame, found: Period) -> Reading:
    """Rule: "Three years later, the town still mourns" is said of today; in the past tense the mention was another."""
    way = frame.direction(hit)
    if way == FUTURE:
        return dated(found, MENTION)
    if way == PAST or frame.today is None:
        return unresolved({"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(found.grain, "XXXX-XX-XX"))
    return replace(dated(periods.around(frame.today, found.grain), frame.basis), anchor=None)


def _from_event(hit: Hit, _: Frame) -> Reading | None:
    """Rule: "two weeks after the coup": the length is known, the day hangs on another event."""
    timex = duration(amount_of(hit), str(hit.value("unit")))
    return Reading(timex, "DURATION", basis="event")


def _from_now(hit: Hit, frame: Frame) -> Reading | None:
    now, amount = frame.now(), amount_of(hit)
    if amount is None or now is None:
        return reference("FUTURE_REF")
    found = away(now[0], str(hit.value("unit")), amount)
    return dated(found, now[1]) if found else None


def _next_day(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The day before", "the next day", "the same day": beside the last time mentioned."""
    at = frame.then(hit)
    if at is None:
        return unresolved("XXXX-XX-XX")
    step = {"before": -1, "previous": -1, "preceding": -1, "prior": -1, "earlier": -1, "same": 0, "that": 0}
    period, basis = at
    if period.grain != "day" and frame.day is not None and hit.first - frame.day[1] < _reach(hit):
        period, basis = frame.day[0], MENTION
    if period.grain != "day":
        return unresolved("XXXX-XX-XX", basis="event")
    steps = 0 if hit.rule == "that day" else step.get(hit.word("way"), 1)
    return dated(periods.day(period.start + timedelta(days=steps)), basis)


def _day_of_row(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "For a third straight day", "what we know on day 123 of the war": the day told of, else that of writing.

    In the past tense it is a day of the tale: the one named near by, or none. "For a second day Thursday" is Thursday.
    """
    now, near = frame.now(), frame.day_near(hit)
    if hit.tokens.codes[hit.last : hit.last + 1] == CODE["weekday"]:
        found = frame.weekday(hit, int(hit.tokens.values[hit.last] or 0))
        return replace(dated(*found), anchor=None) if found else None
    if near is not None:
        return replace(dated(near, MENTION), anchor=None)
    row = hit.before() in {"for", "into"} or hit.last - hit.first > 3
    if now is None or frame.narrative or not (row or frame.direction(hit) != PAST):
        return None
    return replace(dated(periods.day(now[0]), now[1]), anchor=None)


def _row_guard(hit: Hit) -> bool:
    """Rule: "On the second day", "for a third day", not "the second day centre" or "his first day"."""
    return hit.before() in {"for", "on", "in", "into"} and not hit.after()[:1].isdigit()


def _day_guard(hit: Hit) -> bool:
    """Rule: "The day after" at the end of a clause; before other words it hangs on an event."""
    return _ends_clause(hit)


def _ends_clause(hit: Hit) -> bool:
    marks = {"", ",", ".", ";", ")", "”", '"', "\n"}
    return hit.after()[:1] in marks or (hit.after() == "that" and hit.after(2)[:1] in marks)


def _next_period(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "the week before", "the year after": beside the period mentioned last."""
    at = frame.then(hit)
    grain = GRAINS[str(hit.value("unit"))]
    step = -1 if hit.word("way") == "before" else 1
    return dated(periods.beside(at[0].start, grain, step), at[1]) if at else unresolved()


def _beside_year(frame: Frame) -> Reading | None:
    """Rule: "Year-earlier", "year-ago" before a noun: the same period a year before."""
    if frame.quarter is not None:
        return _year_before(frame)
    now = frame.now()
    return dated(periods.beside(now[0], "year", -1), now[1]) if now else unresolved("XXXX")


RULES = (
    Rule(
        "ago",
        f"{MORE} {NUMBER} (more|full|odd)? unit:(unit|units) {_HALF} (or so)? (ago exact:today? | back | dash ago)",
        _ago,
        "ago back",
        lambda hit: "back" not in hit.words or hit.before() != "for",
        "deictic",
    ),
    Rule("long ago", "(long | some time | unit:units) ago", lambda *_: reference("PAST_REF"), "ago"),
    Rule(
        "earlier",
        f"{MORE} {NUMBER} (more|full)? unit:(unit|units) {_HALF} (or so)? dash? way:(earlier|later|previously)",
        _from_mention,
        "earlier later previously",
    ),
    Rule("year earlier", "the? unit:year dash (ago|way:earlier)", lambda _, frame: _beside_year(frame), "year"),
    Rule(
        "year-earlier months",
        f"the? year dash (ago|earlier) {NUMBER} unit:units",
        lambda hit, _: span_of_time(duration(amount_of(hit), str(hit.value("unit")))),
        "year",
    ),
    Rule("days earlier", "unit:units way:(earlier|later)", _some_later, "earlier later"),
    Rule(
        "two days before",
        f"{MORE} {NUMBER} unit:(unit|units) way:(before|after|following)",
        _from_mention,
        "before after following",
        _ends_clause,
    ),
    Rule(
        "after an event",
        f"{MORE} {NUMBER} unit:(unit|units) signal:(before|after|following)",
        _from_event,
        "before after following",
    ),
    Rule(
        "from now",
        f"{MORE} {NUMBER} unit:(unit|units) (hence | from now)",
        _from_now,
        "hence now",
        None,
        "deictic",
    ),
    Rule("the next day", "(the way:(next|same|previous|following) | way:next) day", _next_day, "day"),
    Rule(
        "for a third day",
        "(a|the) n:(ordword|ordno|second) trading? day (running | in a row)?",
        _day_of_row,
        "day",
        _row_guard,
    ),
    Rule(
        "day 123",
        "day number",
        _day_of_row,
        "day",
        lambda hit: hit.after() == "of" and hit.tokens.word(hit.last - 1).isdigit(),
    ),
    Rule("that day", "that same? day", _next_day, "day"),
    Rule(
        "the week after", "the unit:(week|month|year) way:(before|after)", _next_period, "week month year", _ends_clause
    ),
    Rule("the day after", "the day way:(before|after)", _next_day, "day", _day_guard),
)
