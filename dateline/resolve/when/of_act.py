"""The time of one act: which of the expressions linked to it, and what the words between the two make of it.

An expression is read once for the whole text, by the verb next to it. Which act it is told of decides the rest: "since
Russia invaded on Feb. 24" is a day for the invasion and a beginning for what has gone on since.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.records.resolved import When
from dateline.records.span import Piece, Span
from dateline.resolve.when import periods

WEEK = timedelta(days=7)
_BARE_WEEKDAY = re.compile(
    r"^(?:(?:early|late|on)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
_BARE_WEEKEND = re.compile(r"^(?:(?:over|at|on)\s+)?(?:(?:this|the)\s+)?weekend$", re.IGNORECASE)
_YEARLESS = re.compile(
    r"^(?:(?:on|in|early|late|mid)[\s-]+)*"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?)$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b[Ss]ince\b(?=(?:\s+[^\s,;:.]+){0,10}\s*$)")
"""The last "since" with at most ten words of its clause behind it and no mark that ends one."""
_BEGAN = re.compile(
    r"\b(?:(?:that|which)\s+(?:first\s+)?(?:began|started|erupted|broke out)|beginning|starting|dating(?: back)? to)"
    r"(?:\W+(?:back|again|late|early|in|on|around|about|the))*\W*$",
    re.IGNORECASE,
)
"""Words of beginning that hang on the act, with its time right behind them."""
_SETS_IN = re.compile(r"\b(?:began|started)\s+$")
_NOUN = re.compile(r"(?:\s+[\w’'-]+){0,4}\s+")
"""What may stand between a date and the noun it belongs to: "the 2001 US-led invasion"."""
_LEAD = re.compile(r"^(?:at least\s+)?(?:since|until|till)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """What is known of the act: its words, its sentence, its status, and whether it is a deed rather than words.

    What is said may be of a coming day ("promised to leave in June"), what is done may not.
    """

    trigger: Span
    sentence: Span
    status: str
    deed: bool


def time_of_act(
    text: str, act: Act, times: Sequence[When], *, tagged: Sequence[When], published: date | None
) -> When | None:
    """The time of the act: of several expressions, likeliest first, the first that is on the calendar.

    `tagged` are all expressions of the text (`tag_times`).
    """
    placed = [t for t in times if t.start is not None or t.end is not None]
    chosen = next(iter(placed or times), None)
    if chosen is None or chosen.start is None:
        return chosen
    chosen = _over_already(act, chosen, published)
    return _since(text, act, chosen, tagged) or _begun(text, act, chosen)


def _over_already(act: Act, when: When, published: date | None) -> When:
    """What has happened is not ahead: a bare weekday or weekend is the one before, a date without a year of last year.

    The verb next to the expression may be of another act; the status is that of this one.
    """
    start, end = when.start, when.end
    if published is None or start is None or end is None or start <= published or act.status != "happened":
        return when
    words = when.piece.text
    near = (start - published).days < WEEK.days
    moved: periods.Period | None
    if near and ((when.precision == "day" and _BARE_WEEKDAY.match(words)) or _BARE_WEEKEND.match(words)):
        moved = periods.day(start - WEEK) if when.precision == "day" else periods.weekend(start - WEEK)
    elif act.deed and _YEARLESS.match(words):
        moved = periods.of_timex(f"{start.year - 1:04d}{(when.timex or '')[4:]}")
    else:
        return when
    return when if moved is None else replace(when, start=moved.start, end=moved.end, timex=moved.timex)


def _since(text: str, act: Act, when: When, tagged: Sequence[When]) -> When | None:
    """In a clause after "since" the date is that of what the clause tells, and the beginning of all else.

    "Since the truce ended in May, 40 people have been killed": in May the truce ended, people have been killed since.
    None where no "since" stands before the date.
    """
    at = _date_words(when, tagged, act)
    found = _SINCE.search(text, max(act.sentence.start, at.start - 100), at.start)
    if found is None:
        return None
    if not _told_in_clause(text, act.trigger, found, at):
        return (
            when
            if when.end is None
            else replace(when, piece=Piece.cut(text, Span(found.start(), at.end)), end=None, precision="range")
        )
    period = periods.of_timex(when.timex or "")
    if when.end is not None or period is None:
        return when
    return replace(when, piece=Piece.cut(text, at), start=period.start, end=period.end, precision=period.grain)


def _told_in_clause(text: str, trigger: Span, since: re.Match[str], at: Span) -> bool:
    """True where the act stands between "since" and the date, or is the noun that the date belongs to."""
    if trigger.end <= at.start:
        return since.start() <= trigger.start
    between = text[at.end : trigger.start]
    if between.lstrip(" ,").startswith("when "):
        return True
    return bool(text[since.end() : at.start].strip() and _NOUN.fullmatch(between))


def _date_words(when: When, tagged: Sequence[When], act: Act) -> Span:
    """The words of the date itself in a longer expression, without "since"."""
    span = when.piece.span
    inner = [t.piece.span for t in tagged if span.overlaps(t.piece.span) and t.start is not None]
    behind = [s for s in inner if s.start >= act.trigger.end] or inner
    if not behind:
        return span
    words = behind[0]
    held = next(t.piece.text for t in tagged if t.piece.span == words)
    lead = _LEAD.match(held)
    return Span(words.start + lead.end(), words.end) if lead else words


def _begun(text: str, act: Act, when: When) -> When:
    """What goes on has no end: "the war that began in 2011", "In 2015 the kingdom started bombing"."""
    if act.status != "ongoing" or when.end is None or when.start is None:
        return when
    at, trigger = when.piece.span, act.trigger
    after = trigger.end <= at.start and at.start - trigger.end < 80 and _BEGAN.search(text, trigger.end, at.start)
    before = at.end <= trigger.start and _SETS_IN.search(text, at.end, trigger.start)
    return replace(when, end=None, precision="range") if after or before else when
