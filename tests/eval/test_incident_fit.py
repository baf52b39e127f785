from __future__ import annotations

import numpy as np

from eval.incident_fit import bounds, chosen, rates
from eval.logistic import fit

STEADY = [(9, 10, 12)] * 30
UNEVEN = [(90, 100, 100), (1, 40, 20), (5, 5, 30)] * 10


def test_rates_are_of_the_pairs_of_all_clusters() -> None:
    assert rates([(9, 10, 12), (0, 10, 0), (0, 0, 6)]) == (9 / 20, 9 / 18)
    assert rates([(0, 0, 0)]) == (0, 0)


def test_bounds_hold_the_rates_and_are_wider_where_clusters_differ() -> None:
    (low, high), _ = bounds(STEADY)
    assert low == high == 0.9
    (low, high), (least, most) = bounds(UNEVEN)
    precision, recall = rates(UNEVEN)
    assert low < precision < high and least < recall < most
    assert bounds(UNEVEN) == bounds(UNEVEN)


def test_the_least_caution_that_is_precise_enough_is_chosen_else_the_best_trade() -> None:
    loose, good, strict = (0.0, {"a": (80, 100, 100)}), (0.5, {"a": (70, 73, 100)}), (1.0, {"a": (2, 2, 100)})
    assert chosen([loose, good]) == 0.5
    assert chosen([loose, (0.5, {"a": (70, 80, 100)}), (1.0, {"a": (2, 3, 100)})]) == 0.5
    assert chosen([loose, strict]) == 1.0


def test_the_ridge_draws_weights_to_those_given() -> None:
    rows = np.array([[1.0], [0.0]] * 20)
    labels = np.array([1.0, 0.0] * 20)
    free, drawn = (fit(rows, labels, np.ones(40), ridge=r, near=np.array([9.0, 0.0])) for r in (0.1, 1e6))
    assert abs(drawn[0] - 9) < 0.01 < abs(free[0] - 9)
