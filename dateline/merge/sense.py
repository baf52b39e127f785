"""How stories read: the numbers that their passages carry from coding, and the learned measure between two stories.

The measure is part of the logistic model that weighs links (`python -m eval.incidents --fit --write`): what two stories
share and where they are apart, each number by its own weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from dateline.fixed import fixed
from dateline.records.sense import VIEWS, Floats, evened, unpacked


@fixed()
class Measure:
    """What each number adds to the log-odds: `shared` by its product, `apart` by its distance; `middle` is neither."""

    shared: Floats
    apart: Floats
    middle: float

    def __call__(self, one: Floats, two: Floats) -> float | None:
        """The log-odds that two stories' numbers add; None for numbers of another model."""
        if not len(one) == len(two) == len(self.shared):
            return None
        shared, apart = compared(one, two)
        return float(self.shared @ shared + self.apart @ apart) - self.middle

    def of_many(self, some: Floats, others: Floats) -> Floats:
        """The same of many pairs at once (..., numbers), up to rounding."""
        shared, apart = compared(some, others)
        shared *= self.shared
        apart *= self.apart
        shared += apart
        out: Floats = shared.sum(axis=-1) - np.float32(self.middle)
        return out


def compared(one: Floats, two: Floats) -> tuple[Floats, Floats]:
    """What two stories' numbers share, and how far they are apart, number by number."""
    return one * two, np.abs(one - two)


def of_story(senses: Sequence[bytes]) -> Floats | None:
    """The numbers of a story: those of its passages on the whole, each view at its usual length; None for none."""
    if len({len(s) for s in senses}) != 1:
        return None  # none, or passages that different models coded
    numbers = [unpacked(s) for s in senses]
    whole = np.mean(numbers, axis=0) if len(numbers) > 1 else numbers[0]
    return evened(whole.reshape(len(VIEWS), -1)).ravel()


def of_passages(senses: Sequence[bytes | None]) -> list[Floats | None]:
    """The numbers of each passage of an article by itself, as `of_story` gives them, worked out for all at once."""
    some = [sense for sense in senses if sense]
    if len({len(sense) for sense in some}) != 1:
        return [of_story([sense] if sense else []) for sense in senses]
    rows = iter(evened(unpacked(b"".join(some)).reshape(len(some), len(VIEWS), -1)).reshape(len(some), -1))
    return [next(rows) if sense else None for sense in senses]


@cache
def measures() -> tuple[Measure, Measure, Measure]:
    """The measures of stories of two articles, of stories of one, and of its passages."""
    with as_file(files("dateline.merge").joinpath("data/senses.npz")) as path, np.load(path) as table:
        between, within, passages = (
            Measure(table[f"{kind} shared"], table[f"{kind} apart"], float(table[f"{kind} middle"]))
            for kind in ("between", "within", "passages")
        )
    return between, within, passages
