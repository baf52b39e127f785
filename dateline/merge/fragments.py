"""Fragments of reports: what a report says of an incident in passing joins the incident of its other passages.

"The blasts", "the damage", told by a report that has told of the attack before, say too little by themselves: the
stories of other reports speak a little against them. Where a fragment is linked with a story of its own report, and
other reports tell that happening too, it joins them as long as they speak against it by a little only. Of the pairs
between reports that this joins four in five are of one happening.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from dateline.merge.cluster import Pair
from dateline.merge.profile import Profile

LITTLE = 3
"""How many of place, time, actor, recipient and count a fragment tells at most."""
DOUBT = -0.75
"""Log-odds that all stories of the incident have to come to with it, weighed by their say."""


def joined(
    found: Iterable[Sequence[str]],
    stories: Mapping[str, Profile],
    odds: Mapping[Pair, float],
    others: Callable[[str, str], float],
    judged: Set[str] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """The groups with the fragments of reports in those that they belong to, each sorted, in the order of their first.

    `odds` are the links above 0, `others` weighs any sorted pair. Where people judged of a member, its group stays
    what it is; members that are no whole stories stay too.
    """
    groups = sorted(tuple(sorted(group)) for group in found)
    goes: dict[int, int] = {}
    for n, some in sorted(_linked_within(groups, stories, odds).items()):
        group = groups[n]
        if _is_fragment(group, stories) and judged.isdisjoint(group):
            wider = [to for to in some if _reports(group, stories) < _reports(groups[to], stories)]
            told = ((_speak(group, groups[to], stories, others), to) for to in wider)
            best, to = max(told, key=lambda x: (x[0], -x[1]), default=(-math.inf, n))
            if best > DOUBT:
                goes[n] = to
    made: dict[int, list[str]] = {}
    for n, group in enumerate(groups):
        to = goes.get(n, n)
        made.setdefault(n if to in goes else to, []).extend(group)  # where what it would join goes itself it stays
    return tuple(sorted(tuple(sorted(group)) for group in made.values()))


def _linked_within(
    groups: Sequence[Sequence[str]], stories: Mapping[str, Profile], odds: Mapping[Pair, float]
) -> dict[int, set[int]]:
    """By group, the others with a story of a report that one of its stories is linked with in this report."""
    of = {member: n for n, group in enumerate(groups) for member in group if member in stories}
    near: dict[int, set[int]] = {}
    for (one, two), value in odds.items():
        if value > 0 and one in of and two in of and stories[one].article == stories[two].article:
            near.setdefault(of[one], set()).add(of[two])
            near.setdefault(of[two], set()).add(of[one])
    return near


def _is_fragment(group: Sequence[str], stories: Mapping[str, Profile]) -> bool:
    return all(m in stories for m in group) and sum(stories[m].told for m in group) <= LITTLE


def _reports(group: Sequence[str], stories: Mapping[str, Profile]) -> set[str]:
    return {stories[member].article for member in group if member in stories}


def _speak(
    group: Sequence[str], other: Sequence[str], stories: Mapping[str, Profile], weigh: Callable[[str, str], float]
) -> float:
    """What all stories of a group come to with those of another."""
    pairs = list(_pairs(group, [member for member in other if member in stories]))
    say = [stories[one].say * stories[two].say for one, two in pairs]
    return math.fsum(weigh(*pair) * much for pair, much in zip(pairs, say, strict=True)) / math.fsum(say)


def _pairs(group: Sequence[str], other: Sequence[str]) -> Iterator[Pair]:
    for one in group:
        for two in other:
            yield (one, two) if one < two else (two, one)
