from __future__ import annotations

from datetime import date

import pytest

from dateline.merge.story import likeness, story_events
from tests.make import actor, count, event, place, when


def test_the_same_act_word_and_party_are_one_event() -> None:
    one = event("attacked", actors=(actor("Rebels", "MLI", "REB"),))
    two = event("attack", actors=(actor("Rebels", "MLI", "REB"),))
    assert {e.story_event for e in story_events([one, two])} == {"e-attacked"}


@pytest.mark.parametrize(
    "other",
    [
        {"type": "COERCE"},
        {"status": "planned"},
        {"when": when("Monday", date(2024, 7, 22))},
        {"where": (place("Gao", name="Kidal"),)},
        {"modes": ("aerial",)},
        {"actors": (actor("Rebels", "TCD", "REB"),)},
    ],
)
def test_what_speaks_against_it_keeps_two_apart(other: dict[str, object]) -> None:
    shared = {
        "actors": (actor("army", "MLI", "MIL"),),
        "where": (place("Gao"),),
        "when": when("Monday", date(2024, 7, 29)),
        "modes": ("firearms",),
    }
    one = event("attacked", **shared)
    assert likeness(one, event("attack", **shared)) >= 2
    assert likeness(one, event("attack", **(shared | other))) < 0


def test_different_figures_do_not_part_one_event() -> None:
    one = event("attacked", where=(place("Gao"),), counts=(count("at least seven", 7, None),))
    two = event("attack", where=(place("Gao"),), counts=(count("at least seven", 9, 9),))
    assert likeness(one, two) >= 2


def test_nothing_in_common_is_not_enough() -> None:
    assert likeness(event("attacked"), event("killing")) < 2


def test_a_third_passage_points_to_the_first() -> None:
    events = [event(w, where=(place("Gao"),)) for w in ("attacked", "attack", "attacked")]
    assert [e.story_event for e in story_events(events)] == ["e-attacked"] * 3
