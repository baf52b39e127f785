from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.merge import score
from eval.incident_fit import put
from eval.logistic import fit, signs, written


def test_a_signal_that_speaks_for_gets_weight_and_one_of_the_wrong_sign_none() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]] * 20)
    labels = np.array([1.0, 1.0, 0.0, 0.0] * 20)
    value = fit(rows, labels, np.ones(80), signs(["same day", "other place"]))
    assert value[0] > 2 and abs(value[1]) < 0.2
    assert fit(rows, 1 - labels, np.ones(80), signs(["same day", "other place"]))[0] == 0


def test_fitted_weights_go_into_the_module_and_change_what_links_are_signed_with(tmp_path: Path) -> None:
    module, source = tmp_path / "score.py", Path(str(score.__file__)).read_text(encoding="utf-8")
    module.write_text(source, encoding="utf-8")
    same = {
        "WEIGHTS": (list(score.WEIGHTS), np.array([*score.WEIGHTS.values(), score.BIAS])),
        "WITHIN": (list(score.WITHIN), np.array([*score.WITHIN.values(), score.WITHIN_BIAS])),
    }
    put(same, module)
    assert module.read_text(encoding="utf-8") == source
    same["WEIGHTS"][1][0] += 1
    put(same, module)
    made: dict[str, object] = {}
    exec(compile(module.read_text(encoding="utf-8"), "score.py", "exec"), made | {"__name__": "x"}, made)
    first = next(iter(score.WEIGHTS))
    assert made["WEIGHTS"][first] == pytest.approx(score.WEIGHTS[first] + 1)  # type: ignore[index]
    assert made["WITHIN"] == dict(score.WITHIN) and made["BY"] != score.BY


def test_a_module_without_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        written("x = 1\n", "WEIGHTS", [], np.zeros(1))
