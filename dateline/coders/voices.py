"""According to whom: which voices stand behind an event."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span

Voices = tuple[tuple[Span, Span | None], ...]
"""(source, cue) spans, outermost voice first."""
ALONE = 0.65
"""Least score of a source that no reported speech bears out: outside its content, or of an act of the speaker's own."""


def voices(trigger: Trigger, said: Sequence[Said]) -> Voices:
    """The chain of voices of an event: speakers of reported content that holds it, widest first, then other sources.

    That an event is told inside reported words does not make the speaker vouch for it: they may presuppose it ("the war
    must end"), name it in passing, or speak of an act of their own. The model has to take the speaker for a source of
    the event as well; inside reported content less is enough for that than outside. A statement whose speech act is the
    event itself ("condemned", "promised") does not vouch for it.
    """
    sources = [a for a in trigger.arguments if a.role == "source"]
    own = [a.span for a in trigger.arguments if a.role == "actor"]
    chain: list[tuple[Span, Span | None]] = []
    holding = [s for s in said if s.source is not None and s.content.holds(trigger.span)]
    for statement in sorted(holding, key=lambda s: (s.content.start - s.content.end, s.content.start)):
        speaker = statement.source
        if speaker is None or (statement.cue is not None and statement.cue.overlaps(trigger.span)):
            continue
        if not any(speaker.overlaps(s) for s in own) and any(speaker.overlaps(a.span) for a in sources):
            _add(chain, speaker, statement.cue)
    for argument in sources:
        if argument.score >= ALONE:
            _add(chain, argument.span, _cue_of(argument, said))
    return tuple(chain)


def _cue_of(argument: Argument, said: Sequence[Said]) -> Span | None:
    """The word by which the source is said to speak, where it is told."""
    return next((s.cue for s in said if s.source is not None and s.source.overlaps(argument.span)), None)


def _add(chain: list[tuple[Span, Span | None]], source: Span, cue: Span | None) -> None:
    if not any(source.overlaps(old) for old, _ in chain):
        chain.append((source, cue))
