from __future__ import annotations

import pytest

from dateline.merge.profile import of_the_past
from dateline.records.event import Event
from tests.merge.reports import Tell, profiles, report

PAST = [
    *("Previously", "Earlier", "before,", "ago,", "since", "recently", "regularly", "repeated", "often"),
    *("frequently", "several", "history", "continuing", "campaign"),
]


def told(words: str) -> Event:
    (event,) = report("a", "2024-07-30", Tell(words, "attack")).events
    return event


@pytest.mark.parametrize("cue", [*PAST, "In the past", "Past few weeks", "last month", "OVER THE YEARS"])
def test_words_of_what_was_before_are_found_near_the_act(cue: str) -> None:
    assert of_the_past(told(f"{cue} the attack was denied."))


@pytest.mark.parametrize("word", ["Lasting", "A pasture near", "Agony of", "Today"])
def test_words_that_only_look_like_them_are_not(word: str) -> None:
    assert not of_the_past(told(f"{word} the attack was denied."))


def test_names_are_the_capitalised_words_that_begin_no_sentence() -> None:
    words = "Rebels told Bamako of the attack. Soldiers of Mali fled Kidal."
    (story,) = profiles(report("a", "2024-07-30", Tell(words, "attack")))
    names = story.names
    assert {"bamako", "kidal"} <= names and not {"rebel", "soldi", "soldier"} & names
