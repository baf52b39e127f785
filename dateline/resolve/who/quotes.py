"""Who speaks: quotations and the word that names their speaker."""

from __future__ import annotations

import re
from bisect import bisect_right

from dateline.resolve.who.words import Words

_QUOTED = re.compile(r"“[^”\n]*(?:”|$|(?=\n))|\"[^\"\n]*(?:\"|$|(?=\n))|(?<!\w)‘[^’\n]{12,}’", re.MULTILINE)
SPEECH = frozenset(
    "said says say told tells added adds stated wrote tweeted declared announced warned insisted explained argued noted "
    "continued asked replied recalled claimed stressed testified posted vowed concluded admitted acknowledged remarked "
    "commented according acknowledging saying telling adding".split()
)


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

    def cues(self, number: int) -> list[tuple[int, bool]]:
        """Words of speech that may name the speaker of a quotation, likeliest first: word index, and whether it follows.

        They stand behind the quotation in the same line, before it in the same line, or in the lines before.
        """
        text, words = self._words.text, self._words
        start, end = self._ranges[number]
        stop = text.find("\n", end)
        after_end = min(stop if stop >= 0 else len(text), end + 160)
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(text)
        found = [(i, True) for i in words.within(end, min(after_end, following)) if words.low[i] in SPEECH][:1]
        line = text.rfind("\n", 0, start) + 1
        previous = self._ranges[number - 1][1] if number else 0
        found += [(i, False) for i in reversed(words.within(max(line, previous), start)) if words.low[i] in SPEECH][:1]
        return found
