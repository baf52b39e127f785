"""How it is told: as another act, as usual, of another year, with other numbers beside it."""

from __future__ import annotations

from dateline.merge.evidence.signal import Signal, against
from dateline.merge.profile import Profile

SEVERAL = 3.0
"""Numbers that are several."""
SIGNALS = (
    *("told apart in one", "told apart in both", "told as usual in one", "told as usual in both"),
    *("other years", "old year in one", "other months"),
    *("numbers told in both", "numbers of both", "other numbers near by", "numbers of each alone"),
)
"""All signals of `apart`, each of a strength of 1 at most."""


def apart(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of the cues in the words around the acts."""
    first, second = one.cues, two.cues
    found: list[Signal] = []
    if first.apart != second.apart:
        told = "one is told as another act beside others"
        found.append(("told apart in one", abs(first.apart - second.apart), told))
    if first.apart and second.apart:
        found.append(("told apart in both", min(first.apart, second.apart)))
    if first.usual != second.usual:
        told = "one speaks of what goes on or is usual"
        found.append(("told as usual in one", abs(first.usual - second.usual), told))
    if first.usual and second.usual:
        found.append(("told as usual in both", min(first.usual, second.usual)))
    return [*found, *_years(one, two), *_numbers(first.numbers, second.numbers)]


def _years(one: Profile, two: Profile) -> list[Signal]:
    first, second = one.cues, two.cues
    found: list[Signal] = []
    if first.years and second.years and first.years.isdisjoint(second.years):
        found.append(("other years", 1.0, _against, (first.years, second.years)))
    if _old(one) != _old(two):
        found.append(("old year in one", 1.0, "one names a year that is past"))
    if first.months and second.months and first.months.isdisjoint(second.months):
        found.append(("other months", 1.0, _against, (first.months, second.months)))
    return found


def _old(story: Profile) -> bool:
    """True where years are named and that of publication is not among them."""
    return bool(story.cues.years) and story.order[0][:4] not in story.cues.years


def _numbers(first: frozenset[str], second: frozenset[str]) -> tuple[Signal, ...]:
    if not first or not second:
        return ()
    both = len(first & second)
    return (
        ("numbers told in both", 1.0),
        ("numbers of both", min(1.0, both / SEVERAL)) if both else ("other numbers near by", 1.0),
        ("numbers of each alone", min(1.0, (min(len(first), len(second)) - both) / SEVERAL)),
    )


def _against(one: frozenset[str], two: frozenset[str]) -> str:
    return against(sorted(one), sorted(two))
