"""A text as the set of its three-word runs, and a short sketch of that set that finds texts which share many of them.

Broder, On the resemblance and containment of documents (1997): the least value of a hash over a set is the same for
two sets with the probability of their resemblance. Three such values make a key; two texts that share a key are
compared in full. With 42 keys two texts of resemblance 0.5 share one with a probability of 0.996, of 0.1 with 0.04.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

RUN = 3
"""Words in a run."""
KEYS = 42
"""Keys of a sketch."""
VALUES = 3
"""Least hashes that make one key."""
_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def shingles(text: str) -> Hashes:
    """The hashes of all runs of three words of the text, sorted, each once; case and punctuation do not count."""
    words = _WORD.findall(text.casefold())
    if not words:
        return np.zeros(0, dtype=np.uint64)
    words += [""] * (RUN - len(words))
    hashes = np.fromiter((crc32(w.encode()) for w in words), dtype=np.uint64, count=len(words))
    runs = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for i in range(RUN):
        runs = runs * _MIX + hashes[i : i + len(runs)]
    return np.unique(_mixed(runs))


def keys(runs: Hashes) -> tuple[int, ...]:
    """The keys of a text by its runs: 42 integers that fit a signed 64-bit column; none for an empty text."""
    if not len(runs):
        return ()
    least = np.min(_mixed(runs[:, None] ^ _seeds()[None, :]), axis=0).reshape(KEYS, VALUES)
    joined = np.arange(1, KEYS + 1, dtype=np.uint64)
    for i in range(VALUES):
        joined = _mixed(joined * _MIX + least[:, i])
    return tuple(int(k) for k in joined >> np.uint64(1))


def shared(one: Hashes, two: Hashes) -> int:
    """How many runs stand in both texts."""
    return len(np.intersect1d(one, two, assume_unique=True))


def _seeds() -> Hashes:
    return _mixed(np.arange(1, KEYS * VALUES + 1, dtype=np.uint64) * _MIX)


def _mixed(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every bit of the output."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = values ^ (values >> np.uint64(31))
    return mixed
