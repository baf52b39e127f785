"""What is read of acts that are hardly events: nothing but their scores, unless all events are asked for."""

from __future__ import annotations

from dateline.annotate.decode import Decoder
from dateline.annotate.model import Model
from dateline.split.sentences import sentences

TEXT = (
    "The minister of trade of Tarvenia welcomed a delegation of growers from the coast on Friday. "
    "Farmers near Orlo had blocked a bridge, and the mayor hoped that talks with the ministry would help them. "
    "A court in Lesk heard two of the growers, who may appeal against the fines that officials had asked for. "
    "It rained. The road was wet. The inn was full. The ferry was late."
)


def test_faint_acts_have_no_arguments_and_the_others_those_they_had() -> None:
    pieces = sentences(TEXT)
    thorough, quick = Model(), Model(thorough=False)
    quick._decoder = Decoder(quick.card.space, thorough._decoder._pairs, quick.card.thresholds, least=0.9)
    every, some = thorough.annotate(TEXT, pieces).triggers, quick.annotate(TEXT, pieces).triggers
    assert [(t.span, t.types, t.score) for t in every] == [(t.span, t.types, t.score) for t in some]
    assert any(t.score < 0.9 and t.arguments for t in every)
    for one, two in zip(every, some, strict=True):
        assert two.arguments == (() if one.score < 0.9 else one.arguments)


def test_of_a_brief_text_all_acts_are_read() -> None:
    text = TEXT.partition(" It rained.")[0]
    quick = Model(thorough=False)
    quick._decoder = Decoder(quick.card.space, quick._of_brief._pairs, quick.card.thresholds, least=0.9)
    assert quick.annotate(text, sentences(text)) == Model().annotate(text, sentences(text))
