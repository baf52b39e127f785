"""Days with names: fixed feasts, feasts reckoned from Easter, n-th weekdays, and feasts of the Islamic calendar.

Islamic feasts follow the sighting of the moon and can fall a day or two off what is reckoned here (the civil
calendar of alternating months, epoch 16 July 622 Julian), so they are given with a day on either side.
"""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "new year": (1, 1),
    "epiphany": (1, 6),
    "orthodox christmas": (1, 7),
    "valentine": (2, 14),
    "women": (3, 8),
    "patrick": (3, 17),
    "nowruz": (3, 21),
    "fools": (4, 1),
    "may day": (5, 1),
    "victory": (5, 9),
    "bastille": (7, 14),
    "assumption": (8, 15),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "armistice": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "new year eve": (12, 31),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter monday": 1,
    "ascension": 39,
    "pentecost": 49,
}
_NTH_WEEKDAY = {
    "king": (1, 0, 3),
    "presidents": (2, 0, 3),
    "memorial": (5, 0, -1),
    "labor": (9, 0, 1),
    "columbus": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
_ISLAMIC = {"ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 1), "eid al-adha": (12, 10, 1), "ashura": (1, 10, 1)}
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
MOON_DAYS = 1
"""Days on either side of a feast that hangs on the sighting of the moon."""

NAMES = {
    "new year's day": "new year",
    "new year's eve": "new year eve",
    "new year’s day": "new year",
    "new year’s eve": "new year eve",
    "epiphany": "epiphany",
    "orthodox christmas": "orthodox christmas",
    "valentine's day": "valentine",
    "valentine’s day": "valentine",
    "international women's day": "women",
    "international women’s day": "women",
    "st. patrick's day": "patrick",
    "st. patrick’s day": "patrick",
    "nowruz": "nowruz",
    "april fools' day": "fools",
    "may day": "may day",
    "victory day": "victory",
    "bastille day": "bastille",
    "halloween": "halloween",
    "all saints' day": "all saints",
    "armistice day": "armistice",
    "veterans day": "armistice",
    "christmas eve": "christmas eve",
    "christmas day": "christmas",
    "christmas": "christmas",
    "boxing day": "boxing",
    "ash wednesday": "ash wednesday",
    "palm sunday": "palm sunday",
    "good friday": "good friday",
    "easter sunday": "easter",
    "easter day": "easter",
    "easter monday": "easter monday",
    "easter": "easter",
    "ascension day": "ascension",
    "pentecost": "pentecost",
    "martin luther king day": "king",
    "martin luther king jr. day": "king",
    "presidents day": "presidents",
    "presidents' day": "presidents",
    "memorial day": "memorial",
    "labor day": "labor",
    "columbus day": "columbus",
    "thanksgiving day": "thanksgiving",
    "thanksgiving": "thanksgiving",
    "ramadan": "ramadan",
    "eid al-fitr": "eid al-fitr",
    "eid ul-fitr": "eid al-fitr",
    "eid al-adha": "eid al-adha",
    "eid ul-adha": "eid al-adha",
    "ashura": "ashura",
}


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th such weekday of a month (-1: the last)."""
    if n < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def _islamic(year: int, month: int, day: int) -> date:
    """A day of the civil Islamic calendar as a Gregorian date."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 - 1
    return date.fromordinal(_ISLAMIC_EPOCH + days)


def _islamic_in(year: int, month: int, day: int) -> date | None:
    """The first such Islamic day that falls in a Gregorian year."""
    guess = int((year - 622) * 33 / 32)
    for number in range(max(guess - 1, 1), guess + 4):
        if (found := _islamic(number, month, day)).year == year:
            return found
    return None


def holiday(key: str, year: int) -> tuple[date, date] | None:
    """First and last day of a holiday (a key of `NAMES`' values) in a year; None where it does not fall in it."""
    if key in _FIXED:
        only = date(year, *_FIXED[key])
    elif key in _FROM_EASTER:
        only = _easter(year) + timedelta(days=_FROM_EASTER[key])
    elif key in _NTH_WEEKDAY:
        only = _nth_weekday(year, *_NTH_WEEKDAY[key])
    else:
        month, day, length = _ISLAMIC[key]
        first = _islamic_in(year, month, day)
        if first is None:
            return None
        return first - timedelta(days=MOON_DAYS), first + timedelta(days=length - 1 + MOON_DAYS)
    return only, only


def is_exact(key: str) -> bool:
    """False for feasts that hang on the sighting of the moon."""
    return key not in _ISLAMIC
