"""The time of one act: which of the expressions linked to it, and what the words between the two make of it.

An expression is read once for the whole text, by the verb next to it. Which act it is told of decides the rest: "since
Russia invaded on Feb. 24" is a day for the invasion and a beginning for what has gone on since.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.fixed import fixed
from dateline.records.resolved import When
from dateline.records.span import Piece, Span
from dateline.resolve.when import periods
from dateline.resolve.when.by_status import by_status
from dateline.resolve.when.counted import GRAIN, LENGTH, counted, spanned, stretch, two_days
from dateline.resolve.when.heads import is_of_writing

_SINCE = re.compile(r"\b[Ss]ince\b(?=(?:\s+[^\s,;:.]+){0,10}\s*$)")
"""The last "since" with at most ten words of its clause behind it and no mark that ends one."""
_BEGAN = re.compile(
    r"\b(?:(?:that|which)\s+(?:first\s+)?(?:began|started|erupted|broke out)|beginning|starting|dating(?: back)? to)"
    r"(?:\W+(?:back|again|late|early|in|on|around|about|the))*\W*$",
    re.IGNORECASE,
)
"""Words of beginning that hang on the act, with its time right behind them."""
_FROM_THEN = re.compile(r"\b(?:beginning|starting|dating(?: back)? to)(?:\s+(?:back|late|early|in|on|from))*\s+$", re.I)
_FROM = re.compile(r"\b[Ff]rom\s+$")
_ON = re.compile(r"(?:\s+\([^)]*\))?\s+(?:to date|to this day|to the present|onwards?|until now|up to now)\b")
_SETS_IN = re.compile(r"\b(?:began|started)\s+$")
_OTHER_CLAUSE = re.compile(r"[,;:.]|\b(?:have|has|had|been|were|was|is|are|will)\b")
"""What ends the clause of "since" behind its date: "since the truce ended in May, 40 people have been killed"."""
_YEAR = re.compile(r"\b\d{4}$")
_SAYS = re.compile(r"\d|[^\W\d_]{3}")
"""What words of a time have at least: "m." is cut from "2:40 p.m."."""
_LEADS_UP = re.compile(
    r"\b(?:days|weeks|months|years|hours|run-?up|lead-?up|period)\s+"
    r"(?:leading up to|before|ahead of|prior to|preceding|to)\s+(?:the\s+|last\s+)?$",
    re.IGNORECASE,
)
_ROWS = frozenset(("month", "quarter", "season", "year"))
_RELATED = re.compile(
    r"\b(?:since|after|before|during|following|until|till|once|when|eve of|end of|start of)\s+(?!then\b)\w", re.I
)


@fixed()
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
    times = [whole for t in times if not is_of_writing(text, (whole := _whole(t, tagged)).piece.span)]
    placed = [t for t in times if t.start is not None or t.end is not None]
    chosen = next(iter(placed or times), None)
    if chosen is None:
        return None
    if chosen.start is None and chosen.end is None:
        chosen = counted(text, act.trigger, act.sentence, chosen, tagged, published)
        return _placeable(_lasting(text, act, chosen, published))
    if (both := stretch(text, placed) or two_days(text, chosen, tagged) or spanned(text, chosen, tagged)) is not None:
        return both
    if (before := _led_up(text, act, chosen)) is not None:
        return before
    chosen = by_status(text, act.trigger, chosen, status=act.status, deed=act.deed, published=published)
    return _begun(text, act, _since(text, act, chosen, tagged) or chosen)


def _whole(when: When, tagged: Sequence[When]) -> When:
    """The time with the words of its whole date, where those linked are a part of them ("2016" of "22 Jun 2016")."""
    for one in tagged:
        if one.precision == "day" and one.start == when.start and one.piece.span.holds(when.piece.span):
            cut = one.timex_type == "TIME" and not _SAYS.search(when.piece.text)
            return replace(when, piece=one.piece) if cut or _YEAR.search(one.piece.text) else when
    return when


def _led_up(text: str, act: Act, when: When) -> When | None:
    """Rule: "attacks in the months leading up to June 3" were before that day; nobody says since when."""
    at = when.piece.span
    if when.start is None or when.end is None or act.trigger.end > at.start:
        return None
    found = _LEADS_UP.search(text, max(act.trigger.end, at.start - 40), at.start)
    if found is None:
        return None
    until = when.start - timedelta(days=1)
    piece = Piece.cut(text, Span(found.start(), at.end))
    return replace(when, piece=piece, start=None, end=until, precision="range")


def _since(text: str, act: Act, when: When, tagged: Sequence[When]) -> When | None:
    """In a clause after "since" the date is that of what the clause tells, and the beginning of all else.

    "Since the truce ended in May, 40 people have been killed": in May the truce ended, people have been killed since.
    "Since the war began in 2011" are the words of a war that goes on: it has no end. None where no "since" stands
    before the date.
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
    if when.end is not None or period is None or (act.status == "ongoing" and when.piece.span.overlaps(act.trigger)):
        return when
    return replace(when, piece=Piece.cut(text, at), start=period.start, end=period.end, precision=period.grain)


def _told_in_clause(text: str, trigger: Span, since: re.Match[str], at: Span) -> bool:
    """True where the act stands between "since" and the date, or is the noun that the date belongs to."""
    if trigger.end <= at.start:
        return since.start() <= trigger.start
    between = text[at.end : trigger.start]
    if between.lstrip(" ,").startswith("when "):
        return True
    return bool(text[since.end() : at.start].strip() and not _OTHER_CLAUSE.search(between))


def _date_words(when: When, tagged: Sequence[When], act: Act) -> Span:
    """The words of the date itself in a longer expression, without "since"."""
    span = when.piece.span
    inner = [t.piece.span for t in tagged if span.overlaps(t.piece.span) and t.start is not None]
    behind = [s for s in inner if s.start >= act.trigger.end] or inner
    return behind[0] if behind else span


def _begun(text: str, act: Act, when: When) -> When:
    """What goes on has no end: "the war that began in 2011", "In 2015 the kingdom started bombing".

    Neither has a row of acts "starting in April" or "from June 10 to date", whatever their status.
    """
    if when.end is None or when.start is None:
        return when
    at, trigger = when.piece.span, act.trigger
    near = trigger.end <= at.start and at.start - trigger.end < 80
    on = _ON.match(text, at.end) if _FROM.search(text, max(0, at.start - 8), at.start) else None
    if on is not None and not at.end <= trigger.start < on.end():
        return replace(when, end=None, precision="range")
    row = near and when.precision in _ROWS and _FROM_THEN.search(text, trigger.end, at.start)
    if act.status == "ongoing" and not row:
        after = near and _BEGAN.search(text, trigger.end, at.start)
        before = at.end <= trigger.start and _SETS_IN.search(text, at.end, trigger.start)
        row = after or before
    return replace(when, end=None, precision="range") if row else when


def _lasting(text: str, act: Act, when: When, published: date | None) -> When:
    """Rule: "the 14-year war", "a six-month siege" that goes on began so long ago and has no end."""
    length = LENGTH.fullmatch(when.timex or "") if act.status == "ongoing" and when.basis == "none" else None
    between = text[when.piece.span.end : act.trigger.start].split()
    if length is None or length[1] or published is None or when.timex_type != "DURATION":
        return when
    if act.trigger.start < when.piece.span.end or len(between) > 2 or not all(map(str.isalpha, between)):
        return when
    grain = GRAIN[length[3]]
    begun = periods.around(periods.shift(published, grain, -int(length[2])), grain)
    return replace(when, start=begun.start, precision="range", basis="published")


def _placeable(when: When) -> When | None:
    """None for words that say how long or how often but not when ("for three months", "annual"), and for mere pieces.

    What names an event whose day is not told ("since the talks began") can be looked up by whoever reads it.
    """
    lasting = (when.timex_type in (None, "DURATION", "SET") and when.precision != "vague") or when.basis == "event"
    if when.start is not None or when.end is not None or not lasting:
        return when
    return when if when.basis == "event" and _RELATED.search(when.piece.text) else None
