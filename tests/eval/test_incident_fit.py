from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from dateline.merge.weights import fitted
from eval.incident_fit import FILE, bounds, chosen, put, put_measures, rates
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


def test_fitted_weights_go_into_their_file_and_change_what_links_are_signed_with(tmp_path: Path) -> None:
    source, file = FILE.read_text(encoding="utf-8"), tmp_path / FILE.name
    file.write_text(source, encoding="utf-8")
    found = {}
    for table in ("between", "within", "passages"):
        held = fitted(table)
        found[table] = list(held.of), np.array([*held.of.values(), held.bias])
    put(found, file)
    assert file.read_text(encoding="utf-8") == source
    found["passages"][1][0] += 1
    put({"passages": found["passages"]}, file)
    made, before = json.loads(file.read_text(encoding="utf-8")), json.loads(source)
    assert made["number"] == before["number"] and made["passages"] != before["passages"]
    first, value = found["between"][0][0], found["between"][1]
    value[0] += 1
    put(found, file)
    made = json.loads(file.read_text(encoding="utf-8"))
    assert made["between"]["weights"][first] == pytest.approx(fitted("between").of[first] + 1)
    assert made["within"] == before["within"] and made["number"] == before["number"] + 1


def test_measures_that_are_not_fitted_anew_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "senses.npz"
    np.savez_compressed(file, **{"passages middle": np.float32(2), "within middle": np.float32(3)})
    put_measures({"within middle": np.array(4.0)}, file)
    with np.load(file) as table:
        assert dict(table) == {"passages middle": 2, "within middle": 4}
