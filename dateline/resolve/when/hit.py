"""The words of a text that match a rule, and what their parts are."""

from __future__ import annotations

import re

from dateline.fixed import fixed
from dateline.resolve.when.tokens import Tokens
from dateline.resolve.when.words import Value


@fixed()
class Hit:
    """A match of the rule of that name and kind: tokens `first` to `last` (exclusive)."""

    rule: str
    kind: str
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
