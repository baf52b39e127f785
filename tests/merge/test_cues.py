from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.cues import Cues, cues
from tests.merge.reports import Tell, report


def of(*told: Tell) -> Cues:
    return cues(report("a", "2024-07-30", *told).events)


def test_another_act_and_what_is_usual_are_told_by_words_around_the_trigger() -> None:
    another = Tell("Hours later, another blast hit the market in Gao.", "blast")
    usual = Tell("The town is regularly shelled by the army.", "shelled")
    assert (of(another).apart, of(another).usual) == (1.0, 0.0)
    assert (of(usual).apart, of(usual).usual) == (0.0, 1.0)
    assert of(another, usual).apart == 0.5


def test_words_far_from_the_trigger_do_not_count() -> None:
    far = Tell("Another of the many ministers who had come by road from the north said that rebels struck.", "struck")
    assert of(far).apart == 0.0


def test_numbers_are_those_near_by_and_years_and_months_those_of_the_sentence() -> None:
    told = Tell("In March 2019 the army killed twelve people and 1,300 fled.", "killed")
    assert of(told) == Cues(0.0, 0.0, frozenset({"2019", "12", "1300"}), frozenset({"2019"}), frozenset({"March"}))


def test_no_passage_has_no_cues() -> None:
    assert cues([]) == Cues()


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_shares_are_between_0_and_1_whatever_the_words(before: str, after: str) -> None:
    found = of(Tell(f"{before} attacked {after}", "attacked"), Tell("Another attack.", "attack"))
    assert 0.5 <= found.apart <= 1 and 0 <= found.usual <= 1
