"""What a state that fights abroad strikes is not its own."""

from __future__ import annotations

import pytest

from dateline.resolve.who import ActorList
from tests.resolve.who.marked import last

BOTH = "Israel and Lebanon traded fire. Israel said so, and Israel went on. "


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "An Israeli plane hit [[a car]] in the hills.",
        BOTH + "[[Israel's army]] said it had a plan, and [[it]] bombed [[a depot]] in the hills.",
        BOTH + "An Israeli strike killed [[three people]] in the hills.",
        BOTH + "An Israeli raid on [[a farm]] went wrong.",
        BOTH + "An Israeli raid on a rebel-held [[farm]] went wrong.",
        BOTH + "[[A farm]] was hit by an Israeli missile.",
    ],
)
def test_what_planes_hit_is_not_of_their_state(actors: ActorList, text: str) -> None:
    assert last(actors, text).country == "LBN"


@pytest.mark.parametrize(
    "text", [BOTH + "In Israel an Israeli bus hit [[a man]].", BOTH + "[[A farm]] was sold by an Israeli bank."]
)
def test_others_may_be_of_the_state_told_of(actors: ActorList, text: str) -> None:
    assert last(actors, text).country == "ISR"


GROUP = "Islamic State lost a hill in Syria. Islamic State fled, Syria said. Islamic State was silent. "


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        (GROUP + "French aircraft bombed [[a command post]] in Syria.", "IMG", ("REB",)),
        (GROUP + "French aircraft bombed a bridge and [[a weapons depot]] in Syria.", "IMG", ("REB",)),
        (GROUP + "The strikes by night hit ten men, destroying [[two tanks]] in Syria.", "IMG", ("REB",)),
        (GROUP + "[[Two tanks]] were destroyed in Syria by night.", "IMG", ("REB",)),
        (GROUP + "Islamic State drones hit [[a command post]] in Syria.", "SYR", ("MIL",)),
        (GROUP + "French aircraft bombed [[a school]] in Syria.", "SYR", ("EDU",)),
    ],
)
def test_posts_that_planes_hit_are_those_of_the_one_group(
    actors: ActorList, text: str, country: str, sectors: tuple[str, ...]
) -> None:
    found = last(actors, text)
    assert (found.country, found.sectors) == (country, sectors)
