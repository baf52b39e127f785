"""Mentions that the model cuts at a bracket inside them: "the People's Army (PA) fighters" is one party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.records.span import Span, by_place
from dateline.vocabulary.pronouns import PRONOUNS

_BRACKET = re.compile(r"[(\[][^()\[\]\n]{1,60}[)\]]")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_MARK = re.compile(r"[()\[\]“”\"]")
_INITIALS = re.compile(r"[^\W\d_]+")


def whole_mentions(text: str, spans: Iterable[Span]) -> Mapping[Span, Span]:
    """What mentions of parties that a bracket cuts are parts of, by the part; the others are not in it.

    "AES [Alliance of Sahel States] Confederation" is one mention and so is "he (Odera)"; a name in brackets that only
    spells the one before it out, or shortens it, is that one. A bracket that nothing is behind is no part of a mention.
    """
    if "(" not in text and "[" not in text:
        return {}
    known = sorted(set(spans), key=by_place)
    whole: dict[Span, Span] = {}
    for found in _BRACKET.finditer(text):
        near = [span for span in known if span.start <= found.end() + 1 and found.start() - 1 <= span.end]
        if near:
            whole |= _at_bracket(text, Span(*found.span()), near)
    return {part: whole.get(span, span) for part, span in whole.items()}


def unbroken(text: str, span: Span) -> Span:
    """The span without half a pair of brackets or quotation marks, and without what stands on the other side of it.

    Where the opening mark stands right before it, it is part of it: "“separatist” forces", "[Chadian] army".
    """
    words = span.of(text)
    if not _MARK.search(words) and words == words.strip():
        return span
    start, end = 0, len(words)
    for opening, closing in _PAIRS:
        if words.count(closing) > words.count(opening):
            if opening != "(" and not words.endswith(closing) and text[span.start - 1 : span.start] == opening:
                return Span(span.start - 1, span.end)
            at = words.index(closing)
            start, end = (start, min(end, at)) if at + 1 == len(words) else (max(start, at + 1), end)
        elif words.count(opening) > words.count(closing):
            at = words.rindex(opening)
            start, end = (max(start, 1), end) if at == 0 else (start, min(end, at))
    if words.count('"') % 2:
        start, end = start + words.startswith('"'), end - words.endswith('"')
    cut = words[start:end]
    left = start + len(cut) - len(cut.lstrip())
    return Span(span.start + left, span.start + left + len(cut.strip())) if cut.strip() else span


def _at_bracket(text: str, bracket: Span, near: list[Span]) -> dict[Span, Span]:
    """What the mentions near one bracket are parts of: those on both sides of it, or the one before it."""
    left = next((s for s in near if s.start < bracket.start and _ends_at(text, s, bracket)), None)
    right = next((s for s in near if s.end > bracket.end and _begins_at(text, s, bracket)), None)
    inner = [s for s in near if s not in (left, right) and bracket.start <= s.start and s.end <= bracket.end]
    said = text[bracket.start + 1 : bracket.end - 1]
    if left is not None and right is not None and not said.isdigit() and not _opens_line(text, left):
        return dict.fromkeys((left, right, *inner), Span(left.start, right.end))
    found: dict[Span, Span] = {}
    if right is not None and right.start < bracket.end:
        found[right] = Span(bracket.end + (text[bracket.end] == " "), right.end)
    if left is None or left.end == bracket.end:
        return found
    plain = Span(left.start, left.start + len(text[left.start : bracket.start].rstrip()))
    if inner and plain.of(text).casefold() in PRONOUNS:
        return dict.fromkeys((left, *inner), Span(left.start, bracket.end))
    found |= {s: plain for s in near if s.start == left.start and plain.end < s.end < bracket.end}
    if _spells(plain.of(text), said) or _spells(said, plain.of(text)):
        found |= dict.fromkeys(inner, plain)
    return found


def _ends_at(text: str, span: Span, bracket: Span) -> bool:
    """True where a span ends right before a bracket, within its opening, or with the last word in it."""
    if bracket.end - 1 <= span.end <= bracket.end:
        return True
    return bracket.start - 1 <= span.end <= bracket.start + 1 and not text[span.end : bracket.start].strip()


def _begins_at(text: str, span: Span, bracket: Span) -> bool:
    """True where a span begins right behind a bracket, or with its closing."""
    return bracket.end - 1 <= span.start <= bracket.end + 1 and text[bracket.end : span.start] in ("", " ")


def _opens_line(text: str, span: Span) -> bool:
    """True for the place of a dateline, behind which an agency stands in brackets: "BAMAKO (AP)"."""
    return span.of(text).isupper() and (span.start == 0 or text[span.start - 1] == "\n")


def _spells(short: str, long: str) -> bool:
    """True where the last word of one are the initials of the other ("AES", "Alliance of Sahel States")."""
    last = short.rpartition(" ")[2]
    initials = "".join(word[0] for word in _INITIALS.findall(long) if word[0].isupper())
    return len(last) > 1 and last.isupper() and initials.endswith(last)
