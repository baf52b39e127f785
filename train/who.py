"""Fit the weights by which `dateline.resolve.who` chooses: `python -m train.who [--corpora FOLDER] [--half]`.

Reads the annotated articles (the shared ones without the development part, this project's own: all of them, or with
`--half` only the half whose errors may be read, and those of `--annotations`, kept by offset or with their texts), lets
the reader meet every annotated mention, and keeps each choice it was asked for with the features of all candidates and
which of them the annotation calls right. The weights are those of a conditional logistic regression (softmax over the
candidates of one choice, several may be right), with one set for all kinds of mentions and one added for each kind,
both held small by a quadratic penalty; fitted by Adam on all choices at once from zero, so that the same annotations
give the same file.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.records.span import Span
from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.reader import Reader
from dateline.resolve.who.scene.acting import ROLES
from dateline.resolve.who.scene.parties import WEIGHED_SECTORS
from dateline.resolve.who.sectors.likeliest import role_scores
from dateline.resolve.who.weights import EVERY, LABELS, Weights, learned
from dateline.resolve.who.words import Words, fold_name
from eval.actors import OWN, articles, is_held_out, mentions_of
from eval.corpora import Corpora, rows
from train.offsets import unpack

Asked = tuple[str, str, Mapping[Any, Sequence[str]], Any]
"""Choice, kind, candidates with their features, and the answer given."""
Seen = tuple[str, str, Sequence[str]]
"""Choice among labels, kind, and the features seen."""
Row = tuple[str, str, str, float]
OUT = Path(__file__).resolve().parents[1] / "dateline" / "resolve" / "data" / "who_weights.csv"
ANSWERS = {"sector": ROLES, "role": WEIGHED_SECTORS}
LEAST = 5
"""A feature seen in fewer choices than this gets no weight."""
PENALTY = {"country": 10.0, "former": 8.0, "referent": 8.0, "role": 3.0, "sector": 5.0}
"""How much the weights of each sort of choice are held small; chosen on the half that is only scored."""
STEPS = 300
SHARED = 2
"""How often a shared article counts beside one of the own: they come from more outlets and regions."""
RELUCTANCE = 1.0
"""By how much an unknown country must be likelier than a known one before none is given, in log odds."""
SMALL = 0.05
"""Weights nearer to zero than this are left out, those of labels up to twice this."""


@dataclass
class Choice:
    """One choice the reader was asked for: the features of its candidates, and which are right.

    A choice among labels has one row of features, and the right labels in the order of the labels.
    """

    what: str
    kind: str
    features: list[list[str]]
    right: list[bool]


class Recorder(Weights):
    """Weights that keep every choice they are asked for."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.asked: list[Asked] = []
        self.seen: list[Seen] = []

    def best(self, choice: str, kind: str, candidates: Mapping[Any, Sequence[str]]) -> Any:
        """What the weights choose; the choice is kept."""
        answer = self._weights.best(choice, kind, candidates)
        self.asked.append((choice, kind, candidates, answer))
        return answer

    def labels(self, choice: str, kind: str, features: Sequence[str]) -> Mapping[str, float]:
        """What the weights say; the features are kept."""
        self.seen.append((choice, kind, features))
        return self._weights.labels(choice, kind, features)

    def drain(self) -> tuple[list[Asked], list[Seen]]:
        """The choices asked for since the last call."""
        kept = self.asked, self.seen
        self.asked, self.seen = [], []
        return kept


def choices(article: dict[str, Any], actors: ActorList, weights: Weights) -> Iterator[Choice]:
    """The choices of one article that its annotation can judge."""
    gold: dict[Span, dict[str, Any]] = {}
    for event in article["events"]:
        for entry in (*event["actor"], *event["recipient"]):
            if entry["span"]:
                gold.setdefault(Span(*entry["span"]), entry)
    recorder = Recorder(weights)
    starts = [start for start, _ in article["sents"]]
    day = article["published"][:10] if article["published"] else None
    reader = Reader(Words.of(article["text"]), actors, starts, day, recorder)
    homes = _homes(reader, recorder.drain()[0])
    for span in mentions_of(article):
        party = reader.party(span)
        if party.has_open_sector():
            role_scores(reader.scene, party)
        asked, seen = recorder.drain()
        if span not in gold:
            continue
        if party.sort in ("person", "name") and party.name in homes and party.basis != "pronoun":
            asked.append(homes.pop(party.name))
        country, _, sectors = gold[span]["who"].partition(":")
        wanted = set(sectors.split("+"))
        yield from _candidates(asked, gold[span], party.country)
        for what, kind, features in seen:
            right = [label in wanted for label in ANSWERS[what]]
            if any(right) and country in (party.country, "UNK"):
                yield Choice(what, kind, [list(features)], right)


def _candidates(asked: list[Asked], entry: dict[str, Any], answer: str | None) -> Iterator[Choice]:
    """The choices among candidates that were asked for one mention: of each sort that which decided."""
    country, _, sectors = entry["who"].partition(":")
    wanted = set(sectors.split("+"))
    by_sort: dict[str, list[Asked]] = {}
    for choice in asked:
        by_sort.setdefault(choice[0], []).append(choice)
    found = [_referent(choice, entry) for choice in by_sort.get("referent", [])[:1]]
    for what, kind, candidates, given in by_sort.get("country", [])[-1:]:
        if given == answer:
            right = [(k or "UNK") == country for k in candidates]
            found.append(Choice(what, kind, [list(f) for f in candidates.values()], right))
    for what, kind, candidates, _ in by_sort.get("former", [])[-1:]:
        if wanted <= {"ELI", "GOV", "LEG", "MIL", "COP", "SPY", "JUD"}:
            right = [("ELI" in wanted) == (key == "ELI") for key in candidates]
            found.append(Choice(what, kind, [list(f) for f in candidates.values()], right))
    yield from (choice for choice in found if any(choice.right) and not all(choice.right))


def _referent(choice: Asked, entry: dict[str, Any]) -> Choice:
    """The choice of an earlier party: right is who bears the name, else who shares country and sector."""
    what, kind, candidates, _ = choice
    country, _, sectors = entry["who"].partition(":")
    wanted, names = set(sectors.split("+")), set(fold_name(entry["name"] or "").split())
    alike = [p for p in candidates if p is not None and p.country == country and wanted & set(p.sectors)]
    named = [p for p in alike if names & set(fold_name(p.name or "").split())]
    likely = named or alike or [None]
    right = [any(p is good for good in likely) for p in candidates]
    return Choice(what, kind, [list(f) for f in candidates.values()], right)


def _homes(reader: Reader, asked: list[Asked]) -> dict[str, Asked]:
    """The choices of where people belong whose country nothing tells, by their names."""
    people = {id(s.person): s.person for s in reader.scene.people.sightings if s.person.guessed}
    homes = [choice for choice in asked if choice[0] == "country"]
    return {person.name: choice for person, choice in zip(people.values(), homes, strict=False)}


def index_of(found: list[Choice]) -> dict[tuple[str, str], int]:
    """Numbers of the features that get a weight, by kind and name."""
    counts: Counter[tuple[str, str]] = Counter()
    for choice in found:
        for name in {name for features in choice.features for name in features}:
            counts[EVERY, name] += 1
            counts[choice.kind, name] += 1
    return {key: number for number, key in enumerate(sorted(k for k, n in counts.items() if n >= LEAST))}


class Adam:
    """Adam's steps for one array of weights."""

    def __init__(self, weights: np.ndarray) -> None:
        self.weights, self._m, self._v, self._step = weights, np.zeros_like(weights), np.zeros_like(weights), 0

    def step(self, gradient: np.ndarray) -> None:
        """Go one step down the gradient."""
        self._step += 1
        self._m = 0.9 * self._m + 0.1 * gradient
        self._v = 0.999 * self._v + 0.001 * gradient * gradient
        m, v = self._m / (1 - 0.9**self._step), self._v / (1 - 0.999**self._step)
        self.weights -= 0.05 * m / (np.sqrt(v) + 1e-8)


def fit(found: list[Choice], penalty: float) -> list[Row]:
    """The weights of one sort of choice among candidates, as rows of the file."""
    index = index_of(found)
    flat: list[int] = []
    candidate: list[int] = []
    group: list[int] = []
    good: list[bool] = []
    for number, choice in enumerate(found):
        for features, right in zip(choice.features, choice.right, strict=True):
            keys = [index[k] for n in features for k in ((EVERY, n), (choice.kind, n)) if k in index]
            flat += keys
            candidate += [len(group)] * len(keys)
            group.append(number)
            good.append(right)
    f, c, g, y = np.array(flat), np.array(candidate), np.array(group), np.array(good)
    starts = np.flatnonzero(np.r_[True, g[1:] != g[:-1]])
    adam = Adam(np.zeros(len(index)))
    for _ in range(STEPS):
        s = np.bincount(c, weights=adam.weights[f], minlength=len(g))
        e = np.exp(s - np.maximum.reduceat(s, starts)[g])
        p, eg = e / np.add.reduceat(e, starts)[g], np.where(y, e, 0.0)
        q = eg / np.add.reduceat(eg, starts)[g]
        adam.step((np.bincount(f, weights=(p - q)[c], minlength=len(index)) + penalty * adam.weights) / len(found))
    s = np.bincount(c, weights=adam.weights[f], minlength=len(g))
    hit = sum(y[a + int(np.argmax(s[a:b]))] for a, b in zip(starts, [*starts[1:], len(g)], strict=True))
    print(f"{found[0].what}: {len(found)} choices, {len(index)} weights, {100 * hit / len(found):.1f} % right on them")
    w = adam.weights
    if (EVERY, "nobody") in index:
        w[index[EVERY, "nobody"]] -= RELUCTANCE
    return [(found[0].what, kind, n, round(float(w[i]), 3)) for (kind, n), i in index.items() if abs(w[i]) >= SMALL]


def fit_labels(found: list[Choice], penalty: float) -> list[Row]:
    """The weights of one sort of choice among labels, as rows of the file."""
    index, labels = index_of(found), ANSWERS[found[0].what]
    rows = [
        [index[k] for n in choice.features[0] for k in ((EVERY, n), (choice.kind, n)) if k in index] for choice in found
    ]
    f = np.array([i for row in rows for i in row])
    lengths = np.array([len(row) for row in rows])
    starts, of_row = np.r_[0, np.cumsum(lengths)[:-1]], np.repeat(np.arange(len(rows)), lengths)
    order = np.argsort(f, kind="stable")
    edges = np.flatnonzero(np.r_[True, f[order][1:] != f[order][:-1]])
    used = f[order][edges]
    y = np.array([choice.right for choice in found], dtype=float)
    adam = Adam(np.zeros((len(index), len(labels))))
    for _ in range(STEPS):
        s = np.add.reduceat(adam.weights[f], starts, axis=0)
        e = np.exp(s - s.max(axis=1, keepdims=True))
        error = e / e.sum(axis=1, keepdims=True) - e * y / (e * y).sum(axis=1, keepdims=True)
        gradient = penalty * adam.weights
        gradient[used] += np.add.reduceat(error[of_row[order]], edges, axis=0)
        adam.step(gradient / len(found))
    best = np.add.reduceat(adam.weights[f], starts, axis=0).argmax(axis=1)
    hit = y[np.arange(len(y)), best].mean()
    print(f"{found[0].what}: {len(found)} choices, {len(index)} features, {100 * hit:.1f} % right on them")
    return [
        (found[0].what, kind, f"{label} {n}", round(float(weight), 3))
        for (kind, n), i in index.items()
        for label, weight in zip(labels, adam.weights[i], strict=True)
        if abs(weight) >= 2 * SMALL
    ]


def main() -> None:
    """Fit and write the weights; each pass meets the mentions with the weights of the pass before."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument(
        "--annotations",
        type=Path,
        nargs="*",
        default=[path for path in sorted(OWN.parent.glob("*.jsonl.gz")) if path != OWN],
        help="further annotated articles (default: the later ones of this repository)",
    )
    parser.add_argument("--held-out", action="store_true", help="leave out a fifth of the further articles")
    parser.add_argument("--half", action="store_true", help="leave out the half of the own articles that is scored")
    options = parser.parse_args()
    actors, weights = ActorList.load(), learned()
    shared = list(articles("train", options.corpora))
    read = [*shared * SHARED, *articles("own-read" if options.half else "own", options.corpora)]
    for path in options.annotations:
        further = unpack(path, options.corpora) if path.suffix == ".gz" else rows(path)
        read += [article for article in further if not (options.held_out and is_held_out(article["source_id"]))]
    for _ in range(options.passes):
        found: dict[str, list[Choice]] = {}
        for article in read:
            for choice in choices(article, actors, weights):
                found.setdefault(choice.what, []).append(choice)
        fitted = [
            row for what in sorted(found) for row in (fit_labels if what in LABELS else fit)(found[what], PENALTY[what])
        ]
        weights = Weights(fitted)
        with options.out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("choice", "kind", "feature", "weight"))
            writer.writerows(fitted)


if __name__ == "__main__":
    main()
