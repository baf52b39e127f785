"""Why and in what setting: contexts read from cue words of the codebook in the event's paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.records.span import Span

_WORD = re.compile(r"\w+")
MOST_WORDS = 50_000
"""Words whose contexts are kept."""
PASSAGES = 256
"""Passages whose cues are kept: several acts of one sentence ask for them, and the sentences of a paragraph."""


class ContextCues:
    """Finds the contexts of a passage by the cue words that the codebook lists for each.

    A context holds where one of its cues stands in the sentence of the event, or two different ones in its paragraph
    (a context is said of the surroundings, not of the act: PLOVER manual, "Contexts").
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._names = tuple(cues)
        self._patterns = {name: _pattern(words) for name, words in cues.items() if words}
        self._whole: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        for name, words in cues.items():
            for first, open_ended in map(_first_word, words):
                (self._stems if open_ended else self._whole).setdefault(first, set()).add(name)
        self._known: dict[str, frozenset[str]] = {}
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._cues_in = lru_cache(PASSAGES)(self._found)

    def of(self, text: str, sentence: Span, paragraph: Span) -> tuple[str, ...]:
        """The contexts of an event in `sentence`, in the codebook's order."""
        here, around = self._cues_in(sentence.of(text)), self._cues_in(paragraph.of(text))
        if not around:  # the paragraph holds the sentence
            return ()
        return tuple(name for name in self._names if name in here or len(around.get(name, ())) > 1)

    def _found(self, passage: str) -> Mapping[str, frozenset[str]]:
        """The cues of each context that stand in a passage, in lower case, from left to right without overlap.

        A cue is looked for only where a word begins that is the first of one: most words are not.
        """
        found: dict[str, set[str]] = {}
        ends: dict[str, int] = {}
        known = self._known
        for word in _WORD.finditer(passage):
            names = known.get(word.group())
            if names is None:
                names = self._names_of(word.group())
            for name in names:
                if word.start() < ends.get(name, 0):
                    continue
                cue = self._patterns[name].match(passage, word.start())
                if cue is not None:
                    ends[name] = cue.end()
                    found.setdefault(name, set()).add(cue.group().casefold())
        return {name: frozenset(cues) for name, cues in found.items()}

    def _names_of(self, word: str) -> frozenset[str]:
        """The contexts with a cue that begins with the word; answers are kept, news repeats its words."""
        if len(self._known) > MOST_WORDS:
            self._known.clear()
        names = self._known[word] = self._begun_by(word)
        return names

    def _begun_by(self, word: str) -> frozenset[str]:
        folded = word.casefold()
        out = set(self._whole.get(folded, ()))
        for length in self._lengths:
            out |= self._stems.get(folded[:length], set()) if length <= len(folded) else set()
        return frozenset(out)


def _first_word(cue: str) -> tuple[str, bool]:
    """The first word of a cue, and whether it stands for any ending."""
    match = _WORD.search(cue)
    if match is None:
        raise ValueError(f"a cue needs a word: {cue!r}")
    return match.group().casefold(), cue[match.end() : match.end() + 1] == "*"


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
