"""Why and in what setting: contexts read from cue words of the codebook in the event's paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.records.span import Span


class ContextCues:
    """Finds the contexts of a passage by the cue words that the codebook lists for each.

    A context holds where one of its cues stands in the sentence of the event, or two different ones in its paragraph
    (a context is said of the surroundings, not of the act: PLOVER manual, "Contexts").
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._names = tuple(cues)
        self._patterns = {name: _pattern(words) for name, words in cues.items() if words}

    def of(self, text: str, sentence: Span, paragraph: Span) -> tuple[str, ...]:
        """The contexts of an event in `sentence`, in the codebook's order."""
        here, around = sentence.of(text), paragraph.of(text)
        return tuple(name for name in self._names if name in self._patterns and self._holds(name, here, around))

    def _holds(self, name: str, here: str, around: str) -> bool:
        pattern = self._patterns[name]
        if pattern.search(here):
            return True
        return len({m.group().casefold() for m in pattern.finditer(around)}) > 1


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Whole words, in any case where the cue is written in lower case; a final * stands for any ending."""
    plain = [re.escape(w).replace(r"\*", r"\w*") for w in words if w.islower()]
    exact = [re.escape(w).replace(r"\*", r"\w*") for w in words if not w.islower()]
    parts = ([rf"(?i:{'|'.join(plain)})"] if plain else []) + exact
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def paragraph_of(text: str, sentence: Span) -> Span:
    """The lines around a sentence up to the next line break on either side."""
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    return Span(start, len(text) if end < 0 else end)
