"""Statements within statements: "The mayor said that the bridge fell, Radio Sol reported" has two speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coders.subject import subject_of
from dateline.coders.whole import own_words, trimmed
from dateline.fixed import fixed, replace
from dateline.records.annotation import Mention, Said
from dateline.records.article import Sentence, begin_of
from dateline.records.span import Span

_NAMES = re.compile(r"\s+(?:(?:the|an?)\s+)?", re.IGNORECASE)
"""What stands between a word of saying and a speaker who comes behind it: "according to the Tribune"."""
_TRAILS = re.compile(r"[\"'”’»]*,?[\"'”’»]*\s*(?:(?:as|the|an?)\s+)?", re.IGNORECASE)
"""What stands between words that are said and who is told to say them behind them."""
_LEADS = re.compile(
    r"(?:\s(?!(?:but|and|or|while|as|after|before|when|where|which|who|because|although|though|not|to)\s)"
    r"[^\s.;:,“”\"]+){0,6}?(?:\sthat,?|:)?\s+[“\"]?(?:(?:the|an?)\s+)?",
    re.IGNORECASE,
)
"""What stands between who is told to say something and the speaker within it: "reported on Monday that the mayor"."""
_TO_WORDS = re.compile(r"(?:\s+[\w’'.-]+){0,6}?(?:\s+that)?[\s,:]*[“\"']?")
"""What stands between a word of saying and the words said: "told the Tribune that"."""
_OBJECTS = re.compile(r"reject|refus|call|\w+ing\b", re.IGNORECASE)
"""Words of saying behind which stands what is spoken of, not what is said; reports "suggesting" it say no clause."""
_FIRST = re.compile(r"\s*(?:(?:on\s+)?[A-Z]\w+day,?|[^,.;:“”\"]{1,60}\sas\s+saying)\s+(?:that\s+)?")
"""What may stand behind a word of saying before the words said: "said Friday", "quoted the mayor as saying"."""
_ASIDE = re.compile(r"\b(?:which|whom?)\s+(?:(?:the|an?)\s+)?\Z")
_GOES_ON = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might)\b")
"""How words lead up to an aside and go on behind it: "which the navy says sank", "that the navy says are hired"."""
_FARTHER = re.compile(r"(?P<more>[^.;:“”\"]{0,60}?),\s+(?:(?:as|the|an?)\s+)?", re.IGNORECASE)
"""What stands between two who are told to speak behind the words: ", she told guests on Monday, the Tribune says"."""
_SAME = re.compile(r"(?:I|[Ww]e)(?:[’']\w+)?")
"""Who speaks of what they said themselves: "I have said that …, he said" has one speaker."""
_ARTICLE = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


@fixed()
class _Told:
    """Who says something, and the word of saying."""

    source: Span
    cue: Span

    @property
    def span(self) -> Span:
        """Both, with what stands between them."""
        return Span(min(self.source.start, self.cue.start), max(self.source.end, self.cue.end))


def nested(
    text: str, said: Sequence[Said], mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with those that hold them or are held by them beside them.

    The model gives each piece one speaker. Where a second one is told to speak in its sentence, right before or behind
    it, one of the two says what the other said: the one whose words are next to theirs is within.
    """
    used = [s.cue for s in said if s.cue is not None]
    free = [m.span for m in mentions if m.kind == "cue" and not any(m.span.overlaps(u) for u in used)]
    if not free:
        return tuple(said)
    begins = sorted(s.start for s in sentences)
    sources = [m.span for m in mentions if m.kind == "source"]
    out = list(said)
    for cue in free:
        told = _told(text, cue, sources, begins)
        if told is not None:
            _put_in(text, told, out, begins)
    return tuple(out)


def _told(text: str, cue: Span, sources: Sequence[Span], begins: Sequence[int]) -> _Told | None:
    """The word of saying with who says it: its subject, or who is named right behind it."""
    source = subject_of(text, cue, sources, begins)
    if source is None:
        source = min(
            (s for s in sources if s.start >= cue.end and _NAMES.fullmatch(text, cue.end, s.start)), default=None
        )
    if source is None:
        return None
    more = next((s for s in sources if s.start > source.end and text[source.end : s.start].isspace()), source)
    return _Told(Span(source.start, max(source.end, more.end)), cue)


def _put_in(text: str, told: _Told, said: list[Said], begins: Sequence[int]) -> None:
    """Put in the statement of a second speaker, where it is told beside one of those that are there."""
    for i, one in enumerate(said):
        if one.source is None or one.cue is None or one.source.overlaps(told.source):
            continue
        first = _Told(one.source, one.cue)
        start = begin_of(begins, one.cue.start)
        if start != begin_of(begins, told.cue.start) or start > one.content.start:
            continue
        for inner, outer in ((told, first), (first, told)):
            pair = _pair(text, inner, outer, one, start)
            if pair is not None:
                said[i : i + 1] = sorted(pair, key=lambda s: s.cue or s.content)
                return


def _pair(text: str, inner: _Told, outer: _Told, one: Said, start: int) -> tuple[Said, Said] | None:
    """What the inner and the outer speaker say; None where neither speaks within the words of the other.

    `start` is where the sentence begins.
    """
    end = one.content.end
    if inner.span.start >= end:
        return _both_behind(text, inner, outer, one)
    behind = outer.span.start >= end and _TRAILS.fullmatch(text, end, outer.span.start)
    before = outer.span.end <= inner.span.start and _LEADS.fullmatch(text, outer.span.end, inner.span.start)
    if inner.span.end >= end or not (behind or before) or _SAME.fullmatch(inner.source.of(text)):
        return None
    content = _inner_words(text, inner, one, end)
    if content is None:
        return None
    if one.content.start <= inner.span.start:
        start = one.content.start
    elif before:
        article = _ARTICLE.search(text, outer.span.end, inner.span.start)
        start = article.start() if article else inner.span.start
    within = replace(one, content=content, source=inner.source, cue=inner.cue)
    return within, replace(one, content=Span(start, end), source=outer.source, cue=outer.cue)


def _both_behind(text: str, inner: _Told, outer: _Told, one: Said) -> tuple[Said, Said] | None:
    """What both say, where both are told to speak behind the words: the farther says that the nearer said it."""
    between = _FARTHER.fullmatch(text, inner.span.end, outer.span.start)
    if between is None or not _TRAILS.fullmatch(text, one.content.end, inner.span.start):
        return None
    within = replace(one, source=inner.source, cue=inner.cue)
    return within, replace(
        one, content=Span(one.content.start, between.end("more")), source=outer.source, cue=outer.cue
    )


def _inner_words(text: str, inner: _Told, one: Said, end: int) -> Span | None:
    """What the inner speaker says: the words as read, where they stand behind the word of saying, or those there."""
    if one.content.start >= inner.span.end:
        return one.content if _TO_WORDS.fullmatch(text, inner.span.end, one.content.start) else None
    if _OBJECTS.match(inner.cue.of(text)) or _ASIDE.search(text, max(0, inner.span.start - 12), inner.span.start):
        return None
    whole = Span(min(one.content.start, inner.span.start), end)
    own = own_words(text, replace(one, content=whole, source=inner.source, cue=inner.cue))
    if own is None:
        return None
    lead = _FIRST.match(text, own.start, end)
    own = trimmed(text, Span(lead.end() if lead else own.start, end))
    return None if _GOES_ON.match(text, own.start) else own
