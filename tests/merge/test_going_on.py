from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.merge.going_on import going_on
from tests.merge.reports import GAO, KIDAL, Tell, report

MET = Tell("Diallo met Lund on Monday.", "met", "CONSULT", actor=("Diallo", "MLI", "GOV"), day=date(2024, 7, 29))
MORE = Tell("The two leaders also discussed grain.", "discussed", "CONSULT", actor=("two leaders", "MLI", "GOV"))
FAR = Tell("Donors sent food to Gao. " + "It was late. " * 60, "sent", "AID")
OTHERS = {
    "other parties": replace(MORE, words="Lund discussed grain with Ruiz.", actor=("Lund", "SWE", "GOV")),
    "talks by themselves": replace(MORE, words="The two leaders met again.", trigger="met"),
    "another day": replace(
        MORE, words="They discussed grain on Sunday.", actor=("They", "MLI", "GOV"), day=date(2024, 7, 28)
    ),
    "only planned": replace(MORE, status="planned"),
}


def test_what_both_discussed_is_of_their_meeting() -> None:
    events = report("a", "2024-07-30", MET, MORE).events
    assert {e.story_event for e in events} == {events[0].id}


@pytest.mark.parametrize("other", OTHERS.values(), ids=list(OTHERS))
def test_what_else_is_told_of_talks_is_left_to_the_evidence(other: Tell) -> None:
    assert list(going_on(report("a", "2024-07-30", MET, other).events)) == []


def test_it_goes_on_from_the_last_talks_and_not_from_far() -> None:
    assert list(going_on(report("a", "2024-07-30", MET, MET, MORE).events)) == [(1, 2)]
    assert list(going_on(report("a", "2024-07-30", MET, FAR, MORE).events)) == []


def test_two_places_are_two_talks() -> None:
    here = replace(MET, words="Diallo met Lund in Gao.", place=("Gao", GAO, "settlement"), day=None)
    there = replace(
        MORE, words="They discussed grain in Kidal.", actor=("They", "MLI", "GOV"), place=("Kidal", KIDAL, "settlement")
    )
    assert list(going_on(report("a", "2024-07-30", here, there).events)) == []
