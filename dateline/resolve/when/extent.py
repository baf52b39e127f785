"""Which of the words that a rule read are the time expression: the extents of TIMEX3.

Source: TimeML annotation guidelines. Words that relate a time to something else ("since", "until", "two weeks after")
are signals and stand outside, as do words of focus ("only six months") and the article of a noun that the time only
qualifies ("a [five-year] low", "the [third-quarter] loss").
"""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.when.cues import NO_NOUN
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.words import CODE
from dateline.resolve.word_lists import word_set

_FOCUS = word_set("just only barely")
_ARTICLES = word_set("a an the")
_DASHES = frozenset(("-", "–"))
_ROUND = word_set("around approximately circa")
_ROUNDED = frozenset(
    ("clock", "o'clock", "noon", "month day", "day month", "month day year", "day month year", "year end")
)
_NO_NOUN = NO_NOUN | word_set(
    "nor of than that which who when where while if because until during is be been will would can could may might "
    "must should did does do it he she they we i you not also ago later earlier into over under about "
    "against without within per"
)
_JOINED = 2
"""Tokens around a dash, less one: "five-year" has three."""
_UNITS = frozenset(CODE[unit] for unit in ("minute", "hour", "day", "week", "month", "year", "decade"))


def extent_of(hit: Hit) -> Span:
    """The place of the time expression among the words of a match."""
    first, signal = hit.first, hit.at("signal")
    last = hit.last if signal is None else signal
    if hit.has("unit") and hit.tokens.word(first) in _FOCUS:
        first += 1
    if hit.tokens.word(first) == "over" and hit.has("vague"):
        first += 1  # "has grown over several years" is no "more than"
    if hit.tokens.word(first) in _ARTICLES and last - first > 1 and _qualifies(hit, first + 1, last):
        first += 1
    if hit.rule in _ROUNDED and hit.before() in _ROUND:
        first -= 1
    return Span(hit.tokens.starts[first], hit.tokens.ends[last - 1])


def _qualifies(hit: Hit, first: int, last: int) -> bool:
    """True where the words from `first` to `last` only qualify the noun right behind them.

    They are joined by a dash, or are a number and a unit in the singular ("a five year low").
    """
    tokens, noun = hit.tokens, hit.tokens.raw(last)
    if last != hit.last or not noun.isalpha() or noun.istitle() or noun in _NO_NOUN:
        return False
    if last - first > _JOINED and tokens.word(last - 2) in _DASHES:
        return True
    counted = last - first == 2 and hit.has("n") and hit.at("n") == first
    return counted and tokens.codes[last - 1] in _UNITS and tokens.values[first] != 1
