"""How alike words for acts are: "blast" and "bombing" tell of one kind of act, "blast" and "vote" do not.

The table holds a vector a word, made by train/act_vectors.py from a small public language model; it is read once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

PAIRS = 20_000
"""Pairs of words whose likeness is kept."""


@lru_cache(maxsize=PAIRS)
def likeness(one: str, two: str) -> float | None:
    """The cosine of two words without endings, -1 to 1; None where the table lacks one."""
    table = vectors()
    a, b = table.get(one), table.get(two)
    if a is None or b is None:
        return None
    return min(max(float(a @ b), -1.0), 1.0)  # by rounding, some processors say a little more than 1


@cache
def vectors() -> Mapping[str, NDArray[np.float32]]:
    """The vectors of the words, each of length 1."""
    with as_file(files("dateline.merge").joinpath("data/act_vectors.npz")) as path, np.load(path) as table:
        whole = table["vectors"].astype(np.float32)
        whole /= np.linalg.norm(whole, axis=1, keepdims=True)
        return dict(zip(table["words"].tolist(), whole, strict=True))
