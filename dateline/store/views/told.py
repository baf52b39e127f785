"""What sums add up of incidents: reports, places and figures, read from each record once.

Records never change: an incident that does gets another state with a key of its own. To read those of 300,000 incidents
takes seconds, to add up what was read a tenth of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from dateline.records.incident import number_of
from dateline.records.sums import FIGURES, PLACES
from dateline.store import shown
from dateline.store.views.columns import Mask, Words

AT_ONCE = 10_000
"""Records of which what is added up is kept as objects."""
COUNT = np.dtype(
    [("key", np.int64), ("what", np.int8), *((name, np.float64) for name in ("best", "low", "high")), ("more", "?")]
)
REPORT = np.dtype([("key", np.int64), ("origin", np.int32)])
IN_RECORD = tuple(name for name in PLACES["place"] if name != "country")
"""The parts of a place that no column of incidents has."""


def _nothing() -> NDArray[np.int32]:
    return np.zeros((len(IN_RECORD), 0), np.int32)


@dataclass(slots=True)
class Told:
    """What is known of some states of incidents, by their keys.

    `reports` has a row for each origin of each, `figures` one for each of `FIGURES` that is shown, by its place there:
    the number that is shown, the least and the greatest told, whether there may be more; `place` numbers of `words`.
    """

    known: Mask = field(default_factory=lambda: np.zeros(0, np.bool_))
    place: NDArray[np.int32] = field(default_factory=_nothing)
    reports: NDArray[Any] = field(default_factory=lambda: np.zeros(0, REPORT))
    figures: NDArray[Any] = field(default_factory=lambda: np.zeros(0, COUNT))
    words: tuple[Words, ...] = field(default_factory=lambda: tuple(Words() for _ in IN_RECORD))
    origins: Words = field(default_factory=Words)

    def read(self, connection: sa.Connection, keys: NDArray[np.int64]) -> None:
        """Read on until what is added up of these is known."""
        longer = int(keys.max(initial=0)) + 1 - len(self.known)
        if longer > 0:
            self.known = np.pad(self.known, (0, longer))
            self.place = np.pad(self.place, ((0, 0), (0, longer)))
        new = keys[~self.known[keys]]
        reports, figures = [self.reports], [self.figures]
        for start in range(0, len(new), AT_ONCE):
            told = shown.told_by_keys(connection, new[start : start + AT_ONCE].tolist())
            rows = [(key, self.origins[origin]) for key, one in told.items() for origin in one.origins]
            reports.append(np.array(rows, REPORT))
            counts = [(key, *count) for key, one in told.items() for count in _counts(one)]
            figures.append(np.array(counts, COUNT))
            there = list(told)
            for place, words, name in zip(self.place, self.words, ("admin1", "name"), strict=True):
                place[there] = [words[one.place.get(name)] for one in told.values()]
            self.known[there] = True
        self.reports, self.figures = np.concatenate(reports), np.concatenate(figures)


def _counts(one: shown.Told) -> Sequence[tuple[int, float, float, float, bool]]:
    """The figures that are shown; a range counts by its least."""
    out = []
    for what, (value, low, high) in one.numbers.items():
        best = float(number_of(value) or 0)
        more = isinstance(value, dict) and value.get("max") is None
        out.append((FIGURES.index(what), best, best if low is None else low, best if high is None else high, more))
    return out
