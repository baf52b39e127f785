from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.merge.days import Days, days_told
from dateline.records.event import Event
from dateline.records.resolved import When
from tests.merge.reports import Tell, report

SATURDAY, SUNDAY = "2024-07-27", date(2024, 7, 21)
NEXT = date(2024, 7, 28)


def told(time: str, day: date, basis: str = "published", status: str = "happened") -> Event:
    (event,) = report("a", SATURDAY, Tell(f"Rebels attacked Gao {time}.", time, status=status)).events
    return replace(event, when=When(event.trigger, day, day, "day", basis))


@pytest.mark.parametrize("time", ["on Sunday", "early on Sunday", "at 9 a.m. local time"])
def test_a_bare_day_six_days_back_may_be_the_next_one_which_begins_earlier_elsewhere(time: str) -> None:
    found = days_told(told(time, SUNDAY), SATURDAY)
    assert found == (Days(SUNDAY, SUNDAY, stated=True), Days(NEXT, NEXT, stated=True))


@pytest.mark.parametrize(
    ("time", "basis"),
    [
        ("last Sunday", "published"),
        ("six days ago", "published"),
        ("Sunday, July 21", "published"),
        ("21/7", "explicit"),
    ],
)
def test_a_date_or_a_day_counted_back_is_that_day(time: str, basis: str) -> None:
    assert days_told(told(time, SUNDAY, basis), SATURDAY) == (Days(SUNDAY, SUNDAY, stated=True),)


def test_any_other_weekday_is_the_one_before_publication() -> None:
    monday = date(2024, 7, 22)
    assert days_told(told("on Monday", monday), SATURDAY) == (Days(monday, monday, stated=True),)


@pytest.mark.parametrize(("status", "days"), [("happened", 0), ("ongoing", 0), ("planned", 1), ("hypothetical", 1)])
def test_what_has_happened_was_not_on_a_day_to_come(status: str, days: int) -> None:
    assert len(days_told(told("on New Year's Eve", date(2024, 12, 31), status=status), SATURDAY)) == days


def test_the_next_day_may_have_begun() -> None:
    assert days_told(told("on Sunday", NEXT), SATURDAY) == (Days(NEXT, NEXT, stated=True),)


ELEVENTH, LATER = date(2001, 9, 11), date(2024, 9, 11)


@pytest.mark.parametrize("day", ["2024-09-13", "2024-10-20", "2024-11-10"])
def test_nine_eleven_may_be_a_later_11_september_that_was_not_long_ago(day: str) -> None:
    found = days_told(told("on 9/11", ELEVENTH, "explicit"), day)
    assert found == (Days(ELEVENTH, ELEVENTH, stated=True), Days(LATER, LATER, stated=True))


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("on 9/11", "2024-09-11"),
        ("on 9/11", "2024-09-12"),
        ("on 9/11", "2024-11-11"),
        ("on 9/11", "2024-03-01"),
        ("on Sept. 11, 2001", "2024-10-20"),
        ("since 9/11", "2024-10-20"),
        ("-9/11", "2024-10-20"),
        ("on 9/11", "2001-10-20"),
    ],
)
def test_nine_eleven_is_else_that_of_2001(time: str, day: str) -> None:
    assert days_told(told(time, ELEVENTH, "explicit"), day) == (Days(ELEVENTH, ELEVENTH, stated=True),)


def test_without_a_day_of_publication_a_time_is_taken_as_it_stands() -> None:
    assert days_told(told("on Sunday", NEXT), "9999") == (Days(NEXT, NEXT, stated=True),)


def test_no_time_tells_no_days() -> None:
    (event,) = report("a", SATURDAY, Tell("Rebels attacked Gao.", "attacked")).events
    assert days_told(event, SATURDAY) == ()
