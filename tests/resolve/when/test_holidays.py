from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.when.holidays import NAMES, holiday, is_exact


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("easter", date(2019, 4, 21)),
        ("easter", date(2024, 3, 31)),
        ("good friday", date(2018, 3, 30)),
        ("thanksgiving", date(2016, 11, 24)),
        ("memorial", date(2020, 5, 25)),
        ("labor", date(2018, 9, 3)),
        ("christmas", date(2020, 12, 25)),
        ("new year eve", date(2016, 12, 31)),
    ],
)
def test_known_days(key: str, day: date) -> None:
    assert holiday(key, day.year) == (day, day)


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("eid al-adha", date(2016, 9, 12)),
        ("eid al-fitr", date(2019, 6, 4)),
        ("eid al-fitr", date(2022, 5, 2)),
        ("ramadan", date(2018, 5, 17)),
        ("ashura", date(2015, 10, 23)),
    ],
)
def test_islamic_days_hold_the_day_that_was_kept(key: str, seen: date) -> None:
    days = holiday(key, seen.year)
    assert days is not None and days[0] <= seen <= days[1]
    assert not is_exact(key)


@given(st.sampled_from(sorted(set(NAMES.values()))), st.integers(1900, 2100))
def test_every_holiday_begins_in_its_year_or_the_day_before(key: str, year: int) -> None:
    days = holiday(key, year)
    assert days is None or (days[0] <= days[1] and days[0].year in {year - 1, year})
