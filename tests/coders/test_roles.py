"""Which words of an article stand for the parties of an act."""

from __future__ import annotations

import pytest

from dateline.coders.roles import spans_by_role, without_slips
from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "speaker", "doer", "actors"),
    [
        ("The army said it shelled Bol.", "army", "it", ["it"]),
        ("Chad said the US shelled Bol.", "Chad", "US", ["Chad", "US"]),
        ("Chad: Togo shelled Bol", "Chad", "Togo", ["Togo"]),
    ],
)
def test_who_speaks_is_no_actor_where_another_is(text: str, speaker: str, doer: str, actors: list[str]) -> None:
    act, source = at(text, "shelled"), at(text, speaker)
    arguments = tuple(Argument("actor", at(text, words), 0.9) for words in (speaker, doer))
    trigger = Trigger(act, 0, (("ASSAULT", 0.9),), (), (("happened", 0.9),), 0.9, arguments)
    said = Said(Span(at(text, doer).start, act.end), source, None, 0.9)
    assert [s.of(text) for s in spans_by_role(text, trigger, arguments, (said,))["actor"]] == actors


def test_the_letters_of_a_currency_are_no_party() -> None:
    text = "Chad agreed a US$5 levy on Togo."
    arguments = tuple(Argument("actor", at(text, words), 0.9) for words in ("Chad", "US"))
    trigger = Trigger(at(text, "levy"), 0, (("SANCTION", 0.9),), (), (("happened", 0.9),), 0.9, arguments)
    assert [a.span.of(text) for a in without_slips(text, trigger).arguments] == ["Chad"]
