"""Times of an act that several expressions give together: two ends of a stretch, or a distance from a named time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.records.resolved import When
from dateline.records.span import Piece, Span
from dateline.resolve.when import periods
from dateline.resolve.when.frame import MENTION

LENGTH = re.compile(r"P(T)?(\d{1,4})([DWMYH])")
GRAIN = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_JOINS = re.compile(
    r"(?:\b(?:or|to|through|until|till)|[-–—])(?:\s+(?:at least|early|late|mid|in|on))*[\s-]*$", re.IGNORECASE
)
_GAP, _LONGEST = 20, 400
"""Characters between the two ends of a stretch, and days from one to the other: what is further is two times."""
_BACK = re.compile(r"\b(?:before|prior|earlier)$", re.IGNORECASE)
_EXACT_WEEKS = 2
"""Weeks that are told to the day, more are rounded: "a week after the blast" is as much as seven days after it."""
_NEWS = re.compile(
    r"\b(?:comes?|came)\s+(?:(?:just|only|barely|exactly|less than|more than|nearly|almost|about)\s+)*$", re.I
)
"""Words by which a report hangs what it tells on something earlier: "The meeting comes just four days after …"."""
_OWNS = re.compile(r"['’]|\s+(?:was|were|is|will|has|had)\b")
_OPENS = re.compile(r"\b(from|between)\s+(?:(?:early|late|mid)[\s-]+)?", re.IGNORECASE)
_OPEN_REACH = 15
_UP_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:(?:early|late|mid)[\s-]+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:(?:early|late|mid)[\s-]+)?$", re.IGNORECASE)
_AFTER = re.compile(r"(?:^|\s+)after$|\s+after\b", re.IGNORECASE)
_APART = re.compile(r"(?:^|[,(—–]|\s-)[\s“\"]*(?:(?:and|now|nearly|almost|just|over)\s+)?$", re.IGNORECASE)
"""Before a distance that stands by itself, and tells not how long something lasted."""
_OF_TODAY = re.compile(r"\b(?:is|are|has|have|remains?|continues?|still|says?|reports?|comes?|now|will|would)\b")
_CLAUSE = 60
_ENDS_CLAUSE = re.compile(r"[,;:.”\"]")
"""Characters from a distance to the act that it is counted to, and marks that put the act into another clause."""
_TAKES_UP = re.compile(r"(?:this|that|it|which)\s+(?:comes?|came)\b", re.IGNORECASE)
_SENTENCE = 250
"""Characters back in which the day of what is taken up stands."""
_NEW_CLAUSE = re.compile(r"[;:”\"]|\b(?:but|while)\b")


def stretch(text: str, placed: Sequence[When]) -> When | None:
    """Rule: two expressions of one act side by side are the ends of a stretch ("May or June", "Friday to Sunday").

    None where the likeliest has no such neighbour.
    """
    for other in placed[1:]:
        first, last = sorted((placed[0], other), key=lambda when: when.piece.span.start)
        one, two = first.piece.span, last.piece.span
        if first.precision != last.precision or first.start is None or last.end is None or two.start < one.end:
            continue
        beside = two.start - one.end <= _GAP and _JOINS.search(text, one.start, two.start)
        if beside and 0 < (last.end - first.start).days <= _LONGEST:
            whole = Piece.cut(text, Span(one.start, two.end))
            return replace(first, piece=whole, end=last.end, precision="range", timex=f"{first.timex}/{last.timex}")
    return None


def two_days(text: str, first: When, tagged: Sequence[When]) -> When | None:
    """Rule: "were killed on Thursday and Friday" is one stretch of two days; None where no next day is named so."""
    words = first.piece.span
    for other in tagged:
        behind = other.piece.span
        if text[words.end : behind.start] != " and " or _OWNS.match(text, behind.end):
            continue
        if first.end is None or first.start != first.end or other.start != other.end or other.start is None:
            continue
        if other.start - first.end == timedelta(days=1):
            whole = Piece.cut(text, Span(words.start, behind.end))
            timex = f"{first.timex}/{other.timex}"
            return replace(first, piece=whole, end=other.end, precision="range", timex=timex)
    return None


def spanned(text: str, first: When, tagged: Sequence[When]) -> When | None:
    """Rule: "from 2013 to 2019", "between May and July": the whole of it, where the act was tied to one end alone."""
    words = first.piece.span
    opened = _OPENS.search(text, max(0, words.start - _OPEN_REACH), words.start) or _OPENS.match(text, words.start)
    if opened is None or first.start is None or first.end is None:
        return None
    joint = _UP_TO if opened[1].lower() == "from" else _AND
    for other in tagged:
        last = other.piece.span
        if last.start <= words.start or other.precision != first.precision or other.end is None:
            continue
        gap = joint.search(text, words.start, last.start)
        if gap is None or any(words.start < t.piece.span.start < last.start for t in tagged):
            return None
        if last.start - words.end > _GAP or not (other.end - first.start).days > 0:
            return None
        whole = Piece.cut(text, Span(words.start, last.end))
        return replace(first, piece=whole, end=other.end, precision="range", timex=f"{first.timex}/{other.timex}")
    return None


def counted(text: str, trigger: Span, sentence: Span, when: When, tagged: Sequence[When], today: date | None) -> When:
    """Rule: "On Sunday he left, three days after rebels seized the port": the port was seized three days before Sunday.

    The act has to stand behind "after" or "before". The day is one named in front of them in the sentence, or that of
    writing where the sentence says that its news "comes a day after". The time as it was where there is none.
    """
    length = LENGTH.fullmatch(when.timex or "") if when.basis == "event" else None
    words = when.piece.span
    if length is None or trigger.start < words.end:
        return when
    named = [t for t in tagged if sentence.start <= t.piece.span.start and t.piece.span.end <= words.start]
    day = next((t for t in reversed(named) if t.precision == "day" and t.start is not None and t.start == t.end), None)
    if day is not None and day.start is not None and not _NEW_CLAUSE.search(text, day.piece.span.end, words.start):
        return _away(when, day.start, length, day.basis)
    if today is not None and _NEWS.search(text, sentence.start, words.start):
        told = _told_before(text, sentence, tagged)
        return _away(when, told or today, length, MENTION if told else "published")
    return _long_ago(text, trigger, sentence, when, named, length, today) or when


def _long_ago(
    text: str,
    trigger: Span,
    sentence: Span,
    when: When,
    named: Sequence[When],
    length: re.Match[str],
    today: date | None,
) -> When | None:
    """Rule: "three years after the junta fell, the city is in ruins": it fell three years before the day of writing.

    Of months and years only, for there a few days make little difference, and in a sentence of today; or from a year
    that it names ("in 2003, five years after …"). None for what lasted so long ("held for a year after the raid"), nor
    where it is hung on another deed of the past ("was elected a year after the raid").
    """
    words = when.piece.span
    behind = _AFTER.match(text, words.end) or _AFTER.search(when.piece.text)
    if length[1] or length[3] not in "MY" or not behind or not _APART.search(text[sentence.start : words.start]):
        return None
    if trigger.start - words.end > _CLAUSE or _ENDS_CLAUSE.search(text, words.end, trigger.start):
        return None
    placed = [t for t in named if t.start is not None]
    if not placed:
        told_today = _OF_TODAY.search(text, sentence.start, sentence.end)
        return _away(when, today, length, "published") if today is not None and told_today else None
    year = placed[-1]
    if year.precision != "year" or year.start is None or length[3] != "Y":
        return None
    return _away(when, year.start, length, year.basis)


def _told_before(text: str, sentence: Span, tagged: Sequence[When]) -> date | None:
    """The day of the sentence before, where the one that counts takes it up ("This comes a week after …")."""
    if not _TAKES_UP.match(text, sentence.start):
        return None
    before = [t for t in tagged if 0 <= sentence.start - t.piece.span.end <= _SENTENCE and t.precision == "day"]
    return before[-1].start if before and before[-1].start == before[-1].end else None


def _away(when: When, day: date, length: re.Match[str], basis: str) -> When:
    """The time so far from a day: back from it where the act was first ("after"), else ahead."""
    number, grain = int(length[2]), GRAIN.get(length[3], "day")
    if length[1]:
        if length[3] == "M":
            return when
        number, grain = round(number / 24), "day"
    if grain == "week" and number <= _EXACT_WEEKS:
        number, grain = 7 * number, "day"
    steps = number if _BACK.search(when.piece.text) else -number
    moved = beside(replace(when, basis=basis), day, grain, steps)
    return when if moved is None else moved


def beside(when: When, day: date, grain: str, steps: int) -> When | None:
    """The time put on the period so many of its grain from a day; None where that is not on the calendar."""
    try:
        found = periods.beside(day, grain, steps)
    except (ValueError, OverflowError):
        return None
    return replace(when, start=found.start, end=found.end, precision=found.grain, timex=found.timex, timex_type="DATE")
