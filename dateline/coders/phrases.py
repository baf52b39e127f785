"""Phrases of the codebook that settle a type where the model alone is not sure enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records.annotation import Trigger
from dateline.records.span import Span

BETWEEN = r"(?:[^\s.;:]+\s+){0,5}?"
"""Up to five words between two parts of a phrase; no phrase goes over the end of a clause."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a phrase settles: the type of an act, its mode where the phrase tells one, and the words that do so."""

    type: str
    mode: str | None
    words: str


class Phrases:
    """The phrases by "TYPE" or "TYPE mode", ready to be looked up in sentences."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._patterns: defaultdict[str, list[tuple[str | None, re.Pattern[str]]]] = defaultdict(list)
        for told, lines in phrases.items():
            type_, _, mode = told.partition(" ")
            self._patterns[type_].append((mode or None, re.compile("|".join(map(_pattern, lines)), re.I)))

    def settled(self, text: str, sentence: Span, trigger: Trigger) -> Settled | None:
        """What is settled where the trigger stands in a phrase of one of its two best types, else None."""
        for type_, _ in trigger.types[:2]:
            for mode, pattern in self._patterns.get(type_, ()):
                for found in pattern.finditer(text, sentence.start, sentence.end):
                    if Span(*found.span()).overlaps(trigger.span):
                        return Settled(type_, mode, found.group())
        return None


def _pattern(line: str) -> str:
    parts = [part.strip() for part in line.split("…")]
    return r"\b" + (r"\s+" + BETWEEN).join(map(_words, parts))


def _words(part: str) -> str:
    out = re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
    out = out.replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
    return out + r"\b"
