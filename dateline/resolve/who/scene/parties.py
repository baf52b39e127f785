"""The parties of an article while it is read, and which of them a pronoun or a repeated name means."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.fixed import replace
from dateline.records.span import Span
from dateline.resolve.who.words import sentence_of

WEIGHED_SECTORS = (
    "CVL", "GOV", "MIL", "REB", "COP", "LEG", "PTY", "OPP", "BUS", "JRN", "ELI", "SOC", "REL", "JUD", "SPY", "CRM",
    "EDU", "LAB", "MED", "UAF", "REF", "PRM",
)  # fmt: skip
"""Sectors that are weighed where the words leave the sector open, the likeliest first."""
_MOST = 80
"""How many parties back an antecedent is looked for at most."""
_BASE = 4.0
"""What any candidate for an antecedent scores before anything counts for or against it."""
_PER_SENTENCE, _PER_PARTY, _MOST_PARTIES = 0.8, 0.08, 6
"""What each sentence back and each party between takes off, and how many parties between count at most."""
_FIRST, _FIRST_HERE = 0.8, 0.75
"""What being the first fitting party of its sentence adds, in one before and in that of the pronoun."""
_PER_NAMING, _MOST_NAMING = 0.03, 0.35
"""What each naming in the article adds, and all of them at most."""


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

    def has_open_sector(self) -> bool:
        """True where the sector is only a usual guess, and not that of a state under its own name."""
        if self.sectors and self.sectors[0] not in WEIGHED_SECTORS:
            return False
        return self.country != "UNO" and (self.weak or not self.sectors) and self.id is None and self.sort != "joint"


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

    def antecedent(self, position: int, fits: Callable[[Party], bool], sentences: int = 3) -> Party | None:
        """The party that a pronoun at `position` most likely means, of those that fit; None where none does.

        Nearness counts, then being the first such party of its sentence (its likely subject), then how often the
        article names it.
        """
        candidates = [(back, party) for back, party in self.before(position, sentences) if fits(party)]
        firsts = dict(candidates)
        best: Party | None = None
        best_score = -1.0
        for order, (back, party) in enumerate(candidates):
            score = _BASE - _PER_SENTENCE * back - _PER_PARTY * min(order, _MOST_PARTIES)
            if firsts[back] is party:
                score += _FIRST if back else _FIRST_HERE
            if party.name:
                score += min(_PER_NAMING * self._count[party.name], _MOST_NAMING)
            if score > best_score:
                best, best_score = party, score
        return best
