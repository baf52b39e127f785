"""Plain numbers in a row of words: figures, number words, scales, vague numbers and spans of two numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.fixed import fixed
from dateline.resolve.numerals import FRACTIONS, ONES, ORDINALS, SCALES, SHORT_SCALES, TENS, figure, read_number, tidy
from dateline.resolve.word_lists import word_set

Number = int | float
Range = tuple[Number | None, Number | None]

_WORD = re.compile(
    r"(?:US|A|C|HK|NZ)?[$€£¥₹]|\bRs\b\.?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d{2,3})*(?:\.\d+)?(?:st|nd|rd|th)?(?!\d)"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|[-–—+%.,½¼¾]",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:us|a|c|hk|nz)?[$€£¥₹]|rs\.?")
_PLURALS = {
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2_000,
    "lakhs": 200_000,
    "millions": 2_000_000,
    "crores": 20_000_000,
    "billions": 2_000_000_000,
    "trillions": 2_000_000_000_000,
}
_VAGUE: dict[str, Range] = {
    "several": (3, None),
    "few": (3, None),
    "handful": (3, None),
    "multiple": (3, None),
    "couple": (2, 2),
    "pair": (2, 2),
    "both": (2, 2),
    "twin": (2, 2),
    "duo": (2, 2),
    "trio": (3, 3),
    "no": (0, 0),
    "none": (0, 0),
    "nobody": (0, 0),
    "neither": (0, 0),
    "zero": (0, 0),
    "single": (1, 1),
    "lone": (1, 1),
    "alone": (1, 1),
    "another": (1, 1),
}
_NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | frozenset(SCALES) | {"half"}
_DASHES = word_set("- – —")
_MEASURES = frozenset({
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "decade", "decades", "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "mile",
    "miles", "meter", "meters", "metre", "metres", "feet", "foot", "degrees", "demand", "demands", "condition",
    "conditions", "point", "points", "step", "steps", "principle", "principles", "question", "questions",
})  # fmt: skip
"""What the number before tells the length of, or how many things were said."""
_AFTER_ARTICLE = word_set(
    "dozen hundred thousand million billion trillion lakh crore score couple few handful pair"
) | {
    "half",
    "quarter",
    "single",
    "lone",
}
_NO_NUMBER = {
    "no": ("fewer", "less", "more", "longer", "circumstances", "doubt", "means", "matter", "way"),
    "few": ("as",),
}
"""What follows vague numbers that are part of a bound ("no fewer than") or a saying ("under no circumstances")."""
_SUFFERED = frozenset({
    "killed", "dead", "death", "wounded", "injured", "arrested", "detained", "abducted", "kidnapped", "victim",
    "fatality",
})  # fmt: skip
_CHANGES = word_set(
    "rise rises rose risen rising climbed climbs jumped jumps grew grown increased increases increasing raised raises "
    "raising fell fallen falls dropped declined reduced cut lowered shrank revised"
)
_FEW = 10
"""Below it the first of two numbers shares the hundred of the second ("two to three hundred")."""


@fixed()
class Word:
    """A word in lower case with its place in the text."""

    text: str
    start: int
    end: int


@fixed()
class Found:
    """A count read from words `first` up to `last` (exclusive)."""

    first: int
    last: int
    range: Range


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words, figures and marks of a text that can be part of a count."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    words = [Word(match.group().lower(), match.start(), match.end()) for match in matches]
    return [word for i, word in enumerate(words) if word.text != "-" or not _within_number(words, i)]


def _within_number(words: Sequence[Word], i: int) -> bool:
    """True for the hyphen of "half-dozen" and "two-dozen"."""
    if not 0 < i < len(words) - 1 or words[i - 1].end != words[i].start or words[i].end != words[i + 1].start:
        return False
    return words[i - 1].text in _NUMBER_WORDS and words[i + 1].text in SCALES


def is_age(words: Sequence[Word], i: int) -> bool:
    """True where "-year-old" or "years old" follows."""
    rest = [word.text for word in words[i : i + 4] if word.text not in _DASHES][:2]
    return rest in (["year", "old"], ["years", "old"], ["month", "old"], ["months", "old"])


def is_share(words: Sequence[Word], i: int) -> bool:
    """True for "two-thirds", "one in four": shares, not counts."""
    rest = [word.text for word in words[i : i + 3] if word.text not in _DASHES]
    if rest and rest[0] in {"third", "thirds", "quarters", "fifth", "fifths", "tenth", "tenths"}:
        return True
    if len(rest) < 2 or rest[0] != "in":
        return False
    return rest[1] in ONES or (rest[1].isdigit() and len(rest[1]) <= 3)


def is_measure(words: Sequence[Word], i: int) -> bool:
    """True where the number that ends before word `i` counts nobody and nothing that was done.

    Lengths ("three days", "40 miles"), what is put in words ("five demands"), and "one another".
    """
    rest = [word.text for word in words[i : i + 3] if word.text not in _DASHES]
    if not rest or is_age(words, i):
        return False
    return rest[0] in _MEASURES or (rest[0].startswith("another") and words[i - 1].text == "one")


def number_at(words: Sequence[Word], i: int) -> Found | None:
    """The number that begins at word `i`, without bounds."""
    text = words[i].text
    if _MONEY.fullmatch(text):
        inner = number_at(words, i + 1) if i + 1 < len(words) else None
        return inner and Found(i, inner.last, inner.range)
    if text in _PLURALS:
        return _plural(words, i)
    if text in {"a", "an"} and i + 1 < len(words):
        inner = number_at(words, i + 1) if words[i + 1].text in _AFTER_ARTICLE else None
        return inner and Found(i, inner.last, inner.range)
    if text in _VAGUE and text not in ONES:
        return _vague(words, i)
    number = _number(words, i)
    below = i > 0 and words[i - 1].text == "minus"
    return None if number is None or below else _spread(words, i, *number)


def _plural(words: Sequence[Word], i: int) -> Found:
    """Rule: "Tens of thousands", "hundreds of millions": the factors multiply."""
    least, last = _PLURALS[words[i].text], i + 1
    while last + 1 < len(words) and words[last].text == "of" and words[last + 1].text in _PLURALS:
        least = least * _PLURALS[words[last + 1].text] // 2
        last += 2
    return Found(i, last, (least, None))


def _vague(words: Sequence[Word], i: int) -> Found | None:
    """Rule: "Several", "a couple of hundred": a vague number, times the scale that follows."""
    low, high = _VAGUE[words[i].text]
    last = i + 1
    following = words[last].text if last < len(words) else ""
    if following in _NO_NUMBER.get(words[i].text, ()):
        return None
    inner = _number(words, last) if words[i].text == "another" and following else None
    if inner is not None:
        return _spread(words, i, *inner)
    after = last + 1 if last < len(words) and words[last].text == "of" else last
    if after < len(words) and words[after].text in SCALES and low and low > 1:
        last, scale = _scaled(words, after, 1)
        return Found(i, last, (tidy(low * scale), None if high is None else tidy(high * scale)))
    return Found(i, last, (low, high))


def _number(words: Sequence[Word], i: int) -> tuple[int, Number] | None:
    """End and value of the plain number at word `i`: figures with their scale, or number words."""
    text = words[i].text
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text)
    value = figure(plain) if plain == text or _is_total(words, i + 1) else None
    if value is not None:
        return _scaled(words, i + 1, value)
    if text in {"half", "quarter"}:
        return _part_of_scale(words, i)
    if text not in _NUMBER_WORDS:
        of = i + 1 < len(words) and words[i + 1].text == "of"
        told = text in ORDINALS and text not in {"first", "second"} and not of and words[max(0, i - 1)].text != ","
        return (i + 1, ORDINALS[text]) if told and _is_total(words, i + 1) else None
    last, spelt = _spelt(words, i)
    number = read_number(spelt)
    quarters = last + 1 if last < len(words) and words[last].text in _DASHES else last
    if number == 3 and quarters < len(words) and words[quarters].text == "quarters":
        return _part_of_scale(words, quarters, 3) or (last, number)
    half = _and_a_half(words, last)
    if number is not None and half > last:
        return _scaled(words, half, number + 0.5)
    if number is not None and last < len(words) and words[last].text in _PLURALS:
        return last + 1, tidy(number * SCALES.get(words[last].text.removesuffix("s"), 1))  # "three hundreds of them"
    return None if number is None else (last, number)


def _is_total(words: Sequence[Word], i: int) -> bool:
    """True where an ordinal tells how many there are by now ("the fourth killed this week"), or stands alone."""
    return i >= len(words) or words[i].text in _SUFFERED


def _and_a_half(words: Sequence[Word], last: int) -> int:
    """The end of "and a half" or "-and-a-half" at word `last`; `last` where it is not there."""
    at = last
    for part in ("and", "a", "half"):
        at += 1 if at < len(words) and words[at].text in _DASHES else 0
        if at >= len(words) or words[at].text != part:
            return last
        at += 1
    return at


def _spelt(words: Sequence[Word], i: int) -> tuple[int, list[str]]:
    """End and words of a number in words that begins at `i`."""
    last = i
    spelt: list[str] = []
    while last < len(words) and len(spelt) < 12:
        word = words[last].text
        if word not in _NUMBER_WORDS - {"half"} and not _joins(words, last, spelt):
            break
        spelt += [] if word in _DASHES else [word]
        last += 1
    return last, spelt


def _joins(words: Sequence[Word], i: int, spelt: list[str]) -> bool:
    """True for the "and" of "two hundred and five" and the dash of "twenty-one"."""
    word = words[i].text
    if i + 1 >= len(words) or words[i + 1].text not in ONES | TENS or not spelt:
        return False
    if word == "and":
        return bool({"hundred", "thousand", "million"} & set(spelt))
    return word in _DASHES and spelt[-1] in TENS


def _part_of_scale(words: Sequence[Word], i: int, times: int = 1) -> tuple[int, Number] | None:
    """Rule: "Half a million", "quarter of a million"; `times` is 3 for "three-quarters of a million"."""
    last = i + 1
    while last < len(words) and words[last].text in {"of", "a"}:
        last += 1
    if last >= len(words) or words[last].text not in SCALES:
        return None
    return last + 1, tidy(times * FRACTIONS[words[i].text.removesuffix("s")] * SCALES[words[last].text])


def _scaled(words: Sequence[Word], last: int, value: Number) -> tuple[int, Number]:
    """The number times "million", "m", "lakh" … if one follows it."""
    skip = 1 if last + 1 < len(words) and words[last].text in _DASHES and words[last + 1].text in SCALES else 0
    fraction = FRACTIONS.get(words[last].text) if last < len(words) and len(words[last].text) == 1 else None
    if fraction is not None:
        value, last = value + fraction, last + 1
    if last + skip < len(words):
        word = words[last + skip]
        glued = word.start == words[last + skip - 1].end
        scale = SCALES.get(word.text) or (SHORT_SCALES.get(word.text) if glued or len(word.text) > 1 else None)
        if scale is not None:
            again = SCALES.get(words[last + skip + 1].text, 1) if last + skip + 1 < len(words) and scale <= 1000 else 1
            return last + skip + (2 if again > 1 else 1), tidy(value * scale * again)
    return last, value


def _spread(words: Sequence[Word], i: int, last: int, low: Number) -> Found:
    """One number, or two as in "10-15", "two to four", "15 or 16" (and "10 and 15" after "between")."""
    if last + 1 < len(words):
        join = words[last].text
        between = i > 0 and words[i - 1].text == "between"
        dash = join in _DASHES and (
            _glued(words, last) or (_in_figures(words[last - 1]) and _in_figures(words[last + 1]))
        )
        if join in {"to", "or"} or dash or (join == "and" and between):
            money = 1 if _MONEY.fullmatch(words[last + 1].text) and last + 2 < len(words) else 0
            upper = _number(words, last + 1 + money)
            if upper is not None and join == "to" and _has_changed(words, i):
                return Found(last + 1, upper[0], (upper[1], upper[1]))
            if upper is not None:
                hundreds = words[upper[0] - 1].text == "hundred" and low < min(_FEW, upper[1] / 100)
                return _two(i, low * 100 if hundreds else low, *upper)
    return Found(i, last, (low, low))


def _has_changed(words: Sequence[Word], i: int) -> bool:
    """True where one number has given way to another: the 45 of "rose from 45 to 62"."""
    return i > 1 and words[i - 1].text == "from" and any(w.text in _CHANGES for w in words[max(0, i - 4) : i - 1])


def _glued(words: Sequence[Word], i: int) -> bool:
    """True where no space stands before the mark: "ten-twelve", and not "the six - two women and four men - died"."""
    return words[i].start == words[i - 1].end


def _in_figures(word: Word) -> bool:
    return word.text[:1].isdigit()


def _two(i: int, low: Number, last: int, high: Number) -> Found:
    """The range of two numbers; the scale of the second counts for the first ("2-3 million")."""
    for scale in sorted(set(SCALES.values()), reverse=True):
        if low < high and high >= 1000 and low < 1000 <= scale and high % scale == 0 and low * scale <= high:
            low *= scale
            break
    return Found(i, last, (min(low, high), max(low, high)))
