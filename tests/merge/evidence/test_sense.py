from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.merge.evidence.sense import sense
from dateline.merge.evidence.signal import words
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds
from dateline.merge.sense import measures, of_story
from dateline.records.sense import Floats, packed
from tests.merge.reports import GAO, Tell, profiles, report

ATTACK = Tell(
    "In Gao, Rebels attacked the barracks.",
    "attacked",
    actor=("Rebels", "MLI", "REB"),
    place=("Gao", GAO, "settlement"),
)
SIZE = len(measures()[0].shared)


READ = np.random.default_rng(1).normal(size=SIZE).astype(np.float32)
OPPOSITE = -READ


def story(id: str, read: Floats | None) -> Profile:
    (one,) = profiles(report(id, "2024-07-30", ATTACK))
    return replace(one, sense=None if read is None else of_story([packed(read)]))


def test_stories_that_read_alike_are_likelier_one_and_it_is_said() -> None:
    one, alike, unlike, unread = story("a", READ), story("b", READ), story("c", OPPOSITE), story("d", None)
    assert log_odds(one, alike) > log_odds(one, unread) > log_odds(one, unlike)
    assert [words(s) for s in sense(one, alike)] == ["the passages read alike"]
    assert [words(s) for s in sense(one, unlike)] == ["the passages read unlike each other"]


def test_a_story_that_was_not_read_gives_no_evidence() -> None:
    assert sense(story("a", READ), story("b", None)) == [] == sense(story("a", None), story("b", None))


def test_the_order_of_two_stories_does_not_matter() -> None:
    one, two = story("a", READ), story("b", OPPOSITE)
    assert sense(one, two) == sense(two, one)
