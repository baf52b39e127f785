from __future__ import annotations

import numpy as np
import pytest

from eval.logistic import fit, signs, written


def test_a_signal_that_speaks_for_gets_weight_and_one_of_the_wrong_sign_none() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]] * 20)
    labels = np.array([1.0, 1.0, 0.0, 0.0] * 20)
    value = fit(rows, labels, np.ones(80), signs(["same day", "other place"]))
    assert value[0] > 2 and abs(value[1]) < 0.2
    assert fit(rows, 1 - labels, np.ones(80), signs(["same day", "other place"]))[0] == 0


def test_a_module_without_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        written("x = 1\n", [], np.zeros(1))
