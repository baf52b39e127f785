"""Who says what has a word of saying and no speaker: the subject of that word, or who is named beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coders.papers import WRITTEN
from dateline.coders.within import as_led
from dateline.fixed import replace
from dateline.records.annotation import Mention, Said
from dateline.records.article import Sentence, begin_of
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
_FIRST = 4
"""How many characters into the words said a speaker may be read as their first word: "a", "the"."""
_OPENS = re.compile(r"[\s,:“\"'‘]*")
_CLAUSE = r"(?:\A|[,;:–—]\s+(?:(?:and|but|while)\s+)?|[“\"]|\b(?:but|that|while)\s+)"
_PAPERS = (
    rf"(?:[\w’'.-]+\s+){{0,3}}?(?:{WRITTEN}|release|document|indictment|agreement|poll|paper|newspaper|filing|tweet|post"
    r"|media|proposal|station|outlet|broadcaster|agency|review|resolution|transcript)s?"
)
"""What is written or broadcast, and speaks."""
_WORD = r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt)\.|[A-Z][\w’'&-]*)"
_NAME = rf"(?!It\s+(?:is|was)\b)(?:{_WORD}\s+){{0,4}}{_WORD}"
_UNREAD = re.compile(
    rf"{_CLAUSE}(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Aa]n?)\s+(?P<paper>{_PAPERS})|(?P<who>{_NAME}(?:\s+[a-z]+s)?)){_ADVERBS}\s+\Z"
)
"""A name or a paper at the beginning of a clause, right before its word of saying."""
_PEOPLE = (
    r"(?:[\w’'.-]+\s+){0,3}?(?:spokes(?:man|woman|person|people|men)|official|officer|minister|diplomat|analyst|expert|witness"
    r"|witnesses|resident|activist|source|lawyer|prosecutor|commander|police|ministry|government|critic|observer)s?"
)
"""Who speaks without a name."""
_BEHIND = re.compile(
    rf"\s+(?:(?P<who>{_NAME}(?:\s+agency)?|(?!an?\b|the\b){_PEOPLE})|(?:the|an?|one)\s+(?P<paper>{_PAPERS}|{_PEOPLE}))"
    r"\s*(?:[,;\n]|\.?(?:\s|\Z))"
)
_NAMES_SPEAKER = re.compile(
    r"according\s+to|sa(?:id|ys?)|report(?:s|ed)|not(?:es|ed)|warn(?:s|ed)|add(?:s|ed)|writes?|wrote"
)
_WHOSE = re.compile(
    r"\b(?P<who>his|her|their|its|our|my|(?!\w+day\b)[A-Z][\w.-]*(?=[’']s\b))(?:[’']s)?\s+(?:[\w“”\"-]+\s+){0,3}\Z"
)
_SPEECH = re.compile(
    r"(?:claim|suggestion|announcement|assertion|statement|allegation|accusation|declaration|admission|warning|message"
    r"|insistence|argument|promise|assurance|denial|view|belief|conclusion)s?"
)
"""Words of saying that are nouns: whose they are speaks."""


def subjects(
    text: str, said: Sequence[Said], mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the subject of the word of saying as the speaker of those that
    have none: a party that is read right before it, a pronoun, or a name or paper beside it that was not read.
    """
    parties = [m.span for m in mentions if m.kind in ("part", "source")]
    begins = sorted(s.start for s in sentences)
    return tuple(_spoken(text, one, parties, begins) if one.source is None and one.cue else one for one in said)


def _spoken(text: str, one: Said, parties: Sequence[Span], begins: Sequence[int]) -> Said:
    """The statement with its speaker, where told; who was read as the first of the words said is none of them."""
    if one.cue is None:
        return one
    source = subject_of(text, one.cue, parties, begins) or _beside(text, one.cue, one.content, begins)
    content = one.content
    if source is not None and one.cue.end <= source.start and source.overlaps(content) and source.end < content.end:
        behind = _OPENS.match(text, source.end, content.end)
        content = Span(behind.end() if behind else source.end, content.end)
    return replace(one, source=source, content=content)


def _beside(text: str, cue: Span, content: Span, begins: Sequence[int]) -> Span | None:
    """Who is named right beside a word of saying and was not read as a party."""
    start = max(begin_of(begins, cue.start), cue.start - _REACH)
    word = cue.of(text)
    if not word.islower() or word.startswith(("is ", "was ")):  # of a headline, of nobody
        return None
    if _SPEECH.fullmatch(word):
        found = _WHOSE.search(text, start, cue.start)
        return Span(*found.span("who")) if found else None
    before = start if cue.start < content.start else max(start, content.end)
    found = _UNREAD.search(text[before : cue.start])
    if found is None and _NAMES_SPEAKER.fullmatch(word):
        found, before = _BEHIND.match(text[cue.end : cue.end + _REACH]), cue.end
    if found is None:
        return None
    first, last = found.span("who" if found["who"] else "paper")
    named = Span(before + first, before + last)
    first_words = cue.end <= named.start <= content.start + _FIRST and named.end < content.end
    return None if named.overlaps(content) and not (first_words or content.holds(cue)) else named


def subject_of(text: str, cue: Span, parties: Sequence[Span], begins: Sequence[int]) -> Span | None:
    """The party or pronoun whose word the cue is."""
    start = max(begin_of(begins, cue.start), cue.start - _REACH)
    near = [
        p for p in parties if start <= p.start and p.end <= cue.start and _SUBJECT.fullmatch(text, p.end, cue.start)
    ]
    if near:
        return as_led(text, max(near, key=lambda p: (p.end, p.end - p.start)))
    pronoun = _PRONOUN.search(text, start, cue.start)
    return Span(*pronoun.span("who")) if pronoun else None
