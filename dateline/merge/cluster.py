"""Scored pairs to groups: the likeliest groups join first, as long as all pairs between them speak for it together.

Average linkage over log-odds (Sokal and Michener 1958): a chain A-B-C is cut where A and C speak against each other
more than the links speak for them. Members may have more say than others: a pair counts as much as the say of its two
members multiplied, so that bare mentions, which resemble everything of their kind, join no two that differ. Groups join
only where one of the given pairs stands between them; all other pairs between two such groups are weighed when it comes
to that, so that a thousand loosely linked members cost their links and not their pairs. Who joined early may fit ill
with what the group became: with `least`, members for which the others speak less leave, the least fitting first, and
join each other by the same rule. Judgements
of people outrank this: "different" keeps apart, also from all that is judged the same; "same" joins the whole groups
that its two members are in, so it never pushes out a member that nobody judged. Only where a "different" runs between
these groups are they weighed anew, around what is judged the same. The result depends on the set of passages, pairs and
judgements only, never on their order.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

Pair = tuple[str, str]
Between = tuple[float, float, float]
"""What the pairs between two groups come to: log-odds, how much they count, how much those strongly against count."""

NOT_COMPARED = -2.0
"""Log-odds of a pair that shares no key."""
STRONG_AGAINST = -3.0
"""Log-odds from which a pair speaks strongly against joining."""
MOST_AGAINST = 0.25
"""Share of such pairs between two groups above which they stay apart, whatever the others say."""
PAIR = 2
"""Members of a group that nobody leaves: its one link holds it."""


def groups(
    members: Iterable[str],
    odds: Mapping[Pair, float],
    *,
    others: Callable[[str, str], float] | None = None,
    say: Mapping[str, float] | None = None,
    least: float | None = None,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """The groups of members, each sorted, in the order of their first members; keys of `odds` are sorted pairs.

    `others` weighs a sorted pair that is not among `odds`: `NOT_COMPARED` without it. `say` is how much each member
    counts, above 0; 1 for those not in it. `least` are the log-odds that all other members of a group of three and
    more have to come to with each member; nobody leaves what was judged.
    """
    names, told, apart, same = sorted(set(members)), say or {}, list(different), list(same)
    if not apart and not same:
        found = _Work(names, odds, told, (), others)
        found.run()
        return _in_order(found.fitting(least))
    cores = _Work(names, {}, told, apart)
    for one, two in sorted({_pair(*p) for p in same}):
        cores.force(one, two)
    judged = [core for core in cores.group.values() if len(core) > 1]
    apart += [(x, y) for a, far in cores.apart.items() for b in far for x in cores.group[a] for y in cores.group[b]]
    alone = _Work(names, odds, told, apart, others)
    alone.run()
    whole = _Work(names, {}, told, ())
    whole.gather((*alone.fitting(least), *judged))
    torn = {whole.of[x] for x, y in apart if x in whole.of and whole.of[x] == whole.of.get(y)}
    made: list[list[str]] = []
    for first, some in whole.group.items():
        made += _weighed(_Work(sorted(some), odds, told, apart, others), judged) if first in torn else [some]
    return _in_order(made)


def _in_order(made: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The groups, each sorted, in the order of their first members."""
    return tuple(sorted(tuple(sorted(g)) for g in made))


def _weighed(work: _Work, judged: Iterable[Sequence[str]]) -> list[list[str]]:
    """The groups of some members with all that is judged the same joined first."""
    work.gather(judged)
    work.run()
    return list(work.group.values())


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


class _Work:
    """The groups so far with the sums between them; a group goes by its first member."""

    def __init__(
        self,
        members: list[str],
        odds: Mapping[Pair, float],
        say: Mapping[str, float],
        different: Iterable[Pair],
        others: Callable[[str, str], float] | None = None,
    ) -> None:
        self.group: dict[str, list[str]] = {m: [m] for m in members}
        self.alone = {m: say.get(m, 1.0) for m in members}
        self.say = dict(self.alone)
        self.of = {m: m for m in members}
        self.others = others
        self.known = {(a, b): value for (a, b), value in odds.items() if a in self.of and b in self.of}
        self.near: dict[str, dict[str, Between]] = {m: {} for m in members}
        self.apart: dict[str, set[str]] = {m: set() for m in members}
        for (one, two), value in sorted(self.known.items()):
            self.near[one][two] = self.near[two][one] = _told(value, self.say[one] * self.say[two])
        for one, two in different:
            if one in self.of and two in self.of:
                self.apart[one].add(two)
                self.apart[two].add(one)

    def force(self, one: str, two: str) -> None:
        """Join the groups of two members, if no judgement keeps them apart."""
        if one not in self.of or two not in self.of:
            return
        a, b = self.of[one], self.of[two]
        if a != b and b not in self.apart[a]:
            self._join(*_pair(a, b))

    def gather(self, groups: Iterable[Sequence[str]]) -> None:
        """Join the members of each of some groups, as far as no judgement keeps them apart."""
        for some in groups:
            for other in some[1:]:
                self.force(some[0], other)

    def run(self) -> None:
        """Join the best pair of groups until none speaks for joining."""
        heap = [(-s, a, b) for a in self.group for b in self.near[a] if a < b and (s := self._score(a, b)) > 0]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if a not in self.group or b not in self.group or self._score(a, b) != -negative:
                continue
            self._join(a, b)
            for c in self.near[a]:
                score = self._score(a, c)
                if score > 0:
                    heapq.heappush(heap, (-score, *_pair(a, c)))

    def fitting(self, least: float | None) -> Iterator[list[str]]:
        """The groups without the members for which the others speak less than the least; those join each other."""
        for group in self.group.values():
            kept = group if least is None else self._fitting(group, least)
            yield kept
            if gone := sorted(set(group).difference(kept)):
                rest = _Work(gone, {p: self._odds(*p) for p in combinations(gone, 2)}, self.alone, ())
                rest.run()
                yield from rest.fitting(least)

    def _fitting(self, group: Iterable[str], least: float) -> list[str]:
        """The members of a group that the others speak for; those leave first for whom they speak least."""
        kept = sorted(group)
        told = {x: math.fsum(self._odds(*_pair(x, y)) * self.alone[y] for y in kept if y != x) for x in kept}
        say = math.fsum(self.alone[x] for x in kept)
        while len(kept) > PAIR:
            value, worst = min((told[x] / (say - self.alone[x]), x) for x in kept)
            if value >= least:
                break
            kept.remove(worst)
            say -= self.alone[worst]
            for x in kept:
                told[x] -= self._odds(*_pair(x, worst)) * self.alone[worst]
        return kept

    def _odds(self, one: str, two: str) -> float:
        """The log-odds of a sorted pair, weighed once."""
        found = self.known.get((one, two))
        if found is None:
            found = self.known[one, two] = NOT_COMPARED if self.others is None else self.others(one, two)
        return found

    def _score(self, a: str, b: str) -> float:
        if b in self.apart[a]:
            return -1.0
        total, known, against = self.near[a].get(b, (0.0, 0.0, 0.0))
        pairs = self.say[a] * self.say[b]
        if against > MOST_AGAINST * pairs:
            return -1.0
        return (total + NOT_COMPARED * max(0.0, pairs - known)) / pairs

    def _join(self, a: str, b: str) -> None:
        """Put the later group into the earlier one."""
        near = {c: self._sum(a, b, c) for c in sorted(self.near[a].keys() | self.near[b].keys()) if c not in (a, b)}
        for member in self.group[b]:
            self.of[member] = a
        self.group[a] += self.group.pop(b)
        self.say[a] += self.say.pop(b)
        for c in self.near.pop(b):
            del self.near[c][b]
        self.near[a] = near
        for c, told in near.items():
            self.near[c][a] = told
        for c in self.apart.pop(b):
            self.apart[c].discard(b)
            self.apart[c].add(a)
            self.apart[a].add(c)

    def _sum(self, a: str, b: str, c: str) -> Between:
        """What the pairs between two groups that join and a third come to."""
        one, two = (self.near[g][c] if c in self.near[g] else self._between(g, c) for g in (a, b))
        return one[0] + two[0], one[1] + two[1], one[2] + two[2]

    def _between(self, a: str, b: str) -> Between:
        """What the pairs between two groups come to that no given pair stands between."""
        if self.others is None:
            return 0.0, 0.0, 0.0
        total = known = against = 0.0
        for one in sorted(self.group[a]):
            for two in sorted(self.group[b]):
                told = _told(self._odds(*_pair(one, two)), self.alone[one] * self.alone[two])
                total, known, against = total + told[0], known + told[1], against + told[2]
        return total, known, against


def _told(value: float, counts: float) -> Between:
    """What one pair comes to."""
    return value * counts, counts, counts if value <= STRONG_AGAINST else 0.0
