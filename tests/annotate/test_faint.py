"""What is read of acts that are hardly events: nothing but their scores, unless all events are asked for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dateline.annotate.decode import Decoder
from dateline.annotate.faint import Faint
from dateline.annotate.model import Model
from dateline.records.span import Span
from dateline.split.sentences import sentences

TEXT = (
    "The minister of trade of Tarvenia welcomed a delegation of growers from the coast on Friday. "
    "Farmers near Orlo had blocked a bridge, and the mayor hoped that talks with the ministry would help them. "
    "A court in Lesk heard two of the growers, who may appeal against the fines that officials had asked for. "
    "It rained. The road was wet. The inn was full. The ferry was late."
)
FAINT = Faint(
    ("AID", "YIELD"), -1.0, {"trigger": 1.0, "type": 0.5, "type:YIELD": -2.0}, {"AID": 0.5, "YIELD": 0.2}, -0.5
)


def _stricter(quick: Model) -> None:
    card = quick.card
    faint = Faint(card.space.types, card.bias, card.weights, card.floors, 1.0)
    quick._decoder = Decoder(card.space, quick._of_brief._pairs, card.thresholds, faint=faint)


def test_faint_acts_have_no_arguments_and_the_others_those_they_had() -> None:
    pieces = sentences(TEXT)
    thorough, quick = Model(), Model(thorough=False)
    _stricter(quick)
    every, some = thorough.annotate(TEXT, pieces).triggers, quick.annotate(TEXT, pieces).triggers
    assert [(t.span, t.types, t.score) for t in every] == [(t.span, t.types, t.score) for t in some]
    assert not any(t.faint for t in every)
    assert any(two.faint and one.arguments for one, two in zip(every, some, strict=True))
    assert any(not two.faint for two in some)
    for one, two in zip(every, some, strict=True):
        assert two.arguments == (() if two.faint else one.arguments)


def test_of_a_brief_text_all_acts_are_read() -> None:
    text = TEXT.partition(" It rained.")[0]
    quick = Model(thorough=False)
    _stricter(quick)
    assert quick.annotate(text, sentences(text)) == Model().annotate(text, sentences(text))


def test_an_act_that_a_phrase_settles_is_never_faint() -> None:
    pieces = sentences(TEXT)
    told: list[tuple[str, str, tuple[str, ...]]] = []

    def settles(text: str, sentence: Span, act: Span, types: Sequence[str]) -> bool:
        told.append((sentence.of(text), act.of(text), tuple(types)))
        return True

    thorough, quick = Model(), Model(thorough=False, settles=settles)
    _stricter(quick)
    every = thorough.annotate(TEXT, pieces)
    assert quick.annotate(TEXT, pieces) == every
    assert told and all(act in sentence for sentence, act, _ in told)
    likeliest = {t.span.of(TEXT): tuple(name for name, _ in t.types[:2]) for t in every.triggers}
    assert all(likeliest[act] == types for _, act, types in told if act in likeliest)


@pytest.mark.parametrize(
    ("aid", "yields", "faint"),
    [
        (0.9, 0.01, False),
        (0.3, 0.01, False),  # 0.1 below its floor
        (0.2, 0.2, True),  # 1.4 below, for it may be of either type
        (0.01, 0.3, True),  # 0.7 below
        (0.01, 0.9, False),
    ],
)
def test_an_act_is_faint_by_its_score_and_type_and_the_floor_of_that(aid: float, yields: float, faint: bool) -> None:
    assert FAINT.of(np.array([[aid, yields]], dtype=np.float32), [0]) == [faint]


def test_several_words_of_a_sentence_for_one_act_are_faint_together_or_not_at_all() -> None:
    acts = np.array([[0.01, 0.3], [0.01, 0.3], [0.2, 0.2]], dtype=np.float32)
    assert FAINT.of(acts, [3, 3, 3]) == [False, False, True]
    assert FAINT.of(acts, [3, 4, 4]) == [True, True, True]
