"""The parties of an article while it is read, and which of them a pronoun or a repeated name means."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.fixed import replace
from dateline.records.span import Span
from dateline.resolve.who.words import sentence_of

_MOST = 80
"""How many parties back an antecedent is looked for at most."""


class Weights(NamedTuple):
    """What counts for an antecedent: a sentence back, a party between, being first in a sentence, each naming."""

    back: float = 0.8
    order: float = 0.08
    first: float = 0.8
    first_here: float = 0.75
    named: float = 0.03
    named_most: float = 0.35


USUAL = Weights()


@dataclass(slots=True, eq=False)
class Party:
    """What is known of one mention or listed name: who it is, and what may refer back to it.

    `sort` is the sort of its noun ("person" for people, "state" for governments), `weak` is True where the sector is
    only a usual guess, `told` is True where the words tell it beyond the noun; `members` are the parties that one
    mention names together, where all of them are known.
    """

    span: Span
    sort: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    name: str | None = None
    id: str | None = None
    basis: str = "head noun"
    gender: str = ""
    plural: bool = False
    weak: bool = False
    told: bool = False
    noun: str = ""
    offices: frozenset[str] = field(default_factory=frozenset)
    members: tuple[Party, ...] = ()

    def said_by(self, span: Span, basis: str) -> Party:
        """The same party as meant by another mention."""
        return replace(self, span=span, basis=basis)


class Parties:
    """All parties so far in order of the text."""

    def __init__(self, sentences: Sequence[int]) -> None:
        self._sentences = sentences
        self._keys: list[tuple[int, int]] = []
        self._found: dict[tuple[int, int], Party] = {}
        self._number: dict[tuple[int, int], int] = {}
        self._count: Counter[str] = Counter()

    def add(self, party: Party) -> None:
        """Take a party in; one that a mention already covers is replaced."""
        key = (party.span.start, party.span.end)
        if key not in self._found:
            insort(self._keys, key)
            self._number[key] = sentence_of(self._sentences, key[0])
        self._found[key] = party
        if party.name:
            self._count[party.name] += 1

    def sentence(self, party: Party) -> int:
        """The number of the sentence in which a party is named."""
        return sentence_of(self._sentences, party.span.start)

    def named(self, name: str) -> int:
        """How many parties so far bear this name."""
        return self._count[name]

    def before(self, position: int, sentences: int) -> Iterator[tuple[int, Party]]:
        """Parties that end before `position`, nearest first, with how many sentences back (at most `sentences`)."""
        number = sentence_of(self._sentences, position)
        index = bisect_left(self._keys, (position, -1)) - 1
        for key in reversed(self._keys[max(0, index - _MOST + 1) : index + 1]):
            if key[1] > position:
                continue
            back = number - self._number[key]
            if back > sentences:
                return
            yield back, self._found[key]

    def between(self, start: int, end: int) -> list[Party]:
        """Parties that lie wholly within the characters from `start` to `end`."""
        first = bisect_left(self._keys, (start, -1))
        last = bisect_left(self._keys, (end, -1))
        return [self._found[key] for key in self._keys[first:last] if key[1] <= end]

    def antecedent(
        self,
        position: int,
        fits: Callable[[Party], bool],
        sentences: int = 3,
        weights: Weights = USUAL,
        worth: Callable[[Party], float] | None = None,
    ) -> Party | None:
        """The party that a pronoun at `position` most likely means, of those that fit.

        Nearness counts, then being the first such party of its sentence (its likely subject), then how often the
        article names it; `worth` adds to the score.
        """
        best: Party | None = None
        best_score = -1.0
        firsts: dict[int, Party] = {}
        candidates = [(back, party) for back, party in self.before(position, sentences) if fits(party)]
        for back, party in candidates:
            firsts[back] = party
        for order, (back, party) in enumerate(candidates):
            score = 4.0 - weights.back * back - weights.order * min(order, 6)
            if firsts[back] is party:
                score += weights.first if back else weights.first_here
            if party.name:
                score += min(weights.named * self._count[party.name], weights.named_most)
            if worth is not None:
                score += worth(party)
            if score > best_score:
                best, best_score = party, score
        return best
