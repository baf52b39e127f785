"""Days and months of the calendar: "Sept. 11, 2001", "26 November", "early June", "March 3-5", "22.03.2013"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.resolve.when import periods
from dateline.resolve.when.cues import DEEDS
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.holidays import holiday, is_exact, nth_weekday
from dateline.resolve.when.known import known_event
from dateline.resolve.when.periods import Period, safe_date
from dateline.resolve.when.reading import Reading, dated, repeated, spread, unresolved
from dateline.resolve.when.rules.weekdays import part_of
from dateline.resolve.when.words import CODE, MONTH_CODES
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.calendar import MONTHS

PART_OF = "(the? (early|late|mid) dash? | (the? (beginning|end|middle) of the? | (early|late) in) the?)"
PHASE = f"{PART_OF}?"
"""Words for a part of a period ("early", "the end of"): the whole period is given, as its edges are not stated."""

YEAR = "(comma? (of|in)? comma? year:yearno | of? reldet:(this|last|next|that|previous|following) year)"
_WEEKDAY = "(wd dot? comma? (the | on)?)?"
_OF_DAY = "(the? part:(part|night) of)?"
"""Rule: "the night of Nov. 13", "the morning of 4 May": a part of the day named."""

_IN_FRONT = word_set(
    "in of since until till least by last early late this next from to between through during before after mid and "
    "or the for late-april mid- beginning end until about around on every each previous past throughout"
)
_OWNERS = word_set("a the his her its their this that")
_MONTHLY = word_set(
    "attack attacks protest protests election elections vote referendum speech meeting summit visit raid raids bombing "
    "bombings strike strikes coup deal agreement decision report interview conference deadline killing killings "
    "offensive ruling talks poll polls shooting assault ceasefire truce trip announcement statement parade massacre"
)
"""What happens in a month, behind "May" and "March": "a May attack", not "the March for Life" or "the May cabinet"."""
_NO_MONTH_AFTER = word_set("be have not also still well never say he she they it you i we on in")


def year_of(hit: Hit, frame: Frame) -> int | None:
    """The year that the words give in figures or as "this year"; None where they give none."""
    if hit.has("year"):
        return hit.number("year")
    if not hit.has("reldet"):
        return None
    word = hit.word("reldet")
    at = frame.then(hit) if word in {"that", "previous", "preceding", "prior", "following", "subsequent"} else None
    now = frame.now()
    anchor = at[0].start if at else (now[0] if now else None)
    if anchor is None:
        return None
    return anchor.year + {"last": -1, "next": 1, "previous": -1, "following": 1}.get(word, 0)


def year_basis(hit: Hit, frame: Frame) -> str:
    """What the year was reckoned from."""
    if hit.has("reldet"):
        return MENTION if hit.word("reldet") == "that" else frame.basis
    return "explicit"


def _no_year(timex: str) -> Reading:
    return unresolved(f"XXXX-{timex}")


def month_day(hit: Hit, frame: Frame, part: str = "day") -> Reading | None:
    """The day of a month that the words name, in the year they give or the sentence asks for."""
    number, month = hit.number(part), hit.number("month")
    if safe_date(2000, month, number) is None:
        return None
    if hit.has("reldet") or hit.has("year"):
        year = year_of(hit, frame)
        found = None if year is None else safe_date(year, month, number)
        return dated(periods.day(found), year_basis(hit, frame)) if found else _no_year(f"{month:02d}-{number:02d}")
    if hit.has("rel") and (now := frame.now()):
        near = _near_holiday(lambda year: _day_period(year, month, number), now[0], hit.word("rel"))
        return dated(near, now[1]) if near else None
    if (behind := _year_behind(hit, month, number)) is not None and safe_date(behind, month, number):
        return dated(periods.day(date(behind, month, number)), "explicit")
    if (month, number) == (9, 11) and _is_2001(hit, frame):
        return dated(periods.day(date(2001, 9, 11)), "explicit")
    if part == "day" and (known := known_event(hit, month, number, frame.today)) is not None:
        return dated(periods.day(known), "explicit")
    chosen = frame.yearly(hit, lambda year: _day_period(year, month, number))
    return dated(*chosen) if chosen else _no_year(f"{month:02d}-{number:02d}")


def _day_or_part(hit: Hit, frame: Frame) -> Reading | None:
    found, suffix = month_day(hit, frame), part_of(hit)
    return replace(found, timex=f"{found.timex}{suffix}", kind="TIME") if found and suffix else found


def _is_2001(hit: Hit, frame: Frame) -> bool:
    """Rule: "the Sept. 11 attacks" are those of 2001, unless the text was written soon after a later 11 September.

    Of one attack that is so only where the year of writing has had no such day yet.
    """
    if frame.today is None:
        return False
    since = (frame.today - date(frame.today.year, 9, 11)).days % 365
    steps = 2 if hit.after() in {"terror", "terrorist"} else 1
    known = hit.after(steps) in {"attacks", "attackers", "hijackers", "hijackings"}
    if known and not _ON_THE_DAY < since <= _SOON_AFTER and hit.after(steps + 1) != "on":
        return True
    if not hit.after().startswith(("attacks", "terror", "hijack")):
        return False
    return (frame.today - date(2001, 9, 11)).days >= 0 and (frame.today.month, frame.today.day) < (9, 11)


_ON_THE_DAY, _SOON_AFTER = 1, 30
"""Days after 11 September in which several attacks may be new ones; the day itself and its morrow recall the old."""


def _day_period(year: int, month: int, number: int) -> Period | None:
    found = safe_date(year, month, number)
    return periods.day(found) if found else None


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
        return dated(found, year_basis(hit, frame)) if found else _no_year(f"{month:02d}")
    chosen = frame.yearly(hit, made)
    return dated(*chosen) if chosen else _no_year(f"{month:02d}")


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


_BEHIND_DAY = word_set("in at on when as by to with for during after before near and but that which between")


def _month(hit: Hit, frame: Frame) -> Reading | None:
    month = hit.number("month")
    if hit.has("year") or hit.has("reldet"):
        year = year_of(hit, frame)
        if year is None or not 1 <= year <= 9998:
            return _no_year(f"{month:02d}")
        return dated(periods.month(year, month), year_basis(hit, frame))
    if hit.has("rel"):
        return _near_month(hit, frame, month, hit.word("rel"))
    if (year := _year_behind(hit, month)) is not None:
        return dated(periods.month(year, month), "explicit")
    chosen = frame.yearly(hit, lambda year: periods.month(year, month))
    return dated(*chosen) if chosen else _no_year(f"{month:02d}")


def _year_behind(hit: Hit, month: int, day: int = 0) -> int | None:
    """Rule: "from October to March 1945", "May 3 and June 9, 2012": the year of the later month is that of both."""
    tokens, at = hit.tokens, hit.last + 1
    if hit.after() not in _JOINS or tokens.codes[at : at + 1] not in MONTH_CODES:
        return None
    later = (int(tokens.values[at] or 0), 0)
    at += 1 + (tokens.word(at + 1) in {".", "of", ","})
    if tokens.codes[at : at + 1] == CODE["dayno"]:
        later = (later[0], int(tokens.values[at] or 0))
        at += 1 + (tokens.word(at + 1) == ",")
    if tokens.codes[at : at + 1] != CODE["yearno"] or bool(day) != bool(later[1]):
        return None
    return int(tokens.values[at] or 0) - ((month, day) > later)


_JOINS = frozenset(("and", "to", "through", "until", "-", "–", "—", "or"))


def _near_month(hit: Hit, frame: Frame, month: int, word: str) -> Reading:
    """Rule: "last August" is the latest before this month, "next" the first after it, "this" is of this year."""
    at = frame.then(hit) if word in {"that", "following", "previous"} else None
    now = (at and (at[0].start, at[1])) or frame.now()
    if now is None:
        return _no_year(f"{month:02d}")
    anchor, basis = now
    year = anchor.year
    if word in {"last", "past", "previous"}:
        year -= month >= anchor.month
    elif word in {"next", "coming", "following"}:
        year += month <= anchor.month
    return dated(periods.month(year, month), basis)


def _month_guard(hit: Hit) -> bool:
    """A bare "May", "March" or abbreviation needs a word like "in" before it; names of people follow a title."""
    code = hit.tokens.codes[hit.token("month")]
    alone = hit.last - hit.first == 1
    if hit.has("rel") and hit.tokens.codes[hit.last : hit.last + 1] == CODE["yearno"]:
        return False  # "this September 2010 photo"
    if hit.word("rel") == "that" and code != CODE["monthname"] and hit.after() in _AUXILIARIES:
        return False  # "added that May would honour the result"
    if not alone or code == CODE["monthname"]:
        return not (alone and _is_name(hit))
    if code == CODE["monshort"]:
        return hit.before() in _IN_FRONT and hit.after() == "."
    if hit.before() == "in" or _in_list(hit):
        return True
    if hit.before() in _OWNERS and hit.tokens.raw(hit.last).isalpha() and hit.after() in _MONTHLY:
        return True
    ambiguous = hit.before() not in _IN_FRONT or hit.before() in {"and", "or", "the", "for", "to", "on", "about"}
    return not ambiguous and hit.after() not in _NO_MONTH_AFTER


_AUXILIARIES = word_set("would will could can should must might may has had was is did does 's ’s")


def _in_list(hit: Hit) -> bool:
    """True for months beside a month: "May or June", "January to March"."""
    joins = {"or", "and", "to", "through", "-", "–"}
    return (hit.after() in joins and hit.after(2) in MONTHS) or (hit.before() in joins and hit.before(2) in MONTHS)


def _is_name(hit: Hit) -> bool:
    """True for "April Jones", "Mr. August" and the like."""
    return hit.before(1) in {"mr", "mrs", "ms", "miss"} or hit.before(2) in {"mr", "mrs", "ms", "miss"}


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


_FRESH = 10
"""Days within which a report is out."""


def _holiday(hit: Hit, frame: Frame) -> Reading | None:
    key = str(hit.value("name"))

    def made(year: int) -> Period | None:
        days = holiday(key, year)
        if days is None:
            return None
        grain = "day" if days[0] == days[1] else "range"
        timex = days[0].isoformat() if grain == "day" else f"{days[0]}/{days[1]}"
        return Period(*days, grain, timex)

    if hit.has("year") or hit.has("reldet"):
        year = year_of(hit, frame)
        found = None if year is None or not 1 < year < 9998 else made(year)
        return dated(found, year_basis(hit, frame)) if found else None
    now = frame.now()
    if hit.has("rel") and now is not None:
        found = _near_holiday(made, now[0], hit.word("rel"))
        return dated(found, now[1]) if found else None
    chosen = frame.yearly(hit, made)
    if chosen is None:
        return unresolved(None if is_exact(key) else "XXXX")
    if hit.has("unit"):
        around = periods.weekend if hit.word("unit") == "weekend" else periods.week
        return dated(around(chosen[0].start), chosen[1])
    return dated(*chosen)


def _near_holiday(made: Callable[[int], Period | None], anchor: date, word: str) -> Period | None:
    choices = [found for shift in (-1, 0, 1) if (found := made(anchor.year + shift))]
    if word in {"last", "past"}:
        return next((p for p in reversed(choices) if p.end < anchor), None)
    if word in {"next", "coming"}:
        return next((p for p in choices if p.start > anchor), None)
    return made(anchor.year)


def _nine_eleven(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The 11th anniversary of 9/11" is in 2012, "the anniversary of 9/11" the one that the sentence means.

    "The 9/11 attacks" are those of 2001 whatever their anniversary.
    """
    steps = 3 if hit.before() == "the" else 2
    if hit.after() in DEEDS:
        return dated(periods.day(date(2001, 9, 11)), "explicit")
    if hit.before(steps) == "anniversary" and hit.before(steps - 1) == "of":
        if number := re.match(r"\d+", hit.before(steps + 1)):
            return dated(periods.day(date(2001 + int(number.group()), 9, 11)), "explicit")
        chosen = frame.yearly(hit, lambda year: _day_period(year, 9, 11))
        return dated(*chosen) if chosen else _no_year("09-11")
    return dated(periods.day(date(2001, 9, 11)), "explicit")


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
    Rule("month year", f"{PHASE} month:mon dot? {YEAR}", _month, "mon", None, "explicit"),
    Rule(
        "month",
        f"{PHASE} rel:(last|past|this|next|coming|that|previous|following)? month:mon",
        _month,
        "mon",
        _month_guard,
    ),
    Rule("iso date", "date:iso", _iso, "iso", None, "explicit"),
    Rule("iso week", "date:isoweek", _iso_week, "isoweek", None, "explicit"),
    Rule("date in figures", "date:numdate", _figures, "numdate", None, "explicit"),
    Rule(
        "holiday",
        f"(rel:(last|past|this|next|coming) | year:yearno)? name:holiday {YEAR}?",
        _holiday,
        "holiday",
    ),
    Rule("week of a holiday", "name:holiday unit:(week|weekend)", _holiday, "holiday"),
    Rule("9/11", "nine_eleven", _nine_eleven, "nine_eleven"),
)
