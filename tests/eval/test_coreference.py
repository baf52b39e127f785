from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from eval.coreference import assignment, clusters, conll, muc


def made(*groups: str) -> list[frozenset[str]]:
    return [frozenset(g) for g in groups]


def test_a_perfect_answer() -> None:
    gold = made("abc", "de", "f")
    assert conll(gold, gold) == pytest.approx({"MUC": 100, "B3": 100, "CEAF-e": 100, "CoNLL": 100})


def test_known_values() -> None:
    gold, found = made("abcde", "fg", "hijkl"), made("abcde", "fghijkl")
    assert muc(gold, found) == pytest.approx(200 * 0.9 * 1 / 1.9)
    assert conll(gold, found)["B3"] == pytest.approx(200 * 0.762 / 1.762, abs=0.1)


def test_labels_to_clusters() -> None:
    assert set(clusters({"a": 1, "b": 1, "c": 2})) == {frozenset("ab"), frozenset("c")}


@settings(deadline=None)
@given(hnp.arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.integers(0, 9)))
def test_the_best_assignment(gain: np.ndarray) -> None:
    short, long = sorted(gain.shape)
    table = gain if gain.shape[0] == short else gain.T
    best = max(sum(table[i, j] for i, j in enumerate(p)) for p in permutations(range(long), short))
    chosen = assignment(gain)
    assert len(chosen) == short and sum(gain[i, j] for i, j in chosen) == pytest.approx(best)
