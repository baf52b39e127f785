"""What a report is about, and which of its acts are of that story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set

from dateline.codebooks.codebook import THIRD
from dateline.records.article import Sentence
from dateline.records.event import Event
from dateline.records.span import Span

CUES = 0.25
"""Share of its sentences with a cue at which a report is as much about a setting as with a third of its events."""
LEAST = 3
"""Sentences or events of which a share consists, at least."""
REACH = 3
"""Sentences between an act and the next cue or act of what the report is about, at most."""
OPENING = 2
"""Sentences of which one has to hold a cue of what a report is about."""


class Report:
    """A report by the numbers of its sentences, furniture apart; `places` are those in which its events stand."""

    def __init__(self, sentences: Sequence[Sentence], events: Sequence[Event]) -> None:
        self._starts = [s.start for s in sentences if s.part != "furniture"]
        self.places = [self._place(e.trigger.span.start) for e in events]

    def _place(self, start: int) -> int:
        """The number of the sentence in which a place of the text stands."""
        return max(0, bisect_right(self._starts, start) - 1)

    def about(self, cues: Sequence[Span], acts: Sequence[int]) -> tuple[float, Set[int]]:
        """How much of a report is about a setting, from 0 to 1, and the sentences that hold a cue or an act of it.

        That is the share of its events that are of the setting (`acts`, their numbers), or that of its sentences with a
        cue where one stands at its beginning.
        """
        by_cue = {self._place(c.start) for c in cues}
        share = len(acts) / len(self.places) if len(acts) >= LEAST else 0.0
        if len(by_cue) >= LEAST and min(by_cue) < OPENING:
            told = len(by_cue) / max(1, len(self._starts))
            share = max(share, told, THIRD if told >= CUES else 0.0)
        return share, by_cue.union(self.places[k] for k in acts)


def is_near(place: int, holding: Set[int]) -> bool:
    """True where a sentence is not far from one of those that hold the story."""
    return any(abs(place - k) <= REACH for k in holding)
