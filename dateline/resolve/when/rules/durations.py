"""Lengths of time: "three days", "a decade", "five-year", "more than a dozen years", "for weeks"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.resolve.when.direction import FUTURE
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period
from dateline.resolve.when.reading import Reading, dated, span_of_time
from dateline.resolve.when.rules.amounts import amount_of, duration
from dateline.resolve.when.rules.offsets import MORE, NUMBER, away
from dateline.resolve.word_lists import word_set

_BEFORE_BARE = word_set(
    "for in over within after of during through took take takes last lasted many most all spent spend spends spending "
    "following amid despite endured follows followed"
)
_NO_DURATION_AFTER = word_set("old old- olds young")
_NEAR = 7
"""Tokens before a length among which a rank is looked for."""
_RANKS = word_set(
    "first second third fourth fifth best worst most least only high low highest lowest biggest largest smallest "
    "greatest deadliest bloodiest fiercest heaviest longest hottest coldest driest wettest strongest weakest fastest "
    "slowest steepest sharpest closest lightest tightest"
)
_CLAUSE = 18
_GOES_ON, _ENDS = word_set("has have"), word_set("had was were will would")
_THINGS = word_set(
    "war conflict truce ceasefire cease-fire fighting dispute ban embargo blockade siege insurgency rebellion uprising "
    "revolt revolution campaign offensive occupation crisis government administration regime rule coalition agreement "
    "deal pact treaty accord law policy peace talks negotiations strike protest protests standoff sanctions state "
    "republic struggle stalemate curfew feud movement operation programme program mission company process battle"
)
_QUARTER = 25
_LONG = f"the? (first|latest)? {NUMBER} (more|full|trading|long)?"


def _length(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Two to three weeks" has the value of the shorter, as in TimeBank, and reaches as far as the longer."""
    unit, amount = str(hit.value("unit")), amount_of(hit)
    reading = span_of_time(duration(hit.number("low") if hit.has("low") else amount, unit))
    now = frame.now()
    if now is None or amount is None or frame.narrative:
        return reading
    if hit.before() in {"in", "within"} and not _is_compared(hit) and frame.direction(hit) == FUTURE:
        stretch = hit.before() == "within" or hit.has("low")
        return _ahead(reading, away(now[0], unit, amount), now, stretch)
    if hit.before() == "for" and _still_goes_on(hit, frame):
        begun = away(now[0], unit, -amount)
        return reading.over(begun.start, None, now[1]) if begun else reading
    return reading


def _is_compared(hit: Hit) -> bool:
    """Rule: "The first election in five years", "the worst drought in a decade" look back even where they are ahead."""
    return not _RANKS.isdisjoint(hit.before(k) for k in range(2, _NEAR))


def _ahead(reading: Reading, aim: Period | None, now: tuple[date, str], stretch: bool) -> Reading:
    """Rule: "In three months" in a sentence that looks ahead is a date, "within 48 hours" a length up to one."""
    if aim is None:
        return reading
    return reading.over(now[0], aim.end, now[1]) if stretch else replace(dated(aim, now[1]), anchor=None)


def _still_goes_on(hit: Hit, frame: Frame) -> bool:
    """Rule: "Has been fighting for two years": begun then and not ended."""
    low, high = frame.sentence(hit.first)
    opens = hit.first - 1 == low
    if opens:
        words = {hit.tokens.word(i) for i in range(hit.last, min(high, hit.last + _CLAUSE))}
        return not words.isdisjoint(_GOES_ON) and words.isdisjoint(_ENDS)
    before = (hit.tokens.word(i) for i in range(hit.first - 1, max(low, hit.first - _CLAUSE) - 1, -1))
    return next((word in _GOES_ON for word in before if word in _GOES_ON | _ENDS | {"to"}), False)


def _not_age(hit: Hit) -> bool:
    """Ages ("12-year-old", "40 years of age", "aged 3 months") and "second" as an ordinal are no times."""
    after = [hit.after(k) for k in (1, 2, 3)]
    if after[0] in _NO_DURATION_AFTER or (after[0] in {"-", "–"} and after[1] in _NO_DURATION_AFTER):
        return False
    if after[:2] == ["of", "age"] or hit.before() in {"aged", "age"}:
        return False
    return hit.value("unit") != "S" or hit.tokens.word(hit.last - 1) == "seconds"


def _old_thing(hit: Hit) -> bool:
    """Rule: "A five-year-old war" lasts so long; the age of people is no time."""
    return not _THINGS.isdisjoint(hit.after(k) for k in (1, 2, 3))


def _sayable(hit: Hit) -> bool:
    """Rule: "A day", "a night" and "one day" name no length before an adjective or as "one day"; per-units are sets.

    "About a quarter" is a share.
    """
    if not _not_age(hit):
        return False
    words = " ".join(hit.words)
    if words.endswith(" a quarter"):
        return False
    if hit.has("one") and words.endswith("s"):
        return False
    if words in {"a second", "one second", "a quarter", "one quarter", "one day", "a night", "a weekend", "a minute"}:
        return words == "one day" and hit.before() in {"in", "for", "than", "within", "after", "least"}
    return not (hit.value("unit") == "Q" and hit.after() == "of" and not hit.has("vague"))


def _first_guard(hit: Hit) -> bool:
    """Rule: "the first hours" is a time, "the early hours of Tuesday" is one with its day."""
    return "early" not in hit.words or hit.value("unit") not in {"H", "M"}


def _bare_guard(hit: Hit) -> bool:
    return hit.before() in _BEFORE_BARE and hit.value("unit") not in {"S", "N", "Q", "E"} and _not_age(hit)


def _long(hit: Hit, _: Frame) -> Reading | None:
    unit = str(hit.value("unit"))
    plural = hit.tokens.word(hit.token("unit")).removesuffix("long").endswith("s")
    return span_of_time(duration(None if plural else 1, unit))


def _year_or_two(hit: Hit, _: Frame) -> Reading | None:
    """Rule: "A year or two" has the value of the shorter, as "one to two years"."""
    return span_of_time(duration(1, str(hit.value("unit")))) if amount_of(hit) == 2 else None


def _some(hit: Hit, _: Frame) -> Reading:
    """Rule: "Just hours" after the raid: neither how many nor the day of the raid is told."""
    return Reading(duration(None, str(hit.value("unit"))), "DURATION", basis="event")


def _some_guard(hit: Hit) -> bool:
    told = hit.after() in {"before", "after"} and hit.value("unit") in {"M", "H", "D", "W", "m", "Y", "X"}
    return told and hit.before() not in {"-", "–"} and not hit.before()[:1].isdigit()


def _quarter_century(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Over the past quarter-century" is the years since 25 years before the day of writing."""
    reading, now = span_of_time("P25Y"), frame.now()
    if now is None or now[0].year <= _QUARTER or not {"past", "last"} & {*hit.words, hit.before()}:
        return reading
    return reading.over(date(now[0].year - _QUARTER, 1, 1), now[0], now[1])


RULES = (
    Rule(
        "length",
        f"{MORE} ({_LONG} unit:(unit|units) (and a plus:half)? | n:number dash unit:(unit|units))",
        _length,
        "unit units",
        _sayable,
    ),
    Rule("three-year period", "(a|the)? n:number dash? unit:unit period", _length, "period"),
    Rule("five-year-old war", "n:number dash unit:(unit|units) dash old", _length, "old", _old_thing),
    Rule(
        "from one to two weeks",
        "a? low:number (to|or|dash) n:number dash? unit:(unit|units)",
        _length,
        "unit units",
        _not_age,
    ),
    Rule(
        "half a year",
        "a? half:half (a|dash)? unit:unit",
        _length,
        "half",
        _not_age,
    ),
    Rule(
        "quarter century",
        "(a|the)? (last|past|next)? quarter dash? (of a)? century",
        _quarter_century,
        "quarter",
    ),
    Rule("hours after", "just? unit:units", _some, "units", _some_guard),
    Rule("the first hours", "the? (first|final|early) unit:units", _long, "units", _first_guard),
    Rule("weeks", "the? coming? unit:units ((or|and) units)?", _long, "units", _bare_guard),
    Rule("the weeks ahead", "the unit:units ahead", _long, "units"),
    Rule("a year or two", "a unit:unit or n:number", _year_or_two, "unit"),
    Rule("year-long", "a? unit:(unit|units) dash long", _long, "long"),
    Rule("yearlong", "unit:yearlong", _long, "yearlong"),
)
