"""Stretches of several units: "the past two days", "the first six months of 2018", "recent weeks"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.cues import OF_THE_TALE, STEPS
from dateline.resolve.when.direction import PAST
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import GRAINS
from dateline.resolve.when.reading import Reading, dated, reference, span_of_time, unresolved
from dateline.resolve.when.rules.amounts import amount_of, duration
from dateline.resolve.when.rules.pieces import YEAR, year_basis, year_of
from dateline.resolve.word_lists import word_set

_HALF = 2
"""Quarters of half a year."""
_BEFORE_VERB = word_set("to will would wo could can may might should must cannot not 't n't ll 'll ’ll ’t only likely")
_BEFORE_NOUN = word_set("in over during for within through throughout these those this his her its their")
_BESIDE = "rel:(last|past|next|coming|previous|following|first|final|recent)"
_NUM = "(n:number | half:half a | a? vague:(few|several|many) | a? pair:couple of? | a n:numword)"


def _stretch(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "the past two days" ends, "the next two weeks" begins with the day of writing; TimeML says duration."""
    return stretch_in(hit, frame, str(hit.value("unit")))


def stretch_in(hit: Hit, frame: Frame, unit: str) -> Reading | None:
    """As many units as the words tell, up to or from the day of writing, or from what was told last."""
    word, amount = hit.word("rel"), amount_of(hit)
    timex = duration(amount, unit)
    if word in OF_THE_TALE | {"first", "final", "closing", "opening"}:
        return span_of_time(timex)
    now = frame.now()
    if now is None or amount is None:
        return span_of_time(timex)
    if word == "next" and in_the_tale(hit, frame):
        return _stretch_told(hit, frame, timex, unit, amount)
    step = -1 if word in {"last", "past", "recent"} else 1
    reading = _stretch_of(now[0], unit, step * amount)
    return span_of_time(timex).over(reading[0], reading[1], now[1]) if reading else span_of_time(timex)


def _stretch_or_two(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The past year or two" is the longer of both."""
    value = hit.tokens.values[hit.token("n") - 2]
    return stretch_in(hit, frame, str(value)) if amount_of(hit) in {2, 3} else None


def _stretch_told(hit: Hit, frame: Frame, timex: str, unit: str, amount: float) -> Reading:
    """The stretch behind the last time mentioned; not placed where no day of it was."""
    told = frame.mentioned(hit)
    if told is None or unit in "HMS" or (unit in "DNW" and told[0].grain != "day"):
        return span_of_time(timex)
    first = periods.shift(told[0].end, "day", 1)
    days = _stretch_of(told[0].end, unit, amount)
    return span_of_time(timex).over(first, days[1], MENTION) if days else span_of_time(timex)


def _stretch_of(anchor: date, unit: str, steps: float) -> tuple[date, date] | None:
    """First and last day of so many units up to or from a day, in whole units (years from January on)."""
    if unit == "Y" and steps != int(steps):
        unit, steps = "m", steps * 12
    grain = GRAINS[unit]
    whole = round(steps / 24) if unit == "H" else 0 if unit in "MS" else round(steps)
    whole *= {"F": 2, "X": 10, "C": 100}.get(unit, 1)
    grain = "year" if unit in "XC" else grain
    if grain == "week":
        grain, whole = "day", whole * 7
    try:
        other = periods.around(periods.shift(anchor, grain, whole), grain)
        here = periods.around(anchor, grain)
    except (ValueError, OverflowError):
        return None
    return min(other.start, here.start), max(other.end, here.end)


def ten_years(frame: Frame, word: str) -> Reading:
    """Rule: "Over the last decade", "the next decade" are ten years up to or from the day of writing."""
    now, reading = frame.now(), span_of_time("P10Y")
    days = _stretch_of(now[0], "X", STEPS[word]) if now else None
    return reading.over(days[0], days[1], now[1]) if now and days else reading


def past_year(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The past year", "the past month" are the stretch up to the day of writing; TimeBank gives the one before.

    "The past week" is the ISO week that holds most of the seven days: on a Monday the one before.
    """
    unit, now = str(hit.value("unit")), frame.now()
    grain = GRAINS[unit]
    if now is None:
        return unresolved(unknown(grain)) if grain in {"year", "week", "month"} else span_of_time(duration(1, unit))
    if unit in "DHMSXC":
        days = _stretch_of(now[0], unit, -1)
        base = span_of_time(duration(1, unit))
        return base.over(days[0], days[1], now[1]) if days else base
    if unit == "E":
        return dated(periods.beside(now[0], "weekend", 0 if now[0].weekday() >= 5 else -1), now[1])
    if unit == "W":
        return dated(periods.week(now[0] - timedelta(days=3)), now[1])
    reading = dated(periods.beside(now[0], grain, -1), now[1])
    if unit == "m":
        return reading.over(periods.shift(now[0], grain, -1), now[0], now[1])
    if unit != "Y":
        return reading
    return reading.over(periods.beside(now[0], "month", -12).start, periods.around(now[0], "month").end, now[1])


def _edge(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The first six months of 2018", "the last two weeks of the year": that many units of its edge."""
    unit, amount = str(hit.value("unit")), amount_of(hit)
    reading, year = span_of_time(duration(amount, unit)), year_of(hit, frame)
    basis = year_basis(hit, frame)
    if year is None and hit.words[-2:] == ["the", "year"] and (now := frame.now()) is not None:
        year, basis = now[0].year, now[1]
    if year is None or amount is None or unit not in "DWmQ" or not 1 < year < 9998:
        return reading
    whole, grain, steps = periods.year(year), GRAINS[unit], round(amount)
    if unit == "Q" and steps == _HALF:
        return dated(periods.half(year, 1 if hit.word("edge") == "first" else 2), basis)
    if hit.word("edge") == "first":
        return reading.over(whole.start, periods.shift(whole.start, grain, steps) - timedelta(days=1), basis)
    return reading.over(periods.shift(whole.end + timedelta(days=1), grain, -steps), whole.end, basis)


def _recent(hit: Hit, _: Frame) -> Reading | None:
    """Rule: "Recent weeks", "the coming months" are some of the unit, how many is not told; the recent are vague."""
    if hit.word("rel") == "past":
        return reference("PAST_REF")
    reading = span_of_time(duration(None, str(hit.value("unit"))))
    return replace(reading, precision="vague") if hit.word("rel") in {"recent", "last"} else reading


def _is_stretch(hit: Hit) -> bool:
    """Rule: "Will last 100 years", "following two weeks of talks" hold lengths, "the last two weeks" are a stretch."""
    word = hit.word("rel")
    if hit.tokens.word(hit.first) != word:
        return True
    if word == "last":
        return hit.before() not in _BEFORE_VERB
    return word not in {"coming", "following"} or hit.before() in _BEFORE_NOUN or hit.before() in {"“", '"'}


def in_the_tale(hit: Hit, frame: Frame) -> bool:
    """Rule: "The next month, more sanctions came", "over the next two days he shot …": counted from what was told."""
    the = hit.tokens.word(hit.token("rel") - 1) == "the" or hit.tokens.word(hit.token("rel")) == "the"
    return the and frame.behind is not None and frame.direction(hit) == PAST


def unknown(grain: str) -> str:
    """The TimeML value of a period of this grain that cannot be placed."""
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(grain, "XXXX")


RULES = (
    Rule(
        "past three days",
        f"the? {_BESIDE} {_NUM} (or so)? (more|full|trading)? unit:(units|unit) (or so)?",
        _stretch,
        "unit units",
        _is_stretch,
    ),
    Rule("past year or two", f"the? {_BESIDE} unit or n:number", _stretch_or_two, "unit", _is_stretch),
    Rule(
        "first three months of 2018",
        f"the? edge:(first|last|final) {_NUM} unit:(units|unit) ({YEAR} | of the year)",
        _edge,
        "units unit",
    ),
    Rule(
        "past year",
        "the? this? past unit:unit",
        past_year,
        "unit",
    ),
    Rule(
        "recent weeks",
        "the? rel:(recent|past|last|coming) unit:units ((or|and) units)?",
        _recent,
        "units",
        _is_stretch,
    ),
)
