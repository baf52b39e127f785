from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.when import periods
from dateline.resolve.when.periods import SIZES

_GRAINS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
_DATES = st.dates(date(1000, 1, 1), date(9000, 1, 1))


@given(_DATES, st.sampled_from(_GRAINS))
def test_a_period_is_read_back_from_its_timex(day: date, grain: str) -> None:
    period = periods.around(day, grain)
    assert periods.of_timex(period.timex) == period
    assert (period.end - period.start).days < SIZES[grain]


@given(_DATES, st.sampled_from(_GRAINS), st.integers(-8, 8))
def test_neighbours_do_not_overlap(day: date, grain: str, steps: int) -> None:
    here, next_one = periods.beside(day, grain, steps), periods.beside(day, grain, steps + 1)
    assert here.end < next_one.start


@pytest.mark.parametrize(
    ("made", "timex", "start", "end"),
    [
        (periods.week(date(2021, 1, 1)), "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        (periods.month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (periods.season(2013, "WI"), "2013-WI", date(2013, 12, 1), date(2014, 2, 28)),
        (periods.quarter(2013, 4), "2013-Q4", date(2013, 10, 1), date(2013, 12, 31)),
        (periods.decade(1990), "199", date(1990, 1, 1), date(1999, 12, 31)),
        (periods.century(19), "19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_edges(made: periods.Period, timex: str, start: date, end: date) -> None:
    assert (made.timex, made.start, made.end) == (timex, start, end)


def test_a_value_of_two_ends_is_the_stretch_between() -> None:
    period = periods.of_timex("1950/1953")
    assert period is not None
    assert (period.start, period.end, period.grain) == (date(1950, 1, 1), date(1953, 12, 31), "range")
    assert periods.of_timex("1953/1950") is None and periods.of_timex("P1D/1950") is None


def test_a_month_later_keeps_to_the_month() -> None:
    assert periods.shift(date(2024, 1, 31), "month", 1) == date(2024, 2, 29)


def test_what_is_no_period_has_none() -> None:
    assert periods.of_timex("P3D") is None
    assert periods.of_timex("2013-13") is None
    assert periods.safe_date(2013, 2, 30) is None
