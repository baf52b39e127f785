from __future__ import annotations

from pathlib import Path

import pytest

from dateline.readers.head_date import at_head
from tests.readers.reading import REPORT, read, written


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Lake Province: weekly update\n14 March 2026\n", "2026-03-14"),
        ("SOUTH KIVU: Flash Update No. 4\n(16 April 2025)\n", "2025-04-16"),
        ("Fishermen freed\nFriday, July 21, 2017\n", "2017-07-21"),
        ("Fishermen freed\n\nBy our staff\n\nPosted on March 09, 2013 14:20\n", "2013-03-09T14:20:00"),
        ("Issued on 9 April 2025\n", "2025-04-09"),
        ("Date: 2025-04-09\n", "2025-04-09"),
        ("Lake Province: Situation Report No. 3 (14 March 2026)\n", "2026-03-14"),
        ("Delta: humanitarian impact snapshot, 21 April 2025\n", "2025-04-21"),
        ("MARAVA, April 15, 2025 (Lake Wire) — Ten people fled.\n", "2025-04-15"),
        ("PORT SELIM, Delta, 5 February 2025 - Ten people fled.\n", "2025-02-05"),
    ],
)
def test_the_head_of_a_report_states_its_day(head: str, day: str) -> None:
    assert (at_head(head + REPORT) or ("",))[0] == day


@pytest.mark.parametrize(
    "head",
    [
        "",
        "The attacks of 11 September 2001\n",
        "On 14 March 2026\n",
        "Situation report for 1 - 8 April 2025\n",
        "Situation report, 1 April 2025 to 8 April 2025\n",
        "March 2026\n",
        "31 February 2026\n",
        "14 March 2026\nLake Wire\n15 March 2026\n",
        "03/04/2025\n",
        "As of March 10, 2026\n",
        "MARAVA, April 15 (Lake Wire) — Ten people fled.\n",
        "The report came out. He was born on 3 May 1950\n",
        "one\ntwo\nthree\nfour\nfive\nsix\n14 March 2026\n",
    ],
)
def test_what_may_be_another_day_dates_nothing(head: str) -> None:
    assert at_head(head + REPORT) is None


def test_figures_are_read_by_the_order_that_is_given() -> None:
    assert at_head(f"03/04/2025\n{REPORT}", "day-first") == ("2025-04-03", "03/04/2025")


def test_a_report_is_dated_by_its_head_where_nothing_else_dates_it(tmp_path: Path) -> None:
    file = written(tmp_path, "2026-03-01.txt", f"Lake Province: weekly update\n14 March 2026\n{REPORT}")
    alone = read(file)
    assert [a.published for a in alone.articles] == ["2026-03-14"]
    assert alone.notes == [f"{file}: no date is given, so it is dated by its head: '14 March 2026'"]
    told = read(file, published="2026-03-15")
    assert [a.published for a in told.articles] == ["2026-03-15"] and told.notes == []
