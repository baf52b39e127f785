"""Where the cue words of contexts stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.records.span import Span
from dateline.vocabulary.first_words import WORD, FirstWords


class Cues:
    """Finds cue words: whole words, in any case where a cue is in lower case; a final * stands for any ending."""

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._patterns = {name: _pattern(words) for name, words in cues.items() if words}
        self._first = FirstWords(cues)

    def within(self, text: str, start: int = 0, end: int | None = None) -> dict[str, list[Span]]:
        """The cues between two places by the names they are listed under, from left to right without overlap.

        A cue is looked for only where a word begins that is the first of one: most words are not.
        """
        found: dict[str, list[Span]] = {}
        words = WORD.finditer(text, start, len(text) if end is None else end)
        names_of = self._first.names
        for at, names in [(word.start(), names) for word in words if (names := names_of(word.group()))]:
            for name, cue in self._at(text, at, names):
                spans = found.setdefault(name, [])
                if not spans or spans[-1].end <= cue.start:
                    spans.append(cue)
        return found

    def _at(self, text: str, start: int, names: frozenset[str]) -> Iterator[tuple[str, Span]]:
        for name in names:
            cue = self._patterns[name].match(text, start)
            if cue is not None:
                yield name, Span(*cue.span())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words, the longest first; in any case where the cue is written in lower case."""
    longest = sorted(words, key=len, reverse=True)
    plain = [re.escape(w).replace(r"\*", r"\w*") for w in longest if w.islower()]
    exact = [re.escape(w).replace(r"\*", r"\w*") for w in longest if not w.islower()]
    parts = exact + ([rf"(?i:{'|'.join(plain)})"] if plain else [])
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
