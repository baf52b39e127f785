from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.block import keys
from dateline.merge.days import Days
from dateline.merge.evidence.who import sides
from dateline.merge.profile import Profile
from dateline.merge.score import NEVER, link, log_odds, signals
from tests.merge.reports import GAO, Tell, profiles, report

ATTACK = Tell(
    "In Gao, Rebels attacked the barracks on Monday and killed seven soldiers.",
    "attacked",
    actor=("Rebels", "MLI", "REB"),
    place=("Gao", GAO, "settlement"),
    day=date(2024, 7, 29),
)
ANSWER = replace(
    ATTACK,
    words="In Gao, Soldiers attacked a camp of the Front on Monday.",
    actor=("Soldiers", "MLI", "MIL"),
    recipient=("Front", "MLI", "REB"),
)


def story(id: str, told: Tell, published: str = "2024-07-30") -> Profile:
    (one,) = profiles(report(id, published, told))
    return one


def found(one: Profile, two: Profile) -> dict[str, float]:
    return {name: value for name, value, *_ in signals(one, two)}


def test_two_sides_of_one_country_are_two_parties() -> None:
    attack, answer = story("a", ATTACK), story("b", ANSWER)
    assert (sides(attack.actors), sides(answer.actors)) == ({"armed"}, {"state"})
    assert "other side, actor" in found(attack, answer) and "same side, actor" in found(attack, story("c", ATTACK))


def test_words_beside_the_act_are_compared_and_names_of_each_alone() -> None:
    long = (
        "Rebels attacked the barracks" + ", as the government has said again and again," * 3 + " in Kidal and Menaka."
    )
    one, two = story("a", replace(ATTACK, words=f"In Gao, {long}")), story("b", ATTACK)
    assert {"kidal", "menak"} <= {w[:5] for w in one.names} and "kidal" not in one.near_names
    assert found(two, story("c", ATTACK))["like words near by"] > found(one, two)["like words near by"] > 0


def test_stories_of_other_families_are_never_one() -> None:
    one, two = story("a", ATTACK), story("b", replace(ATTACK, type="AID"))
    assert log_odds(one, two) == NEVER and link(one, two).score < 0.001


@pytest.mark.parametrize(("first", "second"), [("AGREE", "CONCEDE"), ("COERCE", "REJECT"), ("RETREAT", "CONCEDE")])
def test_one_deed_may_be_of_two_types(first: str, second: str) -> None:
    one, two = story("a", replace(ATTACK, type=first)), story("b", replace(ATTACK, type=second))
    assert log_odds(one, two) > NEVER / 2 and "like type" in found(one, two)
    assert log_odds(story("c", replace(ATTACK, type="ASSAULT")), story("d", replace(ATTACK, type="REJECT"))) == NEVER


def test_a_riot_may_be_the_attack_of_another_report_and_is_looked_up_under_it() -> None:
    words = "A crowd stormed the Chadian embassy in Gao on Monday."
    told = replace(ATTACK, words=words, trigger="stormed", actor=None, recipient=("embassy", "TCD", "GOV"))
    riot = story("a", replace(told, type="PROTEST", modes=("riot",)))
    march, attack = story("b", replace(told, type="PROTEST", modes=("demo",))), story("c", told)
    assert log_odds(riot, attack) > 0 and keys(riot) & keys(attack)
    assert log_odds(march, attack) == NEVER and not keys(march) & keys(attack)
    assert log_odds(riot, story("d", replace(told, type="COERCE"))) == NEVER
    in_one = profiles(report("e", "2024-07-30", told, replace(told, type="PROTEST", modes=("riot",))))
    assert len(in_one) == 2 and log_odds(*in_one) < log_odds(riot, attack)


@given(st.sampled_from([ATTACK, ANSWER]), st.sampled_from([ATTACK, ANSWER]))
def test_the_order_of_two_stories_does_not_matter(first: Tell, second: Tell) -> None:
    one, two = story("a", first), story("b", second)
    assert link(one, two) == link(two, one)


def test_reasons_tell_what_speaks_for_and_against() -> None:
    reasons = link(story("a", ATTACK), story("b", ANSWER, "2024-08-02")).reasons
    assert "Gao (settlement) and Gao (settlement) agree" in reasons
    assert all(reasons) and len(set(reasons)) == len(reasons)


def test_a_story_has_more_say_the_more_is_told_of_it_and_the_more_often() -> None:
    bare = story("a", Tell("The attack was heard far away.", "attack"))
    told = story("b", ATTACK)
    assert (bare.told, told.told) == (0, 3) and not bare.telling
    assert 0 < bare.say < told.say < replace(told, passages=("e1", "e2")).say


def test_years_that_only_touch_are_other_years() -> None:
    one, two = (story(id_, replace(ATTACK, day=None)) for id_ in "ab")
    years = [
        replace(s, days=(Days(date(y, 1, 1), date(y, 12, 31), stated=True),)) for s, y in ((one, 2013), (two, 2014))
    ]
    assert found(*years)["other days"] >= 0.5
    assert "other days" not in found(years[0], replace(two, days=years[0].days))


def test_reports_of_other_seasons_need_a_day_in_common() -> None:
    bare = replace(ATTACK, day=None)
    early, late = story("a", bare), story("b", bare, "2025-01-30")
    assert found(early, late)["published long apart"] == 1.0
    assert "published long apart" not in found(early, story("c", bare, "2024-08-30"))
    day = (Days(date(2024, 7, 1), date(2024, 7, 31), stated=True),)
    assert "published long apart" not in found(replace(early, days=day), replace(late, days=day))
    same = replace(late, order=early.order)
    assert log_odds(early, same) > log_odds(early, late) + 1


def test_other_days_with_other_numbers_are_of_two_acts_however_alike() -> None:
    def odds(day: int, killed: int) -> float:
        told = replace(ATTACK, day=date(2024, 7, day), killed=(killed, killed))
        return log_odds(story("a", replace(ATTACK, killed=(7, 7))), story("b", told, "2024-08-01"))

    assert odds(26, 9) < odds(26, 7) - 4
    assert odds(28, 9) > odds(26, 9) + 4, "a day may be misread by one"
    assert odds(29, 9) > 0
