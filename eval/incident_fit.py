"""Fitting the weights of the linker on one half of the annotated story clusters: `python -m eval.incidents --fit`.

Pairs of stories of one cluster that share a family of types are weighed: those of two articles (`WEIGHTS`) and those of
one (`WITHIN`). How much lower than fitted the biases stand is chosen by cross-validation over the clusters of the half
that is fitted on: the least caution at which pairs between articles are as precise as is asked for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.merge import score
from dateline.merge.cluster import Pair, groups
from dateline.merge.profile import Profile, stories, topic
from dateline.records.coded import Coded
from eval.logistic import Floats, design, fit, signs, written
from eval.pairs import Verdict, counts

if TYPE_CHECKING:
    from eval.incidents import Gold

PRECISION = 0.95
"""What cross-validated pairs between articles have to reach: more than is aimed at, for other clusters are harder."""
CAUTIONS = tuple(n / 4 for n in range(13))
"""How much lower than fitted the biases may be."""
FOLDS = 5
UNSURE = "?"
PRIORS = {"other day": -8.0, "other days": -4.0, "other place": -10.0, "other count": -3.0}
"""Weights held near these: story clusters hold few look-alikes, such as two attacks of one week in one district."""
Weights = dict[str, tuple[list[str], Floats]]


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

    def of(self, some: set[str], *, within: bool) -> NDArray[np.bool_]:
        """The pairs of some clusters, of one article or of two."""
        return np.array([c in some for c in self.clusters]) & (self.within == within)


def compared(coded: Sequence[Coded], gold: Gold, half: str) -> Pairs:
    """All pairs of stories of one cluster that share a family of types, in one half of the gold."""
    from eval.incidents import half_of

    found: dict[str, list[Profile]] = defaultdict(list)
    label: dict[str, str | None] = {}
    for one in coded:
        cluster = gold.story[one.article.id]
        if half_of(cluster) != half:
            continue
        happening = {e.id: gold.happening(one.article.id, e) for e in one.events}
        for story in stories([(e.id, e) for e in one.events], one.article, topic(one.article)):
            votes = Counter(happening[p] for p in story.passages if happening[p] != UNSURE)
            label[story.id] = max(sorted(votes, key=str), key=lambda h: votes[h]) if votes else UNSURE
            found[cluster].append(story)
    met = [(c, a, b) for c in found for a, b in combinations(found[c], 2) if a.families & b.families]
    names, rows = design([list(score.signals(a, b)) for _, a, b in met])
    return Pairs(
        names,
        rows,
        [c for c, _, _ in met],
        [(a.id, b.id) if a.id < b.id else (b.id, a.id) for _, a, b in met],
        np.array([a.article == b.article for _, a, b in met]),
        [gold.same(label[a.id], label[b.id]) for _, a, b in met],
        found,
    )


def fitted(table: Pairs, some: set[str], near: Weights | None = None) -> Weights:
    """Both tables of weights by name, fitted on some clusters: the signals, their weights and, last, the bias.

    `near` are weights that were fitted on much the same pairs, from which the fit sets out.
    """
    out: Weights = {}
    judged = np.array([v is not None for v in table.verdicts])
    for name, within in (("WEIGHTS", False), ("WITHIN", True)):
        chosen = np.flatnonzero(table.of(some, within=within) & judged)
        kept = [n for n in range(len(table.names)) if table.rows[chosen, n].any()]
        names = [table.names[n] for n in kept]
        held = {names.index(n): v for n, v in PRIORS.items() if n in names}
        labels = np.array([float(bool(table.verdicts[i])) for i in chosen])
        size = Counter(table.clusters[i] for i in chosen)
        weights = np.array([size[table.clusters[i]] ** -0.5 for i in chosen])
        rows = table.rows[np.ix_(chosen, kept)]
        known = dict(zip([*near[name][0], "bias"], near[name][1], strict=True)) if near else {}
        start = np.array([known.get(n, 0.0) for n in [*names, "bias"]])
        out[name] = (names, fit(rows, labels, weights * len(weights) / weights.sum(), signs(names), held, start))
    return out


def odds(table: Pairs, found: Weights, some: set[str]) -> dict[str, dict[Pair, float]]:
    """The log-odds of the pairs of some clusters."""
    out: dict[str, dict[Pair, float]] = {c: {} for c in some}
    for name, within in (("WEIGHTS", False), ("WITHIN", True)):
        names, value = found[name]
        chosen = np.flatnonzero(table.of(some, within=within))
        kept = [table.names.index(n) for n in names]
        for i, shown in zip(chosen, table.rows[np.ix_(chosen, kept)] @ value[:-1] + value[-1], strict=True):
            out[table.clusters[i]][table.ends[i]] = float(shown)
    return out


def cross_validated(table: Pairs, near: Weights) -> dict[str, dict[Pair, float]]:
    """The log-odds of all pairs, those of each cluster by weights that were fitted without it."""
    clusters = sorted(table.stories)
    out: dict[str, dict[Pair, float]] = {}
    for fold in range(FOLDS):
        tested = set(clusters[fold::FOLDS])
        out |= odds(table, fitted(table, set(clusters) - tested, near), tested)
    return out


def judged_at(
    table: Pairs, shown: Mapping[str, Mapping[Pair, float]], gold: Gold, coded: Sequence[Coded], caution: float
) -> tuple[int, int, int]:
    """Pairs of passages of two articles of a cluster: rightly together, together, and those that belong together."""
    total = np.zeros(3, dtype=int)
    happening = {e.id: gold.happening(c.article.id, e) for c in coded for e in c.events}
    for cluster, known in shown.items():
        members = {s.id: s for s in table.stories[cluster]}
        full = {p: known.get(p, score.NEVER) - caution for p in combinations(sorted(members), 2)}
        found = groups(members, full)
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

        total += counts([n for _, n, _ in told], truth, apart)
    right, together, belong = (int(x) for x in total)
    return right, together, belong


def curve(table: Pairs, near: Weights, gold: Gold, coded: Sequence[Coded]) -> Iterator[tuple[float, float, float]]:
    """Cautions with the precision and recall of cross-validated pairs, up to the one that is precise enough."""
    shown = cross_validated(table, near)
    for caution in CAUTIONS:
        right, together, belong = judged_at(table, shown, gold, coded, caution)
        precision = right / max(together, 1)
        yield caution, precision, right / max(belong, 1)
        if precision >= PRECISION:
            return


def chosen(points: Sequence[tuple[float, float, float]]) -> float:
    """The caution that is precise enough; where none is, the best by the F-measure that weighs precision double."""

    def weighed(point: tuple[float, float, float]) -> float:
        _, precision, recall = point
        return precision * recall / max(precision / 4 + recall, 1e-9)

    return points[-1][0] if points[-1][1] >= PRECISION else max(points, key=weighed)[0]


def put(found: Weights, path: Path) -> None:
    """Write the weights into their module; where they are others, what links are signed with changes too."""
    before = path.read_text(encoding="utf-8")
    source = before
    for name, (names, value) in found.items():
        source = written(source, name, names, value)
    if source != before:
        source = re.sub(r'(BY = "merge\.score )(\d+)"', lambda m: f'{m[1]}{int(m[2]) + 1}"', source)
    path.write_text(source, encoding="utf-8")
