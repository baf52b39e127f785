"""Counts as ranges: "at least 40" is 40 and more, "dozens" 24 and more, "about 300" 270 to 330."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from dateline.records.span import Span
from dateline.resolve.howmany.apart import is_no_count
from dateline.resolve.howmany.numbers import (
    Found,
    Number,
    Range,
    Word,
    is_age,
    is_measure,
    is_share,
    number_at,
    words_of,
)
from dateline.resolve.numerals import ONES, ORDINALS

NEAR = 0.1
"""How far from the number told "about" reaches, as a share of it."""

_AHEAD, _BEHIND = 4, 5
_NOT_ONE = frozenset(("third", "quarter", "fifth", "tenth", "fraction", "number", "lot", "majority", "minority"))
"""Nouns after "a" that make it a share or no number at all."""
_LONGEST = 24
_CUT = re.compile(r"\d[\d,.]*\Z")
"""What stands before a span that cuts a figure in two ("000" of "400,000")."""

_BOUNDS = {
    "at least": "least",
    "no fewer than": "least",
    "no less than": "least",
    "not less than": "least",
    "not fewer than": "least",
    "a minimum of": "least",
    "minimum of": "least",
    "as few as": "least",
    "upwards of": "least",
    "upward of": "least",
    "more than": "over",
    "over": "over",
    "above": "over",
    "in excess of": "over",
    "exceeding": "over",
    "just over": "over",
    "well over": "over",
    "greater than": "over",
    "fewer than": "under",
    "less than": "under",
    "under": "under",
    "below": "under",
    "up to": "most",
    "as many as": "most",
    "as much as": "most",
    "at most": "most",
    "no more than": "most",
    "not more than": "most",
    "a maximum of": "most",
    "maximum of": "most",
    "about": "about",
    "around": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
    "approx": "about",
    "circa": "about",
    "an estimated": "about",
    "estimated": "about",
    "close to": "about",
    "closer to": "about",
    "exceeded": "over",
    "exceeds": "over",
    "surpassed": "over",
    "surpasses": "over",
    "topped": "over",
    "tops": "over",
    "perhaps": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "just short of": "nearly",
    "between": "between",
    "from": "between",
}
_BOUND_PHRASES = sorted(((tuple(k.split()), v) for k, v in _BOUNDS.items()), key=lambda item: -len(item[0]))
_TAILS = {
    ("or", "more"): "least",
    ("and", "more"): "least",
    ("at", "least"): "least",
    ("plus",): "least",
    ("+",): "least",
    ("-", "plus"): "least",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("or", "so"): "about",
    ("or", "less"): "most",
    ("or", "fewer"): "most",
    ("at", "most"): "most",
}


_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\d.,])\d[\d,.]*[\s-]\Z")
"""Right before the scale that is left of a number ("billion" of "177 billion")."""
_WHOLE = frozenset(("the", "all", "its", "their", "his", "her", "those"))
_HARMED = frozenset(("killed", "dead", "injured", "wounded", "abducted", "kidnapped", "arrested", "detained"))
_ABOUT = frozenset(("over", "above"))
"""Before an article they say on account of what ("charged over a $5,000 gift"), as "about the 12" does."""


def count_range(words: str) -> Range | None:
    """The least and the greatest number that the words allow (None: open), or None where they name no number.

    The bounds follow docs/explain/how-many.md: "dozens" (24, None), "more than 20" (21, None), "up to 20" (None, 20).
    """
    listed = words_of(words)[:_LONGEST]
    found = _best(listed)
    return None if found is None else found.range


def read_count(text: str, span: Span) -> tuple[Span, Number | None, Number | None] | None:
    """Place, least and greatest number of the count in or at `span`; None where no number is told there.

    A bound just before the span ("at least") and a scale just after it ("million") belong to the count.
    """
    cut = (
        _CUT.search(text, max(0, span.start - _LONGEST), span.start)
        if text[span.start : span.start + 2].lstrip(",.")[:1].isdigit()
        else None
    )
    if _SCALE.match(text, span.start):
        cut = _FIGURES.search(text, max(0, span.start - _LONGEST), span.start)
    start = span.start if cut is None else cut.start()
    inside = words_of(text, start, span.end)
    before = words_of(text, max(0, start - 40), start)[-_BEHIND:]
    after = words_of(text, span.end, min(len(text), span.end + 30))[:_AHEAD]
    words = [*before, *inside[:_LONGEST], *after]
    low, high = len(before), len(before) + len(inside[:_LONGEST])
    found = _best(words, low, high)
    if found is None:
        return None
    whole = Span(words[found.first].start, words[found.last - 1].end)
    return None if is_no_count(text, whole) else (whole, *found.range)


def _best(words: Sequence[Word], low: int = 0, high: int | None = None) -> Found | None:
    """The first number between `low` and `high` with its bounds; "a" as one only where there is no other."""
    high = len(words) if high is None else high
    for i in range(low, high):
        core = number_at(words, i)
        if core is None:
            continue
        if is_share(words, core.last) or _of_share(words, i) or is_measure(words, core.last):
            return None
        if not is_age(words, core.last):
            return _with_bounds(words, core)
        break
    for i in range(low, high):
        following = words[i + 1].text if i + 1 < len(words) else ""
        if words[i].text in {"a", "an"} and following not in _NOT_ONE and not _is_ordinal(following):
            return Found(i, i + 1, (1, 1))
    return None


def _is_ordinal(word: str) -> bool:
    """True for "fourth" and "20th": "a fourth round" counts neither four nor one."""
    return word in ORDINALS or (word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"})


def _of_share(words: Sequence[Word], i: int) -> bool:
    """True for the 3,000 of "half of the 3,000", the 15 of "12 of 15 guards", the three of "one in three people".

    Whom harm was done to are counted all the same ("two of the six people killed").
    """
    told = [word.text for word in words[max(0, i - 3) : i]]
    if told[-1:] == ["in"] and told[-2:-1] and told[-2] in ONES:
        return True
    before = [word for word in told if word not in _WHOLE]
    if len(before) < 2 or before[-1] != "of":
        return False
    if before[-2] in {"half", "third", "thirds", "quarter", "quarters"}:
        return True
    several = number_at(words, i - 3 if len(told) > len(before) else i - 2) is not None
    return several and not any(word.text in _HARMED for word in words[i + 1 : i + 5])


def _with_bounds(words: Sequence[Word], core: Found) -> Found:
    """The number with what stands before it ("at least") and after it ("or more")."""
    first, kind = core.first, ""
    while first > 0:
        phrase = _phrase_before(words, first)
        if phrase is not None:
            first, kind = first - len(phrase[0]), phrase[1] if phrase[1] != "between" else kind
        elif (further := _over_more(words, first)) < first and _phrase_before(words, further):
            told = (*_ABOUT, "about", "around") if words[further].text == "the" else _ABOUT
            if first - further == 1 and words[further - 1].text in told:
                break
            first = further
        else:
            break
    if first > 0 and words[first - 1].text == "not" and core.range == (1, 1):
        return Found(first - 1, core.last, (0, 0))
    last = core.last
    for tail, meaning in _TAILS.items():
        if tuple(word.text for word in words[last : last + len(tail)]) == tail and not kind:
            last, kind = last + len(tail), meaning
            break
    return Found(first, last, _bounded(core.range, kind))


def _over_more(words: Sequence[Word], first: int) -> int:
    """Where an article and "another", "further" or "additional" begin before a number ("at least a further 20")."""
    if first > 0 and words[first - 1].text in {"another", "further", "additional", "extra", "other"}:
        first -= 1
    return first - 1 if first > 0 and words[first - 1].text in {"a", "an", "the"} else first


def _phrase_before(words: Sequence[Word], first: int) -> tuple[tuple[str, ...], str] | None:
    for phrase, kind in _BOUND_PHRASES:
        start = first - len(phrase)
        if start >= 0 and tuple(word.text for word in words[start:first]) == phrase:
            return phrase, kind
    return None


def _bounded(numbers: Range, kind: str) -> Range:
    """The range after a bound."""
    low, high = numbers
    if not kind or low is None:
        return numbers
    if high is None:
        return (None, None) if kind in {"most", "under"} else numbers
    step = 1 if isinstance(low, int) else 0
    below = high - step if high > 1 else high
    made: dict[str, Range] = {
        "least": (low, None),
        "over": (low + step, None),
        "under": (None, max(high - step, 0)),
        "most": (None, high),
        "about": (max(min(_up(low * (1 - NEAR)), low - step), min(low, 1)), max(_down(high * (1 + NEAR)), high + step)),
        "nearly": (min(_up(low * (1 - NEAR)), below), below),
    }
    return made[kind]


def _up(value: float) -> int:
    """The least whole number that is not less."""
    return math.ceil(round(value, 6))


def _down(value: float) -> int:
    """The greatest whole number that is not more."""
    return math.floor(round(value, 6))
