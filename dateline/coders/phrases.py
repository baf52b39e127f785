"""Phrases of the codebook that settle a type where the model alone is not sure enough."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.records.annotation import Trigger
from dateline.records.span import Span

BETWEEN = r"(?:[^\s.;:]+\s+){0,5}?"
"""Up to five words between two parts of a phrase; no phrase goes over the end of a clause."""


class Phrases:
    """The phrases by type, ready to be looked up in sentences."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._patterns = {type_: re.compile("|".join(map(_pattern, lines)), re.I) for type_, lines in phrases.items()}

    def settled(self, text: str, sentence: Span, trigger: Trigger) -> tuple[str, str] | None:
        """(type, words of the phrase) where the trigger stands in a phrase of one of its two best types, else None."""
        for type_, _ in trigger.types[:2]:
            pattern = self._patterns.get(type_)
            for found in pattern.finditer(text, sentence.start, sentence.end) if pattern else ():
                if Span(*found.span()).overlaps(trigger.span):
                    return type_, found.group()
        return None


def _pattern(line: str) -> str:
    parts = [part.strip() for part in line.split("…")]
    return r"\b" + (r"\s+" + BETWEEN).join(map(_words, parts))


def _words(part: str) -> str:
    out = re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
    out = out.replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
    return out + r"\b"
