"""How it is told: as another act, as usual, of another year, with other numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile

SEVERAL = 3.0
"""Numbers that are several."""


def apart(one: Profile, two: Profile) -> Iterator[Signal]:
    """The evidence of the cues in the words around the acts."""
    first, second = one.cues, two.cues
    for name, a, b, told in (
        ("told apart", first.apart, second.apart, "one is told as another act beside others"),
        ("told as usual", first.usual, second.usual, "one speaks of what goes on or is usual"),
    ):
        if a != b:
            yield Signal(f"{name} in one", abs(a - b), told)
        if a and b:
            yield Signal(f"{name} in both", min(a, b))
    yield from _years(one, two)
    yield from _numbers(first.numbers, second.numbers)


def _years(one: Profile, two: Profile) -> Iterator[Signal]:
    first, second = one.cues, two.cues
    if first.years and second.years and first.years.isdisjoint(second.years):
        yield Signal("other years", 1.0, f"{_listed(first.years)} against {_listed(second.years)}")
    if _old(one) != _old(two):
        yield Signal("old year in one", 1.0, "one names a year that is past")
    if first.months and second.months and first.months.isdisjoint(second.months):
        yield Signal("other months", 1.0, f"{_listed(first.months)} against {_listed(second.months)}")


def _old(story: Profile) -> bool:
    """True where years are named and that of publication is not among them."""
    return bool(story.cues.years) and story.order[0][:4] not in story.cues.years


def _numbers(first: frozenset[str], second: frozenset[str]) -> Iterator[Signal]:
    if not first or not second:
        return
    yield Signal("numbers told in both", 1.0)
    both = len(first & second)
    if both:
        yield Signal("numbers of both", min(1.0, both / SEVERAL))
    else:
        yield Signal("other numbers near by", 1.0)
    yield Signal("numbers of each alone", min(1.0, min(len(first - second), len(second - first)) / SEVERAL))


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
