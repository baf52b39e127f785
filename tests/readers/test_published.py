from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.readers.published import in_name, normalise, open_order, option, order_option
from dateline.records.article import Article


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-08-02", "2024-08-02"),
        (" 2024-08-02 ", "2024-08-02"),
        ("20240802", "2024-08-02"),
        ("2024/08/02", "2024-08-02"),
        ("2024-08-02T14:30:00Z", "2024-08-02T14:30:00Z"),
        ("2024-08-02 14:30", "2024-08-02T14:30:00"),
        ("2024-08-02T14:30:00.123+05:30", "2024-08-02T14:30:00+05:30"),
        ("2024-08-02 14:30:00 +0200", "2024-08-02T14:30:00+02:00"),
        ("20240802143000", "2024-08-02T14:30:00"),
        ("20240802T143000Z", "2024-08-02T14:30:00Z"),
        ("Fri, 02 Aug 2024 14:30:00 GMT", "2024-08-02T14:30:00Z"),
        ("Fri, 2 Aug 2024 14:30:00 -0400", "2024-08-02T14:30:00-04:00"),
        ("August 2, 2024", "2024-08-02"),
        ("2nd of August 2024", "2024-08-02"),
        ("Updated 5:32 PM EDT, Fri August 2, 2024", "2024-08-02T17:32:00-04:00"),
        ("12:05 a.m. Sept. 3, 2019", "2019-09-03T00:05:00"),
        ("1722609000", "2024-08-02T14:30:00Z"),
        ("1722609000000", "2024-08-02T14:30:00Z"),
        ("02/08/2024", None),
        ("02.08.2024", "2024-08-02"),
        ("2. 8. 2024 14:30", "2024-08-02T14:30:00"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024 2:30 pm", "2024-12-25T14:30:00"),
        ("08/08/2024", "2024-08-08"),
        ("25/13/2024", None),
        ("31.02.2024", None),
        ("2024-08", None),
        ("2024", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
        ("0000-00-00", None),
        ("9999-01-01", None),
    ],
)
def test_forms(words: str, iso: str | None) -> None:
    assert normalise(words) == iso


@pytest.mark.parametrize(
    ("words", "day_first", "month_first"),
    [
        ("02/08/2024", "2024-08-02", "2024-02-08"),
        ("2-8-2024 14:30", "2024-08-02T14:30:00", "2024-02-08T14:30:00"),
        ("25/12/2024", "2024-12-25", "2024-12-25"),
        ("12/25/2024", "2024-12-25", "2024-12-25"),
        ("02.08.2024", "2024-08-02", "2024-08-02"),
        ("2024-08-02", "2024-08-02", "2024-08-02"),
        ("last week", None, None),
    ],
)
def test_an_order_reads_dates_that_are_open(words: str, day_first: str | None, month_first: str | None) -> None:
    assert normalise(words, "day-first") == day_first
    assert normalise(words, "month-first") == month_first
    assert open_order(words) == (normalise(words) is None and day_first is not None)


def test_no_other_order_is_taken() -> None:
    assert order_option("day-first") == "day-first" and order_option(None) is None
    with pytest.raises(InputError, match="'dmy' is none of day-first, month-first"):
        order_option("dmy")


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("in/2026-03-11_bol.txt", "2026-03-11"),
        ("20260311.txt.gz", "2026-03-11"),
        ("Courier 2026.03.11 p4.txt", "2026-03-11"),
        ("daily/2026_03_11.csv:17", "2026-03-11"),
        ("2019-01-01 to 2019-02-03.txt", "2019-02-03"),
        ("Courier 25-03-2026.txt", "2026-03-25"),
        ("Courier_11.03.2026.txt", "2026-03-11"),
        ("2026-03-11/bol.txt", None),
        ("120260311.txt", None),
        ("bol.txt", None),
    ],
)
def test_the_date_in_a_name(name: str, date: str | None) -> None:
    assert in_name(name) == (date, None)


def test_what_is_no_clear_date_in_a_name_is_told() -> None:
    assert in_name("2026-13-11.txt") == (None, "2026-13-11")
    assert in_name("courier_11_03_2026.txt") == (None, "11_03_2026")
    assert in_name("courier_11_03_2026.txt", "day-first") == ("2026-03-11", None)


@given(st.text(max_size=60) | st.from_regex(r"[0-9:T+ /.-]{4,30}", fullmatch=True))
def test_never_fails_and_gives_days(words: str) -> None:
    found = normalise(words)
    assert found is None or Article("a", "t", published=found).published_date is not None


def test_what_is_given_is_a_day_or_words_of_one() -> None:
    assert option(None) is None
    assert option(date(2024, 8, 2)) == option(" 2 August 2024 ") == "2024-08-02"
    assert option(datetime(2024, 8, 2, 14, 30, tzinfo=UTC)) == "2024-08-02T14:30:00+00:00"


@pytest.mark.parametrize(("given", "told"), [({}, "--published: 'May'"), ({"name": "published"}, "published: 'May'")])
def test_what_is_no_day_is_told_by_its_name(given: dict[str, str], told: str) -> None:
    with pytest.raises(InputError, match=f"^{told} is not a date; write it as 2024-08-02"):
        option("May", **given)
