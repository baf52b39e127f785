"""Which act a cue belongs to."""

from __future__ import annotations

import pytest

from dateline.contexts.reach import cues_in, reach, words_between
from dateline.records.span import Span
from tests.contexts.making import told

TEXT = "After the army parade, ministers in the old capital fined the club. The army left."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FINED = told(TEXT, "fined", "SANCTION", "ministers in the old capital||GOV", "club", by="After")
ACTS = [at("parade"), at("fined")]


@pytest.mark.parametrize(
    ("words", "own", "reaches"),
    [
        ("old", False, True),  # in a party
        ("After", True, None),  # in the words of who tells it
        ("parade", True, None),  # another act
        ("army", True, False),  # near, of the setting's own kinds
        ("army", False, None),
    ],
)
def test_reach(words: str, own: bool, reaches: bool | None) -> None:
    assert reach(FINED, at(words), own, ACTS, TEXT) is reaches


@pytest.mark.parametrize(("words", "reaches"), [("mines", True), ("gas", None), ("coal", True), ("tin", None)])
def test_a_cue_beside_the_act_belongs_to_it_whatever_its_kind(words: str, reaches: bool | None) -> None:
    text = "In gas, two mines burnt down by coal and tin."
    event = told(text, "burnt", "PROTEST vandalize")
    cue = Span(text.index(words), text.index(words) + len(words))
    assert reach(event, cue, False, [event.trigger.span], text) is reaches


@pytest.mark.parametrize(
    ("text", "reaches"),
    [("They met envoys.", True), ("They met, envoys left.", None), ("They met and envoys left.", None)],
)
def test_what_begins_another_thought_is_not_beside_the_act(text: str, reaches: bool | None) -> None:
    cue = Span(text.index("envoys"), text.index("envoys") + 6)
    assert reach(told(text, "met", "AID"), cue, False, [], text) is reaches


def test_cues_of_another_sentence_are_not_of_the_event() -> None:
    army = [at("army"), Span(TEXT.rindex("army"), TEXT.rindex("army") + 4)]
    assert cues_in(FINED.evidence.span, {"military": army, "none": army[1:]}) == {"military": army[:1]}


def test_words_between() -> None:
    assert words_between(TEXT, at("army"), at("fined")) == words_between(TEXT, at("fined"), at("army")) == 6
    assert words_between(TEXT, at("army"), at("army parade")) == 0
