"""Phrases of the codebook that settle a type where the model alone is not sure enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.vocabulary.first_words import FirstWords

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
    span: Span


class Phrases:
    """The phrases by "TYPE", "TYPE mode" or "TYPE mode !", ready to be looked up in sentences."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        of_type: defaultdict[str, list[_Known]] = defaultdict(list)
        for told, lines in phrases.items():
            type_, _, mode = told.removesuffix(SURELY).partition(" ")
            if told.endswith(SURELY):
                type_ += SURELY
            of_type[type_].append(_Known(told, type_, mode or None, re.compile("|".join(map(_pattern, lines)), re.I)))
        self._known = [one for known in of_type.values() for one in known]
        self._first = FirstWords(
            {told: [w for line in lines for w in _begins(line)] for told, lines in phrases.items()}
        )
        self._sentence = lru_cache(SENTENCES)(self._read)  # one sentence tells several acts, which follow each other

    def settled(self, text: str, sentence: Span, act: Span, types: Sequence[str]) -> Settled | None:
        """What is settled where an act stands in a phrase of one of its two best `types`, else None.

        Or where it is the first word of a phrase that settles its type surely.
        """
        within = self._sentence(text, sentence.start, sentence.end)
        for known, found in within.sure:
            first = _WORD.match(text, found.start())
            if first and Span(*first.span()).overlaps(act):
                return Settled(known.type.removesuffix(SURELY), known.mode, found.group(), Span(*found.span()))
        for type_ in types[:2]:
            for known, found in within.phrases(type_):
                span = Span(*found.span())
                if span.overlaps(act):
                    return Settled(type_, known.mode, found.group(), span)
        return None

    def _read(self, text: str, start: int, end: int) -> _Sentence:
        begun = self._first.within(text[start:end])
        return _Sentence(text, start, end, [one for one in self._known if one.told in begun] if begun else ())


class _Known(NamedTuple):
    """Phrases of one type and mode; `told` is their key in the codebook."""

    told: str
    type: str
    mode: str | None
    pattern: re.Pattern[str]


_Found = Sequence[tuple[_Known, re.Match[str]]]


class _Sentence:
    """A sentence with the phrases that were found in it, those of each type looked for once.

    `likely` are those of which it has the first word: nearly always none or one.
    """

    def __init__(self, text: str, start: int, end: int, likely: Sequence[_Known]) -> None:
        self._place = text, start, end
        self._likely = likely
        self._found: dict[str, _Found] = {}
        self.sure = self._all([one for one in likely if one.type.endswith(SURELY)])

    def phrases(self, type_: str) -> _Found:
        """The phrases of a type that stand in it."""
        found = self._found.get(type_)
        if found is None:
            found = self._found[type_] = self._all([one for one in self._likely if one.type == type_])
        return found

    def _all(self, known: Sequence[_Known]) -> _Found:
        return [(one, found) for one in known for found in one.pattern.finditer(*self._place)]


def _begins(line: str) -> list[str]:
    """What a phrase can begin with."""
    choice = _FIRST.match(line)
    return choice[1].split("|") if choice else [line]


def _pattern(line: str) -> str:
    parts = [part.strip() for part in line.split("…")]
    return r"\b" + (r"\s+" + BETWEEN).join(map(_words, parts))


def _words(part: str) -> str:
    out = re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
    out = out.replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
    return out + r"\b"
