"""Which acts are so unlikely to be events that nothing else is read of them.

Their score and their type weigh most in the confidence of events (`dateline.weigh`), and the floors are those of their
types: what is far below by these two is not brought above by who takes part and what else is told. Acts of one type in
one sentence may be several words for one act ("threw their support"), of which the chance that any is right counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.heads import Floats

WITHIN = 1e-4
"""How far from 0 and 1 probabilities are taken to be, as `dateline.records.odds` has it."""


class Faint:
    """Tells which acts have log-odds, by their scores alone, below the floor of their type by more than `least`."""

    def __init__(
        self,
        types: Sequence[str],
        bias: float,
        weights: Mapping[str, float],
        floors: Mapping[str, float],
        least: float,
    ) -> None:
        self._act, self._type = weights["trigger"], weights["type"]
        of_types = np.array([bias + weights.get(f"type:{t}", 0.0) for t in types])
        self._missing = least + _logit(np.array([floors[t] for t in types])) - of_types

    def of(self, acts: Floats, sentences: Sequence[int]) -> list[bool]:
        """Whether each is faint, from the probabilities of its types (acts, types) and the sentence it stands in."""
        scores, best = acts.sum(axis=1), acts.argmax(axis=1)
        share = acts.max(axis=1) / np.maximum(scores, WITHIN)
        alike = list(zip(sentences, best.tolist(), strict=True))
        none: dict[tuple[int, int], float] = {}
        for of_one, score in zip(alike, scores.tolist(), strict=True):
            none[of_one] = none.get(of_one, 1.0) * (1.0 - score)
        told = self._act * _logit(np.array([1.0 - none[of_one] for of_one in alike])) + self._type * _logit(share)
        faint: list[bool] = (told < self._missing[best]).tolist()
        return faint


def _logit(p: NDArray[np.floating]) -> NDArray[np.floating]:
    p = np.clip(p, WITHIN, 1 - WITHIN)
    out: NDArray[np.floating] = np.log(p / (1 - p))
    return out
