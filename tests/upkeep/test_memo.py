"""What is remembered is bounded, and freed when it is dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from weakref import ref

import pytest

from dateline.merge import block
from dateline.merge.profile import Profile
from dateline.merge.score import log_odds
from dateline.records.article import Article
from dateline.store.session import Told
from dateline.upkeep import memo
from dateline.upkeep.memo import Latest, Memo, Recent
from tests.merge.reports import GAO, Tell, profiles, report

NOW = datetime(2024, 8, 3, tzinfo=UTC)


def story(number: int, words: str = "Rebels attacked the barracks at Gao.") -> Profile:
    place = ("Gao", GAO, "settlement")
    (one,) = profiles(report(f"a{number}", "2024-07-30", Tell(words, "attacked", place=place)))
    return one


def told(number: int) -> Told:
    return ((number, NOW),)


def test_what_was_asked_for_last_stays() -> None:
    held: Latest[str, int] = Latest(2)
    held.put("a", 1)
    held.put("b", 2)
    assert held.get("a") == 1
    held.put("c", 3)
    assert (held.get("a"), held.get("b"), held.get("c"), len(held)) == (1, None, 3, 2)
    held.put("a", 4)
    held.put("d", 5)
    assert (held.get("a"), held.get("c"), held.get("d"), len(held)) == (4, None, 5, 2)


def test_pairs_that_were_asked_for_lately_are_not_made_again() -> None:
    held, made = Recent(6), []

    def ask(one: int, two: int) -> float:
        def make() -> float:
            made.append((one, two))
            return one / two

        return held.or_made(one, two, make)

    for two in (1, 2, 3, 4, 1, 2, 5):
        assert ask(7, two) == 7 / two
    assert made == [(7, 1), (7, 2), (7, 3), (7, 4), (7, 5)] and len(held) <= 6
    for two in range(10, 20):
        ask(7, two)
    assert ask(7, 1) == 7.0 and made[-1] == (7, 1) and len(held) <= 6


def test_a_profile_that_is_dropped_is_freed_whatever_was_reckoned_of_it() -> None:
    remembered = Memo(profiles=3)
    seen = []
    for number in range(10):
        one = remembered.profiles.put(told(number), story(number))
        before = remembered.profiles.get(told(max(0, number - 1)))
        assert before is not None
        remembered.weigh(before, one)
        assert set(remembered.blocks(one)) == block.keys(one)
        seen.append(ref(one))
    del one, before
    assert [found() is None for found in seen] == [True] * 7 + [False] * 3


def test_no_more_is_held_than_each_bound_says() -> None:
    remembered = Memo(profiles=4, weighed=6, prints=2)
    for number in range(12):
        one = remembered.profiles.put(told(number), story(number))
        for other in range(max(0, number - 3), number):
            remembered.weigh(remembered.profiles.get(told(other)) or one, one)
        remembered.printed(Article(f"a{number}", "Rebels attacked the barracks at Gao again on Monday."))
    held = {name: len(value) for name, value in vars(remembered).items() if isinstance(value, Latest | Recent)}
    assert held == {"profiles": 4, "_kept": 4, "_weighed": 6, "_prints": 2}


def test_two_stories_are_weighed_once_as_long_as_they_stay_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[tuple[str, str]] = []

    def counted(one: Profile, two: Profile) -> float:
        weighed.append((one.id, two.id))
        return log_odds(one, two)

    monkeypatch.setattr(memo, "log_odds", counted)
    remembered, one, two = Memo(), story(1), story(2)
    assert remembered.weigh(one, two) == remembered.weigh(one, two) == log_odds(one, two)
    assert len(weighed) == 1
    edited = replace(one, types=("PROTEST",))
    assert remembered.weigh(edited, two) == log_odds(edited, two) != log_odds(one, two)
    assert set(remembered.blocks(edited)) == block.keys(edited) != block.keys(one)
