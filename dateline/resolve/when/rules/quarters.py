"""Quarters and halves of years: "third quarter", "the quarter ended Sept. 30", "the same period last year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.resolve.when import periods
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import Period
from dateline.resolve.when.reading import Reading, dated, unresolved
from dateline.resolve.when.rules.pieces import YEAR, year_basis, year_of
from dateline.resolve.when.words import MONTH_CODES

_RECURRING = frozenset(("quarter", "half", "season", "month", "week", "day"))


def _quarter(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The fourth quarter" is the latest over or nearly so; "the year-ago third quarter" one year back."""
    number = hit.number("n")
    return _of_number(hit, frame, number) if 1 <= number <= 4 else None


def _of_number(hit: Hit, frame: Frame, number: int) -> Reading:
    year, basis = year_of(hit, frame), year_basis(hit, frame)
    if year is None:
        now = frame.now()
        if now is None:
            return unresolved(f"XXXX-Q{number}")
        last_year = number - (now[0].month + 2) // 3 > 1 or (number == 4 and now[0].month <= 4)
        year, basis = now[0].year - last_year, now[1]
    return dated(periods.quarter(year - hit.has("ago"), number), basis)


def _last_quarter(hit: Hit, frame: Frame) -> Reading | None:
    return _of_number(hit, frame, 4) if year_of(hit, frame) is not None else None


def _month_quarter(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The March quarter" is the one that ends in March."""
    found = frame.yearly(hit, lambda year: _ended_in(year, hit.number("month")))
    return dated(*found) if found else unresolved("XXXX-QX")


def _month_before(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The same month last year" is the month spoken of, in the year before; none where no month was."""
    at = frame.then(hit)
    if at is None or at[0].grain not in {"month", "day"}:
        return unresolved("XXXX-XX")
    month = at[0].start
    year = hit.number("year") if hit.has("year") else month.year - 1
    return replace(dated(periods.month(year, month.month), at[1]), anchor=None)


def _short(hit: Hit, frame: Frame) -> Reading | None:
    """The quarter of "Q3 2023", the half of "H1 2024"; without a year the quarter that "the third quarter" is."""
    name = str(hit.value("name"))
    number = int(name[1])
    if name[0] == "Q":
        return _of_number(hit, frame, number)
    year = year_of(hit, frame)
    return None if year is None else dated(periods.half(year, number), year_basis(hit, frame))


def _half(hit: Hit, frame: Frame) -> Reading | None:
    number = 1 if hit.word("n") in {"first", "1st"} else 2
    year = year_of(hit, frame)
    if year is not None:
        return dated(periods.half(year, number), year_basis(hit, frame))
    now = frame.now()
    if now is None:
        return unresolved(f"XXXX-H{number}")
    return dated(periods.half(now[0].year - (now[0].month <= 2), number), now[1])


def _the_period(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The latest quarter", "the year-earlier period": the quarter spoken of, or the last one that ended."""
    at = _quarter_meant(hit, frame)
    if at is None:
        return unresolved("XXXX-QX")
    period, basis = at
    if (hit.has("ago") or hit.has("year")) and frame.reported is not None:
        period = frame.reported
    if frame.months and (hit.has("ago") or hit.has("year")):
        year = hit.number("year") if hit.has("year") else period.start.year - 1
        return replace(dated(periods.year(year), basis), anchor=None)
    if hit.has("ago"):
        return replace(dated(periods.beside(period.start, "quarter", -4), basis), anchor=None)
    if not hit.has("year"):
        return dated(period, basis)
    if period.grain != "quarter":
        return None
    return replace(dated(periods.quarter(hit.number("year"), int(period.timex[-1])), basis), anchor=None)


def _quarter_meant(hit: Hit, frame: Frame) -> tuple[Period, str] | None:
    """The quarter that "ended Sept. 30" names; the present one; the one spoken of, if over where it is the latest."""
    now, spoken = frame.now(), frame.quarter
    if hit.after() in {"ended", "ending"} and hit.tokens.codes[hit.last + 1 : hit.last + 2] in MONTH_CODES:
        month = int(hit.tokens.values[hit.last + 1] or 1)
        ended = frame.yearly(hit, lambda year: _ended_in(year, month))
        if ended is not None:
            return ended
    if spoken is not None and not hit.has("current") and not (hit.has("latest") and now and spoken.end >= now[0]):
        return spoken, MENTION
    return (periods.beside(now[0], "quarter", 0 if hit.has("current") else -1), now[1]) if now else frame.then(hit)


def _ended_in(year: int, month: int) -> Period:
    """Rule: A quarter that ends in July is told as the calendar quarter that holds two of its three months."""
    return periods.around(periods.shift(date(year, month, 1), "month", -1), "quarter")


def _year_before(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "The same period last year", "the quarter a year ago": what was spoken of last, in the year before."""
    spoken = frame.quarter or (frame.last if frame.last and frame.last.grain in _RECURRING else None)
    if spoken is None or spoken.start.year <= 1:
        now = frame.now()
        year = hit.number("year") if hit.has("year") else now[0].year - 1 if now else 0
        return dated(periods.year(year), now[1] if now else "explicit") if year else unresolved("XXXX")
    year = hit.number("year") if hit.has("year") else spoken.start.year - 1
    period = periods.of_timex(f"{year:04d}{spoken.timex[4:]}")
    return replace(dated(period, MENTION), anchor=None) if period else None


RULES = (
    Rule("Q3", f"name:qno ((of|comma)? the? {YEAR})?", _short, "qno"),
    Rule(
        "quarter",
        f"the? fiscal? dash? n:(ordword|ordno|first|second) dash? quarter ((of|comma)? the? {YEAR})?",
        _quarter,
        "quarter",
    ),
    Rule(
        "quarter of a year",
        "the? (year:yearno | reldet:(this|last|next) year poss?) fiscal? n:(ordword|ordno|first|second) dash? quarter",
        _quarter,
        "quarter",
    ),
    Rule(
        "quarter of the year before",
        "the? year dash? ago:(earlier|ago) fiscal? n:(ordword|ordno|first|second) dash? quarter",
        _quarter,
        "quarter",
    ),
    Rule("final quarter of a year", f"the? edge:(final|last) quarter of the? {YEAR}", _last_quarter, "quarter"),
    Rule("March quarter", "the month:mon quarter", _month_quarter, "quarter"),
    Rule(
        "same month last year",
        "the? (same|corresponding) month ((of|in)? (year:yearno | last year | the previous year) "
        "| a year (ago|earlier))",
        _month_before,
        "month",
    ),
    Rule("half of a year", f"the? n:(first|second|last|final|latest) half of the? {YEAR}", _half, "half"),
    Rule("half", "the? n:(first|second) half of the year", _half, "half"),
    Rule("quarter of a year told", "the? year:yearno (quarter | period)", _the_period, "quarter period"),
    Rule(
        "latest quarter",
        "the (latest:latest | current:current)? quarter | the latest:latest period",
        _the_period,
        "quarter period",
    ),
    Rule(
        "year-ago quarter",
        "the? (corresponding? year dash? ago:(earlier|ago) | ago:corresponding) (quarter|period)",
        _the_period,
        "quarter period",
    ),
    Rule(
        "same period last year",
        "the? ((same|corresponding) (quarter|period) ((of|in)? (year:yearno | last year | the previous year) "
        "| a year (ago|earlier)) | quarter a year (ago|earlier) | last year poss (quarter|period))",
        _year_before,
        "quarter period",
    ),
)
