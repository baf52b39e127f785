"""Parties that stand in one list with one that the model reads."""

from __future__ import annotations

import pytest

from dateline.coders.listed import Lists
from dateline.records.annotation import Argument, Mention, Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def whole(text: str, act: str, role: str, *mentions: str, elsewhere: str = "") -> list[str]:
    trigger = Trigger(at(text, act), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, ())
    others = [
        Trigger(
            at(text, elsewhere.split(":")[0]),
            0,
            (("ASSAULT", 0.9),),
            (),
            (("happened", 0.9),),
            0.9,
            (Argument("recipient", at(text, elsewhere.split(":")[1]), 0.9),),
        )
        for elsewhere in ([elsewhere] if elsewhere else [])
    ]
    known = [Mention(at(text, m), "part", 0.9) for m in (role, *mentions)]
    lists = Lists(text, known, [trigger, *others])
    return [s.of(text) for s in lists.whole(Span(0, len(text)), trigger.span, [at(text, role)], [])[0]]


@pytest.mark.parametrize(
    ("text", "act", "role", "mentions", "expected"),
    [
        ("Lund and Ystad have left the pact.", "left", "Ystad", ["Lund"], ["Lund", "Ystad"]),
        ("Lund, Ystad and Malmo left.", "left", "Malmo", ["Lund", "Ystad"], ["Lund", "Ystad", "Malmo"]),
        ("Rebels shelled villages and a clinic.", "shelled", "villages", ["clinic"], ["villages", "clinic"]),
        ("Gunmen shot a nurse, two guards and a cook on Monday.", "shot", "nurse", ["two guards", "cook"],
         ["nurse", "two guards", "cook"]),
        ("The killing of Hamdi and Ruiz shocked all.", "killing", "Ruiz", ["Hamdi"], ["Hamdi", "Ruiz"]),
    ],
)  # fmt: skip
def test_neighbours_of_a_list_have_one_role(
    text: str, act: str, role: str, mentions: list[str], expected: list[str]
) -> None:
    assert whole(text, act, role, *mentions) == expected


@pytest.mark.parametrize(
    ("text", "act", "role", "mentions"),
    [
        ("They shot Hamdi, and Ruiz fled.", "shot", "Hamdi", ["Ruiz"]),
        ("They shot Hamdi and Ruiz fled to Lund.", "shot", "Hamdi", ["Ruiz"]),
        ("Police seek the two men, Lind and Falk, in the north.", "seek", "two men", ["Lind", "Falk"]),
        ("The mayors of Lund and Ystad left.", "left", "Ystad", ["Lund"]),
        ("They hit Lund's bus and subway network.", "hit", "bus", ["subway network"]),
        ("Ruiz and his aides left.", "left", "Ruiz", ["his"]),
        ("Between 30 and 40 cooks left.", "left", "40 cooks", ["30"]),
        ("Hamdi spoke and then Ruiz left.", "left", "Ruiz", ["Hamdi"]),
    ],
)
def test_others_have_not(text: str, act: str, role: str, mentions: list[str]) -> None:
    assert whole(text, act, role, *mentions) == [role]


def test_a_party_with_a_role_of_its_own_stays_out() -> None:
    text = "Raiders shot Hamdi and Ruiz fled."
    assert whole(text, "fled", "Ruiz", "Hamdi", elsewhere="shot:Hamdi") == ["Ruiz"]


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("A truce of Chad and the Fangs, the gang that held them, ended.", "gang", ["Fangs", "gang"]),
        ("With Chad and the Fangs, the King held them.", "King", ["Chad", "Fangs", "King"]),
        ("Chad and the Fangs, the rivals that held them, met.", "rivals", ["Chad", "Fangs", "rivals"]),
    ],
)
def test_who_is_told_again_is_in_the_list_alone(text: str, behind: str, expected: list[str]) -> None:
    trigger = Trigger(at(text, "held"), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, ())
    read = [at(text, "Fangs"), at(text, behind)]
    lists = Lists(text, [Mention(s, "part", 0.9) for s in (at(text, "Chad"), *read)], [trigger])
    assert [s.of(text) for s in lists.whole(Span(0, len(text)), trigger.span, read, [])[0]] == expected
