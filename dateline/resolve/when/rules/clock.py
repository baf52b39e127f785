"""Times of day with zones: "6:30 p.m. ET", "2101 GMT", "midnight Cairo time", "10 p.m. Wednesday"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period, safe_date
from dateline.resolve.when.reading import Reading, dated, unresolved
from dateline.resolve.when.rules.weekdays import part_of
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

_ZONE = "(open (zone | local time) close | zone | local time)?"
_DAY = (
    "(comma? on? (the? (late|early)? (day:wd dot? comma?)? (month:mon dot? date:(dayno|ordno) (comma? year:yearno)? "
    "| date:(dayno|ordno) month:mon year:yearno?) | day:wd | deictic:(today|yesterday|tomorrow|tonight)))"
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)? ?([aApP])?")
_BEFORE_TIME = word_set("at by until till from around about after before to between since and (")
_HALVES = {"morning": "a", "afternoon": "p", "evening": "p"}
_STEPS = {"yesterday": -1, "tomorrow": 1}
_TURNS = frozenset(("noon", "midday", "midnight"))
_BEFORE_PART = word_set("at before by until till since around about from after toward towards past just")


def _time_of(hit: Hit) -> str | None:
    """The TimeML time ("T18:30"), or None where the figures are no time of day."""
    if hit.has("name"):
        value = str(hit.value("name"))
        return "T24:00" if hit.word("name") == "midnight" else value
    text = str(hit.value("at"))
    if hit.tokens.word(hit.token("at")).isdigit() and len(hit.word("at")) == 4:
        hour, minute, half = int(text[:2]), text[2:], None
    else:
        match = _CLOCK.match(text)
        if match is None:
            return None
        hour, minute, half = int(match[1]), match[2] or "00", match[3]
    half = half or _HALVES.get(hit.word("half"))
    if hour > 24 or int(minute) > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"T{hour:02d}:{minute}"


def _clock(hit: Hit, frame: Frame) -> Reading | None:
    time = _time_of(hit)
    if time is None:
        return None
    found = _day_of(hit, frame)
    if found is None:
        return unresolved(f"XXXX-XX-XX{time}", "TIME")
    return dated(found[0], found[1], time)


def _day_of(hit: Hit, frame: Frame) -> tuple[Period, str] | None:
    """The day named with the time; else the one mentioned in the same sentence; else the day of writing."""
    if hit.has("month"):
        return _date_of(hit, frame)
    if hit.has("day"):
        return frame.weekday(hit, hit.number("day"))
    if hit.has("deictic"):
        if frame.today is None:
            return None
        return periods.day(frame.today + timedelta(days=_STEPS.get(hit.word("deictic"), 0))), frame.basis
    if (weekday := _weekday_after(hit)) is not None:
        return frame.weekday(hit, weekday)
    if (day := frame.day_near(hit)) is not None:
        return day, MENTION
    now = frame.now()
    return (periods.day(now[0]), now[1]) if now else None


def _weekday_after(hit: Hit) -> int | None:
    """The weekday named within a few words after a time ("at 8 p.m. (1900 GMT) on Friday")."""
    for i in range(hit.last, min(hit.last + 6, len(hit.tokens.codes))):
        if hit.tokens.codes[i] == CODE["weekday"]:
            return int(hit.tokens.values[i] or 0)
        if hit.tokens.word(i) in {".", ";"}:
            return None
    return None


def _date_of(hit: Hit, frame: Frame) -> tuple[Period, str] | None:
    month, number = hit.number("month"), hit.number("date")

    def made(year: int) -> Period | None:
        found = safe_date(year, month, number)
        return periods.day(found) if found else None

    if hit.has("year"):
        found = made(hit.number("year"))
        return (found, "explicit") if found else None
    return frame.yearly(hit, made)


def _guard(hit: Hit) -> bool:
    """Scores ("won 3:10") and sport times are kept out by what stands around them."""
    bare = bool(re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?", hit.word("at")))
    return not bare or hit.before() in _BEFORE_TIME or hit.last - hit.first > 1


def _turns(hit: Hit) -> bool:
    """True for noon and midnight, the parts of the day that are a time by themselves."""
    return hit.word("name") in _TURNS and hit.before() != "high"


def _is_raid(hit: Hit) -> bool:
    return hit.after() in {"raid", "raids", "oil", "mass"}


def _at_part(hit: Hit) -> bool:
    """Rule: "at dawn", "before nightfall", "around midmorning", "mid-morning blasts", not "a new dawn"."""
    compound = hit.tokens.word(hit.first) == "mid"
    return (compound or hit.before() in _BEFORE_PART) and hit.after() not in {"of", "prayer", "prayers"}


def _within_day(hit: Hit) -> bool:
    """Rule: "in the morning", not "the night of the long knives"."""
    named = hit.word("part") in {"morning", "afternoon", "evening"}
    return named and hit.last - hit.first == 2 and hit.before() in {"in", "during", "on"}


def _overnight(hit: Hit, frame: Frame) -> Reading | None:
    """The night that ended on the day of writing, or the night of the day mentioned just before."""
    now = frame.now()
    if (day := frame.day_near(hit)) is not None:
        return dated(day, MENTION, "TNI")
    return dated(periods.day(now[0]), now[1], "TNI") if now else unresolved("XXXX-XX-XXTNI", "TIME")


def _in_day(hit: Hit, frame: Frame) -> Reading | None:
    found = _day_of(hit, frame)
    suffix = part_of(hit)
    return dated(found[0], found[1], suffix) if found else unresolved(f"XXXX-XX-XX{suffix}", "TIME")


RULES = (
    Rule(
        "clock",
        f"at:(clock|hour_figure|hhmm) (in the part:part)? {_ZONE} {_DAY}?",
        _clock,
        "clock hour_figure hhmm",
        _guard,
    ),
    Rule("o'clock", "at:(dayno|numword) (apos? clock_word | clock_word)", _clock, "clock_word"),
    Rule(
        "4 in the morning",
        "at:(dayno|numword) in the half:part",
        _clock,
        "part",
        lambda hit: hit.word("half") in _HALVES and hit.before() in _BEFORE_TIME and 1 <= hit.number("at") <= 12,
    ),
    Rule(
        "noon",
        f"name:part {_ZONE} {_DAY}",
        _clock,
        "part",
        _turns,
    ),
    Rule(
        "midnight",
        f"name:part ({_ZONE} | local time)",
        _clock,
        "part",
        lambda hit: _turns(hit) and not _is_raid(hit),
    ),
    Rule(
        "at dawn",
        "part:part",
        _in_day,
        "part",
        lambda hit: hit.word("part") not in _TURNS and hit.word("part") not in _HALVES and _at_part(hit),
    ),
    Rule("mid-morning", "mid dash part:part", _in_day, "part", _at_part),
    Rule("overnight", "overnight", _overnight, "overnight"),
    Rule(
        "the morning",
        "(the|this)? part:(part|night)",
        _in_day,
        "part night",
        _within_day,
    ),
)
