"""Weights learned from annotated news, by which the likeliest of several answers is chosen."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from dateline.errors import DataError
from dateline.resolve.word_lists import data_text

K = TypeVar("K")

LABELS = frozenset(("role", "sector"))
"""Choices among fixed labels: a feature of their rows begins with the label."""
EVERY = "*"
"""The kind whose weights hold for all kinds of a choice."""


class Weights:
    """Weights of features by the choice they are for ("country", "referent") and the kind of mention.

    They are fitted by `train/who.py`. A candidate's score is the sum of the weights of its features.
    """

    def __init__(self, rows: Sequence[tuple[str, str, str, float]]) -> None:
        self._shared: dict[str, dict[str, float]] = {}
        self._tables: dict[tuple[str, str], dict[str, float]] = {}
        self._labels: dict[tuple[str, str], dict[str, list[tuple[str, float]]]] = {}
        for choice, kind, feature, weight in rows:
            if choice in LABELS:
                label, _, rest = feature.partition(" ")
                self._labels.setdefault((choice, kind), {}).setdefault(rest, []).append((label, weight))
            elif kind == EVERY:
                self._shared.setdefault(choice, {})[feature] = weight
        for choice, kind, feature, weight in rows:
            if kind != EVERY and choice not in LABELS:
                table = self._tables.setdefault((choice, kind), dict(self._shared.get(choice, {})))
                table[feature] = table.get(feature, 0.0) + weight

    def labels(self, choice: str, kind: str, features: Sequence[str]) -> Mapping[str, float]:
        """The sum of weights of each label of a choice whose candidates are labels, over what is seen."""
        scores: defaultdict[str, float] = defaultdict(float)
        for part in (EVERY, kind):
            table = self._labels.get((choice, part), {})
            for feature in features:
                for label, weight in table.get(feature, ()):
                    scores[label] += weight
        return dict(scores)

    def best(self, choice: str, kind: str, candidates: Mapping[K, Sequence[str]]) -> K:
        """The candidate with the highest sum of weights over its features, the first of equals.

        Features without a weight count nothing.
        """
        table = self._tables.get((choice, kind)) or self._shared.get(choice, {})
        get = table.get
        likeliest, highest = next(iter(candidates)), -math.inf
        for key, features in candidates.items():
            score = sum([get(feature, 0.0) for feature in features])
            if score > highest:
                likeliest, highest = key, score
        return likeliest


@cache
def learned() -> Weights:
    """The weights Dateline ships; DataError where they are missing or damaged."""
    try:
        text = data_text("who_weights.csv")
        rows = [
            (choice, kind, feature, float(weight))
            for choice, kind, feature, weight in csv.reader(text.splitlines()[1:])
        ]
    except (OSError, ValueError) as error:
        raise DataError(f"weights of who: {error}; reinstall dateline") from error
    return Weights(rows)
