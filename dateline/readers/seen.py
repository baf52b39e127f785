"""Which text each id of a run was given to, in 21 to 43 bytes an article."""

from __future__ import annotations

import hashlib
from array import array

LEAST = 1 << 10
"""Places of an empty table; a power of two, as the number of places always is."""


class Seen:
    """Ids and texts by the first 64 bits of their SHA-256, in a table with open addressing (Knuth, TAOCP 3, 6.4).

    That two ids of n articles look the same has a chance of n²/2⁶⁵: 3 in 10¹⁰ for 100,000 articles, 3 in a million for
    ten million; the later one would be taken for the earlier one with another text, and be called otherwise. That a new
    text under an id that was there looks like the old one has a chance of 1 in 2⁶⁴.
    """

    def __init__(self) -> None:
        self._ids = array("Q", bytes(8 * LEAST))
        self._texts = array("Q", bytes(8 * LEAST))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        return 8 * (len(self._ids) + len(self._texts))

    def new(self, id: str, text: str) -> bool | None:
        """True where the id was given to no text before, from now on to this one; False: to this one; None: another."""
        name, content = _bits(id), _bits(text)
        at = self._place(name)
        if self._ids[at]:
            return False if self._texts[at] == content else None
        self._ids[at], self._texts[at] = name, content
        self._count += 1
        if self._count * 4 > len(self._ids) * 3:
            self._grow()
        return True

    def _place(self, name: int) -> int:
        """Where an id stands, or would."""
        ids, last = self._ids, len(self._ids) - 1
        at = name & last
        while ids[at] and ids[at] != name:
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        ids, texts = self._ids, self._texts
        self._ids = array("Q", bytes(16 * len(ids)))
        self._texts = array("Q", bytes(16 * len(ids)))
        for name, content in zip(ids, texts, strict=True):
            if name:
                at = self._place(name)
                self._ids[at], self._texts[at] = name, content


def _bits(words: str) -> int:
    """64 bits of the SHA-256, never 0: that is an empty place."""
    return int.from_bytes(hashlib.sha256(words.encode("utf-8", "replace")).digest()[:8]) or 1
