"""Who does an act where the model reads nobody."""

from __future__ import annotations

import pytest

from dateline.coders.doers import doers
from dateline.records.annotation import Argument, Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def act(text: str, words: str, *arguments: tuple[str, str]) -> Trigger:
    told = tuple(Argument(role, at(text, w), 0.9) for role, w in arguments)
    return Trigger(at(text, words), 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, told)


def found(text: str, words: str, *before: Trigger, recipient: str = "") -> list[str]:
    trigger = act(text, words, *([("recipient", recipient)] if recipient else []))
    done_to = [at(text, recipient)] if recipient else []
    return [s.of(text) for s in doers(text, Span(0, len(text)), trigger, done_to, [*before, trigger])]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The navy says it has sunk a boat.", "sunk", ["it"]),
        ("Lund is sure that they’ll attack.", "attack", ["they"]),
        ("The envoy said he was ready to talk.", "ready", ["he"]),
        ("The king said he was withdrawing his men.", "withdrawing", ["he"]),
        ("The navy says it was attacked.", "attacked", []),
        ("The navy says that boats attacked.", "attacked", []),
    ],
)
def test_a_pronoun_right_before_an_active_verb_does_it(text: str, words: str, who: list[str]) -> None:
    assert found(text, words) == who


def test_a_pronoun_that_is_acted_on_does_nothing() -> None:
    assert found("They said that we should stop.", "should stop", recipient="we") == []


@pytest.mark.parametrize(
    ("text", "first", "second", "who"),
    [
        ("Chad recalled its envoy and closed the border.", "recalled", "closed", ["Chad"]),
        ("Chad recalled its envoy and later closed the border.", "recalled", "closed", ["Chad"]),
        ("Chad recalled its envoy, closing the border.", "recalled", "closing", ["Chad"]),
        ("Chad recalled its envoy after closed talks.", "recalled", "closed", []),
        ("Chad decried the large and deadly raids.", "decried", "raids", []),
    ],
)
def test_joined_acts_have_one_actor(text: str, first: str, second: str, who: list[str]) -> None:
    assert found(text, second, act(text, first, ("actor", "Chad"))) == who


def test_who_is_acted_on_first_does_not_act_then() -> None:
    text = "Ruiz attacked Hamdi and wounded guards."
    first = act(text, "attacked", ("actor", "Ruiz"), ("recipient", "Hamdi"))
    assert found(text, "wounded", first, recipient="Hamdi") == []


def test_an_act_under_another_is_passed_over() -> None:
    text = "Chad met Togo after the rebels' raid and agreed to a truce."
    met = act(text, "met", ("actor", "Chad"), ("recipient", "Togo"))
    assert found(text, "agreed", met, act(text, "raid", ("actor", "rebels"))) == ["Chad"]
