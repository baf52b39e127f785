"""How a passage reads, as bytes that records carry: numbers in units of their spread over news, a byte each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

VIEWS = ("act", "sentence", "opening")
"""What is read: the words that name the act, its sentence, the opening of the article."""
SIZE = 32
"""Numbers of a view: 24, 48 and 80 were no better on pairs of held-out clusters."""
STEP = 31.75
"""Steps of a byte to a unit: numbers reach from -4 to 4."""
MOST = 127
SMALL = 1e-6


def evened(views: Floats) -> Floats:
    """Numbers at their usual length in each view (..., numbers of a view): how much a view says is left out."""
    length = np.sqrt(np.add.reduce(views * views, axis=-1, keepdims=True)) + SMALL
    even: Floats = (views / length * np.sqrt(views.shape[-1])).astype(np.float32)
    return even


def packed(numbers: Floats) -> bytes:
    """Numbers as bytes, row after row; those out of reach are the farthest that can be told."""
    return bytes(np.clip(np.rint(numbers * STEP), -MOST, MOST).astype(np.int8))


def unpacked(sense: bytes) -> Floats:
    """The numbers of one passage."""
    return np.frombuffer(sense, dtype=np.int8).astype(np.float32) / np.float32(STEP)
