from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.linking import links
from dateline.merge.memory import Memory
from dateline.records.coded import Coded
from dateline.records.judgement import Judgement, Verdict
from dateline.records.withdrawal import Withdrawal
from tests.merge.barracks import ALL, BACKGROUND, FIRST, NOW, OTHER_DAY, OTHER_TOWN, SECOND, attack
from tests.merge.reports import GAO, Tell, profiles, report


def incidents(*coded: Coded) -> tuple[tuple[str, ...], ...]:
    memory = Memory()
    for one in coded:
        memory.keep(profiles(one))
    return memory.incidents()


def judgement(id: str, verdict: Verdict, left: str, right: str, at: datetime = NOW) -> Judgement:
    return Judgement(id, left, right, verdict, "ana", at, "I read both")


def test_two_reports_of_one_attack_are_one_incident() -> None:
    assert ("ea00", "eb00") in incidents(FIRST, SECOND)


@pytest.mark.parametrize("other", [OTHER_DAY, OTHER_TOWN], ids=["another day", "another town"])
def test_two_attacks_of_one_week_stay_two(other: Coded) -> None:
    assert incidents(FIRST, other) == (("ea00",), (other.events[0].id,))


def test_background_joins_the_attack_of_last_month() -> None:
    made = incidents(FIRST, SECOND, BACKGROUND)
    assert ("ea00", "eb00", "ef01") in made and ("ef00",) in made


def test_a_verbal_act_is_not_the_act_it_is_about() -> None:
    assert ("eb01",) in incidents(FIRST, SECOND)


def test_none_killed_and_forty_killed_are_two() -> None:
    none, forty = (
        report(
            id,
            "2024-07-30",
            attack("Rebels shelled the market of Gao on Monday.", "shelled", date(2024, 7, 29), ("Gao", GAO), n),
        )
        for id, n in (("x", 0), ("y", 40))
    )
    apart, together = (links([*profiles(none), *profiles(other)], Memory()) for other in (forty, replace_killed(forty)))
    assert not apart or apart[0].score < together[0].score


def replace_killed(coded: Coded) -> Coded:
    """The same report under another id, with none killed."""
    event = coded.events[0]
    zero = replace(event.counts[0], min=0, max=0)
    return replace(coded, events=(replace(event, counts=(zero,)),))


def test_links_tell_their_reasons_in_words() -> None:
    (link,) = links([*profiles(FIRST), *profiles(SECOND)[:1]], Memory())
    assert (link.left, link.right) == ("ea00", "eb00") and link.score >= 0.5
    assert "2024-07-29 and 2024-07-29 agree" in link.reasons
    assert any("Gao (settlement)" in r for r in link.reasons)
    assert sum(r.startswith("but ") for r in link.reasons) < len(link.reasons) / 2


def test_judgements_outrank_and_withdrawing_restores() -> None:
    memory = Memory()
    for one in ALL:
        memory.add(profiles(one))
    before = memory.incidents()
    apart = judgement("j1", "different", "ea00", "eb00")
    memory.judge(apart)
    assert not any({"ea00", "eb00"} <= set(g) for g in memory.incidents())
    joined = judgement("j2", "same", "ed00", "ec00")
    memory.judge(joined)
    assert any({"ec00", "ed00"} <= set(g) for g in memory.incidents())
    for one in (apart, joined):
        memory.judge(replace(one, withdrawn=Withdrawal("ana", NOW, "mistaken")))
    assert memory.incidents() == before


def test_a_judgement_takes_a_passage_out_of_its_story() -> None:
    twice = report(
        "t",
        "2024-07-30",
        attack("Rebels attacked the barracks at Gao on Monday.", "attacked", date(2024, 7, 29), ("Gao", GAO), 7),
        attack("The attack killed seven soldiers at Gao.", "attack", date(2024, 7, 29), ("Gao", GAO), 7),
    )
    memory = Memory()
    assert memory.add(profiles(twice)) == (("et00", "et01"),)
    assert memory.judge(judgement("j", "different", "et00", "et01")) == (("et00",), ("et01",))


def test_the_last_judgement_of_a_pair_holds() -> None:
    memory = Memory()
    memory.add(profiles(FIRST))
    memory.add(profiles(SECOND))
    memory.judge(judgement("j1", "different", "ea00", "eb00"))
    memory.judge(judgement("j2", "same", "eb00", "ea00", at=datetime(2024, 8, 4, tzinfo=UTC)))
    assert ("ea00", "eb00") in memory.incidents()


@settings(deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_articles_does_not_change_the_incidents(order: list[Coded]) -> None:
    assert incidents(*order) == incidents(*ALL)


def test_a_second_run_changes_nothing() -> None:
    memory = Memory()
    for one in (*ALL, *ALL):
        memory.add(profiles(one))
    assert memory.incidents() == incidents(*ALL)


def test_only_the_neighbourhood_is_looked_at() -> None:
    memory = Memory()
    for one in ALL:
        memory.add(profiles(one))
    far = report(
        "z",
        "2023-01-05",
        Tell("Teachers marched through Kayes over unpaid wages.", "marched", "PROTEST", day=date(2023, 1, 4)),
    )
    assert memory.add(profiles(far)) == (("ez00",),)
