"""Who: ids and names first, country and sector next."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.words import stem, weight
from dateline.records.resolved import Actor

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
SYMMETRIC = frozenset({"CONSULT", "COOPERATE", "AGREE"})
"""Types in which who acts on whom is a matter of telling."""


def who(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of the parties, actors and recipients each for themselves."""
    if SYMMETRIC & set(one.types) & set(two.types):
        yield from _parties("party", one.actors + one.recipients, two.actors + two.recipients)
        return
    yield from _parties("actor", one.actors, two.actors)
    yield from _parties("recipient", one.recipients, two.recipients)
    crossed = [likeness(a, b) for a in one.actors for b in two.recipients]
    crossed += [likeness(a, b) for a in one.recipients for b in two.actors]
    if crossed:
        yield Signal("roles crossed", max(crossed))
        yield Signal("both roles told", 1.0)


def _parties(role: str, one: Sequence[Actor], two: Sequence[Actor]) -> Iterator[Signal]:
    if not one or not two:
        if one or two:
            yield Signal(f"{role} told in one", 1.0)
        return
    found = [(likeness(a, b), a, b) for a in one for b in two]
    best, a, b = max(found, key=lambda x: (x[0], x[1].piece.span, x[2].piece.span))
    kind = "actor" if role == "party" else role
    if best > 0:
        yield Signal(f"same {kind}", best, f"{role} {_told(a)} and {_told(b)} agree")
    elif best < 0:
        yield Signal(f"other {kind}", -best, f"{role} {_told(a)} against {_told(b)}")
    yield Signal(f"{role} told in both", 1.0)
    yield Signal(f"{role} on the whole", sum(x[0] for x in found) / len(found))
    yield from _described(role, one, two)
    first, second = sides(one), sides(two)
    if first and second:
        name = "same side" if first & second else "other side"
        yield Signal(f"{name}, {role}", 1.0)


def _described(role: str, one: Sequence[Actor], two: Sequence[Actor]) -> Iterator[Signal]:
    """How alike the words for the parties are, whether they name or describe."""
    first, second = (frozenset().union(*(_telling(a.name or a.piece.text) for a in some)) for some in (one, two))
    if both := first & second:
        least = min(math.fsum(map(weight, first)), math.fsum(map(weight, second)))
        yield Signal(f"{role} in like words", math.fsum(map(weight, both)) / least)
        yield Signal(f"{role} in a rare word", max(map(weight, both)) / RARE)


def sides(parties: Sequence[Actor]) -> frozenset[str]:
    """On which side parties stand: the state, those in arms against it, or neither."""
    return frozenset(side for a in parties for s in a.sectors[:1] if (side := SIDES.get(s)) is not None)


@lru_cache(maxsize=20_000)
def _telling(name: str) -> frozenset[str]:
    return frozenset(s for w in _WORD.findall(name) if weight(s := stem(w)) > TELLING)


def likeness(one: Actor, two: Actor) -> float:
    """From -1 (two parties) over 0 (nothing to tell) to 1 (one party with a telling name)."""
    if one.id is not None and one.id == two.id:
        return max(SAME_KIND, rarity(one.name or one.piece.text))
    names = [name_words(a) for a in (one, two)]
    if names[0] and names[1]:
        if names[0] <= names[1] or names[1] <= names[0]:
            return max(SAME_KIND, rarity(" ".join(names[0] & names[1])))
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


@lru_cache(maxsize=NAMES)
def _capital_words(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in name.split() if w[:1].isupper())


@lru_cache(maxsize=NAMES)
def rarity(name: str) -> float:
    """How telling a name is, 0 to 1: that of its rarest word."""
    return min(1.0, max((weight(stem(w)) for w in name.split()), default=0.0) / RARE)


def _told(actor: Actor) -> str:
    return actor.name or actor.piece.text
