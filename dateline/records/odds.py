"""Probabilities as log-odds, the scale on which reasons for and against add up."""

from __future__ import annotations

import math


def logit(p: float, *, within: float = 1e-4) -> float:
    """The log-odds of a probability, which is taken to be at least `within` away from 0 and 1."""
    if p < within:
        p = within
    elif p > 1 - within:
        p = 1 - within
    return math.log(p / (1 - p))
