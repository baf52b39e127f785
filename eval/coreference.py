"""Scores of clusterings of mentions: MUC, B-cubed, CEAF-e and their mean (CoNLL).

Where one side holds mentions that the other does not, they count as the reference scorer has it (Pradhan and others
2014): each is apart from all others for MUC and wholly missed for B-cubed.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np

Clusters = Sequence[frozenset[Hashable]]


def clusters(of: Mapping[Any, Hashable]) -> Clusters:
    """The clusters of mentions given each mention's label."""
    out: dict[Hashable, set[Hashable]] = {}
    for mention, label in of.items():
        out.setdefault(label, set()).add(mention)
    return [frozenset(c) for c in out.values()]


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """F1 of the three measures and their mean, in per cent."""
    scores = {"MUC": muc(gold, found), "B3": b_cubed(gold, found), "CEAF-e": ceaf_e(gold, found)}
    return scores | {"CoNLL": sum(scores.values()) / 3}


def muc(gold: Clusters, found: Clusters) -> float:
    """F1 of links (Vilain and others 1995)."""
    return _f1(_muc_recall(found, gold), _muc_recall(gold, found))


def b_cubed(gold: Clusters, found: Clusters) -> float:
    """F1 of mentions (Bagga and Baldwin 1998)."""
    return _f1(_overlap(found, gold), _overlap(gold, found))


def ceaf_e(gold: Clusters, found: Clusters) -> float:
    """F1 of clusters matched one to one at best (Luo 2005)."""
    alike = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    best = float(sum(alike[i, j] for i, j in assignment(alike)))
    return _f1(best / len(found), best / len(gold))


def assignment(gain: np.ndarray) -> list[tuple[int, int]]:
    """The pairs of rows and columns with the greatest sum (Hungarian method with potentials)."""
    if gain.shape[0] > gain.shape[1]:
        return [(i, j) for j, i in assignment(gain.T)]
    rows, columns = gain.shape
    left, right = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, way = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while row_of[column]:
            used[column] = True
            at = row_of[column]
            cost = -gain[at - 1] - left[at] - right[1:]
            closer = ~used[1:] & (cost < least[1:])
            least[1:][closer], way[1:][closer] = cost[closer], column
            open_ = np.where(used, np.inf, least)
            following = int(np.argmin(open_[1:])) + 1
            step = open_[following]
            left[row_of[used]] += step
            right[used] -= step
            least[~used] -= step
            column = following
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    return [(int(row_of[j]) - 1, j - 1) for j in range(1, columns + 1) if row_of[j]]


def _muc_recall(parts: Clusters, whole: Clusters) -> float:
    label = {m: n for n, c in enumerate(parts) for m in c}
    kept = sum(len(c) - len({label.get(m, ("missing", m)) for m in c}) for c in whole)
    return kept / max(sum(len(c) - 1 for c in whole), 1)


def _overlap(parts: Clusters, whole: Clusters) -> float:
    """Mean share of a mention's cluster in `whole` that is with it in `parts` as well."""
    part_of = {m: c for c in parts for m in c}
    shares = [len(c & part_of.get(m, frozenset())) / len(c) for c in whole for m in c]
    return sum(shares) / max(len(shares), 1)


def _f1(precision: float, recall: float) -> float:
    return 200 * precision * recall / max(precision + recall, 1e-9)
