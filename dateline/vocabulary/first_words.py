"""Cues looked up by their first words: most words of a text begin none, so few cues are ever tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.remembered import remembered

WORD = re.compile(r"\w+")
MOST_WORDS = 50_000
"""Words that are kept with what they begin."""


class FirstWords:
    """Tells under which names a cue is listed that begins with a word; * stands for any letters."""

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        for name, listed in cues.items():
            for first, open_ended in map(_first_word, listed):
                (self._stems if open_ended else self._whole).setdefault(first, set()).add(name)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self.names = remembered(MOST_WORDS)(self._names)
        """The names with a cue that begins with the word, in any case."""

    def within(self, text: str) -> frozenset[str]:
        """The names with a cue that begins with some word of the text."""
        return frozenset().union(*map(self.names, WORD.findall(text)))

    def _names(self, word: str) -> frozenset[str]:
        folded = word.casefold()
        out = set(self._whole.get(folded, ()))
        for length in self._lengths:
            out |= self._stems.get(folded[:length], set()) if length <= len(folded) else set()
        return frozenset(out)


def _first_word(cue: str) -> tuple[str, bool]:
    """The first word of a cue, and whether it stands for any ending."""
    match = WORD.search(cue)
    if match is None:
        raise ValueError(f"a cue needs a word: {cue!r}")
    if cue.startswith("*"):
        return "", True
    return match.group().casefold(), cue[match.end() : match.end() + 1] == "*"
