from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.when import tag_times

ATTACK_OF_2023 = date(2023, 10, 7)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Hamas gunmen led the Oct. 7 massacre.", date(2025, 3, 2), ATTACK_OF_2023),
        ("He lost a son in the October 7 Hamas attack.", date(2025, 11, 2), ATTACK_OF_2023),
        ("Hamas gunmen led the Oct. 7 massacre.", None, ATTACK_OF_2023),
        ("The baker was freed after the Jan. 6 riot at the Capitol.", date(2024, 5, 2), date(2021, 1, 6)),
        ("Widows of the September 11 attacks marked the anniversary.", date(2016, 9, 20), date(2001, 9, 11)),
        ("Survivors of the attacks of July 7 spoke in London.", date(2009, 3, 2), date(2005, 7, 7)),
    ],
)
def test_a_day_that_is_the_name_of_what_happened_on_it(text: str, published: date | None, day: date) -> None:
    found = [when for when in tag_times(text, published=published) if when.start is not None]
    assert [(when.start, when.end) for when in found] == [(day, day)]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The Oct. 7 attack on a mill in Sousse hurt two.", date(2016, 3, 12), date(2015, 10, 7)),
        ("Hamas condemned an Oct. 7 attack on a mill.", date(2025, 3, 12), date(2024, 10, 7)),
        ("Hamas condemned the Oct. 7 attack on a mill.", date(2016, 3, 12), date(2015, 10, 7)),
        ("The Sept. 11 attacks in Benghazi came on an anniversary.", date(2012, 9, 20), date(2012, 9, 11)),
        ("They asked about the Sept. 11 attacks on a U.S. outpost.", date(2013, 2, 13), date(2012, 9, 11)),
        ("They asked about the Sept. 11 terrorist attack in Libya.", date(2013, 5, 7), date(2012, 9, 11)),
        ("They recalled the Sept. 11 attacks on the United States.", date(2013, 12, 30), date(2001, 9, 11)),
        ("They recalled the Sept. 11 terrorist attacks in New York.", date(2014, 2, 3), date(2001, 9, 11)),
        ("They recalled the Sept. 11 attacks in which many died.", date(2014, 2, 3), date(2001, 9, 11)),
    ],
)
def test_the_same_day_of_another_year(text: str, published: date, day: date) -> None:
    found = [when for when in tag_times(text, published=published) if when.start is not None]
    assert found[0].start == day
