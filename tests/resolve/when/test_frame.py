from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.when import tag_times

TUESDAY = date(2024, 7, 30)
FILLER = " Nobody knows who laid the mine near the old mill, and nobody was held." * 10
"""The rest of a report whose lead is told of."""


def days(text: str, published: date = TUESDAY) -> list[date | None]:
    return [when.start for when in tag_times(text, published=published) if when.timex_type in ("DATE", "TIME")]


def test_a_report_out_early_tells_of_the_morrow_beside_its_own_day() -> None:
    text = "Rebels fired on the port on Tuesday. The mayor said on Wednesday that ten had died."
    assert days(text) == [TUESDAY, date(2024, 7, 31)]


def test_a_lead_tells_of_the_morrow_and_never_of_six_days_ago() -> None:
    lead = "Rebels fired on the port on Wednesday."
    assert days(lead + FILLER) == [date(2024, 7, 31)]
    assert days(lead) == [date(2024, 7, 24)]  # a sentence alone may be of any day


@pytest.mark.parametrize(
    "text",
    [
        "The port fell on Tuesday. Wednesday's raid was the first, and ten died on Friday.",
        "The port fell on Tuesday. It had been shelled since Wednesday.",
        "The port fell on Tuesday. On Wednesday shelling had begun again. Ten have died since Wednesday.",
        "The port fell on Tuesday. Ten had died the Wednesday after the feast.",
    ],
)
def test_who_looks_further_back_means_the_last_such_day(text: str) -> None:
    assert date(2024, 7, 24) in days(text)


def test_a_time_of_day_behind_the_morrow_is_on_the_morrow() -> None:
    text = (
        "The mayor spoke on Tuesday. The mine exploded on Wednesday near the mill. It went off at 5:30 a.m., he said."
    )
    assert days(text)[-1] == date(2024, 7, 31)


def test_a_day_that_was_given_two_years_is_that_of_the_later() -> None:
    text = (
        "The raid was on Sept. 9, 2022. He was charged long before those of September 9, 2001. The Sept. 9 raid failed."
    )
    assert days(text) == [date(2022, 9, 9), date(2001, 9, 9), date(2022, 9, 9)]


def test_what_was_not_done_until_a_month_was_done_in_the_one_behind() -> None:
    published = date(2020, 4, 15)
    for text in (
        "He did not back her until July.",
        "He didn’t back her until July.",
        "They were not freed until July.",
    ):
        assert [w.end for w in tag_times(text, published=published)] == [date(2019, 7, 31)]
    text = "He said he would not back her until July."
    assert [w.end for w in tag_times(text, published=published)] == [date(2020, 7, 31)]


def test_what_is_shut_through_a_weekday_is_shut_until_the_coming_one() -> None:
    assert days("Two museums were shut through Saturday.") == [date(2024, 8, 3)]
    assert days("Shells fell from Friday through Sunday.") == [date(2024, 7, 26), date(2024, 7, 28)]
