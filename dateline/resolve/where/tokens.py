"""Words of a text with their places, and the runs of capitalised words that names are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.where.fold import fold

_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|W\. ?Va\.|\b(?:St|Ste|Mt|Ft)\."
    rf"|{_LETTERS}(?:['’‘`ʻʿʼ](?!s\b){_LETTERS})*(?:['’]s\b)?|\d+(?:[.,]\d+)*"
)
_LINKS = "of the de del della la le les los las da do dos das du des el al ez es an as ash ar ad az at sur au aux en"
_JOINS = frozenset(_LINKS.split())
_TIGHT = re.compile(r"[ \u00a0]{1,2}|[-‐‑–]|\s?/\s?|['’]s[ \u00a0-]|")
_NO_STOP = re.compile(r"[^\n.!?:“\"”]*")
_LONGEST_RUN = 14


class Token(NamedTuple):
    """One word: its range, its folded form, whether it begins with a capital, whether it begins a sentence or line."""

    start: int
    end: int
    folded: str
    capital: bool
    opens: bool


@dataclass(frozen=True, slots=True)
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
    for match in _WORD.finditer(text):
        word = match.group()
        first, last = match.span()
        if word[-2:] in ("'s", "’s"):
            last -= 2
            word = word[:-2]
        opens = first in starts or not found or (text[end:first] != " " and not _NO_STOP.fullmatch(text, end, first))
        found.append(Token(first, last, fold(word), word[0].isupper() or word[0].isdigit(), opens))
        end = last
    return found


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
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and "\n" not in text[tokens[index - 1].end : tokens[index].start]:
            continue
        long = [token for token in tokens[start:index] if token.end - token.start > 3]
        sentence = text.startswith(".", tokens[index - 1].end)
        if not sentence and 3 <= len(long) <= 20 and sum(token.capital for token in long) >= 0.75 * len(long):
            flags[start:index] = [True] * (index - start)
        start = index
    return flags


def span_of(tokens: list[Token], first: int, last: int) -> Span:
    """The range that words `first` to `last` (half-open) cover."""
    return Span(tokens[first].start, tokens[last - 1].end)
