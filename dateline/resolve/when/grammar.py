"""Rules as regular expressions over word classes, and the finding of their matches.

A pattern is written in names of classes and groups (`words.CODE`, `words.GROUPS`) with the usual operators of
regular expressions; `name:class` and `name:(...)` name a part. No pattern repeats without bound, so that reading
is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.resolve.when.tokens import Tokens
from dateline.resolve.when.words import BREAK, CODE, GROUPS, OTHER, Value

if TYPE_CHECKING:
    from dateline.resolve.when.frame import Frame
    from dateline.resolve.when.reading import Reading

_NAME = re.compile(r"(?:(?P<part>[a-z]\w*):)?(?:(?P<open>\()|(?P<word>[a-z_]+))")
_ISLAND = re.compile(f"[^{OTHER}{BREAK}]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule: tokens `first` to `last` (exclusive)."""

    rule: Rule
    tokens: Tokens
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last token."""
        return self.match.end()

    @property
    def start(self) -> int:
        """Character where the words begin."""
        return self.tokens.starts[self.match.start()]

    @property
    def end(self) -> int:
        """Character after the words."""
        return self.tokens.ends[self.match.end() - 1]

    def has(self, name: str) -> bool:
        """True where the named part matched."""
        return self.at(name) is not None

    def at(self, name: str) -> int | None:
        """The first token of a part, None where the part is absent."""
        groups = self.match.re.groupindex
        spelt, times = name, 1
        while spelt in groups:
            if self.match.end(spelt) > self.match.start(spelt):
                return self.match.start(spelt)
            times += 1
            spelt = f"{name}_{times}"
        return None

    def token(self, name: str) -> int:
        """The first token of a part, or of the match where the part is absent."""
        at = self.at(name)
        return self.first if at is None else at

    @property
    def words(self) -> list[str]:
        """The words in lower case."""
        return self.tokens.text[self.start : self.end].lower().split()

    def value(self, name: str) -> Value:
        """The value of the (first) token of a part, None where the part is absent."""
        at = self.at(name)
        return None if at is None else self.tokens.values[at]

    def number(self, name: str, default: int = 0) -> int:
        """The value of a part as a whole number."""
        value = self.value(name)
        if isinstance(value, str):
            digits = re.match(r"\d+", value)
            return int(digits.group()) if digits else default
        return default if value is None else int(value)

    def word(self, name: str) -> str:
        """The first token of a part in lower case ("" where absent)."""
        at = self.at(name)
        return "" if at is None else self.tokens.word(at)

    def before(self, steps: int = 1) -> str:
        """The word `steps` tokens before the match, in lower case."""
        return self.tokens.word(self.first - steps)

    def after(self, steps: int = 1) -> str:
        """The word `steps` tokens after the match, in lower case."""
        return self.tokens.word(self.last + steps - 1)


Build = Callable[[Hit, "Frame"], "Reading | None"]
Guard = Callable[[Hit], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression: how it is written and how it is read.

    `guard` says of a match, without knowing dates, whether it is a time expression at all. `kind` is "explicit" for
    dates with a year, "deictic" for what counts from the day of writing, "" for all others; the two tell reports
    from histories. An island of words is tried only if one of the classes of `needs` is in it.
    """

    name: str
    pattern: str
    build: Build
    needs: str
    guard: Guard | None = None
    kind: str = ""


def _chars(word: str) -> str:
    if word in GROUPS:
        return "".join(_chars(part) for part in GROUPS[word].split())
    return CODE[word]


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over class characters that a pattern stands for; a part may be named several times."""
    used: Counter[str] = Counter()

    def spell(match: re.Match[str]) -> str:
        part = match["part"]
        if part:
            used[part] += 1
            part += f"_{used[part]}" if used[part] > 1 else ""
        if match["open"]:
            return f"(?P<{part}>" if part else "(?:"
        body = f"[{_chars(match['word'])}]"
        return f"(?P<{part}>{body})" if part else body

    return re.compile(_NAME.sub(spell, pattern).replace(" ", "").replace("\n", ""))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled rules, in order of preference among matches of the same words."""

    rules: tuple[tuple[Rule, re.Pattern[str], frozenset[str]], ...]
    core: frozenset[str]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Grammar:
        """The grammar of some rules."""
        compiled = tuple(
            (rule, compile_pattern(rule.pattern), frozenset("".join(_chars(w) for w in rule.needs.split())))
            for rule in rules
        )
        return cls(compiled, frozenset().union(*(needs for _, _, needs in compiled)))

    def hits(self, tokens: Tokens) -> list[Hit]:
        """All matches, longest first among those that overlap, in text order, none overlapping."""
        found: list[tuple[int, int, int, Hit]] = []
        for island in _ISLAND.finditer(tokens.codes):
            if not self.core.isdisjoint(island.group()):  # hardly any
                found.extend(self._in_island(tokens, island))
        found.sort(key=lambda item: item[:3])
        chosen: list[Hit] = []
        done = 0
        for first, _, _, hit in found:
            if first >= done:
                chosen.append(hit)
                done = hit.last
        return chosen

    def _in_island(self, tokens: Tokens, island: re.Match[str]) -> Iterator[tuple[int, int, int, Hit]]:
        letters = set(island.group())
        for order, (rule, pattern, needs) in enumerate(self.rules):
            if letters.isdisjoint(needs):
                continue
            for match in pattern.finditer(tokens.codes, island.start(), island.end()):
                hit = Hit(rule, tokens, match)
                if rule.guard is None or rule.guard(hit):
                    yield match.start(), -match.end(), order, hit


@cache
def grammar_of(rules: Sequence[Rule]) -> Grammar:
    """The compiled grammar of a fixed tuple of rules, made once."""
    return Grammar.of(rules)
