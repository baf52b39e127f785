from __future__ import annotations

import pytest

from dateline.coders.beside_whom import between_whom, not_near, with_whom
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "act", "actors", "stay"),
    [
        ("Chad hopes for talks between the rebels and Togo.", "talks", ["Chad", "rebels", "Togo"], ["rebels", "Togo"]),
        ("Lund denied a pact between former mayor Lind and Ruiz.", "pact", ["Lund", "mayor Lind"], ["mayor Lind"]),
        ("Chad and Togo held talks.", "talks", ["Chad", "Togo"], ["Chad", "Togo"]),
        ("Chad held talks on the border between Togo and Mali.", "talks", ["Chad", "Togo"], ["Chad", "Togo"]),
        ("Chad held talks between Monday and Friday.", "talks", ["Chad"], ["Chad"]),
    ],
)
def test_an_act_between_parties_is_theirs(text: str, act: str, actors: list[str], stay: list[str]) -> None:
    assert [s.of(text) for s in between_whom(text, at(text, act), [at(text, a) for a in actors])] == stay


@pytest.mark.parametrize(
    ("text", "party", "hit"),
    [
        ("A bomb went off near a school.", "school", False),
        ("A shell fell close to the mayor's old office.", "office", False),
        ("Rebels fired on guards next to the bank.", "bank", False),
        ("Rebels fired on guards next to the bank.", "guards", True),
        ("A bomb near Bol killed soldiers.", "soldiers", True),
        ("A bomb hit a school near Bol.", "school", True),
        ("A mine went off near the convoy.", "convoy", True),
    ],
)
def test_what_a_blow_fell_near_is_not_its_target(text: str, party: str, hit: bool) -> None:
    assert bool(not_near(text, Span(0, len(text)), [at(text, party)])) is hit


@pytest.mark.parametrize(
    ("text", "act", "actors", "makes", "gets"),
    [
        ("Chad lodged a protest with Togo.", "protest", ["Chad", "Togo"], ["Chad"], ["Togo"]),
        (
            "Lind sent complaints to police and clerks.",
            "complaints",
            ["Lind", "police", "clerks"],
            ["Lind"],
            ["police", "clerks"],
        ),
        ("A protest by Chad was heard.", "protest", ["Chad"], ["Chad"], []),
        ("Chad condemned with Togo a raid.", "condemned", ["Chad", "Togo"], ["Chad", "Togo"], []),
    ],
)
def test_whom_a_protest_is_lodged_with_does_not_make_it(
    text: str, act: str, actors: list[str], makes: list[str], gets: list[str]
) -> None:
    found = with_whom(text, at(text, act), [at(text, a) for a in actors], [])
    assert [[s.of(text) for s in spans] for spans in found] == [makes, gets]
