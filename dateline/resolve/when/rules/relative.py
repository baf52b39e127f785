"""Periods named by where they stand: "last week", "earlier this year", "the end of the month", "the past two days"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.cues import DONE, NO_NOUN
from dateline.resolve.when.direction import FUTURE, PAST, UNKNOWN
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import GRAINS, Period
from dateline.resolve.when.reading import Reading, dated, reference, span_of_time, unresolved
from dateline.resolve.when.rules.amounts import amount_of, duration
from dateline.resolve.when.rules.dates import YEAR, year_basis, year_of
from dateline.resolve.when.rules.titles import is_title
from dateline.resolve.when.rules.weekdays import BEFORE, PART, part_of
from dateline.resolve.when.words import MONTH_CODES
from dateline.resolve.word_lists import word_set

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1}
_STEPS |= {"following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1}
_OF_THE_TALE = {"previous", "preceding", "prior", "following", "subsequent", "ensuing", "succeeding", "same", "that"}
"""Words that count from the last time mentioned, not from the day of writing."""

_LEAD = "((early|late|mid|earlier|later) dash? (in|of|on)? | (beginning|middle|end) dash? of)?"
_DAYS = {"tonight": 0} | {
    word + s: n for word, n in (("today", 0), ("yesterday", -1), ("tomorrow", 1)) for s in ("", "s")
}
"""With those that lost their apostrophe ("yesterdays attack")."""


def _day(hit: Hit, frame: Frame) -> Reading | None:
    word, now = hit.word("day"), frame.now()
    suffix = "TNI" if word == "tonight" else part_of(hit)
    if now is None or (frame.narrative and frame.today is not None):
        now = None if frame.today is None else (frame.today, frame.basis)
    if now is None:
        return unresolved(f"XXXX-XX-XX{suffix}", "TIME" if suffix else "DATE")
    step = 2 * _DAYS[word] if hit.has("beyond") else _DAYS[word]
    return dated(periods.day(now[0] + timedelta(days=step)), now[1], suffix)


def _night(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "This morning", "last night", "that evening": a part of a day told by its place."""
    word, suffix = hit.word("rel"), part_of(hit)
    now = frame.now()
    told = word in _OF_THE_TALE or word == "the" or (word == "next" and hit.words[0] == "the" and _is_told(hit, frame))
    if told and (at := frame.then(hit)) is not None:
        if at[0].grain == "day":
            now = (at[0].start, at[1])
        elif word != "the":
            now = None
    if now is None:
        return unresolved(f"XXXX-XX-XX{suffix}", "TIME")
    return dated(periods.day(now[0] + timedelta(days=_STEPS.get(word, 0))), now[1], suffix)


def _is_told(hit: Hit, frame: Frame) -> bool:
    """Rule: "He appeared in court the next morning" counts from the day told of."""
    return frame.direction(hit) == PAST


def _period(hit: Hit, frame: Frame) -> Reading | None:
    word, grain = hit.word("rel"), GRAINS[str(hit.value("unit"))]
    if word == "last" and grain in _TURNS and hit.words[0] == "the" and hit.before() in _STRETCHED:
        return None if hit.after() == "of" else _past_year(hit, frame)
    if grain == "decade" and word in _COUNTED and hit.words[0] not in _PARTS:
        return _ten_years(frame, word)
    if hit.value("unit") == "F" and word in _COUNTED:
        return _stretch_in(hit, frame, "F")
    if word in _OF_THE_TALE or (word == "next" and _in_the_tale(hit, frame)):
        found = frame.then(hit)
        anchor = None if found is None else (found[0].start, found[1])
    else:
        anchor = frame.now()
    if anchor is None:
        return unresolved(_unknown(grain))
    return dated(_beside(hit, frame, anchor[0], grain, word), anchor[1])


_PARTS = word_set("early late mid")
"""Before "last decade": it is that of the calendar, as ten years up to today have no such parts."""
_COUNTED = word_set("last next coming upcoming")
_TURNS = frozenset(("week", "month", "year"))
_STRETCHED = word_set("for over in during within throughout")
"""Before "the last week": then it is as much as the past week."""


def _ten_years(frame: Frame, word: str) -> Reading:
    """Rule: "Over the last decade", "the next decade" are ten years up to or from the day of writing."""
    now, reading = frame.now(), span_of_time("P10Y")
    days = _stretch_of(now[0], "X", _STEPS[word]) if now else None
    return reading.over(days[0], days[1], now[1]) if now and days else reading


def _in_the_tale(hit: Hit, frame: Frame) -> bool:
    """Rule: "The next month, more sanctions came", "over the next two days he shot …": counted from what was told."""
    the = hit.tokens.word(hit.token("rel") - 1) == "the" or hit.tokens.word(hit.token("rel")) == "the"
    return the and frame.behind is not None and frame.direction(hit) == PAST


def _beside(hit: Hit, frame: Frame, anchor: date, grain: str, word: str) -> Period:
    """The period before, of or after the anchor; "this weekend" on a Monday is the one the tense asks for.

    Rule: on a Sunday "this week" in a sentence that looks ahead is the week that begins the next day.
    """
    step = _STEPS.get(word, 0)
    if grain == "week" and word == "this" and anchor.weekday() == 6 and frame.direction(hit) == FUTURE:
        step = 1
    if grain == "weekend" and step == 0 and word != "that":
        return _weekend(hit, frame, anchor)
    if grain == "weekend" and step < 0 and anchor.weekday() >= 5:
        return periods.beside(anchor, grain, -1)
    return periods.beside(anchor, grain, step)


def _weekend(hit: Hit, frame: Frame, anchor: date) -> Period:
    """The weekend nearest in the direction of the sentence; on a Saturday or Sunday the present one.

    Rule: From Wednesday on "this weekend" is the coming one where nothing says that it is over.
    """
    sense = UNKNOWN if anchor.weekday() >= 5 else frame.direction(hit)
    near = hit.word("rel") == "this" and anchor.weekday() >= 2
    if anchor.weekday() >= 5 or sense == FUTURE or (sense == UNKNOWN and near):
        return periods.weekend(anchor)
    return periods.beside(anchor, "weekend", -1)


def _unknown(grain: str) -> str:
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(grain, "XXXX")


def _the_weekend(hit: Hit, frame: Frame) -> Reading | None:
    now = frame.now()
    return dated(_weekend(hit, frame, now[0]), now[1]) if now else unresolved("XXXX-WXX-WE")


def _qualifies(hit: Hit) -> bool:
    """Rule: "A weekend raid", "its weekend missile tests": the one that is spoken of; "every weekend" is not."""
    noun = hit.after() in _HELD or (hit.after().isalpha() and hit.after(2) in _HELD)
    return noun and hit.before() not in {"every", "each", "next", "last", "long", "of"}


_HELD = DONE | word_set("test tests launch launches rally rallies summit talks vote election meeting fighting shelling")


def _the_period(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "the end of the month", "earlier in the week" are of the present one; in a history, of that last named.

    "Later in the day" is of the day mentioned just before, "the week" in the past tense ("for the week, stocks fell")
    that of a day mentioned there.
    """
    grain = GRAINS[str(hit.value("unit"))]
    now = frame.now()
    if _is_length(hit, grain):
        return span_of_time("P1Y" if grain == "year" else "P1W")
    if frame.last is not None and frame.narrative:
        now = (frame.last.start, MENTION)
    of_day = grain == "day" or (grain == "week" and hit.rule == "the year" and frame.direction(hit) == PAST)
    if of_day and (day := frame.day_near(hit)) is not None:
        now = (day.start, MENTION)
    return dated(periods.around(now[0], grain), now[1]) if now else unresolved(_unknown(grain))


def _is_length(hit: Hit, grain: str) -> bool:
    """Rule: "In the year ended March 31", "the year to March", "the year leading up to the vote" is a length."""
    if hit.tokens.word(hit.first) != "the" or grain not in {"year", "week"}:
        return False
    to_month = hit.after() in {"to", "through"} and hit.tokens.codes[hit.last + 1 : hit.last + 2] in MONTH_CODES
    ended = grain == "year" and (hit.after() in {"ended", "ending"} or to_month)
    return ended or (hit.last - hit.first == len(("the", "year")) and hit.after() in _NO_CALENDAR)


_NO_CALENDAR = word_set("leading since before after following that")


def _last_day(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Year-end" is the last day of the year, after "since" that of the year before; "year's end" is the year."""
    now, grain = frame.now(), GRAINS[str(hit.value("unit"))]
    if now is None:
        return None
    whole = periods.beside(now[0], grain, -1 if hit.before() == "since" else 0)
    return dated(periods.day(whole.end) if hit.has("mark") else whole, now[1])


def _stretch(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "the past two days" ends, "the next two weeks" begins with the day of writing; TimeML says duration."""
    return _stretch_in(hit, frame, str(hit.value("unit")))


def _stretch_in(hit: Hit, frame: Frame, unit: str) -> Reading | None:
    word, amount = hit.word("rel"), amount_of(hit)
    timex = duration(amount, unit)
    if word in _OF_THE_TALE | {"first", "final", "closing", "opening"}:
        return span_of_time(timex)
    now = frame.now()
    if now is None or amount is None:
        return span_of_time(timex)
    if word == "next" and _in_the_tale(hit, frame):
        return _stretch_told(hit, frame, timex, unit, amount)
    step = -1 if word in {"last", "past", "recent"} else 1
    reading = _stretch_of(now[0], unit, step * amount)
    return span_of_time(timex).over(reading[0], reading[1], now[1]) if reading else span_of_time(timex)


def _stretch_or_two(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The past year or two" is the longer of both."""
    value = hit.tokens.values[hit.token("n") - 2]
    return _stretch_in(hit, frame, str(value)) if amount_of(hit) in {2, 3} else None


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


def _past_year(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The past year", "the past month" are the stretch up to the day of writing; TimeBank gives the one before.

    "The past week" is the ISO week that holds most of the seven days: on a Monday the one before.
    """
    unit, now = str(hit.value("unit")), frame.now()
    grain = GRAINS[unit]
    if now is None:
        return unresolved(_unknown(grain)) if grain in {"year", "week", "month"} else span_of_time(duration(1, unit))
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


_HALF = 2
"""Quarters of half a year."""


def _lost_mark(hit: Hit) -> bool:
    """Rule: "last months loss of the port", "last years' attacks" mean one; "the last weeks" does not."""
    after = hit.tokens.raw(hit.last)
    if after in {"'", "’"}:
        return hit.words[0] != "the"
    bare = hit.before() not in {"the", "these", "those", "in", "over", "during", "his", "her", "its", "their", "of"}
    return bare and after.isalpha() and after.islower() and after not in _OF_CLAUSE | NO_NOUN


def _recent(hit: Hit, _: Frame) -> Reading | None:
    """Rule: "Recent weeks", "the coming months" are some of the unit, how many is not told; the recent are vague."""
    if hit.word("rel") == "past":
        return reference("PAST_REF")
    reading = span_of_time(duration(None, str(hit.value("unit"))))
    return replace(reading, precision="vague") if hit.word("rel") in {"recent", "last"} else reading


def _end_guard(hit: Hit) -> bool:
    """Rule: "By year end" without a mark needs a word of time before it."""
    marked = hit.last - hit.token("unit") > 2
    return marked or hit.before() in {"by", "at", "before", "until", "till", "since", "through", "calendar", "around"}


def _the_year(hit: Hit) -> bool:
    """Rule: "For the year", "the week's trading": the year or week spoken of, not "time of the year" or a title."""
    if hit.tokens.raw(hit.last - 1)[0].isupper():
        return False
    return hit.before() in {"for", "in", "during", "over"} or (hit.value("unit") == "W" and hit.after() in {"'s", "’s"})


def _is_stretch(hit: Hit) -> bool:
    """Rule: "Will last 100 years", "following two weeks of talks" hold lengths, "the last two weeks" are a stretch."""
    word = hit.word("rel")
    if hit.tokens.word(hit.first) != word:
        return True
    if word == "last":
        return hit.before() not in _BEFORE_VERB
    return word not in {"coming", "following"} or hit.before() in _BEFORE_NOUN or hit.before() in {"“", '"'}


_BEFORE_VERB = word_set("to will would wo could can may might should must cannot not 't n't ll 'll ’ll ’t only likely")
_BEFORE_NOUN = word_set("in over during for within through throughout these those this his her its their")
_OF_CLAUSE = word_set("the a an he she they it we his her its their that when which of this these")
"""What makes "the night" that of something: "the night the bomb fell"."""
_RELS = "rel:(last|this|next|coming|previous|following|same|that|current)"
_BESIDE = "rel:(last|past|next|coming|previous|following|first|final|recent)"


def _night_before_last(hit: Hit, frame: Frame) -> Reading | None:
    now = frame.now()
    return dated(periods.day(now[0] - timedelta(days=2)), now[1], "TNI") if now else None


_AT = "(earlier|later|early|late|end|beginning|middle|mid)"
_NUM = "(n:number | half:half a | a? vague:(few|several|many) | a? pair:couple of? | a n:numword)"
RULES = (
    Rule(
        "today",
        f"({BEFORE} | {_LEAD}) day:(today|yesterday|tomorrow|tonight) {PART}",
        _day,
        "today yesterday tomorrow tonight",
        lambda hit: not is_title(hit),
        "deictic",
    ),
    Rule(
        "day before yesterday",
        "the? day beyond:(before|after) day:(yesterday|tomorrow)",
        _day,
        "yesterday tomorrow",
        None,
        "deictic",
    ),
    Rule("night before last", "the night before last", _night_before_last, "night", None, "deictic"),
    Rule(
        "this morning",
        f"{_LEAD} (the? rel:(same|next|following|previous) | rel:(this|last|that|the)) {PART.rstrip('?')}",
        _night,
        "part night",
        lambda hit: hit.word("rel") != "the" or hit.after() not in _OF_CLAUSE,
    ),
    Rule(
        "last week",
        f"(the? {_LEAD})? the? {_RELS} unit:dayunit (or so)?",
        _period,
        "dayunit",
        lambda hit: not is_title(hit),
        "deictic",
    ),
    Rule("the weekend", f"{_LEAD} the unit:weekend", _the_weekend, "weekend", None, "deictic"),
    Rule("a weekend attack", "unit:weekend", _the_weekend, "weekend", _qualifies, "deictic"),
    Rule(
        "end of the month",
        f"the? {_AT} dash? (in|of|on)? the unit:(week|month|quarter|year|decade|century|day)",
        _the_period,
        "week month quarter year decade century day",
    ),
    Rule("the year", "the full? unit:(year|week)", _the_period, "year week", _the_year),
    Rule("year end", "the? unit:(year|month) (mark:dash | poss)? end", _last_day, "year month", _end_guard),
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
    Rule("last weeks attack", "rel:(last|this|next) unit:units", _period, "units", _lost_mark, "deictic"),
    Rule(
        "past year",
        "the? this? past unit:unit",
        _past_year,
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
