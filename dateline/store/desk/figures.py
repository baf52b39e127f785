"""What the reviews of people say about how good the events are, and how far people agree; pure functions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from math import sqrt

from dateline.store.desk.decided import Decision

Z = 1.959964
"""The normal quantile of 95 % intervals."""
FIELDS = ("type", "modes", "actors", "recipients", "where", "when", "counts", "status", "hedge", "according_to")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the interval of Wilson (1927) at 95 %; None where there are none."""

    name: str
    n: int
    right: int

    @property
    def share(self) -> float | None:
        """The share that is right."""
        return self.right / self.n if self.n else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The least and the largest share that go with what was seen."""
        if not self.n:
            return None
        p, n, square = self.right / self.n, self.n, Z * Z
        middle = (p + square / (2 * n)) / (1 + square / n)
        half = Z / (1 + square / n) * sqrt(p * (1 - p) / n + square / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs of reviews of one passage by two people: the share that says the same, and Scott's pi (1955)."""

    pairs: int
    share: float | None
    pi: float | None


def latest(reviews: Sequence[Decision], sample: str | None = None) -> list[Decision]:
    """The last review of each passage, of all or of those made in a sample; `reviews` are latest first."""
    out: dict[str, Decision] = {}
    for one in reviews:
        if sample is None or one.sample == sample:
            out.setdefault(str(one.passage), one)
    return list(out.values())


def by_type(reviews: Sequence[Decision]) -> tuple[list[Share], Share]:
    """For each type as it was coded, how many events are right in it, most reviewed first; and for all together."""
    n, right = Counter[str](), Counter[str]()
    for one in reviews:
        name = str(one.detail.get("type"))
        n[name] += 1
        right[name] += one.verdict != "reject" and "type" not in one.fields
    rows = [Share(name, n[name], right[name]) for name in sorted(n, key=lambda t: (-n[t], t))]
    return rows, Share("all", sum(n.values()), sum(right.values()))


def by_field(reviews: Sequence[Decision]) -> list[Share]:
    """For each field, in how many of the events that are events it is right."""
    kept = [one for one in reviews if one.verdict != "reject"]
    out = []
    for field in FIELDS:
        wrong = sum(any(f.partition(".")[0] == field for f in one.fields) for one in kept)
        out.append(Share(field, len(kept), len(kept) - wrong))
    return out


def agreement(reviews: Sequence[Decision]) -> Agreement:
    """How far two people who reviewed the same passage say the same: rejected, or which type."""
    by_passage: dict[str, dict[str, str]] = defaultdict(dict)
    for one in reviews:  # latest first: the last word of each person counts
        said = "reject" if one.verdict == "reject" else str(one.detail.get("now"))
        by_passage[str(one.passage)].setdefault(one.by, said)
    pairs = [pair for said in by_passage.values() for pair in combinations(said.values(), 2)]
    if not pairs:
        return Agreement(0, None, None)
    same = sum(a == b for a, b in pairs) / len(pairs)
    used = Counter(said for pair in pairs for said in pair)
    chance = sum((n / (2 * len(pairs))) ** 2 for n in used.values())
    return Agreement(len(pairs), same, (same - chance) / (1 - chance) if chance < 1 else None)


def people(reviews: Sequence[Decision]) -> list[tuple[str, dict[str, int]]]:
    """Who reviewed how many with which verdict, the most first."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for one in reviews:
        out[one.by][str(one.verdict)] += 1
    return [(name, dict(out[name])) for name in sorted(out, key=lambda n: (-out[n].total(), n))]


def since(reviews: Sequence[Decision], moment: datetime) -> int:
    """How many passages were reviewed since a moment."""
    return len({one.passage for one in reviews if one.at >= moment})
