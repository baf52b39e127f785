"""Dates of publication in their many forms as ISO dates and date-times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import PurePath
from typing import Literal, get_args

from dateline.errors import InputError
from dateline.vocabulary.calendar import SHORT_MONTHS

Order = Literal["day-first", "month-first"]
"""What comes first in dates of figures such as 03/04/2014."""

EARLIEST, LATEST = 1600, 2199
"""Years outside are taken for a misread number, not a date: printed news begins in 1605."""

_MONTH = rf"({'|'.join(SHORT_MONTHS)})[a-z]*\.?"
_ZONE = r"(?P<zone>(?:gmt|utc)?\s*[+-]\d\d:?\d\d|z|[a-z]{2,4})?"
_CLOCK = rf"(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]\.?m\.?)?\s*{_ZONE}"
ISO = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-/.]?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:[t\s,]*(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>z|utc|gmt|[+-]\d\d:?(?:\d\d)?)?)?"
)
FIGURES = re.compile(r"(?P<one>\d\d?)(?P<dash>[-/.])\s?(?P<two>\d\d?)(?P=dash)\s?(?P<year>\d{4})(?!\d)")
DAY_FIRST = re.compile(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})")
MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})")
IN_NAME = re.compile(r"(?<!\d)(?P<year>\d{4})([-_.]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
FIGURES_IN_NAME = re.compile(r"(?<!\d)(?P<one>\d\d?)([-_.])(?P<two>\d\d?)\2(?P<year>\d{4})(?!\d)")
CLOCK = re.compile(_CLOCK)
ZONES = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Minutes east of Greenwich of the zone names that news uses without doubt; others are left away."""


def normalise(value: str, order: Order | None = None) -> str | None:
    """The ISO date or date-time that `value` names, with its clock and zone where it has them; None if unclear.

    Read are ISO 8601, mail and feed dates (RFC 2822), dates with a month's name, seconds since 1970, and dates of
    figures whose order is plain: "25/12/2014", "12/25/2014", and with dots, which stand between day and month only,
    "03.04.2014". One whose order is open ("03/04/2014") is read by `order`; without it, it stays None rather than a
    guess, and so does a month or year alone.
    """
    words = " ".join(value.split()).lower()
    forms: tuple[Callable[[str], str | None], ...] = (_iso, _mail, _epoch, lambda w: _figures(w, order), _named)
    try:
        return next((found for form in forms if (found := form(words)) is not None), None)
    except (ValueError, OverflowError):
        return None


def open_order(value: str) -> bool:
    """Whether a date is unclear only because day and month might be either."""
    return normalise(value) is None and normalise(value, "day-first") is not None


def in_name(source: str, order: Order | None = None) -> tuple[str | None, str | None]:
    """The date in the name of a file, the last one, and what looks like one there where none is clear.

    Read are "2026-03-11_bol.txt", "20260311.txt", and "11-03-2026.txt" as `normalise` reads dates of figures.
    """
    name = PurePath(source).name
    found = sorted((one.start(), one[0]) for form in (IN_NAME, FIGURES_IN_NAME) for one in form.finditer(name))
    clear = [date for _, words in found if (date := normalise(words.replace("_", "-"), order))]
    return (clear[-1], None) if clear else (None, found[-1][1] if found else None)


def order_option(value: str | None, name: str = "--dates") -> Order | None:
    """What comes first in dates of figures, as it is given as `name`; raises InputError where it is none."""
    known: tuple[Order, ...] = get_args(Order)
    found = next((one for one in known if one == value), None)
    if value is not None and found is None:
        raise InputError(f"{name}: {value!r} is none of {', '.join(known)}")
    return found


def option(value: str | date | None, name: str = "--published") -> str | None:
    """The ISO form of a date of publication that is given as `name`; raises InputError where it is none."""
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    found = normalise(value)
    if found is None:
        raise InputError(f"{name}: {value!r} is not a date; write it as 2024-08-02 or 2024-08-02T14:30:00Z")
    return found


def _iso(words: str) -> str | None:
    found = ISO.fullmatch(words)
    return _build(found["year"], found["month"], found["day"], found) if found else None


def _mail(words: str) -> str | None:
    if not re.match(r"(?:[a-z]{3,9},\s*)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d", words):
        return None
    return _checked(parsedate_to_datetime(words))


def _epoch(words: str) -> str | None:
    if not re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", words):
        return None
    number = float(words)
    return _checked(datetime.fromtimestamp(number / 1000 if number >= 1e11 else number, UTC))


def _figures(words: str, order: Order | None) -> str | None:
    found = FIGURES.match(words)
    if found is None:
        return None
    one, two = int(found["one"]), int(found["two"])
    if found["dash"] == "." or one > 12 or one == two:
        day, month = one, two
    elif two > 12 or order == "month-first":
        day, month = two, one
    elif order == "day-first":
        day, month = one, two
    else:
        return None
    return _build(found["year"], str(month), str(day), CLOCK.match(words[found.end() :].strip(" ,t")))


def _named(words: str) -> str | None:
    found = MONTH_FIRST.search(words) or DAY_FIRST.search(words)
    if found is None:
        return None
    rest = words[: found.start()] + "\n" + words[found.end() :]
    return _build(found["year"], str(SHORT_MONTHS.index(found["month"][:3]) + 1), found["day"], CLOCK.search(rest))


def _build(year: str, month: str, day: str, clock: re.Match[str] | None) -> str | None:
    if clock is None or clock["hour"] is None:
        found = date(int(year), int(month), int(day))
        return found.isoformat() if EARLIEST <= found.year <= LATEST else None
    hour = int(clock["hour"])
    half = (clock.groupdict().get("half") or "").replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    moment = datetime(int(year), int(month), int(day), hour, int(clock["minute"]), int(clock["second"] or 0))
    minutes = _zone(clock["zone"])
    return _checked(moment if minutes is None else moment.replace(tzinfo=timezone(timedelta(minutes=minutes))))


def _zone(words: str | None) -> int | None:
    if not words:
        return None
    offset = re.search(r"([+-])(\d\d):?(\d\d)?$", words)
    if offset is None:
        return ZONES.get(words)
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return -minutes if offset[1] == "-" else minutes


def _checked(moment: datetime) -> str | None:
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
