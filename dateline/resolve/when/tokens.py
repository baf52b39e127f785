"""A text as a string of word classes: the input of the grammar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.fixed import fixed
from dateline.remembered import remembered
from dateline.resolve.numerals import ONES, TENS, figure, read_number
from dateline.resolve.when.holidays import NAMES
from dateline.resolve.when.words import BREAK, CODE, ENTRIES, NEEDS_CAPITAL, OTHER, Value

_FIGURES = (
    ("iso", r"\d{4}(?P<mark2>[-/])\d\d?(?P=mark2)\d\d?(?![\d/-])"),
    ("isoweek", r"\d{4}-W\d\d(?!\w)"),
    ("numdate", r"\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\w/-])"),
    ("nine_eleven", r"9/11(?![\d/])"),
    (
        "clock",
        r"\d{1,2}[:.]\d\d ?[aApP](?:[mM]\b|\.[mM]\b\.?)|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
        r"|\d{1,2}\.\d\d(?= ?(?:GMT|UTC|local time))",
    ),
    ("hour_figure", r"\d{1,2} ?[aApP](?:[mM]\b|\.[mM]\b\.?)"),
    ("hhmm", r"[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC|hours|hrs|local time|h\b))"),
    ("decadeno", r"[1-2]\d\d0['’]?s(?!\w)|['’]?[1-9]0['’]?s(?!\w)"),
    ("ordno", r"\d{1,4}(?:st|nd|rd|th)(?!\w)"),
    ("half_figure", r"\d{1,3} ?½|\d{1,3}[ -]1/2(?!\d)"),
)
_SCAN = r"""
    (?=[QHF])(?:(?P<qno>\b(?:Q[1-4]|H[12])(?!\w))|(?P<fyno>\bFY\ ?(?:\d{4}|\d\d)(?!\w)))
  | (?P<word>[^\W\d_]+)
  | (?=[\d'’\n])(?:
    %s
  | (?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)
  | (?P<line>\n\s*)
  | (?P<poss>['’][sS](?!\w))
  )
  | (?P<mark>[^\w\s]|_)
"""
_OTHER: tuple[str, Value] = (OTHER, None)
_WORDS = 20_000
"""Words whose class is kept."""
_DASHES = frozenset(("-", "–", "—"))


@cache
def _scanner() -> re.Pattern[str]:
    shapes = "\n  | ".join(f"(?P<{name}>{shape})" for name, shape in _FIGURES)
    escaped = shapes.replace(" ", r"\ ").replace("\n\\ \\ |\\ ", "\n  | ")
    return re.compile(_SCAN % escaped, re.VERBOSE)


@dataclass(slots=True)
class Tokens:
    """The words of a text with their places, classes (one character each) and values."""

    text: str
    starts: list[int]
    ends: list[int]
    values: list[Value]
    codes: str

    def word(self, i: int) -> str:
        """Token `i` in lower case ("" outside the text)."""
        return self.text[self.starts[i] : self.ends[i]].lower() if 0 <= i < len(self.starts) else ""

    def raw(self, i: int) -> str:
        """Token `i` as it stands ("" outside the text)."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""


def _number_class(word: str) -> tuple[str, Value]:
    """Class and value of a plain number in figures: a day of the month, a year or just a number."""
    value = figure(word)
    if value is None:
        return OTHER, None
    if word.isdigit():
        if len(word) <= 2 and 1 <= value <= 31:
            return CODE["dayno"], value
        if len(word) == 4 and 1000 <= value <= 2199:
            return CODE["yearno"], value
    return CODE["num"], value


def _line_class(text: str, end: int, gap: str) -> str:
    """A line end breaks expressions, unless it only wraps a line (the next line goes on in lower case or figures)."""
    follows = text[end : end + 1]
    wraps = gap.count("\n") == 1 and (follows.islower() or follows.isdigit())
    return "" if wraps else BREAK


def tokenize(text: str) -> Tokens:
    """The tokens of `text`; numbers of several words and names of holidays become one token."""
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    codes: list[str] = []
    entries = _coded_entries()
    for match in _scanner().finditer(text):
        kind, raw = match.lastgroup, match.group()
        if kind == "word":
            code, value = _word_class(raw)
        elif kind == "mark" or kind == "poss":
            code, value = entries.get(raw, _OTHER)
        elif kind == "figure":
            code, value = _number_class(raw)
        elif kind == "line":
            code, value = _line_class(text, match.end(), raw), None
            if not code:
                continue
        else:
            code, value = CODE[kind or "other"], raw
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        values.append(value)
        codes.append(code)
    return _merge(Tokens(text, starts, ends, values, "".join(codes)))


@remembered(_WORDS)
def _word_class(raw: str) -> tuple[str, Value]:
    """Class and value of a word of letters."""
    code, value = _coded_entries().get(raw.lower(), _OTHER)
    return _OTHER if code in NEEDS_CAPITAL and not _capital(raw, code) else (code, value)


def _capital(raw: str, code: str) -> bool:
    """True where the word is written as the names of months are (zones of time: all capitals)."""
    return raw.isupper() if code == CODE["zone"] else raw[0].isupper()


@cache
def _coded_entries() -> dict[str, tuple[str, Value]]:
    return {word: (CODE[name], value) for word, (name, value) in ENTRIES.items()}


@cache
def _number_run() -> re.Pattern[str]:
    number, dash, conj = CODE["numword"], CODE["dash"], CODE["and"]
    figures = "".join(CODE[name] for name in ("num", "dayno", "yearno"))
    start = f"[{number}{figures}]"
    return re.compile(f"{start}(?:{dash}?{conj}?[{number}]){{1,6}}")


@cache
def _holiday_words() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(NAMES, key=len, reverse=True):
        words = tuple(re.findall(r"['’]s|\w+|[^\w\s]", name))
        table.setdefault(words[0], []).append((words, NAMES[name]))
    return table


@cache
def _holiday_starts() -> re.Pattern[str]:
    """The first words of holidays, as they stand at the head of a name.

    To look behind their capitals is faster than before each letter of a text.
    """
    words = sorted({word.capitalize() for word in _holiday_words()}, key=len, reverse=True)
    return re.compile("(?:" + "|".join([rf"{w[0]}(?<=\b{w[0]}){w[1:]}" for w in words]) + r")\b")


@fixed()
class _Run:
    """Tokens first..last (exclusive) that stand for one."""

    first: int
    last: int
    code: str
    value: Value


def _merge(tokens: Tokens) -> Tokens:
    """The same text with runs of tokens that are one thing joined."""
    runs = sorted([*_numbers(tokens), *_holidays(tokens)], key=lambda run: (run.first, -run.last))
    if not runs:
        return tokens
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    codes: list[str] = []
    done = 0
    for run in runs:
        if run.first < done:
            continue
        starts += [*tokens.starts[done : run.first], tokens.starts[run.first]]
        ends += [*tokens.ends[done : run.first], tokens.ends[run.last - 1]]
        values += [*tokens.values[done : run.first], run.value]
        codes += [tokens.codes[done : run.first], run.code]
        done = run.last
    starts += tokens.starts[done:]
    ends += tokens.ends[done:]
    values += tokens.values[done:]
    codes.append(tokens.codes[done:])
    return Tokens(tokens.text, starts, ends, values, "".join(codes))


def _numbers(tokens: Tokens) -> list[_Run]:
    found = []
    for match in _number_run().finditer(tokens.codes):
        words = [tokens.word(i) for i in range(match.start(), match.end())]
        if not _is_one_number(words):
            continue
        words = [word for word in words if word not in _DASHES]
        if (year := _spoken_year(words)) is not None:
            found.append(_Run(match.start(), match.end(), CODE["yearno"], year))
        elif (value := read_number(words)) is not None:
            found.append(_Run(match.start(), match.end(), CODE["numword"], value))
    return found


def _is_one_number(words: Sequence[str]) -> bool:
    """True where the marks and figures join: "twenty-one", "two hundred and five", "5 thousand", not "3 - two"."""
    for i, word in enumerate(words):
        if word in _DASHES and not (words[i - 1] in TENS and words[i + 1] in ONES):
            return False
        if word == "and" and not {"hundred", "thousand"} & set(words[:i]):
            return False
    return not words[0][0].isdigit() or words[1] in {"hundred", "thousand", "dozen"}


def _spoken_year(words: Sequence[str]) -> int | None:
    """The year in "nineteen ninety-seven" or "two thousand and one"."""
    head = read_number(words[:1])
    tail = read_number(words[1:])
    if words[0] in {"eighteen", "nineteen", "twenty"} and tail is not None and 10 <= tail <= 99 and head is not None:
        return int(head * 100 + tail)
    return None


def _holidays(tokens: Tokens) -> list[_Run]:
    table = _holiday_words()
    found = []
    for match in _holiday_starts().finditer(tokens.text):
        i = bisect_left(tokens.starts, match.start())
        for words, key in table[match.group().lower()]:
            if all(tokens.word(i + k) == word for k, word in enumerate(words)):
                found.append(_Run(i, i + len(words), CODE["holiday"], key))
                break
    return found
