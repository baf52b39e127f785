"""Fit the weights by which `dateline.resolve.who` chooses: `python -m train.who [--corpora FOLDER] [--penalty X]`.

Reads the annotated articles (the shared ones without the development part, and the half of this project's own whose
errors may be read), lets the reader meet every annotated mention, and keeps each choice it was asked for with the
features of all candidates and which of them the annotation calls right. The weights are those of a conditional
logistic regression (softmax over the candidates of one choice, several may be right), with one set for all kinds of
mentions and one added for each kind, both held small by a quadratic penalty; fitted by Adam on all
choices at once from zero, so that the same annotations give the same file.
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
from dateline.resolve.who.weights import EVERY, Weights, learned
from dateline.resolve.who.words import Words, fold_name
from eval.actors import CORPORA, articles, mentions_of

Asked = tuple[str, str, Mapping[Any, Sequence[str]], Any]
"""Choice, kind, candidates with their features, and the answer given."""
OUT = Path(__file__).resolve().parents[1] / "dateline" / "resolve" / "data" / "who_weights.csv"
LEAST = 4
"""A feature seen in fewer choices than this gets no weight."""


@dataclass
class Choice:
    """One choice the reader was asked for: the features of its candidates, and which are right."""

    what: str
    kind: str
    features: list[list[str]]
    right: list[bool]


class Recorder(Weights):
    """Weights that keep every choice they are asked for."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.asked: list[Asked] = []

    def best(self, choice: str, kind: str, candidates: Mapping[Any, Sequence[str]]) -> Any:
        """What the weights choose; the choice is kept."""
        answer = self._weights.best(choice, kind, candidates)
        self.asked.append((choice, kind, candidates, answer))
        return answer

    def drain(self) -> list[Asked]:
        """The choices asked for since the last call."""
        asked, self.asked = self.asked, []
        return asked


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
    homes = _homes(reader, recorder.drain())
    for span in mentions_of(article):
        party = reader.party(span)
        asked = recorder.drain()
        if span not in gold:
            continue
        if not asked and party.sort in ("person", "name") and party.name in homes and party.basis != "pronoun":
            asked = [homes.pop(party.name)]
        referents = [choice for choice in asked if choice[0] == "referent"]
        sectors = [choice for choice in asked if choice[0] == "sector"]
        places = [choice for choice in asked if choice[0] == "country"]
        if referents:
            yield from _referent(referents[0], gold[span])
        wanted = set(gold[span]["who"].partition(":")[2].split("+"))
        yield from _office([choice for choice in asked if choice[0] == "former"], wanted)
        for what, kind, candidates, _ in sectors[-1:]:
            right = [key in wanted for key in candidates]
            if any(right) and not all(right) and party.country == gold[span]["who"][:3]:
                yield Choice(what, kind, [list(f) for f in candidates.values()], right)
        for what, kind, candidates, answer in places[-1:]:
            right = [key == gold[span]["who"][:3] for key in candidates]
            if any(right) and not all(right) and party.country == answer:
                yield Choice(what, kind, [list(f) for f in candidates.values()], right)


def _referent(choice: Asked, entry: dict[str, Any]) -> Iterator[Choice]:
    """The choice of an earlier party: right is who bears the name, else who shares country and sector."""
    what, kind, candidates, _ = choice
    country, _, sectors = entry["who"].partition(":")
    wanted, names = set(sectors.split("+")), set(fold_name(entry["name"] or "").split())
    alike = [p for p in candidates if p is not None and p.country == country and wanted & set(p.sectors)]
    named = [p for p in alike if names & set(fold_name(p.name or "").split())]
    likely = named or alike or [None]
    right = [any(p is good for good in likely) for p in candidates]
    if any(right) and not all(right):
        yield Choice(what, kind, [list(f) for f in candidates.values()], right)


def _office(asked: list[Asked], wanted: set[str]) -> Iterator[Choice]:
    """The choices of whether former officials act in their office."""
    for what, kind, candidates, _ in asked[-1:]:
        if wanted <= {"ELI", "GOV", "LEG", "MIL", "COP", "SPY", "JUD"}:
            yield Choice(
                what,
                kind,
                [list(f) for f in candidates.values()],
                [("ELI" in wanted) == (k == "ELI") for k in candidates],
            )


def _homes(reader: Reader, asked: list[Asked]) -> dict[str, Asked]:
    """The choices of where people belong whose country nothing tells, by their names."""
    people = {id(s.person): s.person for s in reader.scene.people.sightings if s.person.guessed}
    homes = [choice for choice in asked if choice[0] == "country"]
    return {person.name: choice for person, choice in zip(people.values(), homes, strict=False)}


def fit(found: list[Choice], penalty: float, steps: int = 300) -> list[tuple[str, str, str, float]]:
    """The weights of one sort of choice, as rows of the file."""
    counts: Counter[tuple[str, str]] = Counter()
    for choice in found:
        for name in {name for features in choice.features for name in features}:
            counts[EVERY, name] += 1
            counts[choice.kind, name] += 1
    index = {key: number for number, key in enumerate(sorted(k for k, n in counts.items() if n >= LEAST))}
    flat, candidate, group, right = [], [], [], []
    total = 0
    for number, choice in enumerate(found):
        for features, good in zip(choice.features, choice.right, strict=True):
            keys = [index[k] for n in features for k in ((EVERY, n), (choice.kind, n)) if k in index]
            flat += keys
            candidate += [total] * len(keys)
            group.append(number)
            right.append(good)
            total += 1
    f, c, g = np.array(flat), np.array(candidate), np.array(group)
    good = np.array(right)
    starts = np.flatnonzero(np.r_[True, g[1:] != g[:-1]])
    w = np.zeros(len(index))
    m, v = np.zeros_like(w), np.zeros_like(w)
    scale = 1.0 / len(found)
    for step in range(1, steps + 1):
        s = np.bincount(c, weights=w[f], minlength=total)
        s -= np.maximum.reduceat(s, starts)[g]
        e = np.exp(s)
        p = e / np.add.reduceat(e, starts)[g]
        eg = np.where(good, e, 0.0)
        q = eg / np.add.reduceat(eg, starts)[g]
        grad = np.bincount(f, weights=(p - q)[c], minlength=len(w)) * scale + penalty * scale * w
        m = 0.9 * m + 0.1 * grad
        v = 0.999 * v + 0.001 * grad * grad
        w -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    s = np.bincount(c, weights=w[f], minlength=total)
    hit = sum(good[a + int(np.argmax(s[a:b]))] for a, b in zip(starts, [*starts[1:], total], strict=True))
    print(f"{found[0].what}: {len(found)} choices, {len(w)} weights, {100 * hit / len(found):.1f} % right on them")
    return [
        (found[0].what, kind, name, round(float(w[i]), 3)) for (kind, name), i in index.items() if abs(w[i]) >= 0.02
    ]


def main() -> None:
    """Fit and write the weights; each pass meets the mentions with the weights of the pass before."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--passes", type=int, default=2)
    options = parser.parse_args()
    actors, weights = ActorList.load(), learned()
    read = [*articles("train", options.corpora), *articles("own-read", options.corpora)]
    for _ in range(options.passes):
        found: dict[str, list[Choice]] = {}
        for article in read:
            for choice in choices(article, actors, weights):
                found.setdefault(choice.what, []).append(choice)
        rows = [row for what in sorted(found) for row in fit(found[what], options.penalty)]
        weights = Weights(rows)
        with options.out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("choice", "kind", "feature", "weight"))
            writer.writerows(rows)


if __name__ == "__main__":
    main()
