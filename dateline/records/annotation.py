"""What the model saw in an article: spans, labels and probabilities, no tensors and no codes of the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from dateline.fixed import fixed
from dateline.records.article import Sentence
from dateline.records.span import Span

Scores = tuple[tuple[str, float], ...]
"""Labels with their probabilities, best first."""


@fixed()
class Argument:
    """A mention that takes part in an event, in a role: actor, recipient, place, time, count, source, hedge."""

    role: str
    span: Span
    score: float


@fixed()
class Mention:
    """A mention of a participant, place, time, count or source, whether or not it takes part in an event.

    `labels` holds the sector scores of participants and the count kinds of counts.
    """

    span: Span
    kind: str
    score: float
    labels: Scores = ()


@fixed()
class Trigger:
    """The words that name an act, with the scores of its types, modes and status and its arguments.

    `faint` is true where it is so unlikely to be an event that no arguments were read.
    """

    span: Span
    sentence: int
    types: Scores
    modes: Scores
    status: Scores
    score: float
    arguments: tuple[Argument, ...] = ()
    faint: bool = False


@fixed()
class Said:
    """Reported speech: who said (None if not told), by which word, what."""

    content: Span
    source: Span | None
    cue: Span | None
    score: float


@fixed()
class Annotation:
    """All that the model read in one article; `senses` tells of triggers how their passages read (`records.sense`)."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    triggers: tuple[Trigger, ...]
    said: tuple[Said, ...]
    senses: Mapping[Span, bytes] = field(default_factory=dict, repr=False, compare=False)
