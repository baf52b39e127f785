"""Which act a cue in a sentence belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.records.event import Event
from dateline.records.span import Span

BEFORE, AFTER = 1, 2
"""Words at most between a cue and an act that it stands before or after, where it belongs to an act of any kind."""
NEAR = 6
"""Words at most between a cue and an act of the kinds that its setting names."""
_WORD = re.compile(r"\w+")
_BREAK = re.compile(
    r"[,;:()—–]|\b(?:and|but|or|while|as|after|before|when|since|until|amid|despite|who|which|that)\b", re.I
)
"""Where another thought begins: what stands behind it is not beside the act."""


def cues_in(sentence: Span, found: Mapping[str, Sequence[Span]]) -> dict[str, list[Span]]:
    """Those of some cues that begin in a sentence, by the same names."""
    start, end = sentence.start, sentence.end
    return {name: here for name, cues in found.items() if (here := [c for c in cues if start <= c.start < end])}


def reach(event: Event, cue: Span, own: bool, acts: Sequence[Span], text: str) -> bool | None:
    """True where a cue stands in a party or beside the act, False where it is near, None where it belongs elsewhere.

    Only acts of the setting's own kinds (`own`) reach for a cue that is near, and not for one that names another of the
    `acts`. The words of who tells it say nothing of the act.
    """
    act = event.trigger.span
    if any(p.piece.span.overlaps(cue) for p in (*event.actors, *event.recipients)):
        return True
    if any(v.actor.piece.span.overlaps(cue) or (v.cue and v.cue.span.overlaps(cue)) for v in event.according_to):
        return None
    apart = words_between(text, cue, act)
    if apart <= (BEFORE if cue.start < act.start else AFTER) and not _BREAK.search(_between(text, cue, act)):
        return True
    if not own or apart > NEAR or any(a.overlaps(cue) for a in acts):
        return None
    return False


def words_between(text: str, one: Span, other: Span) -> int:
    """How many words stand between two ranges, none where they touch."""
    return sum(1 for _ in _WORD.finditer(_between(text, one, other)))


def _between(text: str, one: Span, other: Span) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]
