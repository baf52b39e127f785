"""The model's sectors beside those of the words: when they fill in, and when they are believed more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records.span import Span
from dateline.resolve.who.parties import Party

Hints = Mapping[Span, Sequence[tuple[str, float]]]

MODEL = "model"
"""The basis of a sector that the model told."""
FILL = 0.3
"""The probability from which a sector of the model counts at all."""
MORE = 0.5
"""The probability from which a further sector of the model is told beside its first."""
_WEAK = 0.1
_STATE = 0.2
_STRONG = 0.6
_NEVER = 2.0
"""By how much the model must be surer of its sector than of that of the words, by how they tell it."""


class Settled:
    """The sectors of the parties of one article, settled between words and model.

    What the model says of a named party counts for all its mentions together.
    """

    def __init__(self, parties: Mapping[Span, Party], hints: Hints) -> None:
        self._hints = hints
        self._pools: dict[str, dict[str, float]] = {}
        counts: dict[str, int] = {}
        for span, party in parties.items():
            if party.name and party.sort != "state" and span in hints:
                counts[party.name] = counts.get(party.name, 0) + 1
                pool = self._pools.setdefault(party.name, {})
                for label, score in hints[span]:
                    pool[label] = pool.get(label, 0.0) + score
        for name, pool in self._pools.items():
            self._pools[name] = {label: score / counts[name] for label, score in pool.items()}

    def sectors(self, span: Span, party: Party) -> tuple[tuple[str, ...], str]:
        """The sectors of the party at `span`, the primary one first, and the basis of the answer."""
        scores = self._scores(span, party)
        if not scores:
            return party.sectors, party.basis
        best = max(scores, key=lambda label: (scores[label], label))
        if scores[best] < FILL or (not party.sectors and party.country == "UNO"):
            return party.sectors, party.basis
        if not party.sectors:
            return (best,), MODEL
        if best == party.sectors[0] or scores[best] - scores.get(party.sectors[0], 0.0) < _margin(party):
            return party.sectors, party.basis
        more = sorted((label for label in scores if label != best and scores[label] >= MORE), key=lambda x: -scores[x])
        return (best, *more), MODEL

    def _scores(self, span: Span, party: Party) -> Mapping[str, float]:
        if party.name in self._pools and party.sort != "state":
            return self._pools[party.name or ""]
        return dict(self._hints.get(span, ()))


def _margin(party: Party) -> float:
    if party.sort == "state" and party.id is not None:
        return _STATE
    if party.weak:
        return _WEAK
    return _NEVER if party.basis == "actor list" else _STRONG
