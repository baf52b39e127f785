"""Phrases of the codebook that settle a type where the model alone is not sure enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.fixed import fixed
from dateline.records.span import Span

BETWEEN = r"(?:(?:(?:[A-Z]\.){2,}|[^\s.;:]+)\s+){0,5}?"
"""Up to five words between two parts of a phrase; no phrase goes over the end of a clause."""
_FIRST = re.compile(r"\(([^)]*)\)")
_WORD = re.compile(r"[\w’'-]+")
SURELY = " !"
"""Behind a type: its phrases settle it whatever the model takes their first word for."""
SENTENCES = 256
"""Sentences that are kept with the phrases in them: those of the few articles that take each step together."""


@fixed()
class Settled:
    """What a phrase settles: the type of an act, its mode where the phrase tells one, and the words that do so."""

    type: str
    mode: str | None
    words: str


class Phrases:
    """The phrases by "TYPE", "TYPE mode" or "TYPE mode !", ready to be looked up in sentences."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._of_type: defaultdict[str, list[_Known]] = defaultdict(list)
        self._sentence = lru_cache(SENTENCES)(_Sentence)  # one sentence tells several acts, which follow each other
        for told, lines in phrases.items():
            type_, _, mode = told.removesuffix(SURELY).partition(" ")
            begins = tuple(sorted({word for line in lines for word in _begins(line)}))
            pattern = re.compile("|".join(map(_pattern, lines)), re.I)
            if told.endswith(SURELY):
                type_ += SURELY
            self._of_type[type_].append(_Known(mode or None, begins, pattern))
        self._sure = [type_ for type_ in self._of_type if type_.endswith(SURELY)]

    def settled(self, text: str, sentence: Span, act: Span, types: Sequence[str]) -> Settled | None:
        """What is settled where an act stands in a phrase of one of its two best `types`, else None.

        Or where it is the first word of a phrase that settles its type surely.
        """
        within = self._sentence(text, sentence.start, sentence.end)
        for type_ in self._sure:
            for mode, found in within.phrases(type_, self._of_type):
                first = _WORD.match(text, found.start())
                if first and Span(*first.span()).overlaps(act):
                    return Settled(type_.removesuffix(SURELY), mode, found.group())
        for type_ in types[:2]:
            for mode, found in within.phrases(type_, self._of_type):
                if Span(*found.span()).overlaps(act):
                    return Settled(type_, mode, found.group())
        return None


class _Known(NamedTuple):
    """Phrases of one type and mode, and the letters that they begin with: looking for those first is far faster."""

    mode: str | None
    begins: tuple[str, ...]
    pattern: re.Pattern[str]


class _Sentence:
    """A sentence with the phrases that were found in it, those of each type looked for once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._place = text, start, end
        self._lowered = text[start:end].lower()
        self._found: dict[str, list[tuple[str | None, re.Match[str]]]] = {}

    def phrases(
        self, type_: str, of_type: Mapping[str, Sequence[_Known]]
    ) -> Sequence[tuple[str | None, re.Match[str]]]:
        """The phrases of a type that stand in it, with their modes."""
        found = self._found.get(type_)
        if found is None:
            found = self._found[type_] = [
                (mode, match)
                for mode, begins, pattern in of_type.get(type_, ())
                if any([word in self._lowered for word in begins])
                for match in pattern.finditer(*self._place)
            ]
        return found


def _begins(line: str) -> list[str]:
    """The letters that a phrase can begin with, in lower case."""
    choice = _FIRST.match(line)
    words = choice[1].split("|") if choice else [line]
    return [word.lower().split("*")[0].split(" ")[0] for word in words]


def _pattern(line: str) -> str:
    parts = [part.strip() for part in line.split("…")]
    return r"\b" + (r"\s+" + BETWEEN).join(map(_words, parts))


def _words(part: str) -> str:
    out = re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
    out = out.replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
    return out + r"\b"
