"""Lines into one: words that were broken at the end of a line are whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dateline.vocabulary.numbers import TENS

BROKEN = re.compile(r"([\w'’-]*\w)([-\u2010\u00ad])$")
LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SUSPENDED = frozenset(("and", "or", "to"))
"""After a hyphen that stands for a word to come: "short- and long-term"."""
BEFORE = frozenset((*TENS, "self", "vice"))
PREFIXES = frozenset(("anti", "counter", "cross", "ex", "inter", "mid", "multi", "non", "post", "pre", "pro", "semi"))
AFTER = frozenset(
    (
        *("affected", "backed", "based", "called", "controlled", "elect", "era", "general", "held", "led", "old"),
        *("owned", "related", "run", "scale", "sponsored", "style", "term", "wide"),
    )
)
"""Parts of words that are written with a hyphen: "state-run", "so-called"."""


class Joiner:
    """Joins lines by the words of their text: what it writes with a hyphen elsewhere has one here."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts = Counter(word.lower() for line in _whole(lines) for word in WORD.findall(line))

    def joined(self, lines: Sequence[str]) -> str:
        """The lines as one text; soft hyphens are gone."""
        text = ""
        for line in lines:
            text = self._with(text, line) if text else line
        return text.replace("\u00ad", "")

    def _with(self, text: str, line: str) -> str:
        broken, after = BROKEN.search(text[-60:]), LETTERS.match(line)
        if broken is None or not line[0].isalnum():
            return f"{text} {line}"
        if broken[2] == "\u00ad":
            return text[:-1] + line
        if after is None or after[0] in SUSPENDED or not line[0].islower():
            return f"{text} {line}" if after and after[0] in SUSPENDED else text + line
        return text[:-1] + line if self._is_one_word(broken[1], after[0]) else text + line

    def _is_one_word(self, before: str, after: str) -> bool:
        """Whether the hyphen between two parts only ends the line."""
        if "-" in before or any(c.isdigit() for c in before):
            return False
        one, two = before.lower(), after.lower()
        joined, hyphened = self._counts[one + two], self._counts[f"{one}-{two}"]
        if joined or hyphened:
            return joined >= hyphened
        if one in BEFORE or two in AFTER or before.isupper():
            return False
        return not (self._counts[two] and (one in PREFIXES or self._counts[one]))


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the parts of broken words at their ends."""
    is_broken = False
    for line in lines:
        rest = line.partition(" ")[2] if is_broken else line
        is_broken = BROKEN.search(line) is not None
        yield rest.rpartition(" ")[0] if is_broken else rest
