"""Who: ids and names first, country and sector next."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.words import stem, weight
from dateline.records.event import MUTUAL
from dateline.records.resolved import Actor
from dateline.remembered import remembered

SAME_KIND = 0.45
"""How much it tells that two parties have one country and one sector, against one name."""
SAME_COUNTRY = 0.2
RARE = 6.0
"""Weight of a name from which its being shared counts in full."""
NAMES = 4096
"""Names whose words are kept: those of one article are compared again and again."""
TELLING = 2.0
"""Weight of a word above which it tells one party from another."""
SIDES = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "JUD", "LEG", "ELI"), "state"),
    **dict.fromkeys(("REB", "OPP", "UAF", "CRM", "PRM"), "armed"),
    **dict.fromkeys(("CVL", "LAB", "EDU", "MED", "REF", "REL", "JRN", "SOC", "BUS"), "neither"),
}
"""Sectors by their side; two of one country are two parties where they stand on two."""
_WORD = re.compile(r"\w+")
CROSSED = ("roles crossed", "both roles told")
"""The signals of `crossed`, of a strength of -1 to 1."""


def who(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of the parties, actors and recipients each for themselves."""
    return [*actors(one, two), *recipients(one, two), *crossed(one, two)]


def actors(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of the actors; of all parties where both tell what parties do with each other."""
    if _mutual(one, two):
        return _parties(PARTY, one.actors + one.recipients, two.actors + two.recipients)
    return _parties(ACTOR, one.actors, two.actors)


def recipients(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of the recipients, where they are not like the actors."""
    return [] if _mutual(one, two) else _parties(RECIPIENT, one.recipients, two.recipients)


def crossed(one: Profile, two: Profile) -> list[Signal]:
    """Whether one does here what is done to it there."""
    if not ((one.actors and two.recipients) or (one.recipients and two.actors)) or _mutual(one, two):
        return []
    found = [likeness(a, b) for a in one.actors for b in two.recipients]
    found += [likeness(a, b) for a in one.recipients for b in two.actors]
    return [(CROSSED[0], max(found)), (CROSSED[1], 1.0)]


def named_apart(one: Profile, two: Profile) -> list[Signal]:
    """Whether both name parties of a role and none by a name in common.

    A state by itself is no name here: one report names the state where another names its guards.
    """
    if _mutual(one, two):
        return _apart("party", one.actors + one.recipients, two.actors + two.recipients)
    return [*_apart("actor", one.actors, two.actors), *_apart("recipient", one.recipients, two.recipients)]


def _apart(role: str, one: Sequence[Actor], two: Sequence[Actor]) -> list[Signal]:
    first, second = _named(one), _named(two)
    if not first or not second or any([a & b for _, a in first for _, b in second]):
        return []
    return [(f"other names, {role}", 1.0, _against, (role, first[0][0], second[0][0]))]


def _named(parties: Sequence[Actor]) -> list[tuple[Actor, frozenset[str]]]:
    """The parties that are named, but for states by themselves, with the words of their names."""
    named = [(a, name_words(a)) for a in parties if a.id is None or a.id != a.country]
    return [(a, words) for a, words in named if words]


def _mutual(one: Profile, two: Profile) -> bool:
    return not MUTUAL.isdisjoint(one.types) and bool(MUTUAL.intersection(one.types, two.types))


class _Names(NamedTuple):
    """The names of the signals of one role, made once."""

    role: str
    one: str
    same: str
    other: str
    both: str
    whole: str
    like: str
    rare: str
    same_side: str
    other_side: str


def _names(role: str, kind: str) -> _Names:
    return _Names(
        role,
        f"{role} told in one",
        f"same {kind}",
        f"other {kind}",
        f"{role} told in both",
        f"{role} on the whole",
        f"{role} in like words",
        f"{role} in a rare word",
        f"same side, {role}",
        f"other side, {role}",
    )


ACTOR, RECIPIENT, PARTY = _names("actor", "actor"), _names("recipient", "recipient"), _names("party", "actor")


def _parties(names: _Names, one: Sequence[Actor], two: Sequence[Actor]) -> list[Signal]:
    if not one or not two:
        return [(names.one, 1.0)] if one or two else []
    found: list[Signal] = []
    pairs = [(likeness(a, b), a, b) for a in one for b in two]
    best, a, b = max(pairs, key=lambda x: (x[0], x[1].piece.span, x[2].piece.span)) if len(pairs) > 1 else pairs[0]
    if best > 0:
        found.append((names.same, best, _agree, (names.role, a, b)))
    elif best < 0:
        found.append((names.other, -best, _against, (names.role, a, b)))
    found.append((names.both, 1.0))
    found.append((names.whole, sum([x[0] for x in pairs]) / len(pairs)))
    found += _described(names, one, two)
    first, second = sides(one), sides(two)
    if first and second:
        found.append((names.same_side if first & second else names.other_side, 1.0))
    return found


def _agree(role: str, a: Actor, b: Actor) -> str:
    return f"{role} {_told(a)} and {_told(b)} agree"


def _against(role: str, a: Actor, b: Actor) -> str:
    return f"{role} {_told(a)} against {_told(b)}"


def _described(names: _Names, one: Sequence[Actor], two: Sequence[Actor]) -> tuple[Signal, ...]:
    """How alike the words for the parties are, whether they name or describe."""
    first, second = (_words(tuple([a.name or a.piece.text for a in some])) for some in (one, two))
    both = first.words & second.words
    if not both:
        return ()
    least = min(first.weight, second.weight)
    return (
        (names.like, math.fsum(map(weight, both)) / least),
        (names.rare, max(map(weight, both)) / RARE),
    )


def sides(parties: Sequence[Actor]) -> frozenset[str]:
    """On which side parties stand: the state, those in arms against it, or neither."""
    return _sides(tuple([a.sectors[:1] for a in parties]))


@remembered(NAMES)
def _sides(sectors: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(side for first in sectors for s in first if (side := SIDES.get(s)) is not None)


class _Words(NamedTuple):
    """The telling words of the names or descriptions of parties, and what they weigh together."""

    words: frozenset[str]
    weight: float


@remembered(NAMES)
def _words(names: tuple[str, ...]) -> _Words:
    telling = frozenset().union(*map(_telling, names))
    return _Words(telling, math.fsum(map(weight, telling)))


@remembered(20_000)
def _telling(name: str) -> frozenset[str]:
    return frozenset(s for w in _WORD.findall(name) if weight(s := stem(w)) > TELLING)


def likeness(one: Actor, two: Actor) -> float:
    """From -1 (two parties) over 0 (nothing to tell) to 1 (one party with a telling name)."""
    if one.id is not None and one.id == two.id:
        return max(SAME_KIND, rarity(one.name or one.piece.text))
    first, second = name_words(one), name_words(two)
    if first and second:
        if first <= second or second <= first:
            return max(SAME_KIND, rarity(" ".join(first & second)))
        if one.country == two.country and one.id and two.id and one.sectors[:1] == two.sectors[:1]:
            return -0.5
    if one.country and two.country:
        if one.country != two.country:
            return -1.0
        return SAME_KIND if set(one.sectors) & set(two.sectors) else SAME_COUNTRY
    return SAME_COUNTRY if set(one.sectors) & set(two.sectors) else 0.0


def name_words(actor: Actor) -> frozenset[str]:
    """The words of a name without endings; none where the party is only described."""
    return _capital_words(actor.name or "")


@remembered(NAMES)
def _capital_words(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in name.split() if w[:1].isupper())


@remembered(NAMES)
def rarity(name: str) -> float:
    """How telling a name is, 0 to 1: that of its rarest word."""
    return min(1.0, max((weight(stem(w)) for w in name.split()), default=0.0) / RARE)


def _told(actor: Actor) -> str:
    return actor.name or actor.piece.text
