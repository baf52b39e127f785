"""What was done: type, modes, status, the word for the act."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.merge.acts import likeness
from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.merge.words import weight

MOST = 7.0
"""Weight of a word from which its being shared counts in full."""
AKIN = 0.2
"""Likeness of words from which two acts are akin."""
MANY = 4.0
"""Words for one act that are many."""
REAL = frozenset({"happened", "ongoing"})
MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "AID", "COOPERATE"})
"""Types of deeds; the others are words."""


def what(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of what was done."""
    yield from _types(one, two)
    if one.modes and two.modes:
        if both := _both(one.modes, two.modes):
            yield Signal("same mode", 1.0, f"both {both}")
        else:
            yield Signal("other mode", 1.0, f"{_listed(one.modes)} against {_listed(two.modes)}")
    elif one.modes or two.modes:
        yield Signal("mode in one", 1.0)
    yield from _acts(one, two)
    yield from _status(one, two)
    if one.past != two.past:
        yield Signal("past in one", 1.0, "one speaks of what was before or is usual")
    elif one.past:
        yield Signal("past in both", 1.0)


def _types(one: Profile, two: Profile) -> Iterator[Signal]:
    if not one.types or not two.types:
        return  # mentions that nobody typed
    if both := _both(one.types, two.types):
        yield Signal("same type", 1.0, f"both {both}")
    elif one.families & two.families:
        yield Signal("like type", 1.0, f"{_listed(one.types)} and {_listed(two.types)} are akin")
    else:
        yield Signal("other type", 1.0, f"{_listed(one.types)} against {_listed(two.types)}")
    yield Signal("assault", ("ASSAULT" in one.types) / 2 + ("ASSAULT" in two.types) / 2)
    yield Signal("words", MATERIAL.isdisjoint(one.types) / 2 + MATERIAL.isdisjoint(two.types) / 2)


def _acts(one: Profile, two: Profile) -> Iterator[Signal]:
    first, second = {s for _, s in one.acts if s}, {s for _, s in two.acts if s}
    yield Signal("rare act words", min(_rarest(first), _rarest(second)) / MOST)
    yield Signal("fewer act words", min(len(first), len(second)) / MANY)
    yield Signal("more act words", max(len(first), len(second)) / MANY)
    known = [(x, a[0], b[0]) for a in one.acts for b in two.acts if (x := likeness(a[1], b[1])) is not None]
    if known:
        yield Signal("acts on the whole", sum(x for x, _, _ in known) / len(known))
    if stems := first & second:
        best = max(stems, key=lambda s: (weight(s), s))
        word = next(w for w, s in one.acts if s == best)
        yield Signal("same act word", min(1.0, weight(best) / MOST), f'both say "{word}"')
        yield Signal("an act word of both", 1.0)
        if {w.lower() for w, _ in one.acts} & {w.lower() for w, _ in two.acts}:
            yield Signal("same form of the act word", 1.0)
    elif known:
        near, a, b = max(known)
        if near >= AKIN:
            yield Signal("like act words", near, f'"{a}" and "{b}" are akin')
        else:
            yield Signal("unlike act words", (AKIN - near) / (AKIN + 1), f'"{a}" against "{b}"')


def _rarest(stems: set[str]) -> float:
    return max(map(weight, stems), default=0.0)


def _status(one: Profile, two: Profile) -> Iterator[Signal]:
    first, second = REAL.isdisjoint(one.statuses), REAL.isdisjoint(two.statuses)
    yield Signal("not real", first / 2 + second / 2)
    if not set(one.statuses).isdisjoint(two.statuses) or not (first or second):
        return
    told = f"{_listed(one.statuses)} against {_listed(two.statuses)}"
    name = "denied in one" if "negated" in (*one.statuses, *two.statuses) else "not yet in one"
    yield Signal(name, 1.0, told)


def _both(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    return _listed(tuple(v for v in one if v in two))


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values)
