"""An event as coded, before its words are resolved to dates, places and parties."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.records.annotation import Scores
from dateline.records.span import Span


@fixed()
class Draft:
    """What was done, how, and which words stand for the rest.

    `times` are likeliest first, the other spans in text order; `counts` pairs each span with the scores of what is
    counted; `sources` are (source, cue) spans, outermost voice first; `rule` names the boundary rule that decided the
    type, where one did; `scores` are those of the type and its runners-up; `word` is the trigger in lower case, `score`
    the model's probability that it is an act; `settled` are the words of the phrase of the codebook that decided, where
    one did; `reasons` are the signs that weighed most for or against the event, in log-odds; `faint` is true where the
    act is too unlikely to be an event, so that no other words were read of it.
    """

    trigger: Span
    sentence: int
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    status: str
    confidence: float
    scores: Scores
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    counts: tuple[tuple[Span, Scores], ...] = ()
    hedge: Span | None = None
    sources: tuple[tuple[Span, Span | None], ...] = ()
    rule: str | None = None
    word: str = ""
    score: float = 1.0
    settled: Span | None = None
    reasons: Scores = ()
    faint: bool = False
