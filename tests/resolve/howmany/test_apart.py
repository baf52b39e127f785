"""Numbers that stand near an act and do not count who suffered it."""

from __future__ import annotations

import pytest

from dateline.records.span import Span
from dateline.resolve.howmany import read_count
from dateline.resolve.howmany.apart import is_earlier_toll, is_other, is_part, is_unsure


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Friday 08:41 Eleven miners died", "41"),
        ("Shells killed Ann Ruiz, 37, who led the miners", "37"),
        ("Friday 08:41 Eleven miners died", "08"),
        ("It struck at 9 a.m. near the port.", "9"),
        ("The market was hit at 7pm.", "7"),
        ("31 Related Army Kills Rebels In Port", "31"),
        ("12 shares Army kills rebels", "12"),
        ("Under no circumstances would they shoot.", "Under no"),
        ("They shot a boy of 17 at the gate.", "17"),
        ("It killed a couple and their son, aged 1, at home.", "1"),
        ("It killed children aged between 4 and 9 at home.", "4"),
        ("It killed children aged between 4 and 9 at home.", "9"),
        ("Lind was 13 when she was kidnapped.", "13"),
        ("The priest, who was 52 at the time, was shot.", "52"),
        ("They capped the price at $60 a barrel.", "$60"),
        ("They set a $60-a-barrel cap.", "$60"),
        ("One in three people there fights.", "three"),
    ],
)
def test_clock_times_and_counters_of_a_page_count_nothing(text: str, words: str) -> None:
    assert read_count(text, _at(text, words)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Friday 08:41 Eleven miners died", "Eleven"),
        ("The fund sold 12 shares of the mine.", "12"),
        ("Seven people died.", "Seven"),
    ],
)
def test_numbers_beside_them_do(text: str, words: str) -> None:
    assert read_count(text, _at(text, words)) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They hold 25% of the province.", "25"),
        ("Of the dead, 70 percent were women.", "70"),
        ("Shells killed and wounded several guards.", "several"),
        ("Some 50 people were killed or injured in the blast.", "50"),
        ("Army Kills, Wounds Dozens In Raid", "Dozens"),
        ("They have killed or badly wounded hundreds of guards.", "hundreds"),
        ("Its medics saved the lives of more than 900 people.", "900"),
        ("Coast guards rescued 40 sailors.", "40"),
    ],
)
def test_numbers_of_no_one_harm(text: str, words: str) -> None:
    assert is_other(text, _at(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid caused more than 30 casualties.", "more than 30"),
        ("The storm left 14 dead and at least 60 fishermen missing.", "at least 60"),
        ("Two attackers killed 21 people.", "Two"),
    ],
)
def test_casualties_missing_people_and_doers(text: str, words: str) -> None:
    assert is_unsure(text, _at(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm left 14 dead and at least 60 missing.", "14"),
        ("The blast killed 30 people and injured dozens.", "30"),
        ("Some 50 people were killed and wounded 20 others.", "50"),
        ("Two people were killed.", "Two"),
        ("Some 100 soldiers are being killed a day.", "100"),
        ("The attack killed 21 people.", "21"),
        ("Gunmen killed two guards and a driver.", "two"),
        ("Three miners killed 38 injured in the raid", "Three"),
        ("Over 200 missing schoolgirls taken by rebels", "Over 200"),
    ],
)
def test_numbers_of_one_harm(text: str, words: str) -> None:
    at = _at(text, words)
    assert not is_other(text, at) and not is_unsure(text, at)


@pytest.mark.parametrize(
    ("text", "words", "earlier"),
    [
        ("Police had given an earlier death toll of 17.", "17", True),
        ("The toll rose to 23, up from 17.", "17", True),
        ("The ministry had put the toll at 17.", "17", True),
        ("The toll rose to 23, up from 17.", "23", False),
        ("Gangs murdered 31 drivers this year, compared with just twelve in 2019.", "twelve", True),
        ("Gangs murdered 31 drivers this year, compared with just twelve in 2019.", "31", False),
        ("Deaths fell to 8, down from about 40 in May.", "40", True),
        ("The death toll of 17 may rise.", "17", False),
        ("Earlier this week 17 people died.", "17", False),
    ],
)
def test_tolls_told_as_outdated(text: str, words: str, earlier: bool) -> None:
    assert is_earlier_toll(text, _at(text, words)) is earlier


def test_a_part_of_those_counted_before() -> None:
    text = "The raid killed ten people, including four children and two nurses, and wounded six."
    whole = [_at(text, "ten")]
    assert [is_part(text, _at(text, words), whole) for words in ("four", "two", "six")] == [True, True, False]
    assert not is_part(text, _at(text, "four"), [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the north, 37, including two guards, died", "37"),
        ("In Oslo, 37, among them two guards, died", "37"),
        ("In Oslo, 37 people, all guards, died", "37"),
    ],
)
def test_a_number_behind_a_place_is_no_age(text: str, words: str) -> None:
    assert read_count(text, _at(text, words)) is not None
