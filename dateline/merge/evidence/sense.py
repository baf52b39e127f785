"""How both read to the model that coded them: two reports can tell of one happening without a word in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from dateline.merge.evidence.rows import blocks
from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.sense import Measure, measures
from dateline.records.sense import Floats


def sense(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what the model read in both; none where one was not coded by it."""
    if one.sense is None or two.sense is None:
        return []
    between, within, _ = measures()
    value = (within if one.article == two.article else between)(one.sense, two.sense)
    if value is None:
        return []
    if value > 0:
        return [("read alike", value, "the passages read alike")]
    return [("read unlike", -value, "the passages read unlike each other")]


def read_rows(told: Sequence[Profile], weights: Mapping[str, float], measure: Measure) -> Iterator[Floats]:
    """For each passage of an article what its reading adds with each before it, and some behind, some at once."""
    size = len(measure.shared)
    fits = np.array([one.sense is not None and len(one.sense) == size for one in told], dtype=bool)
    numbers = np.zeros((len(told), size), dtype=np.float32)
    for at in np.flatnonzero(fits).tolist():
        numbers[at] = told[at].sense
    alike, unlike = weights.get("read alike", 0.0), -weights.get("read unlike", 0.0)
    for some, others in blocks(len(told)):
        value = measure.of_many(numbers[some, None], numbers[None, others])
        value *= np.where(value > 0, np.float32(alike), np.float32(unlike)) * (fits[some, None] & fits[others])
        yield value
