"""Pairs of events between articles, evened: the log-odds of each pair of stories moved a little by chance, many times.

A few decisions of groups weigh most in the figures of `eval.incidents`, and a hair tips some of them: what is gained or
lost by these alone does not hold on other articles. Counted over many draws such decisions count for their chance.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

from dateline.merge import block, fragments
from dateline.merge.cluster import Pair, groups
from dateline.merge.linking import FITTING
from dateline.merge.profile import Profile, stories, topic
from dateline.merge.score import log_odds
from dateline.records.coded import Coded
from eval.happenings import Gold, Judged

MOVED = 0.3
"""Standard deviation of what is added to the log-odds of a pair (normal)."""
LOWEST = -3 * MOVED
"""Log-odds below which chance makes no link."""


class Evened:
    """The stories of coded articles, and what each pair of them that shares a key comes to."""

    def __init__(self, coded: Sequence[Coded]) -> None:
        told = (stories([(e.id, e) for e in c.events], c.article, topic(c.article)) for c in coded)
        self._stories: dict[str, Profile] = {s.id: s for some in told for s in some}
        self._odds: dict[Pair, float] = {}
        near: dict[int, list[str]] = defaultdict(list)
        for id_ in sorted(self._stories):
            for key in block.keys(self._stories[id_]):
                near[key].append(id_)
        met = {pair for some in near.values() for pair in combinations(some, 2)}
        self._pieces = _pieces(self._stories, sorted(p for p in met if self._of(*p) > LOWEST))

    def _of(self, one: str, two: str) -> float:
        if (one, two) not in self._odds:
            self._odds[one, two] = log_odds(self._stories[one], self._stories[two])
        return self._odds[one, two]

    def incidents(self, draw: int) -> dict[str, int]:
        """The number of the incident of each passage in one draw."""
        moved: dict[Pair, float] = {}

        def weigh(one: str, two: str) -> float:
            if (one, two) not in moved:
                moved[one, two] = self._of(one, two) + random.Random(f"{draw} {one} {two}").gauss(0, MOVED)
            return moved[one, two]

        say = {id_: story.say for id_, story in self._stories.items()}
        found: list[tuple[str, ...]] = []
        for members, links in self._pieces:
            odds = {pair: value for pair in links if (value := weigh(*pair)) > 0}
            whole = groups(members, odds, others=weigh, say=say, least=FITTING)
            found += fragments.joined(whole, self._stories, odds, weigh)
        return {p: n for n, group in enumerate(found) for id_ in group for p in self._stories[id_].passages}


def _pieces(members: Iterable[str], links: Iterable[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """The members in pieces that no link joins, each with its links."""
    of = {m: [m] for m in members}
    held: dict[str, list[Pair]] = defaultdict(list)
    for one, two in links:
        if (a := of[one]) is not (b := of[two]):
            a += b
            of.update(dict.fromkeys(b, a))
        held[one].append((one, two))
    pieces = {id(some): some for some in of.values()}
    return [(sorted(some), [pair for m in some for pair in held[m]]) for some in pieces.values()]


def between(mine: Sequence[Judged], gold: Gold, incidents: Sequence[Hashable]) -> tuple[int, int, int]:
    """Pairs of events of two articles: rightly together, together, belonging; `incidents` are those of the events."""
    together: dict[Hashable, list[int]] = defaultdict(list)
    belonging: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(mine):
        together[incidents[n]].append(n)
        if one.happening is not None:
            belonging[one.happening].append(n)
    held = {p for some in together.values() for p in combinations(some, 2) if _judged(mine, gold, *p) is not None}
    due = {p for some in belonging.values() for p in combinations(some, 2) if _judged(mine, gold, *p)}
    return len(held & due), len(held), len(due)


def _judged(mine: Sequence[Judged], gold: Gold, one: int, two: int) -> bool | None:
    a, b = mine[one], mine[two]
    return None if a.article == b.article else gold.same(a.happening, b.happening)
