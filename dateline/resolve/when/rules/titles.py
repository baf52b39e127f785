"""Words of time that are part of a name: "Gulf Today", the "This Week" of a broadcaster."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.resolve.when.hit import Hit
from dateline.resolve.when.words import BREAK, CODE

_AROUND, _LONG = 6, 4
"""Tokens on either side that tell whether all words of a line begin with a capital; letters of a word that counts."""
_ENDS = frozenset(("", BREAK, CODE["dot"], CODE["stop"]))


def is_title(hit: Hit) -> bool:
    """True for words that are spelt as a name in a line that is not: "told Gulf Today", "said on \"This Week\"".

    One word is a name behind another name ("Gulf Today"), several are where each has its capital ("Last Week Tonight").
    """
    words = [hit.tokens.raw(i) for i in range(hit.first, hit.last)]
    if not all(word[:1].isupper() for word in words) or hit.first == 0:
        return False
    if len(words) == 1 and not _is_name(hit.tokens.raw(hit.first - 1)):
        return False
    return any(word.islower() and len(word) >= _LONG for word in _around(hit))


def _around(hit: Hit) -> Iterator[str]:
    """The words on either side up to the end of the sentence or line."""
    for side in (range(hit.first - 1, hit.first - _AROUND, -1), range(hit.last, hit.last + _AROUND)):
        for i in side:
            if hit.tokens.codes[i : i + 1] in _ENDS:
                break
            yield hit.tokens.raw(i)


def _is_name(word: str) -> bool:
    return word.isalpha() and word[0].isupper()
