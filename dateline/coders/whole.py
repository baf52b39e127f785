"""Reported speech in whole pieces: what the model read as several is joined, what is no speech is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.fixed import replace
from dateline.records.annotation import Said
from dateline.records.article import Sentence, begin_of
from dateline.records.span import Span

ALIKE, BEFORE, BEHIND = 3, 2, 1
"""Words at most between two pieces of one statement: where both have the same speaker and word of saying (or neither
has any), where only the second has them, where only the first.

Of 100 neighbours as near in annotated articles none were two statements.
"""
FEW = 4
"""Words at most of a scrap: of 22 without speaker, word of saying and marks inside sentences nobody said 18."""
SHORT = 2
ALONE = 0.9
"""A piece without speaker, word of saying and quotation marks is a slip of the model where it has so few words, or a
lower score: in annotated articles nobody said 8 of 11 below it, and 1 of 32 above.
"""
OBJECT = re.compile(r"\s*[,:]?\s*(?:(?:that|as|the|an?|his|her|its|their)\s+)?")
"""What may stand between a word of saying and a single word that is said: "declared victory", "reported the blast"."""
MARKS = "\"'“”‘’«»"
CLOSING = {"“": "”", '"': '"'}
FIRST, NEAR = 3, 60
"""Words at most of a quotation that is cut short, and characters at most from there to the closing mark."""
THAT = re.compile(r"\s+(?:\w+ly\s+)?that\s")
TOLD_THAT = re.compile(r"(?:\s+[\w’'.-]+){1,4}?\s+that\s")
TELLING = re.compile(r"(?:t[eo]ll|told|warn|inform|assur|remind|notif)", re.IGNORECASE)
"""Words of saying with a hearer, who may stand before "that"."""
EDGES = ",;: \n\t\xa0"


def whole(text: str, said: Sequence[Said], sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """What is said, in text order: neighbouring pieces of one sentence joined, slips left out.

    "Rival camps are both “too weak to rule,” he says" is one statement, though the words before the quotation marks are
    read as another that nobody says.
    """
    out: list[Said] = []
    begins = {s.start for s in sentences}
    for one in sorted(said, key=lambda s: s.content):
        before = out[-1] if out else None
        if before is not None and _of_one(text, before, one, begins):
            told = one if before.source is None and before.cue is None else before
            content = Span(before.content.start, one.content.end)
            out[-1] = replace(told, content=content, score=max(before.score, one.score))
        else:
            out.append(one)
    nexts = [*[s.content.start for s in out[1:]], len(text)][: len(out)]
    pieces = [
        replace(s, content=trimmed(text, own_words(text, s) or _closed(text, s.content, before)))
        for s, before in zip(out, nexts, strict=True)
    ]
    return tuple(s for s in pieces if not _slip(text, s) and not _scrap(text, s, begins))


def own_words(text: str, said: Said) -> Span | None:
    """What stands behind speaker and word of saying, where both were read as said ("She warned him that they came")."""
    content, source, cue = said.content, said.source, said.cue
    if source is None or cue is None or not (content.holds(source) and source.end <= cue.start < content.end):
        return None
    that = THAT.match(text, cue.end, content.end)
    if that is None and TELLING.match(cue.of(text)):
        that = TOLD_THAT.match(text, cue.end, content.end)
    own = Span(that.end() if that else cue.end, content.end)
    return own if len(own.of(text).split()) > SHORT else None


def _closed(text: str, content: Span, before: int) -> Span:
    """The content up to the closing mark, where the model read only the first words of a short quotation.

    `before` is where the next piece begins.
    """
    closing = CLOSING.get(text[content.start - 1 : content.start])
    words = content.of(text)
    if closing is None or closing in words or len(words.split()) > FIRST:
        return content
    end = text.find(closing, content.end, min(before, content.end + NEAR))
    more = text[content.end : end] if end > 0 else ""
    return Span(content.start, end) if any(map(str.isalnum, more)) and "\n" not in more else content


def trimmed(text: str, content: Span) -> Span:
    """The content without the commas and spaces that part it from what stands around it."""
    words = content.of(text)
    left = len(words) - len(words.lstrip(EDGES))
    return Span(content.start + left, content.start + len(words.rstrip(EDGES)))


def _of_one(text: str, one: Said, two: Said, begins: set[int]) -> bool:
    """True where two neighbours are pieces of one statement."""
    first, second = (s.source is not None or s.cue is not None for s in (one, two))
    if one.source == two.source and one.cue == two.cue:
        most = ALIKE
    elif first != second:
        most = BEFORE if second else BEHIND
    else:
        return False
    between = Span(one.content.end, two.content.start)
    words = [s for s in (one.source, one.cue, two.source, two.cue) if s is not None]
    return (
        between.start <= between.end
        and len(between.of(text).split()) <= most
        and not any(between.start < b <= between.end for b in begins)
        and not any(between.holds(w) for w in words)
    )


def _scrap(text: str, one: Said, begins: set[int]) -> bool:
    """True where a few words from the midst of a sentence are read as said, by nobody and outside quotation marks.

    An apostrophe is no such mark: "the island" in "the island's port".
    """
    start, end = one.content.start, one.content.end
    if one.source is not None or one.cue is not None or len(one.content.of(text).split()) > FEW:
        return False
    sentence = begin_of(begins, start)
    if not any(map(str.isalnum, text[sentence:start])) or text[sentence:start].rstrip().endswith(":"):
        return False
    around = text[max(0, start - 2) : end + 1]
    return not any(mark in around for mark in '“”"') and text[start - 1] not in "‘'"


def _slip(text: str, one: Said) -> bool:
    """True where a piece says nothing, or what nobody is told to say and the model is not sure of."""
    words = one.content.of(text)
    if not any(c.isalnum() for c in words):
        return True
    around = text[max(0, one.content.start - 1) : one.content.end + 1]
    if any(mark in MARKS for mark in around):
        return False
    if one.cue is not None and len(words.split()) == 1:
        before = one.cue.end <= one.content.start and OBJECT.fullmatch(text, one.cue.end, one.content.start)
        return not (before or text.startswith((",", ":"), one.content.end))
    headed = text[max(0, one.content.start - 3) : one.content.start].rstrip().endswith(":")
    if one.cue is not None or headed:
        return False
    return len(words.split()) <= SHORT or (one.source is None and one.score < ALONE)
