"""Words of a text with their places, and the runs of capitalised words that names are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.remembered import remembered
from dateline.resolve.where.fold import fold
from dateline.resolve.word_lists import word_set

_LETTERS = r"[^\W\d_]+"
_INNER = rf"['’‘`ʻʿʼ](?!s\b){_LETTERS}"
_WORD = re.compile(
    r"(?=[A-Z])(?:(?:[A-Z]\.){2,}|W\. ?Va\.|\b(?:St|Ste|Mt|Ft)\.)"
    rf"|{_LETTERS}(?:{_INNER}(?:{_INNER})*|)(?:['’]s\b|)|\d+(?:[.,]\d+)*"
)
_JOINS = word_set(
    "of the de del della la le les los las da do dos das du des el al ez es an as ash ar ad az at sur au aux en"
)
_TIGHT = re.compile(r"[ \u00a0]{1,2}|[-‐‑–]|\s?/\s?|['’]s[ \u00a0-]|")
_LINE = re.compile(r"\n")
_NO_STOP = re.compile(r"[^\n.!?:“\"”]*")
_LONGEST_RUN = 14
_WORDS = 20_000  # words that are remembered as they were read
_GAPS = 1_000  # what stands between words, remembered likewise
_start = attrgetter("start")


class Token(NamedTuple):
    """One word: its range, its folded form, whether it begins with a capital, whether it begins a sentence or line."""

    start: int
    end: int
    folded: str
    capital: bool
    opens: bool


@fixed()
class Run:
    """Words `first` to `last` (half-open) of the token list: capitalised ones with what may join them.

    `titled` is True where the line is in title case or capitals, so that capitals mean little.
    """

    first: int
    last: int
    titled: bool


def tokens_of(text: str, starts: frozenset[int] = frozenset()) -> list[Token]:
    """All words of `text`. `starts` are offsets where sentences begin; line starts and full stops count anyway."""
    found: list[Token] = []
    end = 0
    make = tuple.__new__  # what a named tuple does itself, at a third of the cost
    spans = [match.span() for match in _WORD.finditer(text)]
    for (first, last), (folded, capital, owning) in zip(spans, [_read(text[a:b]) for a, b in spans], strict=True):
        opens = first in starts or ((gap := text[end:first]) != " " and _stops(gap)) or not found
        end = last - owning
        found.append(make(Token, (first, end, folded, capital, opens)))
    return found


@remembered(_GAPS)
def _stops(gap: str) -> bool:
    """True where what stands between two words ends a sentence or a line, or opens a quotation."""
    return _NO_STOP.fullmatch(gap) is None


@remembered(_WORDS)
def _read(word: str) -> tuple[str, bool, int]:
    """A word without its possessive ending, folded; whether it begins with a capital; how long that ending is."""
    owning = 2 if word[-2:] in ("'s", "’s") else 0
    bare = word[: len(word) - owning]
    return fold(bare), bare[0].isupper() or bare[0].isdigit(), owning


def runs_of(text: str, tokens: list[Token]) -> list[Run]:
    """Runs of capitalised words, in text order."""
    titled = _titled_lines(text, tokens)
    runs: list[Run] = []
    index = 0
    while index < len(tokens):
        if not tokens[index].capital or text[tokens[index].start].isdigit():
            index += 1
            continue
        last = _run_end(text, tokens, index)
        runs.append(Run(index, last, titled[index]))
        index = last
    return runs


def _run_end(text: str, tokens: list[Token], first: int) -> int:
    last = first + 1
    index = last
    while index < len(tokens) and index - first < _LONGEST_RUN:
        if not _is_tight(text, tokens, index):
            break
        if tokens[index].capital:
            last = index + 1
        elif tokens[index].folded not in _JOINS or index - last >= 2:
            break
        index += 1
    return last


def _is_tight(text: str, tokens: list[Token], index: int) -> bool:
    """True where a word may belong to one name with the word before it."""
    start, end = tokens[index - 1].end, tokens[index].start
    if _TIGHT.fullmatch(text, start, end):
        return True
    return text[start:end] == ", " and tokens[index].folded in ("dc", "district")


def _titled_lines(text: str, tokens: list[Token]) -> list[bool]:
    """For each token whether most longer words of its line (a headline, as a rule) begin with a capital."""
    flags = [False] * len(tokens)
    start = 0
    breaks = {bisect_left(tokens, match.start(), key=_start) for match in _LINE.finditer(text)}
    for index in sorted({*breaks, len(tokens)} - {0}):
        long = [token for token in tokens[start:index] if token.end - token.start > 3]
        sentence = text.startswith(".", tokens[index - 1].end)
        if not sentence and 3 <= len(long) <= 20 and sum(token.capital for token in long) >= 0.75 * len(long):
            flags[start:index] = [True] * (index - start)
        start = index
    return flags


def span_of(tokens: list[Token], first: int, last: int) -> Span:
    """The range that words `first` to `last` (half-open) cover."""
    return Span(tokens[first].start, tokens[last - 1].end)
