from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.evidence.apart import apart
from dateline.merge.evidence.signal import words
from dateline.merge.profile import Profile
from tests.merge.reports import Tell, profiles, report


def story(id: str, words: str) -> Profile:
    (one,) = profiles(report(id, "2024-07-30", Tell(words, "attack")))
    return one


PLAIN = story("a", "The attack on the barracks killed seven soldiers.")
ANOTHER = story("b", "It was followed by another attack on the barracks.")
USUAL = story("c", "The army has often been blamed for an attack there.")
OLD = story("d", "An attack in March 2012 killed seven soldiers.")
OTHER_COUNT = story("e", "The attack on the barracks killed 40 soldiers.")
LATELY = story("f", "The attack of May 2024 killed seven soldiers.")


def found(one: Profile, two: Profile) -> dict[str, float]:
    return {name: value for name, value, *_ in apart(one, two)}


def test_one_told_as_another_act_or_as_usual_is_set_apart_from_one_told_plainly() -> None:
    assert found(PLAIN, ANOTHER)["told apart in one"] == 1 and "told apart in both" not in found(PLAIN, ANOTHER)
    assert found(ANOTHER, ANOTHER)["told apart in both"] == 1 and "told apart in one" not in found(ANOTHER, ANOTHER)
    assert found(PLAIN, USUAL)["told as usual in one"] == 1


def test_years_and_months_that_differ_are_told_in_words() -> None:
    told = {s[0]: words(s) for s in apart(OLD, LATELY)}
    assert told["other years"] == "2012 against 2024" and told["other months"] == "March against May"
    assert "old year in one" in found(PLAIN, OLD) and "old year in one" not in found(PLAIN, LATELY)


def test_numbers_beside_the_act_agree_or_not() -> None:
    assert found(PLAIN, LATELY)["numbers of both"] > 0
    assert found(PLAIN, OTHER_COUNT)["other numbers near by"] == 1
    assert not {"numbers of both", "other numbers near by"} & found(PLAIN, ANOTHER).keys()


ALL = st.sampled_from([PLAIN, ANOTHER, USUAL, OLD, OTHER_COUNT, LATELY])


@settings(deadline=None)
@given(ALL, ALL)
def test_the_order_of_two_stories_does_not_matter_and_values_are_from_0_to_1(one: Profile, two: Profile) -> None:
    assert found(one, two) == found(two, one)
    assert all(0 <= value <= 1 for value in found(one, two).values())
