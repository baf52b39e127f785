"""Quotations that run on: who says what no reporting word stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.records.annotation import Said
from dateline.records.article import Sentence
from dateline.records.span import Span

_MARKS = '"“”'
_BETWEEN = 160
"""How many characters may stand between a quotation and the one it goes on from ("said X, a resident of Y.")."""


def carried(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the source of quotations that only run on filled in.

    Rule: a quotation without a source or a reporting word is of the speaker of the quotation before it in the same
    paragraph, or of the one whose name stands between it and the next ("If they attack," X said, "we will respond").
    """
    order = sorted(range(len(said)), key=lambda i: said[i].content.start)
    filled = list(said)
    for before, now in zip([None, *order], order, strict=False):
        one = filled[now]
        if one.source is not None or one.cue is not None or not _quoted(text, one.content):
            continue
        after = next((said[i] for i in order if said[i].content.start >= one.content.end), None)
        source = _split(text, one, after) or (_run_on(text, filled[before], one) if before is not None else None)
        if source is not None:
            filled[now] = replace(one, source=source)
    return tuple(filled)


def halved(text: str, said: Sequence[Said], sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """The same pieces of speech in the same order, with the source of halves of a quotation that it stands between.

    "If they attack," X said, "we will respond": the model reads who speaks with one half. Both are of one sentence.
    """
    begins = [s.start for s in sentences]
    order = sorted(range(len(said)), key=lambda i: said[i].content.start)
    filled = list(said)
    for first, second in pairwise(order):
        one, two = filled[first], filled[second]
        known, open_one = (one, second) if two.source is None else (two, first)
        between = Span(one.content.end, two.content.start)
        if known.source is None or filled[open_one].source is not None or filled[open_one].cue is not None:
            continue
        apart = any(between.start < b <= between.end for b in begins)
        if between.holds(known.source) and not apart and _quoted(text, one.content) and _quoted(text, two.content):
            cue = known.cue if known.cue is not None and between.holds(known.cue) else None
            filled[open_one] = replace(filled[open_one], source=known.source, cue=cue)
    return tuple(filled)


def _run_on(text: str, before: Said, one: Said) -> Span | None:
    """The source of the quotation before, where both stand in one paragraph."""
    start, end = before.content.end, one.content.start
    if not 0 <= end - start <= _BETWEEN or "\n" in text[start:end] or not _quoted(text, before.content):
        return None
    return before.source


def _split(text: str, one: Said, after: Said | None) -> Span | None:
    """The source that stands between the two halves of a quotation."""
    if after is None or after.source is None or not _quoted(text, after.content):
        return None
    start, end = one.content.end, after.content.start
    inside = start <= after.source.start and after.source.end <= end and end - start <= _BETWEEN
    return after.source if inside and not set(text[start:end]) & set(".\n") else None


def _quoted(text: str, content: Span) -> bool:
    return any(mark in _MARKS for mark in text[max(0, content.start - 1) : content.start + 1])
