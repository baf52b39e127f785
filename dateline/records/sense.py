"""How a passage reads, as bytes that records carry: numbers in units of their spread over news, a byte each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

STEP = 31.75
"""Steps of a byte to a unit: numbers reach from -4 to 4."""
MOST = 127


def packed(numbers: Floats) -> bytes:
    """Numbers as bytes; those out of reach are the farthest that can be told."""
    return bytes(np.clip(np.rint(numbers * STEP), -MOST, MOST).astype(np.int8))


def unpacked(sense: bytes) -> Floats:
    """The numbers of one passage."""
    return np.frombuffer(sense, dtype=np.int8).astype(np.float32) / np.float32(STEP)
