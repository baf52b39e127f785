"""Who speaks: quotations and the word that names their speaker."""

from __future__ import annotations

import re
from bisect import bisect_right

from dateline.resolve.who.english import SPEECH
from dateline.resolve.who.words import Words

_QUOTED = re.compile(r"“[^”\n]*(?:”|$|(?=\n))|\"[^\"”\n]*(?:[\"”]|$|(?=\n))|(?<!\w)‘[^’\n]{12,}’", re.MULTILINE)


_REACH = 160
"""How many characters behind a quotation its speaker may be named."""


class Quotes:
    """The quotations of a text as half-open character ranges, each with where its speaker is named."""

    def __init__(self, text: str, words: Words) -> None:
        self._ranges = [match.span() for match in _QUOTED.finditer(text)]
        self._starts = [start for start, _ in self._ranges]
        self._words = words

    def around(self, position: int) -> int | None:
        """The number of the quotation that `position` lies in, or None."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position < self._ranges[number][1] else None

    def before(self, position: int) -> int | None:
        """The number of the last quotation that begins before `position`, or None."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 else None

    def start(self, number: int) -> int:
        """Where a quotation begins, its mark included."""
        return self._ranges[number][0]

    def end(self, number: int) -> int:
        """Where a quotation ends, its mark included."""
        return self._ranges[number][1]

    def cues(self, number: int) -> list[int]:
        """Words of speech that may name the speaker of a quotation, likeliest first.

        One stands behind the quotation in the same line, one before it in the same line.
        """
        text, words = self._words.text, self._words
        start, end = self._ranges[number]
        stop = text.find("\n", end)
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(text)
        after_end = min(stop if stop >= 0 else len(text), end + _REACH, following)
        line = text.rfind("\n", 0, start) + 1
        previous = self._ranges[number - 1][1] if number else 0
        behind = next((i for i in words.within(end, after_end) if words.low[i] in SPEECH), None)
        before = next((i for i in reversed(words.within(max(line, previous), start)) if words.low[i] in SPEECH), None)
        return [cue for cue in (behind, before) if cue is not None]
