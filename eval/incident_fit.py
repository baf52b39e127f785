"""Fitting the weights of the linker: `python -m eval.incidents --fit`.

They are fitted on the annotated story clusters that are not held out, and on the groups of articles that were read
strictly for it (`train/annotations/happenings/read.jsonl.gz`). Pairs of stories of one cluster that share a family of
types are weighed: those of two articles ("between") and those of one ("within"), each drawn to weights that are fitted
on both together.
What the stories' numbers share and where they are apart (`merge.sense`) is weighed in the same fit. How much lower than
fitted the bias of pairs between articles stands is chosen by cross-validation over the clusters: the least caution at
which they are as precise as is asked for.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.merge import fragments, score
from dateline.merge.cluster import Pair, groups
from dateline.merge.linking import FITTING
from dateline.merge.profile import Profile, akin, stories, topic
from dateline.merge.sense import compared as numbers_compared
from dateline.merge.weights import NAME
from dateline.records.coded import Coded
from dateline.records.sense import SIZE, VIEWS
from eval.happenings import UNSURE, Gold, part
from eval.logistic import Floats, design, fit, signs
from eval.pairs import Verdict, counts

PRECISION = 0.9375
"""What cross-validated pairs between articles have to reach: more than is aimed at, for other clusters are harder."""
CAUTIONS = tuple(n / 8 for n in range(25))
"""How much lower than fitted the bias of pairs between articles may be."""
FOLDS = 5
TABLES = (("between", False), ("within", True))
"""The tables of weights, named as their measures of numbers are, and whether they are for stories of one article."""
FILE = Path(str(score.__file__)).parent / "data" / NAME
"""Where fitted weights are put; measures over numbers stand beside it."""
SET = score.SET.keys() | score.SET_WITHIN.keys()
"""Signals whose weights are not fitted."""
LINKS = frozenset(name for name, _ in TABLES)
READ = ("read alike", "read unlike")
"""What the measure over numbers comes to: weighed number by number in the fit."""
KINDS = ("shared", "apart")
NUMBERS = len(VIEWS) * SIZE
"""Numbers of a story."""
PRIORS = {"other day": -3.2, "other days": -1.8, "other place": -2.0, "other count": -1.2}
"""Weights held near these: without them, what coders misread makes days and places count for too little, and two
attacks on one place in one week become one; other pairs are told apart as well as without them.
"""
RIDGE = 400.0
"""Ridge of the weights of all pairs, and of how far those of either kind of pair stand from them."""
Weights = dict[str, tuple[list[str], Floats]]
Point = tuple[float, dict[str, tuple[int, int, int]]]
"""A caution with the pairs by cluster."""


@dataclass(frozen=True)
class Pairs:
    """The pairs that are weighed, row by row: whose they are, what speaks for and against, and what the gold says."""

    names: list[str]
    rows: Floats
    clusters: list[str]
    ends: list[Pair]
    within: NDArray[np.bool_]
    verdicts: list[Verdict]
    stories: Mapping[str, Sequence[Profile]]

    def judged(self) -> Pairs:
        """The pairs that the gold says something about."""
        kept = [i for i, v in enumerate(self.verdicts) if v is not None]
        return Pairs(
            self.names,
            self.rows[kept],
            [self.clusters[i] for i in kept],
            [self.ends[i] for i in kept],
            self.within[kept],
            [self.verdicts[i] for i in kept],
            self.stories,
        )

    def __add__(self, other: Pairs) -> Pairs:
        """The pairs of both; their clusters bear other names."""
        names = list(dict.fromkeys((*self.names, *other.names)))
        rows = np.zeros((len(self.ends) + len(other.ends), len(names)))
        for some, at in ((self, slice(0, len(self.ends))), (other, slice(len(self.ends), None))):
            rows[at, [names.index(n) for n in some.names]] = some.rows
        return Pairs(
            names,
            rows,
            self.clusters + other.clusters,
            self.ends + other.ends,
            np.concatenate([self.within, other.within]),
            self.verdicts + other.verdicts,
            {**self.stories, **other.stories},
        )

    def of(self, some: set[str], *, within: bool) -> NDArray[np.bool_]:
        """The pairs of some clusters, of one article or of two."""
        inside = np.array([c in some for c in self.clusters], dtype=np.bool_)
        chosen: NDArray[np.bool_] = inside & (self.within == within)
        return chosen


def compared(coded: Sequence[Coded], gold: Gold, wanted: str | None = None, *, judged: bool = False) -> Pairs:
    """All pairs of stories of one cluster that share a family of types, in one part of the gold or in all of it.

    With `judged` those alone that the gold says something about.
    """
    found: dict[str, list[Profile]] = defaultdict(list)
    label: dict[str, str | None] = {}
    for one in coded:
        cluster = gold.story[one.article.id]
        if wanted is not None and part(cluster) != wanted:
            continue
        happening = {e.id: gold.happening(one.article.id, e) for e in one.events}
        for story in stories([(e.id, e) for e in one.events], one.article, topic(one.article)):
            votes = Counter(happening[p] for p in story.passages if happening[p] != UNSURE)
            label[story.id] = max(sorted(votes, key=str), key=lambda h: votes[h]) if votes else UNSURE
            found[cluster].append(story)
    met = [
        (c, a, b)
        for c in found
        for a, b in combinations(found[c], 2)
        if akin(a, b) and not (judged and gold.same(label[a.id], label[b.id]) is None)
    ]
    names, rows = design([score.evidence(a, b) for _, a, b in met])
    numbers = [_numbers(a, b) for _, a, b in met]
    return Pairs(
        names + [name for kind in KINDS for name in columns(kind)],
        np.hstack([rows, np.stack(numbers)]) if met else rows,
        [c for c, _, _ in met],
        [(a.id, b.id) if a.id < b.id else (b.id, a.id) for _, a, b in met],
        np.array([a.article == b.article for _, a, b in met]),
        [gold.same(label[a.id], label[b.id]) for _, a, b in met],
        found,
    )


def columns(kind: str) -> list[str]:
    """The names of what stories' numbers share, or of where they are apart."""
    return [f"number {n} {kind}" for n in range(NUMBERS)]


def _numbers(one: Profile, two: Profile) -> Floats:
    """What the numbers of two stories share, and where they are apart; nothing where one has none."""
    if one.sense is None or two.sense is None:
        return np.zeros(len(KINDS) * NUMBERS)
    return np.concatenate(numbers_compared(one.sense, two.sense)).astype(np.float64)


def fitted(table: Pairs, some: set[str]) -> Weights:
    """Both tables of weights by name, fitted on some clusters: the signals, their weights and, last, the bias."""
    judged = np.array([v is not None for v in table.verdicts]) & np.array([c in some for c in table.clusters])
    kept = [n for n, name in enumerate(table.names) if name not in SET and table.rows[judged, n].any()]
    names = [table.names[n] for n in kept]
    whole = _fit(table, judged, kept, None)
    out: Weights = {}
    for name, within in TABLES:
        chosen = judged & (table.within == within)
        value = _fit(table, chosen, kept, whole)
        told = [n for n, column in enumerate(kept) if table.rows[chosen, column].any()]
        out[name] = ([names[n] for n in told], np.append(value[told], value[-1]))
    return out


def _fit(table: Pairs, chosen: NDArray[np.bool_], kept: list[int], near: Floats | None) -> Floats:
    """The weights of some signals on some pairs, and the bias; a cluster counts by the root of its size."""
    names = [table.names[n] for n in kept]
    where = np.flatnonzero(chosen)
    labels = np.array([float(bool(table.verdicts[i])) for i in where])
    size = Counter(table.clusters[i] for i in where)
    say = {c: 1.0 / math.sqrt(n) for c, n in size.items()}
    weights = np.array([say[table.clusters[i]] for i in where])
    held = {names.index(n): v for n, v in PRIORS.items() if n in names}
    rows = table.rows[np.ix_(where, np.array(kept, dtype=np.intp))]
    return fit(rows, labels, weights * len(weights) / weights.sum(), signs(names), held, ridge=RIDGE, near=near)


def odds(table: Pairs, found: Weights, some: set[str]) -> dict[str, dict[Pair, float]]:
    """The log-odds of the pairs of some clusters."""
    out: dict[str, dict[Pair, float]] = {c: {} for c in some}
    for name, within in TABLES:
        names, value = found[name]
        given = {n: v for n, v in (score.SET_WITHIN if within else score.SET).items() if n in table.names}
        names, value = [*names, *given], np.concatenate([value[:-1], list(given.values()), value[-1:]])
        chosen = np.flatnonzero(table.of(some, within=within))
        kept = np.array([table.names.index(n) for n in names], dtype=np.intp)
        for i, shown in zip(chosen, table.rows[np.ix_(chosen, kept)] @ value[:-1] + value[-1], strict=True):
            out[table.clusters[i]][table.ends[i]] = float(shown)
    return out


def cross_validated(table: Pairs, known: Pairs) -> dict[str, dict[Pair, float]]:
    """The log-odds of all pairs, those of each cluster by weights that were fitted without it on what is `known`."""
    clusters = sorted(table.stories, key=lambda c: hashlib.sha256(c.encode()).digest()[1:])
    out: dict[str, dict[Pair, float]] = {}
    for fold in range(FOLDS):
        tested = set(clusters[fold::FOLDS])
        out |= odds(table, fitted(known, set(known.stories) - tested), tested)
    return out


def judged_at(
    table: Pairs, shown: Mapping[str, Mapping[Pair, float]], gold: Gold, coded: Sequence[Coded], caution: float
) -> dict[str, tuple[int, int, int]]:
    """By cluster, pairs of passages of two articles: rightly together, together, and those that belong together."""
    out: dict[str, tuple[int, int, int]] = {}
    happening = {e.id: gold.happening(c.article.id, e) for c in coded for e in c.events}
    for cluster, known in sorted(shown.items()):
        members = {s.id: s for s in table.stories[cluster]}
        full = {
            (a, b): known.get((a, b), score.NEVER) - (caution if members[a].article != members[b].article else 0.0)
            for a, b in combinations(sorted(members), 2)
        }
        whole = groups(members, full, say={id_: story.say for id_, story in members.items()}, least=FITTING)
        found = fragments.joined(whole, members, full, partial(_held, full))
        told = [
            (p, n, members[id_].article)
            for n, group in enumerate(found)
            for id_ in group
            for p in members[id_].passages
            if happening[p] != UNSURE
        ]

        def truth(i: int, j: int, told: list[tuple[str, int, str]] = told) -> Verdict:
            return gold.same(happening[told[i][0]], happening[told[j][0]])

        def apart(i: int, j: int, told: list[tuple[str, int, str]] = told) -> bool:
            return told[i][2] != told[j][2]

        out[cluster] = counts([n for _, n, _ in told], truth, apart)
    return out


def _held(odds: Mapping[Pair, float], one: str, two: str) -> float:
    return odds[one, two]


def curve(
    table: Pairs, known: Pairs, gold: Gold, coded: Sequence[Coded], precise: float = PRECISION
) -> Iterator[Point]:
    """Cautions with the cross-validated pairs, up to the one that is precise enough."""
    shown = cross_validated(table, known)
    for caution in CAUTIONS:
        found = judged_at(table, shown, gold, coded, caution)
        yield caution, found
        if rates(found.values())[0] >= precise:
            return


def rates(found: Iterable[tuple[int, int, int]]) -> tuple[float, float]:
    """Precision and recall of counted pairs."""
    right, together, belong = (sum(x) for x in zip(*found, strict=True))
    return right / max(together, 1), right / max(belong, 1)


def bounds(found: Sequence[tuple[int, int, int]], times: int = 2000) -> tuple[tuple[float, float], tuple[float, float]]:
    """The 95 % intervals of precision and recall, from clusters drawn anew with replacement (bootstrap)."""
    chance = random.Random(5)
    drawn = [rates(chance.choices(found, k=len(found))) for _ in range(times)]
    low, high = int(times * 0.025), int(times * 0.975) - 1
    (p, r) = (sorted(x) for x in zip(*drawn, strict=True))
    return (p[low], p[high]), (r[low], r[high])


def chosen(points: Sequence[Point]) -> float:
    """The caution that is precise enough; where none is, the best by the F-measure that weighs precision double."""

    def weighed(point: Point) -> float:
        precision, recall = rates(point[1].values())
        return precision * recall / max(precision / 4 + recall, 1e-9)

    return points[-1][0] if rates(points[-1][1].values())[0] >= PRECISION else max(points, key=weighed)[0]


def put(found: Weights, path: Path) -> None:
    """Write the weights into their file; where those of links are others, what links are signed with changes too."""
    before = path.read_text(encoding="utf-8")
    held = json.loads(before)
    for name, (names, value) in found.items():
        held[name] |= table(names, value)
    if written(held) != before and LINKS & found.keys():
        held["number"] += 1
    path.write_text(written(held), encoding="utf-8")


def table(names: Sequence[str], value: Floats) -> dict[str, Any]:
    """The bias and the weights, rounded, as they stand in their file."""
    weights = {name: round(float(v), 3) + 0.0 for name, v in sorted(zip(names, value, strict=False))}
    return {"bias": round(float(value[-1]), 2) + 0.0, "weights": weights}


def written(held: object) -> str:
    """The text of the file."""
    return json.dumps(held, indent=2, ensure_ascii=False) + "\n"


def as_shipped(found: Weights, table: Pairs) -> tuple[Weights, dict[str, Floats]]:
    """The weights as their file has them, and the measures over stories' numbers that stand beside it."""
    out: Weights = {}
    measures: dict[str, Floats] = {}
    for name, within in TABLES:
        names, value = found[name]
        weight = dict(zip(names, value.tolist(), strict=False))
        shared, apart = (np.array([weight.pop(c, 0.0) for c in columns(k)]) for k in KINDS)
        middle = _middle(table, np.concatenate([shared, apart]), within=within)
        measures |= {f"{name} shared": shared, f"{name} apart": apart, f"{name} middle": np.array(middle)}
        weight |= dict(zip(READ, (1.0, -1.0), strict=True))
        told = sorted(weight)
        out[name] = told, np.array([*(weight[n] for n in told), value[-1] + middle])
    return out, measures


def put_measures(measures: Mapping[str, Floats], path: Path) -> None:
    """Write measures over stories' numbers in place of those of the same name."""
    with np.load(path) as table:
        held = dict(table)
    np.savez_compressed(path, **held | {name: values.astype(np.float32) for name, values in measures.items()})


def _middle(table: Pairs, weights: Floats, *, within: bool) -> float:
    """What the measure says half way between pairs of one happening and others: where there are no numbers it is 0."""
    at = [table.names.index(c) for kind in KINDS for c in columns(kind)]
    judged = np.array([v is not None for v in table.verdicts]) & (table.within == within)
    same = np.array([bool(v) for v in table.verdicts])
    value = table.rows[:, at] @ weights
    return float((value[judged & same].mean() + value[judged & ~same].mean()) / 2)
