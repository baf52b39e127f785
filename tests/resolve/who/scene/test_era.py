"""The day that an article of unknown day tells of itself: whose offices it names and which years."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from dateline.resolve.who.scene.era import day_of_writing
from dateline.resolve.who.words import Words
from tests.resolve.who.marked import split


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Ashraf Ghani visited the wounded.", "2018-02-15"),
        ("President Ashraf Ghani recalled the flood of 2016.", "2016-12-31"),
        ("President Ashraf Ghani recalled the flood of 1991.", "2018-02-15"),
        ("The dam broke in 2009; a new one is to stand by 2030.", "2009-12-31"),
        ("The Obama administration thanked Defense Secretary Chuck Hagel.", "2014-02-15"),
        ("Former President Barack Obama dined with the mayor.", None),
        ("The mayor dined with a baker.", None),
        ("Taliban insurgents fired at a school.", "2008-02-15"),
    ],
)
def test_when_an_article_was_written(actors: ActorList, text: str, day: str | None) -> None:
    assert day_of_writing(Words.of(text), actors) == day


def test_of_two_times_it_is_the_later(actors: ActorList) -> None:
    text = "President Bill Clinton had signed it before President Barack Obama tore it up in 2012."
    assert day_of_writing(Words.of(text), actors) == "2012-12-31"


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("President Ashraf Ghani blamed [[the Taliban]] for the blast.", ("REB",)),
        ("In 2023 [[the Taliban]] closed the schools.", ("GOV",)),
        ("[[Hillary Clinton]] spoke beside President Barack Obama in Cairo in 2011.", ("GOV",)),
    ],
)
def test_roles_of_an_undated_article_are_those_of_its_time(
    actors: ActorList, text: str, sectors: tuple[str, ...]
) -> None:
    plain, spans = split(text)
    assert resolve_parties(plain, spans, actors).actors[spans[0]].sectors == sectors
