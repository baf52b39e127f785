"""Placing one given span of words on the calendar, such as one that a model proposes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.fixed import replace
from dateline.records.article import Sentence
from dateline.records.resolved import When
from dateline.records.span import Piece, Span
from dateline.resolve.when import periods
from dateline.resolve.when.counted import GRAIN, beside
from dateline.resolve.when.tag import CLOSING, OPENING, tag_times

_JOINS = {"to", "and", "or", "until", "through", "-", "–", "on", "in", "the", "early", "late", "at", "least", "up"}

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_BEYOND = re.compile(r"\b(?:after|past|beyond) \d{4}$")
"""Rule: "after 2014", "past 2016" begin when the year is over."""
_WORD_BEFORE = re.compile(r"\w+ $")
_LONGEST = 20
_SIGNAL = re.compile(r"(?:after|before|following)\b")


def resolve_words(
    text: str,
    span: Span,
    *,
    published: date | None,
    dateline_date: Span | None = None,
    sentences: Sequence[Sentence] = (),
    tagged: Sequence[When] | None = None,
) -> When:
    """The time that the words at `span` tell: of the expressions tagged there, joined where they are a range.

    `tagged` are the expressions of the text if they are known already (`tag_times`). "Since" and "until" open an
    interval only where the span holds them. Words in which nothing is read, such as "after the coup", give `start`
    and `end` None and the basis "event".
    """
    if tagged is None:
        tagged = tag_times(text, published=published, dateline_date=dateline_date, sentences=sentences)
    span = _with_length(text, span, tagged)
    piece = Piece.cut(text, span)
    inside = [_closed(when) for when in tagged if when.piece.span.overlaps(span)]
    if not inside:
        alone = _alone(text, span, published)
        return replace(alone, piece=piece) if alone else When(piece, None, None, None, "event")
    chosen = _joined(text, inside) if len(inside) > 1 else inside[0]
    lead = text[max(0, span.start - 8) : span.end].lower()
    if chosen.precision == "year" and chosen.end is not None and _BEYOND.search(lead):
        return replace(chosen, piece=piece, start=chosen.end + timedelta(days=1), end=None, precision="range")
    return replace(_bounded(piece.text, chosen), piece=piece)


def _alone(text: str, span: Span, published: date | None) -> When | None:
    """The first time in the words by themselves, told apart by the word before them ("Bloody Sunday" is no day)."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    start = before.start() if before else span.start
    tagged = tag_times(text[start : span.end], published=published)
    return next((when for when in tagged if when.piece.span.end > span.start - start), None)


def _with_length(text: str, span: Span, tagged: Sequence[When]) -> Span:
    """The span with the length in front of it, where it begins with the "after" of "nine days after"."""
    if not _SIGNAL.match(text, span.start):
        return span
    lengths = (t.piece.span for t in tagged if t.basis == "event" and t.piece.span.end < span.start)
    found = next((length for length in lengths if text[length.end : span.start].isspace()), None)
    return Span(found.start, span.end) if found else span


def _closed(when: When) -> When:
    """The time without what "since" or "until" before it opened."""
    if (when.start is None) == (when.end is None) or when.timex is None:
        return when
    period = periods.of_timex(when.timex)
    return replace(when, start=period.start, end=period.end, precision=period.grain) if period else when


def _joined(text: str, inside: Sequence[When]) -> When:
    """The stretch from the first to the last of several dates, else the first that is placed."""
    placed = [when for when in inside if when.start is not None and when.end is not None]
    if len(inside) == 2 and (counted := _counted(text, *inside)) is not None:
        return counted
    if len(placed) < 2:
        return placed[0] if placed else inside[0]
    first, last = placed[0], placed[-1]
    between = text[first.piece.span.end : last.piece.span.start].lower().split()
    if first.start and last.end and first.start <= last.end and set(between) <= _JOINS:
        return replace(last, start=first.start, precision="range", timex=f"{first.timex}/{last.timex}")
    return placed[0]


def _counted(text: str, distance: When, day: When) -> When | None:
    """Rule: "a day before Thursday's summit", "two weeks after March 3": counted from the day named right behind."""
    match = _LENGTH.fullmatch(distance.timex or "") if distance.basis == "event" else None
    between = text[distance.piece.span.end : day.piece.span.start].lower().split()
    if match is None or day.start is None or day.precision != "day" or not set(between[1:]) <= {"the", "last", "on"}:
        return None
    steps = -int(match[1]) if between[:1] == ["before"] else int(match[1])
    return beside(day, day.start, GRAIN[match[2]], steps)


def _bounded(words: str, when: When) -> When:
    """The time with an open end after "since" or "starting", with an open start after "until"."""
    lead = words.lower().split()[:2]
    if when.start is None or when.end is None or not lead or lead[1:] == ["of"]:
        return when
    if lead[0] in OPENING | {"starting", "beginning"}:
        return replace(when, end=None, precision="range")
    if lead[0] in CLOSING:
        return replace(when, start=None, precision="range")
    return when
