"""Pairs that are held together against pairs that belong together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

Verdict = bool | None
"""Whether two items belong together; None where the gold does not say."""


def counts(
    groups: Sequence[Hashable],
    truth: Callable[[int, int], Verdict],
    wanted: Callable[[int, int], bool] = lambda i, j: True,
) -> tuple[int, int, int]:
    """Pairs rightly together, pairs together, pairs that belong together, of those that are wanted and judged."""
    right = together = belong = 0
    for i, j in combinations(range(len(groups)), 2):
        if not wanted(i, j) or (verdict := truth(i, j)) is None:
            continue
        held = groups[i] == groups[j]
        right += held and verdict
        together += held
        belong += verdict
    return right, together, belong


def told(name: str, found: tuple[int, int, int]) -> str:
    """Precision, recall and F1 in one line."""
    right, together, belong = found
    precision, recall = right / max(together, 1), right / max(belong, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name}: precision {precision:.1%}, recall {recall:.1%}, F1 {both:.1%} ({belong} pairs)"
