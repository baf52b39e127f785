"""What was done: type, modes, status, the word for the act.

The types, modes, statuses and words for acts of an article meet again and again: what they say together is kept.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.merge.acts import likeness
from dateline.merge.evidence.signal import Signal, against, listed
from dateline.merge.profile import Profile, riot_and_attack
from dateline.merge.words import weight
from dateline.records.event import REAL

MOST = 7.0
"""Weight of a word from which its being shared counts in full."""
AKIN = 0.2
"""Likeness of words from which two acts are akin."""
MANY = 4.0
"""Words for one act that are many."""
MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "AID", "COOPERATE"})
"""Types of deeds; the others are words."""
ACTS = (
    *("rare act words", "fewer act words", "more act words", "acts on the whole", "same act word"),
    *("an act word of both", "same form of the act word", "like act words", "unlike act words"),
)
"""All signals of `acts`, each of a strength of 1 at most where each of two tells one act."""
SIGNED = frozenset({"acts on the whole"})
"""Those that can be below 0, at -1 at the least."""
RIOT_AND_ATTACK = "riot and attack"
KEPT = 4096
"""Pairs of which it is kept what they say together."""
Values = tuple[str, ...]
Signals = tuple[Signal, ...]


def what(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what was done."""
    return [*deed(one, two), *acts(one, two)]


def acts(one: Profile, two: Profile) -> Signals:
    """The evidence of the words for the acts."""
    return _acts(one.acts, two.acts)


def deed(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of what was done but for the words for it."""
    apart = one.families.isdisjoint(two.families)
    riot = apart and riot_and_attack(one, two)
    found = [
        *_types(one.types, two.types, riot or not apart),
        *_modes(one.modes, two.modes),
        *_status(one.statuses, two.statuses),
    ]
    if riot:
        found.append((RIOT_AND_ATTACK, 1.0))
    if one.past != two.past:
        found.append(("past in one", 1.0, "one speaks of what was before or is usual"))
    elif one.past:
        found.append(("past in both", 1.0))
    return found


@lru_cache(maxsize=KEPT)
def _types(one: Values, two: Values, like: bool) -> Signals:
    if not one or not two:
        return ()  # mentions that nobody typed
    alike: Signal
    if both := _both(one, two):
        alike = ("same type", 1.0, f"both {both}")
    elif like:
        alike = ("like type", 1.0, f"{listed(one)} and {listed(two)} are akin")
    else:
        alike = ("other type", 1.0, against(one, two))
    return (
        alike,
        ("assault", ("ASSAULT" in one) / 2 + ("ASSAULT" in two) / 2),
        ("words", MATERIAL.isdisjoint(one) / 2 + MATERIAL.isdisjoint(two) / 2),
    )


@lru_cache(maxsize=KEPT)
def _modes(one: Values, two: Values) -> Signals:
    if not one or not two:
        return (("mode in one", 1.0),) if one or two else ()
    if both := _both(one, two):
        return (("same mode", 1.0, f"both {both}"),)
    return (("other mode", 1.0, against(one, two)),)


@lru_cache(maxsize=KEPT)
def _acts(one: tuple[tuple[str, str], ...], two: tuple[tuple[str, str], ...]) -> Signals:
    """How alike the words for the acts of two stories are; each act with its stem, by which words are compared."""
    first, second = {s for _, s in one if s}, {s for _, s in two if s}
    found: list[Signal] = [
        ("rare act words", min(_rarest(first), _rarest(second)) / MOST),
        ("fewer act words", min(len(first), len(second)) / MANY),
        ("more act words", max(len(first), len(second)) / MANY),
    ]
    known = [(x, a[0], b[0]) for a in one for b in two if (x := likeness(a[1], b[1])) is not None]
    if known:
        found.append(("acts on the whole", sum(x for x, _, _ in known) / len(known)))
    if stems := first & second:
        best = max(stems, key=lambda s: (weight(s), s))
        word = next(w for w, s in one if s == best)
        found.append(("same act word", min(1.0, weight(best) / MOST), f'both say "{word}"'))
        found.append(("an act word of both", 1.0))
        if {w.lower() for w, _ in one} & {w.lower() for w, _ in two}:
            found.append(("same form of the act word", 1.0))
    elif known:
        near, a, b = max(known)
        if near >= AKIN:
            found.append(("like act words", near, f'"{a}" and "{b}" are akin'))
        else:
            found.append(("unlike act words", (AKIN - near) / (AKIN + 1), f'"{a}" against "{b}"'))
    return tuple(found)


def _rarest(stems: set[str]) -> float:
    return max(map(weight, stems), default=0.0)


@lru_cache(maxsize=KEPT)
def _status(one: Values, two: Values) -> Signals:
    first, second = REAL.isdisjoint(one), REAL.isdisjoint(two)
    real: Signal = ("not real", first / 2 + second / 2)
    if not set(one).isdisjoint(two) or not (first or second):
        return (real,)
    name = "denied in one" if "negated" in (*one, *two) else "not yet in one"
    return real, (name, 1.0, against(one, two))


def _both(one: Values, two: Values) -> str:
    return listed(v for v in one if v in two)
