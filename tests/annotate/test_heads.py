from __future__ import annotations

import math

import numpy as np

from dateline.annotate.heads import between, distances, gelu, sigmoid, softmax


def test_gelu_is_that_of_the_error_function() -> None:
    x = np.linspace(-6, 6, 101, dtype=np.float32)
    expected = [0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in x]
    assert np.allclose(gelu(x), expected, atol=1e-4)


def test_probabilities_add_up_and_extremes_do_not_overflow() -> None:
    x = np.array([[1000.0, -1000.0, 0.0]], dtype=np.float32)
    assert np.isclose(softmax(x).sum(), 1.0)
    assert 0 <= sigmoid(x).min() <= sigmoid(x).max() <= 1


def test_distance_tells_before_from_after() -> None:
    act = np.array([[5, 6], [5, 6], [5, 6]])
    mention = np.array([[2, 4], [5, 6], [8, 9]])
    before, same, after = distances(act, mention).tolist()
    assert before < same < after


def test_between_two_ranges() -> None:
    assert between((0, 2), (5, 6), 9) == (2, 5)
    assert between((5, 6), (0, 2), 9) == (2, 5)
    assert between((0, 5), (5, 6), 9) == (0, 9)
    assert between(None, (5, 6), 9) == (0, 9)
