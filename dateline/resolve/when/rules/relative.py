"""Weeks, months and years named by where they stand: "last week", "earlier this year", "the end of the month"."""

from __future__ import annotations

from datetime import date

from dateline.resolve.when import periods
from dateline.resolve.when.cues import DONE, NO_NOUN, OF_CLAUSE, OF_THE_TALE, STEPS
from dateline.resolve.when.direction import FUTURE, PAST, UNKNOWN
from dateline.resolve.when.frame import MENTION, Frame
from dateline.resolve.when.grammar import Rule
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.periods import GRAINS, Period
from dateline.resolve.when.reading import Reading, dated, span_of_time, unresolved
from dateline.resolve.when.rules.pieces import LEAD
from dateline.resolve.when.rules.stretches import in_the_tale, past_year, stretch_in, ten_years, unknown
from dateline.resolve.when.rules.titles import is_title
from dateline.resolve.when.words import MONTH_CODES
from dateline.resolve.word_lists import word_set

_PARTS = word_set("early late mid")
"""Before "last decade": it is that of the calendar, as ten years up to today have no such parts."""
_COUNTED = word_set("last next coming upcoming")
_TURNS = frozenset(("week", "month", "year"))
_STRETCHED = word_set("for over in during within throughout")
"""Before "the last week": then it is as much as the past week."""
_HELD = DONE | word_set("test tests launch launches rally rallies summit talks vote election meeting fighting shelling")
_NO_CALENDAR = word_set("leading since before after following that")
_RELS = "rel:(last|this|next|coming|previous|following|same|that|current)"
_AT = "(earlier|later|early|late|end|beginning|middle|mid)"


def _period(hit: Hit, frame: Frame) -> Reading | None:
    word, grain = hit.word("rel"), GRAINS[str(hit.value("unit"))]
    if word == "last" and grain in _TURNS and hit.words[0] == "the" and hit.before() in _STRETCHED:
        return None if hit.after() == "of" else past_year(hit, frame)
    if grain == "decade" and word in _COUNTED and hit.words[0] not in _PARTS:
        return ten_years(frame, word)
    if hit.value("unit") == "F" and word in _COUNTED:
        return stretch_in(hit, frame, "F")
    if word in OF_THE_TALE or (word == "next" and in_the_tale(hit, frame)):
        found = frame.then(hit)
        anchor = None if found is None else (found[0].start, found[1])
    else:
        anchor = frame.now()
    if anchor is None:
        return unresolved(unknown(grain))
    return dated(_beside(hit, frame, anchor[0], grain, word), anchor[1])


def _beside(hit: Hit, frame: Frame, anchor: date, grain: str, word: str) -> Period:
    """The period before, of or after the anchor; "this weekend" on a Monday is the one the tense asks for.

    Rule: on a Sunday "this week" in a sentence that looks ahead is the week that begins the next day.
    """
    step = STEPS.get(word, 0)
    if grain == "week" and word == "this" and anchor.weekday() == 6 and frame.direction(hit) == FUTURE:
        step = 1
    if grain == "weekend" and step == 0 and word != "that":
        return _weekend(hit, frame, anchor)
    if grain == "weekend" and step < 0 and anchor.weekday() >= 5:
        return periods.beside(anchor, grain, -1)
    return periods.beside(anchor, grain, step)


def _weekend(hit: Hit, frame: Frame, anchor: date) -> Period:
    """The weekend nearest in the direction of the sentence; on a Saturday or Sunday the present one.

    Rule: From Wednesday on "this weekend" is the coming one where nothing says that it is over.
    """
    sense = UNKNOWN if anchor.weekday() >= 5 else frame.direction(hit)
    near = hit.word("rel") == "this" and anchor.weekday() >= 2
    if anchor.weekday() >= 5 or sense == FUTURE or (sense == UNKNOWN and near):
        return periods.weekend(anchor)
    return periods.beside(anchor, "weekend", -1)


def _the_weekend(hit: Hit, frame: Frame) -> Reading | None:
    now = frame.now()
    return dated(_weekend(hit, frame, now[0]), now[1]) if now else unresolved("XXXX-WXX-WE")


def _qualifies(hit: Hit) -> bool:
    """Rule: "A weekend raid", "its weekend missile tests": the one that is spoken of; "every weekend" is not."""
    noun = hit.after() in _HELD or (hit.after().isalpha() and hit.after(2) in _HELD)
    return noun and hit.before() not in {"every", "each", "next", "last", "long", "of"}


def _the_period(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "the end of the month", "earlier in the week" are of the present one; in a history, of that last named.

    "Later in the day" is of the day mentioned just before, "the week" in the past tense ("for the week, stocks fell")
    that of a day mentioned there.
    """
    grain = GRAINS[str(hit.value("unit"))]
    now = frame.now()
    if _is_length(hit, grain):
        return span_of_time("P1Y" if grain == "year" else "P1W")
    if frame.last is not None and frame.narrative:
        now = (frame.last.start, MENTION)
    of_day = grain == "day" or (grain == "week" and hit.rule == "the year" and frame.direction(hit) == PAST)
    if of_day and (day := frame.day_near(hit)) is not None:
        now = (day.start, MENTION)
    return dated(periods.around(now[0], grain), now[1]) if now else unresolved(unknown(grain))


def _is_length(hit: Hit, grain: str) -> bool:
    """Rule: "In the year ended March 31", "the year to March", "the year leading up to the vote" is a length."""
    if hit.tokens.word(hit.first) != "the" or grain not in {"year", "week"}:
        return False
    to_month = hit.after() in {"to", "through"} and hit.tokens.codes[hit.last + 1 : hit.last + 2] in MONTH_CODES
    ended = grain == "year" and (hit.after() in {"ended", "ending"} or to_month)
    return ended or (hit.last - hit.first == len(("the", "year")) and hit.after() in _NO_CALENDAR)


def _last_day(hit: Hit, frame: Frame) -> Reading | None:
    """Rule: "Year-end" is the last day of the year, after "since" that of the year before; "year's end" is the year."""
    now, grain = frame.now(), GRAINS[str(hit.value("unit"))]
    if now is None:
        return None
    whole = periods.beside(now[0], grain, -1 if hit.before() == "since" else 0)
    return dated(periods.day(whole.end) if hit.has("mark") else whole, now[1])


def _lost_mark(hit: Hit) -> bool:
    """Rule: "last months loss of the port", "last years' attacks" mean one; "the last weeks" does not."""
    after = hit.tokens.raw(hit.last)
    if after in {"'", "’"}:
        return hit.words[0] != "the"
    bare = hit.before() not in {"the", "these", "those", "in", "over", "during", "his", "her", "its", "their", "of"}
    return bare and after.isalpha() and after.islower() and after not in OF_CLAUSE | NO_NOUN


def _end_guard(hit: Hit) -> bool:
    """Rule: "By year end" without a mark needs a word of time before it."""
    marked = hit.last - hit.token("unit") > 2
    return marked or hit.before() in {"by", "at", "before", "until", "till", "since", "through", "calendar", "around"}


def _the_year(hit: Hit) -> bool:
    """Rule: "For the year", "the week's trading": the year or week spoken of, not "time of the year" or a title."""
    if hit.tokens.raw(hit.last - 1)[0].isupper():
        return False
    return hit.before() in {"for", "in", "during", "over"} or (hit.value("unit") == "W" and hit.after() in {"'s", "’s"})


RULES = (
    Rule(
        "last week",
        f"(the? {LEAD})? the? {_RELS} unit:dayunit (or so)?",
        _period,
        "dayunit",
        lambda hit: not is_title(hit),
        "deictic",
    ),
    Rule("the weekend", f"{LEAD} the unit:weekend", _the_weekend, "weekend", None, "deictic"),
    Rule("a weekend attack", "unit:weekend", _the_weekend, "weekend", _qualifies, "deictic"),
    Rule(
        "end of the month",
        f"the? {_AT} dash? (in|of|on)? the unit:(week|month|quarter|year|decade|century|day)",
        _the_period,
        "week month quarter year decade century day",
    ),
    Rule("the year", "the full? unit:(year|week)", _the_period, "year week", _the_year),
    Rule("year end", "the? unit:(year|month) (mark:dash | poss)? end", _last_day, "year month", _end_guard),
    Rule("last weeks attack", "rel:(last|this|next) unit:units", _period, "units", _lost_mark, "deictic"),
)
