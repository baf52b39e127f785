"""According to whom: which voices stand behind an event."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.annotation import Said, Trigger
from dateline.records.span import Span

Voices = tuple[tuple[Span, Span | None], ...]
"""(source, cue) spans, outermost voice first."""


def voices(trigger: Trigger, said: Sequence[Said]) -> Voices:
    """The chain of voices of an event: reported content that holds it, widest first, then sources of the event alone.

    A statement whose speech act is the event itself ("condemned", "promised") does not vouch for it, nor does who
    speaks of an act of their own in the same words: the article does.
    """
    own = [a.span for a in trigger.arguments if a.role == "actor"]
    chain: list[tuple[Span, Span | None]] = []
    holding = [s for s in said if s.source is not None and s.content.holds(trigger.span)]
    for statement in sorted(holding, key=lambda s: (s.content.start - s.content.end, s.content.start)):
        if statement.cue is not None and statement.cue.overlaps(trigger.span):
            continue
        if statement.source is not None and not any(statement.source.overlaps(s) for s in own):
            _add(chain, statement.source, statement.cue)
    for argument in trigger.arguments:
        if argument.role == "source":
            cue = next((s.cue for s in said if s.source is not None and s.source.overlaps(argument.span)), None)
            _add(chain, argument.span, cue)
    return tuple(chain)


def _add(chain: list[tuple[Span, Span | None]], source: Span | None, cue: Span | None) -> None:
    if source is not None and not any(source.overlaps(old) for old, _ in chain):
        chain.append((source, cue))
