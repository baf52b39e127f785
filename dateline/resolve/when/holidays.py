"""Days with names: fixed feasts, those reckoned from Easter, n-th weekdays, Islamic and Jewish feasts.

Islamic feasts follow the sighting of the moon and can fall a day or two off what is reckoned here (the civil
calendar of alternating months, epoch 16 July 622 Julian), so they are given with a day on either side. Jewish feasts
are given by their days, though they begin on the evening before. Lunar New Year and Diwali come from a table.
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
_FROM_ORTHODOX_EASTER = {
    "orthodox palm sunday": -7,
    "orthodox good friday": -2,
    "orthodox easter": 0,
    "orthodox easter monday": 1,
}
_ISLAMIC = {
    "ramadan": (9, 1, 30),
    "eid al-fitr": (10, 1, 1),
    "eid al-adha": (12, 10, 1),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
}
_FROM_JEWISH_NEW_YEAR = {
    "rosh hashanah": (0, 2),
    "yom kippur": (9, 1),
    "sukkot": (14, 7),
    "simchat torah": (21, 1),
    "purim": (-193, 1),
    "passover": (-163, 7),
    "shavuot": (-113, 1),
    "tisha bav": (-51, 1),
}
"""Days from the first of Tishri (for spring feasts of the year after) to a feast, and its length."""
_LUNAR_NEW_YEARS = (
    "1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 "
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-03"
)
_DIWALIS = (
    "2004-11-12 2005-11-01 2006-10-21 2007-11-09 2008-10-28 2009-10-17 2010-11-05 2011-10-26 2012-11-13 2013-11-03 "
    "2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 "
    "2024-10-31 2025-10-20 2026-11-08"
)
_TABLES = {
    key: {day.year: day for day in map(date.fromisoformat, days.split())}
    for key, days in (("lunar new year", _LUNAR_NEW_YEARS), ("diwali", _DIWALIS))
}
_JEWISH_EPOCH = -1_373_427
"""The ordinal of the day before the first of Tishri of the year 1."""
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
    "orthodox easter sunday": "orthodox easter",
    "orthodox easter monday": "orthodox easter monday",
    "orthodox easter": "orthodox easter",
    "orthodox good friday": "orthodox good friday",
    "orthodox palm sunday": "orthodox palm sunday",
    "arbaeen": "arbaeen",
    "arbain": "arbaeen",
    "mawlid": "mawlid",
    "eid el-fitr": "eid al-fitr",
    "eid-ul-fitr": "eid al-fitr",
    "eid al-azha": "eid al-adha",
    "eid-ul-adha": "eid al-adha",
    "rosh hashanah": "rosh hashanah",
    "rosh hashana": "rosh hashanah",
    "yom kippur": "yom kippur",
    "sukkot": "sukkot",
    "simchat torah": "simchat torah",
    "hanukkah": "hanukkah",
    "chanukah": "hanukkah",
    "purim": "purim",
    "passover": "passover",
    "shavuot": "shavuot",
    "tisha b'av": "tisha bav",
    "tisha b’av": "tisha bav",
    "lunar new year": "lunar new year",
    "chinese new year": "lunar new year",
    "spring festival": "lunar new year",
    "diwali": "diwali",
    "deepavali": "diwali",
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


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian date (Meeus; right from 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _jewish_elapsed(year: int) -> int:
    """Days from the epoch to the first of Tishri, but for two rules on the length of years."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _jewish_new_year(year: int) -> date:
    """The first of Tishri of a Jewish year (Reingold and Dershowitz, Calendrical Calculations)."""
    before, here, after = (_jewish_elapsed(year + step) for step in (-1, 0, 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_JEWISH_EPOCH + here + late)


def _jewish(key: str, year: int) -> tuple[date, date]:
    """First and last day of a Jewish feast that begins in a Gregorian year."""
    first = _jewish_new_year(year + 3761)
    if key == "hanukkah":
        long = (_jewish_new_year(year + 3762) - first).days in (355, 385)
        first += timedelta(days=83 + long)
        return first, first + timedelta(days=7)
    offset, length = _FROM_JEWISH_NEW_YEAR[key]
    first += timedelta(days=offset)
    return first, first + timedelta(days=length - 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
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
        only = nth_weekday(year, *_NTH_WEEKDAY[key])
    elif key in _FROM_ORTHODOX_EASTER:
        only = _orthodox_easter(year) + timedelta(days=_FROM_ORTHODOX_EASTER[key])
    elif key in _FROM_JEWISH_NEW_YEAR or key == "hanukkah":
        return _jewish(key, year)
    elif key in _TABLES:
        found = _TABLES[key].get(year)
        return (found, found) if found else None
    else:
        month, day, length = _ISLAMIC[key]
        first = _islamic_in(year, month, day)
        if first is None:
            return None
        return first - timedelta(days=MOON_DAYS), first + timedelta(days=length - 1 + MOON_DAYS)
    return only, only


def is_exact(key: str) -> bool:
    """False for feasts that hang on the sighting of the moon or are known for some years only."""
    return key not in _ISLAMIC and key not in _TABLES
