"""In which order events come to be reviewed: what is least sure, what weighs most, or a sample drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.store.views.columns import Columns
from dateline.store.views.paging import FINE, Order, unsure

MOST_KILLED = 100.0
"""Deaths from which on an event weighs as much as it can."""
DEATHS, STRENGTH = 0.7, 0.3
"""The shares of deaths and of the strength of the act in what hangs on an event."""
UNSURE = 0.6
"""The share of doubt in the mixed order; the rest is how much hangs on the event."""


def weight(table: Columns) -> NDArray[np.float64]:
    """How much hangs on an event, 0 to 1: the deaths it tells of (logarithmic) and the strength of the act."""
    killed = np.nan_to_num(table.numbers["killed"].astype(np.float64), nan=0.0, posinf=MOST_KILLED)
    deaths = np.log1p(np.clip(killed, 0, MOST_KILLED)) / np.log1p(MOST_KILLED)
    strength = np.abs(np.nan_to_num(table.numbers["intensity"].astype(np.float64))) / 10
    out: NDArray[np.float64] = DEATHS * deaths + STRENGTH * np.clip(strength, 0, 1)
    return out


def priority(table: Columns) -> NDArray[np.float64]:
    """Doubt and weight together, 0 to 1."""
    doubt = 1 - table.numbers["weight"].astype(np.float64)
    out: NDArray[np.float64] = UNSURE * doubt + (1 - UNSURE) * weight(table)
    return out


def score(confidence: float, killed: float, intensity: float) -> float:
    """The priority of one event."""
    deaths = log1p(min(killed, MOST_KILLED)) / log1p(MOST_KILLED)
    hangs = DEATHS * deaths + STRENGTH * min(abs(intensity) / 10, 1)
    return UNSURE * (1 - confidence) + (1 - UNSURE) * hangs


def _mixed(table: Columns) -> NDArray[np.int64]:
    return np.rint(priority(table) * FINE).astype(np.int64)


def _consequential(table: Columns) -> NDArray[np.int64]:
    return np.rint(weight(table) * FINE).astype(np.int64)


ORDERS: Mapping[str, Order] = {"mixed": _mixed, "unsure": unsure, "consequential": _consequential}


def drawn(name: str) -> Order:
    """The order of a sample: by lot, the same for everybody who asks for the sample of this name."""
    seed = np.uint64(crc32(name.encode("utf-8", "replace")) + 1)

    def order(table: Columns) -> NDArray[np.int64]:
        mixed = (table.key.astype(np.uint64) + seed) * np.uint64(0x9E3779B97F4A7C15)  # splitmix64 (Steele et al. 2014)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(2)).astype(np.int64)

    return order
