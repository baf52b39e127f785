from __future__ import annotations

import pytest

from dateline.coders.controls import controllers
from dateline.records.annotation import Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def who(text: str, act: str, parties: list[str], done_to: list[str]) -> list[str]:
    trigger = Trigger(at(text, act), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9)
    told, over = [at(text, p) for p in parties], [at(text, d) for d in done_to]
    return [s.of(text) for s in controllers(text, Span(0, len(text)), trigger, told, over)]


@pytest.mark.parametrize(
    ("text", "act", "parties", "done_to", "actor"),
    [
        (
            "The rulers, who took over in May, named the war as a reason for toppling the king.",
            "toppling",
            ["rulers", "king"],
            ["king"],
            ["rulers"],
        ),
        (
            "The new leaders of both towns gave a reason for toppling the king.",
            "toppling",
            ["new leaders", "towns", "king"],
            ["king"],
            ["new leaders"],
        ),
        (
            "New leaders of the towns gave a reason for toppling the king.",
            "toppling",
            ["New leaders", "towns", "king"],
            ["king"],
            ["New leaders of the towns"],
        ),
        ("On Monday, the guild ended the row by freeing the cook.", "freeing", ["guild", "cook"], ["cook"], ["guild"]),
        ("He asked for Togo’s reasons for cancelling the visit.", "cancelling", ["He", "Togo"], [], ["Togo"]),
        ("She hailed its new policy of arming the miners.", "arming", ["She", "miners"], ["miners"], ["its"]),
        ("The judge blamed the guild for burning the mill.", "burning", ["judge", "guild", "mill"], ["mill"], []),
        ("The judge said the guild gained by burning the mill.", "burning", ["judge", "guild", "mill"], ["mill"], []),
        ("The cooks left after fighting in the port.", "fighting", ["cooks"], [], []),
        ("The cooks left the burned mill.", "burned", ["cooks", "mill"], ["mill"], []),
        ("They are for arming the miners.", "arming", ["miners"], ["miners"], []),
    ],
)
def test_who_does_what_is_told_as_ing(
    text: str, act: str, parties: list[str], done_to: list[str], actor: list[str]
) -> None:
    assert who(text, act, parties, done_to) == actor
