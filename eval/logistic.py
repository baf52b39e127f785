"""Fitting the weights of named signals: logistic regression by Newton's method, ridge penalty, in numpy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEPS = 60
RIDGE = 3.0
HELD = 300.0
"""Ridge that holds a weight near its prior."""


def fit(
    rows: Floats,
    labels: Floats,
    weights: Floats,
    signs: Sequence[int] | None = None,
    priors: Mapping[int, float] | None = None,
) -> Floats:
    """The weights of the columns and, last, the bias; `signs` forbids a weight the other sign (0: either).

    `priors` holds the weights of some columns near a value: what the data at hand cannot show.
    """
    design = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.full(design.shape[1], RIDGE)
    penalty[-1] = 0.01
    middle = np.zeros(design.shape[1])
    for column, held in (priors or {}).items():
        penalty[column], middle[column] = HELD, held
    value = np.zeros(design.shape[1])
    free = np.ones(design.shape[1], dtype=bool)
    for _ in range(STEPS):
        shown = 1 / (1 + np.exp(-design @ value))
        slope = design.T @ (weights * (shown - labels)) + penalty * (value - middle)
        curve = (design * (weights * shown * (1 - shown))[:, None]).T @ design + np.diag(penalty)
        value[free] -= np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        if signs is not None:
            wrong = np.append(np.sign(value[:-1]) * np.asarray(signs) < 0, False)
            value[wrong] = 0.0
            free &= ~wrong
    return value


def signs(names: Sequence[str]) -> list[int]:
    """What each signal may do by its name: speak for (1), against (-1) or either (0)."""
    speaks_for = ("same", "like a", "like s", "both lead", "days may agree")
    against = ("other", "unlike", "denied", "not yet", "days may differ", "past in one")
    return [1 if n.startswith(speaks_for) else -1 if n.startswith(against) else 0 for n in names]


def table(names: Sequence[str], value: Floats, *, name: str = "WEIGHTS") -> str:
    """The weights as they stand in the module, under the name of their table."""
    lines = [f"{_bias(name)} = {value[-1]:.2f}", f"{name}: Mapping[str, float] = {{"]
    lines += [f'    "{signal}": {v + 0.0:.2f},' for signal, v in zip(names, value, strict=False)]
    return "\n".join([*lines, "}"])


def written(source: str, name: str, names: Sequence[str], value: Floats) -> str:
    """The source of a module with other weights in one of its tables."""
    old = re.compile(
        rf"^{_bias(name)} = [^\n]*\n{name}: Mapping\[str, float\] = \{{\n.*?^\}}", re.MULTILINE | re.DOTALL
    )
    out, count = old.subn(lambda _: table(names, value, name=name), source)
    if count != 1:
        raise ValueError(f"no table {name} to replace")
    return out


def _bias(name: str) -> str:
    return "BIAS" if name == "WEIGHTS" else f"{name}_BIAS"
