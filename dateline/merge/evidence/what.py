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
REAL = frozenset({"happened", "ongoing"})


def what(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of what was done."""
    if not one.types or not two.types:
        pass  # mentions that nobody typed
    elif both := _both(one.types, two.types):
        yield Signal("same type", 1.0, f"both {both}")
    elif one.families & two.families:
        yield Signal("like type", 1.0, f"{_listed(one.types)} and {_listed(two.types)} are akin")
    else:
        yield Signal("other type", 1.0, f"{_listed(one.types)} against {_listed(two.types)}")
    if one.modes and two.modes:
        if both := _both(one.modes, two.modes):
            yield Signal("same mode", 1.0, f"both {both}")
        else:
            yield Signal("other mode", 1.0, f"{_listed(one.modes)} against {_listed(two.modes)}")
    yield from _acts(one, two)
    yield from _status(one, two)
    if one.past != two.past:
        yield Signal("past in one", 1.0, "one speaks of what was before or is usual")


def _acts(one: Profile, two: Profile) -> Iterator[Signal]:
    stems = {s for _, s in one.acts} & {s for _, s in two.acts} - {""}
    if stems:
        best = max(stems, key=lambda s: (weight(s), s))
        word = next(w for w, s in one.acts if s == best)
        yield Signal("same act word", min(1.0, weight(best) / MOST), f'both say "{word}"')
        return
    pairs = ((a, b) for a in one.acts for b in two.acts)
    known = [(x, a[0], b[0]) for a, b in pairs if (x := likeness(a[1], b[1])) is not None]
    if known:
        near, first, second = max(known)
        if near >= AKIN:
            yield Signal("like act words", near, f'"{first}" and "{second}" are akin')
        else:
            yield Signal("unlike act words", (AKIN - near) / (AKIN + 1), f'"{first}" against "{second}"')


def _status(one: Profile, two: Profile) -> Iterator[Signal]:
    if set(one.statuses) & set(two.statuses) or (REAL & set(one.statuses) and REAL & set(two.statuses)):
        return
    told = f"{_listed(one.statuses)} against {_listed(two.statuses)}"
    name = "denied in one" if "negated" in (*one.statuses, *two.statuses) else "not yet in one"
    yield Signal(name, 1.0, told)


def _both(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    return _listed(tuple(v for v in one if v in two))


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values)
