"""Words as they count for likeness: without endings, each weighed by how few reports use it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib.resources import files

from dateline.remembered import remembered

RAREST = 6.5
"""Weight of a word that the table does not know (natural logarithm of reports over reports with the word)."""
STEMS = 50_000
"""Words whose stems are kept."""
WEIGHED = 20_000
"""Words whose weights are kept."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_ENDING = re.compile(r"(?:['’]s|['’]|(?<=\w{3})(?:ings?|ied|ed|ies|es|s|ers?|ions?|ly|e|y|i))$")

Vector = Mapping[str, float]
"""Weights of words, of length 1 together; empty where nothing weighs."""


def stem(word: str) -> str:
    """A word without case and ending ("Killing" and "killed" are one)."""
    return _read(word)[0]


@remembered(STEMS)
def _read(word: str) -> tuple[str, float]:
    """A word without case and ending, and the weight of that; answers are kept, news repeats its words."""
    short = _stem(word)
    return short, weight(short)


def _stem(word: str) -> str:
    small = word.casefold()
    short = _ENDING.sub("", small)
    short = _ENDING.sub("", short) if short.endswith(("'", "’")) else short
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


def stems(text: str) -> list[str]:
    """The words of a text without case and endings."""
    return [stem(w) for w in _WORD.findall(text)]


@remembered(WEIGHED)
def weight(word: str) -> float:
    """How telling a word without its ending is: 0 for one that stands in every report; numbers weigh little."""
    if word.isdigit():
        return 2.0
    return weights().get(word, RAREST)


def vector(text: str, *, most: int | None = None) -> dict[str, float]:
    """The words of a text with weights whose squares add up to 1; with `most`, only the weightiest ones."""
    telling = [entry for entry in map(_read, _WORD.findall(text)) if entry[1] > 1.0]
    raw = dict(telling)
    if len(raw) < len(telling):
        for word, number in Counter([w for w, _ in telling]).items():
            if number > 1:
                raw[word] *= 1 + math.log(number)
    if most is not None and len(raw) > most:
        raw = dict(sorted(raw.items(), key=lambda x: (-x[1], x[0]))[:most])
    size = math.sqrt(math.fsum([x * x for x in raw.values()]))
    return {w: x / size for w, x in raw.items()} if size else {}


def cosine(one: Vector, two: Vector) -> float:
    """How alike two vectors are, 0 to 1."""
    return over(one.keys() & two.keys(), one, two)


def over(both: Set[str], one: Vector, two: Vector) -> float:
    """How alike two vectors are, from the words that both have."""
    return math.fsum([one[w] * two[w] for w in both]) if both else 0.0


def rare(words: Iterable[str], least: float) -> frozenset[str]:
    """The words without endings that weigh at least so much."""
    known = weights().get
    return frozenset([w for w in words if known(w, RAREST) >= least and not w.isdigit()])


def common(one: Vector, two: Vector) -> list[str]:
    """The words both have, the most telling first."""
    both: Iterable[str] = one.keys() & two.keys()
    return sorted(both, key=lambda w: (-one[w] * two[w], w))


@cache
def weights() -> Mapping[str, float]:
    """The table of weights, read once."""
    lines = files("dateline.merge").joinpath("data/word_weights.tsv").read_text(encoding="utf-8").splitlines()
    return {word: float(value) for word, value in (line.split("\t") for line in lines if not line.startswith("#"))}
