"""What the status of an act says of its day: what has happened is not ahead, what is planned is not behind."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.records.resolved import When
from dateline.records.span import Span
from dateline.resolve.when import periods
from dateline.resolve.when.periods import Period

WEEK = timedelta(days=7)
LATELY = 90
"""Days back of a date without a year that is not of the next year: "accused him of planning the 3 May attack"."""
_WEEKDAY = re.compile(
    r"^(?:(?:early|late|on)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?(?:['’]s?)?$",
    re.IGNORECASE,
)
_WEEKEND = re.compile(r"^(?:(?:over|at|on)\s+)?(?:(?:this|the)\s+)?weekend$", re.IGNORECASE)
_YEARLESS = re.compile(
    r"^(?:(?:on|in|early|late|mid)[\s-]+)*"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?)$",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"\b(?:said|told|began|made|held|took|gave|met|[a-z]{2,}ed)\b")
_EFFECTIVE = re.compile(
    r"\b(?:effective\s+(?:on\s+|from\s+|as of\s+)?|through\s+|from\s+|as\s+of\s+|starting\s+(?:on\s+|from\s+)?"
    r"|beginning\s+(?:on\s+)?|until\s+|to\s+)$",
    re.IGNORECASE,
)
"""Before the day from which what was done counts, or to which it does ("resigned effective Dec. 31", "imposed duties
from 12 March").
"""
_WAS_DUE = re.compile(r"\b(?:was|were)\s+(?:supposed|meant|obliged|required)\s+to\s+(?:have\s+)?$", re.IGNORECASE)
"""Before what ought to be done by now ("was supposed to leave by Friday")."""
_BEFORE = 24
_OWNED = re.compile(r"(?:['’]s?)?(?:\s+(?!to\b)[\w’'-]+)?\s+")
"""What may stand between a date and the noun that it belongs to: "Monday's", "the March 29 Brexit"."""
_CALLED_OFF = re.compile(
    r"\bcall(?:s|ed|ing)?\s+(?:[\w’'-]+\s+){0,3}?off\b|\b(?:cancel|postpon|scrap|shelv)\w+", re.IGNORECASE
)
_NEAR = 100
"""Characters on either side of an act in which it may be called off (twice as many behind it)."""


def by_status(text: str, trigger: Span, when: When, *, status: str, deed: bool, published: date | None) -> When:
    """The time moved by a week or a year where the status of the act forbids the one that the nearest verb asked for.

    Only a bare weekday or weekend and a date without a year can be moved. What was reckoned from a day of writing in
    the text cannot be held against the day of publication.
    """
    start, end = when.start, when.end
    if published is None or start is None or end is None or when.basis == "dateline":
        return when
    if status == "happened" and start > published:
        if _EFFECTIVE.search(text, max(0, when.piece.span.start - _BEFORE), when.piece.span.start):
            return when
        moved = _before(when, start, published, deed=deed)
    elif status == "planned" and end < published and _hangs_on(text, trigger, when.piece.span):
        if _WAS_DUE.search(text, max(0, trigger.start - _BEFORE), trigger.start):
            return when
        moved = _after(when, start, published)
    elif status == "negated" and _is_called_off(text, trigger, when.piece.span):
        moved = _nearer(when, start, published)
    else:
        return when
    return when if moved is None else replace(when, start=moved.start, end=moved.end, timex=moved.timex)


def _before(when: When, start: date, published: date, *, deed: bool) -> Period | None:
    """The weekday or weekend before; the date without a year of last year, where a deed and not words is told.

    The weekday of the morrow stays: reports are often out on the day before that of their place.
    """
    words = when.piece.text
    ahead = (start - published).days
    if when.precision == "day" and 1 < ahead < WEEK.days and _WEEKDAY.match(words):
        return periods.day(start - WEEK)
    if ahead < WEEK.days and _WEEKEND.match(words):
        return periods.weekend(start - WEEK)
    return _years_on(when, start, -1) if deed and _YEARLESS.match(words) else None


def _after(when: When, start: date, published: date) -> Period | None:
    """The coming weekday, or the date without a year of the next one, where that of this one is not much nearer."""
    ago = (published - start).days
    if when.precision == "day" and _WEEKDAY.match(when.piece.text):
        return periods.day(start + WEEK) if ago < WEEK.days else None
    return _years_on(when, start, 1) if _YEARLESS.match(when.piece.text) and ago > LATELY else None


def _nearer(when: When, start: date, published: date) -> Period | None:
    """The coming weekday where it is nearer to the day of publication than the one before."""
    nearer = WEEK.days / 2 < (published - start).days < WEEK.days
    return periods.day(start + WEEK) if nearer and when.precision == "day" and _WEEKDAY.match(when.piece.text) else None


def _years_on(when: When, start: date, years: int) -> Period | None:
    return periods.of_timex(f"{start.year + years:04d}{(when.timex or '')[4:]}")


def _hangs_on(text: str, trigger: Span, words: Span) -> bool:
    """True where the date is said of the act and not of the words that tell of it ("tariffs announced on Monday")."""
    if trigger.end <= words.start:
        return not _PAST_VERB.search(text, trigger.end, words.start)
    return words.end <= trigger.start and bool(_OWNED.fullmatch(text, words.end, trigger.start))


def _is_called_off(text: str, trigger: Span, words: Span) -> bool:
    """True where what was set for the date is not to be."""
    near = text[max(0, trigger.start - _NEAR) : trigger.end + 2 * _NEAR]
    return bool(_CALLED_OFF.search(near)) and _hangs_on(text, trigger, words)
