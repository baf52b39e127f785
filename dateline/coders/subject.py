"""Who says what has a word of saying and no speaker: the subject of that word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.coders.within import as_led
from dateline.records.annotation import Mention, Said
from dateline.records.article import Sentence
from dateline.records.span import Span

_ADVERBS = (
    r"(?:\s+(?:has|have|had|is|are|was|were|also|even|then|later|already|now|again|once|still|first|earlier|all|both|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly))*"
)
_ASIDE = r"(?:,[^,;:.“”\"]{1,90},|\s\([^()]{1,60}\))?"
_SUBJECT = re.compile(rf"{_ASIDE}(?:,?\s+(?:who|which))?{_ADVERBS}\s+", re.IGNORECASE)
"""What may stand between a subject and its word of saying: something said aside, "who", helping words and adverbs."""
_PRONOUN = re.compile(rf"\b(?P<who>he|she|they|we|I)(?:[’'](?:ve|d))?{_ADVERBS}\s+\Z", re.IGNORECASE)
_REACH = 130


def subjects(
    text: str, said: Sequence[Said], mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the subject of the word of saying as the speaker of those that
    have none: a party that is read right before it, or a pronoun.
    """
    parties = [m.span for m in mentions if m.kind in ("part", "source")]
    begins = sorted(s.start for s in sentences)
    return tuple(
        replace(one, source=subject_of(text, one.cue, parties, begins)) if one.source is None and one.cue else one
        for one in said
    )


def subject_of(text: str, cue: Span, parties: Sequence[Span], begins: Sequence[int]) -> Span | None:
    """The party or pronoun whose word the cue is."""
    start = max(max((b for b in begins if b <= cue.start), default=0), cue.start - _REACH)
    near = [
        p for p in parties if start <= p.start and p.end <= cue.start and _SUBJECT.fullmatch(text, p.end, cue.start)
    ]
    if near:
        return as_led(text, max(near, key=lambda p: (p.end, p.end - p.start)))
    pronoun = _PRONOUN.search(text, start, cue.start)
    return Span(*pronoun.span("who")) if pronoun else None
