from __future__ import annotations

import pytest

from dateline.codebooks.codebook import Codebook
from dateline.coders.alone import done_alone
from dateline.coders.model import ModelCoder
from dateline.records.annotation import Annotation, Argument, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

BOOK = Codebook.load()


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "act", "actors", "alone"),
    [
        ("Chad began naval exercises off the coast.", "naval exercises", ["Chad"], True),
        ("Chad began naval exercises off the coast.", "naval", ["Chad"], True),
        ("Chad's war games went on.", "war games", ["Chad"], True),
        ("Chad began joint exercises.", "exercises", ["Chad"], False),
        ("Chad began exercises with its neighbour.", "exercises", ["Chad"], False),
        ("Chad and Togo began exercises.", "exercises", ["Chad", "Togo"], False),
        ("The two countries began exercises.", "exercises", ["two countries"], False),
        ("Exercises began.", "Exercises", [], False),
        ("Chad took part in exercises.", "exercises", ["Chad"], False),
        ("Chad trades grain.", "trades", ["Chad"], False),
    ],
)
def test_one_party_by_itself_does_not_cooperate(text: str, act: str, actors: list[str], alone: bool) -> None:
    rule = BOOK.types["COOPERATE"].alone
    assert rule is not None
    assert done_alone(text, Span(0, len(text)), at(text, act), [at(text, a) for a in actors], rule) is alone


def test_its_own_exercises_are_a_movement_of_forces_and_the_rule_is_named() -> None:
    text = "Chad began exercises."
    trigger = Trigger(
        at(text, "exercises"), 0, (("COOPERATE", 0.8), ("MOBILIZE", 0.1)), (), (("happened", 0.9),), 0.9,
        (Argument("actor", at(text, "Chad"), 0.9),),
    )  # fmt: skip
    (draft,) = ModelCoder(BOOK).code(text, Annotation((Sentence(0, 0, len(text)),), (), (trigger,), ()))
    assert (draft.type, draft.modes) == ("MOBILIZE", ("troops",))
    assert draft.rule == "a COOPERATE of one party is MOBILIZE (codebook: alone)"
