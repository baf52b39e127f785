from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.merge.evidence.who import named_apart
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds
from tests.merge.reports import Tell, profiles, report

DISMISSED = Tell(
    "The ministry dismissed Amina Toure.", "dismissed", "SANCTION", recipient=("Amina Toure", "MLI", "GOV")
)
OTHER = replace(DISMISSED, words="The ministry dismissed Jan Lund.", recipient=("Jan Lund", "MLI", "GOV"))
AGAIN = replace(DISMISSED, words="The ministry dismissed Ms. Toure.", recipient=("Toure", "MLI", "GOV"))
NOBODY = replace(DISMISSED, words="The ministry dismissed the envoy.", recipient=("the envoy", "MLI", "GOV"))
MET = Tell("Toure met Lund.", "met", "CONSULT", actor=("Toure", "MLI", "GOV"), recipient=("Lund", "SWE", "GOV"))
CROSSED = replace(MET, words="Lund met Toure.", actor=MET.recipient, recipient=MET.actor)


def pair(one: Tell, two: Tell) -> tuple[Profile, Profile]:
    first, second = profiles(report("a", "2024-07-30", one), report("b", "2024-07-30", two))
    return first, second


def test_two_who_are_named_and_bear_no_name_in_common_are_told_apart() -> None:
    (found,) = named_apart(*pair(DISMISSED, OTHER))
    assert found[:2] == ("other names, recipient", 1.0)
    assert log_odds(*pair(DISMISSED, OTHER)) < log_odds(*pair(DISMISSED, NOBODY)) < log_odds(*pair(DISMISSED, AGAIN))


@pytest.mark.parametrize("other", [AGAIN, NOBODY], ids=["a part of the name", "only described"])
def test_who_may_be_the_same_is_not(other: Tell) -> None:
    assert named_apart(*pair(DISMISSED, other)) == []


def test_who_meet_may_stand_in_either_role() -> None:
    assert named_apart(*pair(MET, CROSSED)) == []
    other = replace(MET, words="Sow met Ruiz.", actor=("Sow", "MLI", "GOV"), recipient=("Ruiz", "ESP", "GOV"))
    assert [found[0] for found in named_apart(*pair(MET, other))] == ["other names, party"]


def test_a_state_may_be_any_of_its_bodies() -> None:
    one, two = pair(DISMISSED, OTHER)
    state = replace(two.recipients[0], id="MLI", name="Mali")
    assert named_apart(one, replace(two, recipients=(state,))) == []
