"""Finding and reading all time expressions of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from dateline.records.article import Sentence
from dateline.records.resolved import When
from dateline.records.span import Piece, Span
from dateline.resolve.when.extent import extent_of
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.grammar import Grammar, grammar_of
from dateline.resolve.when.heads import HEAD, fills_line, heads_report, opens_report, stands_alone
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading
from dateline.resolve.when.rules import RULES
from dateline.resolve.when.tokens import Tokens, tokenize
from dateline.resolve.when.words import BREAK, CODE
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.states import american

ARCHIVE_DAYS = 45
"""A dateline further than this from the day of publication belongs to an older article: count from the dateline."""

_FULL_DATES = frozenset(("month day year", "day month year"))
_HISTORY_YEARS, _HISTORY_DATES, _LONG_HISTORY = 2, 3, 12
_STOPS = re.compile(f"[{BREAK}{CODE['dot']}{CODE['stop']}]")
_GOES_ON = frozenset(",;:-–—)")
_SHORT = word_set(
    "vs etc approx a.m p.m mr mrs ms dr st mt ft sen rep gov gen col lt sgt cpl capt maj adm brig rev prof "
    "hon jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co ltd bros no"
)
"""What a full stop shortens, beside states of America."""
OPENING = frozenset(("since",))
CLOSING = frozenset(("until", "till", "til"))
_OF_REPORTS = frozenset(("P9M", "P6M"))
"""What reports of earnings sum up besides the quarter: "for the nine months"."""
_OPENING, _OLD_COPY = 40, 5 * 366
"""Characters from the beginning in which a date stands that opens a text, with or without a line for its title before
it; days that such a date may lie ahead."""


def tag_times(
    text: str,
    *,
    published: date | None,
    dateline_date: Span | None = None,
    sentences: Sequence[Sentence] = (),
) -> tuple[When, ...]:
    """All time expressions of an English text, in text order, without overlaps.

    `published` is the day that relative expressions count from; without it, and without a dateline that names a year,
    they stay unresolved (`start` and `end` None). `dateline_date` is the place of the date in the opening line
    ("BAMAKO, July 30 (Reuters) —"). `sentences` bound the search for verbs; without them full stops do.
    """
    tokens = tokenize(text)
    hits = _grammar().hits(tokens)
    frame = _frame(tokens, hits, published, dateline_date, sentences)
    found = []
    for hit in hits:
        reading = _read(hit, frame)
        if reading is not None:
            found.append(_when(text, hit, reading))
    return tuple(found)


@cache
def _grammar() -> Grammar:
    return grammar_of(RULES)


def _read(hit: Hit, frame: Frame) -> Reading | None:
    """The reading of a match; the frame then remembers what was mentioned."""
    try:
        reading = _grammar().read(hit, frame)
    except (ValueError, OverflowError):
        return None
    if reading is not None and reading.anchor is not None:
        frame.remember(hit, reading.anchor)
    if reading is not None and reading.timex in _OF_REPORTS and not {"the", "first"}.isdisjoint(hit.words):
        frame.months = True
    return reading


def _bounded(hit: Hit, reading: Reading) -> Reading:
    """The reading with an open end after "since", with an open start after "until"."""
    word = hit.before(3 if (hit.before(1), hit.before(2)) == ("least", "at") else 1)
    if reading.start is None or reading.end is None or reading.kind in {"SET", "DURATION"}:
        return reading
    if word in OPENING:
        return reading.over(reading.start, None, reading.basis)
    return reading.over(None, reading.end, reading.basis) if word in CLOSING else reading


def _when(text: str, hit: Hit, reading: Reading) -> When:
    reading = _bounded(hit, reading)
    piece = Piece.cut(text, extent_of(hit))
    return When(piece, reading.start, reading.end, reading.precision, reading.basis, reading.timex, reading.kind)


def _frame(
    tokens: Tokens,
    hits: Sequence[Hit],
    published: date | None,
    dateline_date: Span | None,
    sentences: Sequence[Sentence],
) -> Frame:
    """The day of writing and the kind of text, as the arguments and the dates in the text tell them."""
    bounds = _sentence_bounds(tokens, sentences)
    frame = Frame(published, "published", False, bounds)
    if dateline_date is not None:
        _heed_dateline(frame, hits, dateline_date)
    _heed_head(frame, hits)
    frame.heed_weekdays(hit for hit in hits if hit.rule == "weekday" and not hit.has("rel") and not hit.has("week"))
    frame.narrative = _is_history(hits, frame.today)
    return frame


def _heed_dateline(frame: Frame, hits: Sequence[Hit], place: Span) -> None:
    """Count from the dateline where it is far from the day of publication, or where that is unknown."""
    for hit in hits:
        if not place.overlaps(Span(hit.start, hit.end)):
            continue
        reading = _read(hit, Frame(frame.today, frame.basis, False, frame.sentence))
        if reading is None or reading.start is None or reading.precision != "day":
            continue
        if frame.today is None or abs((frame.today - reading.start).days) > ARCHIVE_DAYS:
            frame.today, frame.basis = reading.start, "dateline"
        return


def _heed_head(frame: Frame, hits: Sequence[Hit]) -> None:
    """Count from a full date that stands by itself at the head: "AFP Tuesday 12 July 2016", "Published May 3, 2014".

    The day that comes with an article may be that of a copy, or of a crawl. Where none comes with it, a line with
    nothing but a date is enough, and so is the date in the title of a bulletin; where one does, they may as well open a
    chronicle or a report on that day, unless the text begins with it some weeks from that day ("27-09-2013 Car bomb
    kills ten"). A date far ahead of the day that comes with it is believed where it opens the text.
    """
    for hit in hits:
        if hit.start >= HEAD:
            return
        alone = _is_head(hit, known=frame.today is not None)
        if not alone and (frame.today is None or not _is_whole(hit) or not opens_report(hit.tokens.text, _place(hit))):
            continue
        reading = _read(hit, Frame(frame.today, frame.basis, False, frame.sentence))
        if reading is None or reading.start is None or reading.precision != "day":
            continue
        ahead = (reading.start - frame.today).days if frame.today else 0
        if not alone and ahead < -ARCHIVE_DAYS:
            return
        opens = hit.start < _OPENING or hit.tokens.text.find("\n") == hit.start - 1
        if ahead <= (_OLD_COPY if opens else ARCHIVE_DAYS) and reading.start != frame.today:
            frame.today, frame.basis = reading.start, "dateline"
        return


def _is_head(hit: Hit, *, known: bool) -> bool:
    """True for a full date that tells the day of writing; `known` is True where that day has come with the article."""
    text, place = hit.tokens.text, _place(hit)
    if _is_full(hit) and stands_alone(text, place):
        return True
    whole = _is_full(hit) or hit.rule == "iso date"
    return not known and whole and (fills_line(text, place) or heads_report(text, place))


def _place(hit: Hit) -> Span:
    return Span(hit.start, hit.end)


def _is_full(hit: Hit) -> bool:
    """True for a day with its month in letters and its year."""
    return hit.rule in _FULL_DATES and hit.has("year")


def _is_whole(hit: Hit) -> bool:
    """True for a day with its year, in letters or in figures."""
    return _is_full(hit) or hit.rule in ("iso date", "date in figures")


def _is_history(hits: Sequence[Hit], today: date | None) -> bool:
    """True for texts that tell of the past by its dates: many years named, hardly a word that counts from today.

    News whose day is known tells some history as well, yet "in June" is the last one there: it takes many more dates.
    """
    years = [hit.number("year") for hit in hits if hit.kind == "explicit" and hit.has("year")]
    deictic = sum(hit.kind == "deictic" for hit in hits)
    if today is not None:
        old = sum(year < today.year - _HISTORY_YEARS for year in years)
        return old >= _LONG_HISTORY and old > 0.7 * len(years) and old > 6 * deictic
    return len(years) >= _HISTORY_DATES and len(years) > 2 * deictic


def _sentence_bounds(tokens: Tokens, sentences: Sequence[Sentence]) -> Callable[[int], tuple[int, int]]:
    """A function from a token to the tokens of its sentence."""
    if sentences:
        ends = [bisect_right(tokens.starts, sentence.end - 1) for sentence in sentences]
    else:
        ends = [m.end() for m in _STOPS.finditer(tokens.codes) if _ends_sentence(tokens, m.start())]

    def bounds(i: int) -> tuple[int, int]:
        k = bisect_right(ends, i)
        return (ends[k - 1] if k else 0), (ends[k] if k < len(ends) else len(tokens.codes))

    return bounds


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    if tokens.codes[i] == BREAK:
        return True
    if i + 1 >= len(tokens.codes):
        return False
    follows = tokens.raw(i + 1)
    before = tokens.raw(i - 1)
    return (
        not follows[0].islower()
        and follows not in _GOES_ON
        and before.lower() not in _SHORT
        and before.lower() not in american()
        and tokens.starts[i + 1] > tokens.ends[i]
        and not (before.istitle() and len(before) == 1)
    )
