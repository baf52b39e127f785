"""Fitting the weights of named signals: logistic regression by Newton's method, ridge penalty, in numpy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.merge.evidence.signal import Signal

Floats = NDArray[np.float64]

STEPS = 60
SETTLED = 1e-4
"""Change of a weight in one step under which the fit has come to rest."""
RIDGE = 8.0
"""Ridge of a signal whose standard deviation is 1: each is held by what its whole spread adds."""
LEAST_RIDGE = 0.05
HELD = 300.0
"""Ridge that holds a weight near its prior."""


def design(found: Sequence[Sequence[Signal]]) -> tuple[list[str], Floats]:
    """The names of all signals of some pairs, in the order they first came, and a row of values for each pair."""
    column: dict[str, int] = {}
    for some in found:
        for signal in some:
            column.setdefault(signal[0], len(column))
    rows = np.zeros((len(found), len(column)))
    for n, some in enumerate(found):
        for signal in some:
            rows[n, column[signal[0]]] += signal[1]
    return list(column), rows


def fit(
    rows: Floats,
    labels: Floats,
    weights: Floats,
    signs: Sequence[int] | None = None,
    priors: Mapping[int, float] | None = None,
    *,
    ridge: float = RIDGE,
    near: Floats | None = None,
) -> Floats:
    """The weights of the columns and, last, the bias; `signs` forbids a weight the other sign (0: either).

    `priors` holds the weights of some columns near a value: what the data at hand cannot show. The ridge draws all
    weights but the bias to those of `near`, from which the fit sets out; to 0 where it is not given.
    """
    table = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.maximum(LEAST_RIDGE, ridge * table.var(axis=0))
    penalty[-1] = 0.01
    middle = np.zeros(table.shape[1]) if near is None else near.copy()
    for column, held in (priors or {}).items():
        penalty[column], middle[column] = HELD, held
    value = middle.copy()
    middle[-1] = 0.0
    free = np.ones(table.shape[1], dtype=bool)
    while True:
        value = _settled(table, labels, weights, penalty, middle, value, free)
        wrong = np.zeros(len(value), dtype=bool)
        if signs is not None:
            wrong[:-1] = np.sign(value[:-1]) * np.asarray(signs) < 0
        if not wrong.any():
            return value
        value[wrong] = 0.0
        free &= ~wrong


def _settled(
    table: Floats,
    labels: Floats,
    weights: Floats,
    penalty: Floats,
    middle: Floats,
    value: Floats,
    free: NDArray[np.bool_],
) -> Floats:
    """The best values of the free columns, by Newton steps that are halved until they help."""

    def loss(some: Floats) -> float:
        odds = table @ some
        told = np.logaddexp(0.0, odds) - labels * odds
        return float(weights @ told + penalty @ (some - middle) ** 2 / 2)

    best = loss(value)
    for _ in range(STEPS):
        shown = 1 / (1 + np.exp(-np.clip(table @ value, -30, 30)))
        slope = table.T @ (weights * (shown - labels)) + penalty * (value - middle)
        curve = (table * (weights * shown * (1 - shown))[:, None]).T @ table + np.diag(penalty)
        step = np.zeros(len(value))
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        while (now := loss(value - step)) > best and np.abs(step).max() >= SETTLED:
            step /= 2
        if now > best:
            return value
        value, best = value - step, now
        if np.abs(step).max() < SETTLED:
            return value
    return value


def signs(names: Sequence[str]) -> list[int]:
    """What each signal may do by its name: speak for (1), against (-1) or either (0)."""
    speaks_for = ("same", "like a", "like s", "like words", "both lead")
    against = ("other", "unlike", "denied", "not yet", "days may differ")
    return [1 if n.startswith(speaks_for) else -1 if n.startswith(against) else 0 for n in names]


def table(names: Sequence[str], value: Floats) -> str:
    """The weights as they stand in a module."""
    lines = [f"BIAS = {value[-1]:.2f}", "WEIGHTS: Mapping[str, float] = {"]
    lines += [f'    "{signal}": {round(float(v), 3) + 0.0:.3f},' for signal, v in zip(names, value, strict=False)]
    return "\n".join([*lines, "}"])


def written(source: str, names: Sequence[str], value: Floats) -> str:
    """The source of a module with other weights in its table."""
    old = re.compile(r"^BIAS = [^\n]*\nWEIGHTS: Mapping\[str, float\] = \{\n.*?^\}", re.MULTILINE | re.DOTALL)
    out, count = old.subn(lambda _: table(names, value), source)
    if count != 1:
        raise ValueError("no table of weights to replace")
    return out
