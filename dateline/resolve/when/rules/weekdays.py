"""Days of the week, with parts of the day and weeks: "Tuesday", "late on Friday", "last Sunday night"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.resolve.when import periods
from dateline.resolve.when.cues import NO_NOUN
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period
from dateline.resolve.when.reading import Reading, dated, repeated, unresolved
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

PART = "(the? early? part:(part|night))?"
BEFORE = "(the? (early|late|mid) dash? part:(part|night) hours_? (of|on)?)"
"""A part of the day in front of the day: "mid-afternoon yesterday", "the early morning hours of Thursday"."""
_LEAD = "((early|late|mid|earlier|later) dash? on?)?"
_REL = "(the? this? rel:(last|past|this|next|coming) | the rel:(previous|following|same))?"
_OF_DAY = "(the? part:(part|night) of)?"
_WEEK = "(of? week:(last|this|next|that) week)?"
_DAY_NIGHTS = frozenset(CODE[day] + CODE["nights_"] for day in ("weekday", "wdshort"))
"""What makes "Monday" in "Monday and Tuesday nights" one of the nights."""
_BEFORE_THAT = word_set("on by until from since for earlier later")
_MOST_WEEKS = 60
_NO_NOUN = NO_NOUN | word_set(
    "between through until during when where while because if is will would can could may might i he she it we you "
    "they the a an this that these those his her its our their my your only alone there of not no than"
)
_BEFORE_PLURAL = word_set(
    "on most some many all every each other alternate and or few several to until between from both two three "
    "four five six last next past for the consecutive straight"
)


def part_of(hit: Hit) -> str:
    """The TimeML suffix of the part of the day that the words name."""
    if not hit.has("part"):
        return ""
    value = str(hit.value("part"))
    return "TNI" if value == "N" else value


def in_part(found: tuple[Period, str] | None, suffix: str, timex: str) -> Reading:
    """The reading of a day and a part of it; midnight is the end of the day named."""
    if found is None:
        return unresolved(timex + suffix, "TIME" if suffix else "DATE")
    period, basis = found
    return dated(period, basis, suffix)


def _weekday(hit: Hit, frame: Frame) -> Reading | None:
    number = hit.number("day")
    if hit.after() in {"and", "or"} and hit.tokens.codes[hit.last + 1 : hit.last + 3] in _DAY_NIGHTS:
        return repeated(f"XXXX-WXX-{number + 1}TNI")
    unknown = f"XXXX-WXX-{number + 1}"
    if hit.has("week"):
        return in_part(_of_week(hit, frame, number), part_of(hit), unknown)
    if hit.has("rel"):
        return in_part(_relative(hit, frame, number), part_of(hit), unknown)
    if (first := _range_start(hit, frame)) is not None:
        return in_part((periods.day(_beyond(first, number, 1, 1)), MENTION), part_of(hit), unknown)
    return in_part(frame.weekday(hit, number), part_of(hit), unknown)


def _range_start(hit: Hit, frame: Frame) -> date | None:
    """The first day of "Monday to Wednesday" when the match is the last: it comes after the first."""
    codes = hit.tokens.codes
    if hit.before() not in {"to", "through", "-", "–", "until"} or hit.first < 2 or frame.last is None:
        return None
    return frame.last.start if codes[hit.first - 2] == CODE["weekday"] and frame.last.grain == "day" else None


def _of_week(hit: Hit, frame: Frame, number: int) -> tuple[Period, str] | None:
    now = frame.now()
    if now is None:
        return None
    steps = {"last": -1, "next": 1}.get(hit.word("week"), 0)
    monday = periods.beside(now[0], "week", steps).start
    return periods.day(monday + timedelta(days=number)), now[1]


def _relative(hit: Hit, frame: Frame, number: int) -> tuple[Period, str] | None:
    """Rule: "Last Tuesday" is the latest Tuesday at least two days ago (yesterday has its own name); "next" alike."""
    word = hit.word("rel")
    if word in {"previous", "preceding", "prior", "following", "subsequent", "ensuing", "that", "same"}:
        at = frame.then(hit)
        if at is None:
            return None
        (period, basis), step = at, -1 if word in {"previous", "preceding", "prior"} else 1
        return periods.day(_beyond(period.start, number, step, 0 if word in {"that", "same"} else 1)), basis
    now = frame.now()
    if now is None:
        return None
    if word == "this" and "past" not in " ".join(hit.words):
        monday = periods.week(now[0]).start
        return periods.day(monday + timedelta(days=number)), now[1]
    if word in {"next", "coming"}:
        return periods.day(_beyond(now[0], number, 1, 2 if word == "next" else 1)), now[1]
    return periods.day(_beyond(now[0], number, -1, 2 if word == "last" else 1)), now[1]


def _beyond(anchor: date, number: int, step: int, least: int) -> date:
    """The nearest such weekday before (`step` -1) or after (1) a day, at least so many days away."""
    away = (number - anchor.weekday()) * step % 7
    return anchor + timedelta(days=step * (away if away >= least else away + 7))


def _guard(hit: Hit) -> bool:
    """Short names ("Sat", "Wed") only with a full stop or after "on"; "Black Friday" and "Bloody Sunday" are names."""
    at = hit.token("day")
    if hit.tokens.codes[at] == CODE["wdshort"]:
        return hit.tokens.word(at - 1) in {"on", "last", "this", "next", "since", "until", "by"}
    return hit.before() not in {"black", "bloody", "super", "ruby", "boxing", "giving", "fat"} or not _named(hit)


def _that_guard(hit: Hit) -> bool:
    """Rule: "On that Friday", "That Friday the guns fell silent", not "said that Friday's raid …"."""
    return hit.before() in _BEFORE_THAT or hit.tokens.raw(hit.first)[0].isupper()


def _named(hit: Hit) -> bool:
    return hit.tokens.raw(hit.first - 1)[:1].isupper()


def _overnight(hit: Hit, frame: Frame) -> Reading:
    """The night of the day named: "overnight Friday"; that which ended on it: "overnight into Friday"."""
    number = hit.number("day")
    return in_part(frame.weekday(hit, number), "TNI", f"XXXX-WXX-{number + 1}")


def _weeks_ago(hit: Hit, frame: Frame) -> Reading | None:
    """The weekday so many times ago: "three Fridays ago"."""
    now, number, times = frame.now(), hit.number("day"), hit.number("n")
    if now is None or not 1 <= times <= _MOST_WEEKS:
        return None
    return dated(periods.day(_beyond(now[0], number, -1, 1) - timedelta(days=7 * (times - 1))), now[1])


def _possessive(hit: Hit) -> bool:
    """Rule: "Sundays bombardment killed ten" has lost its apostrophe; "on Sundays", "Sundays are quiet" have not."""
    after = hit.tokens.raw(hit.last)
    noun = after[:1].isalpha() and after.lower() not in _NO_NOUN
    return _plural_guard(hit) and noun and hit.before() not in _BEFORE_PLURAL


def _every(hit: Hit, _: Frame) -> Reading | None:
    return repeated(f"XXXX-WXX-{hit.number('day') + 1}{part_of(hit)}")


def _plural_guard(hit: Hit) -> bool:
    return hit.tokens.raw(hit.token("day"))[0].isupper()


RULES = (
    Rule(
        "weekday",
        f"({_OF_DAY} {_LEAD} | {BEFORE}) {_REL} (day:weekday | day:wdshort dot?) {PART} {_WEEK}",
        _weekday,
        "wd",
        _guard,
        "deictic",
    ),
    Rule("that weekday", f"rel:that day:weekday {PART}", _weekday, "weekday", _that_guard, "deictic"),
    Rule("overnight on a weekday", "overnight on? day:weekday", _overnight, "overnight", None, "deictic"),
    Rule(
        "overnight into a weekday",
        "overnight (from? weekday)? (into|to) day:weekday",
        _overnight,
        "overnight",
        None,
        "deictic",
    ),
    Rule("weekdays ago", "n:number day:weekdays ago", _weeks_ago, "ago", None, "deictic"),
    Rule("weekday without its apostrophe", "day:weekdays", _weekday, "weekdays", _possessive, "deictic"),
    Rule("weekdays", f"(every|each)? alternate? day:weekdays {PART}", _every, "weekdays", _plural_guard),
    Rule("every weekday", f"(every|each) alternate? day:wd {PART}", _every, "wd"),
    Rule(
        "weekday nights", "day:wd part:nights_", lambda hit, _: repeated(f"XXXX-WXX-{hit.number('day') + 1}TNI"), "wd"
    ),
)
