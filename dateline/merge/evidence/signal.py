"""One piece of evidence.

Tens of signals are found for each pair of passages and few pairs are ever told to people: so a signal is a bare tuple,
and its words are made when they are asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

Signal = tuple[str, float] | tuple[str, float, str] | tuple[str, float, Callable[..., str], tuple[Any, ...]]
"""A named finding about two passages, how strong it is (mostly 0 to 1) and what was found, in words for people.

The words stand there, or as what makes them of which values. What has no words is weighed and not told: how much is
known at all, and finer measures of what is told already.
"""


def words(signal: Signal) -> str:
    """What was found, in words for people; empty where it is not told."""
    if len(signal) == 2:
        return ""
    return signal[2] if len(signal) == 3 else signal[2](*signal[3])


def weighed(found: Iterable[Signal], weights: Mapping[str, float]) -> float:
    """The sum of the signals, each by its weight, 0 for those without; the same in whatever order they come."""
    some = list(found)
    try:
        return math.fsum([weights[signal[0]] * signal[1] for signal in some])
    except KeyError:
        return math.fsum([weights.get(signal[0], 0.0) * signal[1] for signal in some])


def most(names: Iterable[str], weights: Mapping[str, float], *, signed: Collection[str] = ()) -> float:
    """The most that signals of 0 to 1 add; those of `signed` are of -1 to 1."""
    known = {name: weights.get(name, 0.0) for name in names}
    return sum(max(weight, -weight if name in signed else 0.0) for name, weight in known.items())


def listed(values: Iterable[str]) -> str:
    """Values in words, in their order."""
    return ", ".join(values)


def against(one: Iterable[str], two: Iterable[str]) -> str:
    """Two lists of values in words that speak against each other."""
    return f"{listed(one)} against {listed(two)}"
