from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.fragments import DOUBT, LITTLE, joined
from dateline.merge.profile import Profile
from tests.merge.reports import GAO, Tell, profiles, report

TOLD = Tell(
    "Rebels shelled the depot at Gao.", "shelled", actor=("Rebels", "MLI", "REB"), place=("Gao", GAO, "settlement")
)
PASSING = Tell("Nobody had expected the blasts.", "blasts")


def story(name: str, article: str, tell: Tell) -> Profile:
    return replace(profiles(report(article, "2024-07-30", tell))[0], id=name)


STORIES = {
    "a1": story("a1", "a", TOLD),
    "a2": story("a2", "a", PASSING),
    "b1": story("b1", "b", TOLD),
    "b2": story("b2", "b", PASSING),
    "c1": story("c1", "c", PASSING),
}
WITHIN = {("a1", "a2"): 0.6}


def found(
    *groups: tuple[str, ...],
    odds: dict[tuple[str, str], float] = WITHIN,
    doubt: float = DOUBT / 2,
    judged: frozenset[str] = frozenset(),
    stories: dict[str, Profile] = STORIES,
) -> tuple[tuple[str, ...], ...]:
    return joined(groups, stories, odds, lambda a, b: odds.get((a, b), doubt), judged)


def test_what_a_report_says_in_passing_joins_what_others_tell_too() -> None:
    assert found(("a1", "b1"), ("a2",)) == (("a1", "a2", "b1"),)
    assert found(("a2",), ("b1", "a1")) == (("a1", "a2", "b1"),)


def test_what_is_doubted_more_stays_apart() -> None:
    assert found(("a1", "b1"), ("a2",), doubt=5 * DOUBT) == (("a1", "b1"), ("a2",))


def test_without_a_link_in_its_own_report_it_stays() -> None:
    across = {("a2", "b1"): 2.0}
    assert found(("a1", "b1"), ("a2",), odds=across) == (("a1", "b1"), ("a2",))


def test_what_one_report_tells_alone_is_left_to_its_links() -> None:
    assert found(("a1",), ("a2",)) == (("a1",), ("a2",))


def test_what_tells_more_is_no_fragment() -> None:
    more = replace(TOLD, killed=(3, 3))
    assert story("a2", "a", more).told == LITTLE
    for tell, together in ((more, True), (replace(more, day=date(2024, 7, 29)), False)):
        made = found(("a1", "b1"), ("a2",), stories=STORIES | {"a2": story("a2", "a", tell)})
        assert (made == (("a1", "a2", "b1"),)) is together


def test_the_same_fragment_of_two_reports_joins_where_both_tell_and_others_do() -> None:
    assert found(("a1", "b1"), ("a2", "b2")) == (("a1", "b1"), ("a2", "b2"))  # nobody else tells of it
    assert found(("a1", "b1", "c1"), ("a2", "b2")) == (("a1", "a2", "b1", "b2", "c1"),)


def test_what_people_judged_stays_as_it_is() -> None:
    assert found(("a1", "b1"), ("a2",), judged=frozenset({"a2"})) == (("a1", "b1"), ("a2",))
    assert found(("a1", "b1"), ("a2",), judged=frozenset({"b1"})) == (("a1", "a2", "b1"),)


def test_passages_that_people_took_out_of_their_story_stay() -> None:
    assert found(("a1", "b1"), ("a2", "out")) == (("a1", "b1"), ("a2", "out"))


@given(
    odds=st.dictionaries(st.sampled_from(list(combinations(STORIES, 2))), st.floats(-3, 3), max_size=10),
    groups=st.sampled_from([(("a1", "b1"), ("a2",), ("b2",), ("c1",)), (("a1", "c1", "b2"), ("a2", "b1"))]),
    order=st.randoms(use_true_random=False),
)
def test_the_order_of_groups_changes_nothing_and_nobody_is_lost(
    odds: dict[tuple[str, str], float], groups: tuple[tuple[str, ...], ...], order: Random
) -> None:
    turned = [tuple(reversed(group)) for group in groups]
    order.shuffle(turned)
    made = found(*groups, odds=odds)
    assert found(*turned, odds=odds) == made
    assert sorted(member for group in made for member in group) == sorted(m for group in groups for m in group)
