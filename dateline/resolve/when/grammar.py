"""Rules as regular expressions over word classes, and the finding of their matches.

A pattern is written in names of classes and groups (`words.CODE`, `words.GROUPS`) with the usual operators of
regular expressions; `name:class` and `name:(...)` name a part. No pattern repeats without bound, so that reading
is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from dateline.fixed import fixed
from dateline.remembered import remembered
from dateline.resolve.when.frame import Frame
from dateline.resolve.when.hit import Hit
from dateline.resolve.when.reading import Reading
from dateline.resolve.when.tokens import Tokens
from dateline.resolve.when.words import BREAK, CODE, GROUPS, OTHER

_NAME = re.compile(r"(?:(?P<part>[a-z]\w*):)?(?:(?P<open>\()|(?P<word>[a-z_]+))")
_ISLAND = re.compile(f"[^{OTHER}{BREAK}]+")


Build = Callable[[Hit, Frame], Reading | None]
Guard = Callable[[Hit], bool]
ISLANDS = 5_000
"""Islands of which it is kept what rules match in them: most are a number or a word, and come again and again."""


@fixed()
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


_Matching = tuple[tuple[int, Rule, re.Pattern[str]], ...]


@fixed()
class Grammar:
    """Compiled rules. `matching` are those that match somewhere in an island, each with its place in the order of
    preference among matches of the same words; an island without a letter of `core` has none.
    """

    matching: Callable[[str], _Matching]
    core: frozenset[str]
    named: Mapping[str, Rule]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Grammar:
        """The grammar of some rules."""
        compiled = tuple(
            (rule, compile_pattern(rule.pattern), frozenset("".join(_chars(w) for w in rule.needs.split())))
            for rule in rules
        )
        core = frozenset().union(*(needs for _, _, needs in compiled))

        @remembered(ISLANDS)
        def matching(island: str) -> _Matching:
            letters = set(island)
            likely = [(at, *one) for at, one in enumerate(compiled) if not letters.isdisjoint(one[2])]
            return tuple((at, rule, pattern) for at, rule, pattern, _ in likely if pattern.search(island))

        return cls(matching, core, {rule.name: rule for rule, _, _ in compiled})

    def read(self, hit: Hit, frame: Frame) -> Reading | None:
        """What the words of a match say in the frame, None where they are no time."""
        return self.named[hit.rule].build(hit, frame)

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
        for order, rule, pattern in self.matching(island.group()):
            for match in pattern.finditer(tokens.codes, island.start(), island.end()):
                hit = Hit(rule.name, rule.kind, tokens, match)
                if rule.guard is None or rule.guard(hit):
                    yield match.start(), -match.end(), order, hit


@cache
def grammar_of(rules: Sequence[Rule]) -> Grammar:
    """The compiled grammar of a fixed tuple of rules, made once."""
    return Grammar.of(rules)
