"""English numbers in words and figures: the one table that times and counts are both read with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.resolve.word_lists import word_list
from dateline.vocabulary import numbers

ONES = {word: value for value, word in enumerate(numbers.ONES)}
TENS = {word: 10 * value for value, word in enumerate(numbers.TENS, 2)} | {"fourty": 40}
SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SHORT_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"thirtieth": 30, "twenty-first": 21, "thirty-first": 31}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "½": 0.5, "¼": 0.25, "¾": 0.75}

SMALL = ONES | TENS
_FIGURE = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_FEW_DIGITS = 18


def tidy(value: float) -> int | float:
    """The number as a whole number where it is one."""
    return round(value) if abs(value - round(value)) < 1e-6 else value


def figure(word: str) -> int | float | None:
    """The value of a number in figures ("1,200", "2.5"), or None where it is none or too long to be one."""
    plain = word.replace(",", "").replace("\u00a0", "").replace("\u202f", "")
    if len(plain) > _FEW_DIGITS or not _FIGURE.fullmatch(plain):
        return None
    return tidy(float(plain)) if "." in plain else int(plain)


def _plain(word: str) -> int | float | None:
    """The value of one word below a hundred or of one figure."""
    return SMALL[word] if word in SMALL else figure(word)


def read_number(words: Sequence[str]) -> int | float | None:
    """The value of the words of one number ("two hundred and five", "half a million", "2.5 million"), or None.

    `words` are lower case, without hyphens; "a" and "an" count as one, "and" joins.
    """
    total: float = 0
    part: float | None = None
    half = False
    for word in words:
        if word in {"and", "of", "a", "an"}:
            part = 1 if word in {"a", "an"} and part is None and not half else part
        elif word in FRACTIONS and part is None:
            half, part = True, FRACTIONS[word]
        elif word in FRACTIONS:
            part = (part or 0) + FRACTIONS[word]
        elif word in SCALES:
            total, part = _scale(total, part, SCALES[word])
        elif (value := _plain(word)) is not None:
            part = value if part is None else part + value
        else:
            return None
    return tidy(total + (part or 0)) if words else None


def _scale(total: float, part: float | None, scale: int) -> tuple[float, float | None]:
    """Total and open part after a scale word: hundreds and dozens stay open ("two hundred thousand")."""
    grown = (1 if part is None else part) * scale
    if scale <= 100:
        return total, grown
    return total + grown, None
