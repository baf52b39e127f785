"""Upper-case text to ordinary case, by how words are written in other news: for telegrams of the 1980s."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
START = re.compile(r"(?:^|[.!?:]\s+|\n+|[\"“(\[]\s*|--\s*)$")
SEEN = 2
"""Times a lower-case word must occur to be taken for a common word; others are taken for names."""


class TrueCaser:
    """Gives each word its commonest spelling in `texts`; words that were never seen are taken for names."""

    def __init__(self, texts: Iterable[str]) -> None:
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for match in WORD.finditer(text):
                before = text[max(0, match.start() - 3) : match.start()]
                if match.start() and not START.search(before):
                    spellings[match.group().upper()][match.group()] += 1
        self._best = {word: _commonest(counts) for word, counts in spellings.items()}

    def __call__(self, text: str) -> str:
        """The text in ordinary case; its length and the places of its words stay."""
        out, last = [], 0
        for match in WORD.finditer(text):
            word = match.group()
            spelled = self._best.get(word, word.title().replace("'S", "'s"))
            if START.search(text[max(0, match.start() - 3) : match.start()]) or not match.start():
                spelled = spelled[:1].upper() + spelled[1:]
            out += [text[last : match.start()], spelled if len(spelled) == len(word) else word]
            last = match.end()
        return "".join([*out, text[last:]])


def _commonest(counts: Counter[str]) -> str:
    lower = [(word, n) for word, n in counts.items() if word.islower()]
    best, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
    return best if best.islower() or not lower or lower[0][1] < SEEN or lower[0][1] * 2 < counts[best] else lower[0][0]
