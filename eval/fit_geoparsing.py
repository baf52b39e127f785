"""Fits the weights of place tagging on the development halves `a` of the toponym sets: `python -m eval.fit_geoparsing`.

Prints the weights for dateline/resolve/where/rank.py (a softmax over the places of one name: which is within 161 km of
the gold point) and accept.py (a logistic regression over cues: is the spot a toponym). Full-batch Adam with an L2
penalty, from zero, no randomness. numpy only.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from dateline.records.span import Span
from dateline.resolve.where import Gazetteer, accept, rank
from dateline.resolve.where.build import kilometres
from dateline.resolve.where.context import context_of
from dateline.resolve.where.extra import add_extra
from dateline.resolve.where.reading import read_words
from dateline.resolve.where.spot import spots_of
from dateline.resolve.where.words import words
from eval.corpora import Corpora
from eval.geoparsing import NEAR, SETS, articles, half_of, is_demonym, kind_of

Array = np.ndarray[Any, np.dtype[np.float64]]
RANK_L2, ACCEPT_L2 = 3e-4, 1e-4
FIXED = {"held": 5.0, "share": 1.0, "near": 0.5, "settlement_word": 1.0, "unit_word": 1.0, "unit2_word": 1.0}
"""Set by hand: what the words say ("Paris, Texas") is to outweigh all else, and the sets have few such cases."""
SHARE = {"geovirus": 1.0, "gwn": 1.0, "lgl_dev": 0.5}
"""How much a mention of each set counts: world news before local news."""


def descend(slope_at: Callable[[Array], Array], size: int, steps: int) -> Array:
    """The weights at the least loss, whose slope is given, by Adam."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = slope_at(weights)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def rank_examples(folder: Path, gazetteer: Gazetteer) -> list[tuple[Array, Array, float]]:
    """For each name of each article: features of the candidates, which are right, how much it counts."""
    examples = []
    for name, home in SETS.items():
        for article in articles(folder, name):
            if half_of(article) == "a":
                examples += [(x, y, w * SHARE[name]) for x, y, w in _rank_article(article, gazetteer, home)]
    return examples


def _rank_article(article: dict[str, Any], gazetteer: Gazetteer, home: str | None) -> list[tuple[Array, Array, float]]:
    """For each toponym with several candidates: their features, which is right, and its weight."""
    # Demonyms are left out: the tagger is not given them as places either, they count as words about countries.
    given = [t for t in article["toponyms"] if t["lat"] is not None and not is_demonym(t["name"])]
    spans = {Span(t["start"], t["end"]): t for t in given}
    reading = read_words(article["text"], gazetteer, words(), frozenset())
    spots, _ = add_extra(reading, spots_of(reading), list(spans))
    spots = [spot for spot, is_place in zip(spots, accept.accepted(spots), strict=True) if is_place]
    context = context_of(reading, spots)
    groups = rank.groups_of(spots, context)
    scores = rank.scores_of(spots, groups, context, home)
    company = rank.company_of(groups, scores)
    found = []
    for number, group in enumerate(groups):
        gold = [t for member in group.numbers for span, t in spans.items() if span.overlaps(spots[member].span)]
        if not gold or len(group.candidates) < 2:
            continue
        rows = rank.features_of(spots, group, context, home)
        for row, candidate in zip(rows, group.candidates, strict=True):
            row |= company.features(number, candidate.entry)
        x = np.array([[row.get(feature, 0.0) for feature in rank.FEATURES] for row in rows])
        y = np.array([_is_right(candidate.entry, gold[0]) for candidate in group.candidates], dtype=float)
        if 0 < y.sum() < len(y):
            found.append((x, y, float(len(gold)) ** 0.5))
    return found


def _is_right(entry: Any, gold: dict[str, Any]) -> bool:
    if str(entry.geonames_id) == str(gold.get("geonames_id")):
        return True
    return entry.lat is not None and kilometres(entry.lat, entry.lon, gold["lat"], gold["lon"]) <= NEAR


def fit_rank(examples: list[tuple[Array, Array, float]]) -> Array:
    """Weights of the candidates' features."""
    total = sum(weight for _, _, weight in examples)
    fixed = np.array([FIXED.get(feature, 0.0) for feature in rank.FEATURES])
    free = np.array([feature not in FIXED for feature in rank.FEATURES], dtype=float)

    def slope_at(weights: Array) -> Array:
        slope = np.zeros_like(weights)
        for x, y, weight in examples:
            score = x @ (weights * free + fixed)
            odds = np.exp(score - score.max())
            share = odds / odds.sum()
            right = share[y > 0].sum()
            slope += weight * x.T @ (share - share * y / (right + 1e-12))
        out: Array = free * slope / total + 2 * RANK_L2 * weights
        return out

    out: Array = descend(slope_at, len(rank.FEATURES), 400) * free + fixed
    return out


def accept_examples(folder: Path, gazetteer: Gazetteer) -> tuple[list[frozenset[str]], Array, Array]:
    """Cues of each spot, whether it is a toponym, how much it counts."""
    cues: list[frozenset[str]] = []
    labels: list[float] = []
    weights: list[float] = []
    for name in SETS:
        for article in articles(folder, name):
            if half_of(article) != "a":
                continue
            gold = [(Span(t["start"], t["end"]), kind_of(t)) for t in article["toponyms"]]
            for spot in spots_of(read_words(article["text"], gazetteer, words(), frozenset())):
                kinds = {kind for span, kind in gold if span.overlaps(spot.span)}
                if "ignore" in kinds or (is_demonym(spot.span.of(article["text"])) and "place" not in kinds):
                    continue
                cues.append(spot.cues)
                labels.append(float("place" in kinds))
                weights.append(SHARE[name])
    return cues, np.array(labels), np.array(weights)


def fit_accept(cues: list[frozenset[str]], labels: Array, weights: Array) -> dict[str, float]:
    """Weights of the cues, with the bias as "bias"."""
    names = ["bias", *sorted(set().union(*cues))]
    x = np.array([[1.0, *(float(name in spot) for name in names[1:])] for spot in cues])

    def slope_at(w: Array) -> Array:
        share = 1 / (1 + np.exp(-(x @ w)))
        slope: Array = x.T @ (weights * (share - labels)) / weights.sum()
        return slope + 2 * ACCEPT_L2 * np.concatenate([[0.0], w[1:]])

    return dict(zip(names, descend(slope_at, len(names), 800), strict=True))


def main() -> None:
    """Prints the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Corpora.folder / "place")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    print("# accept.py")
    for name, value in fit_accept(*accept_examples(options.folder, gazetteer)).items():
        print(f'    "{name}": {value:.2f},')
    examples = rank_examples(options.folder, gazetteer)
    print(f"# rank.py, {len(examples)} names")
    for name, value in zip(rank.FEATURES, fit_rank(examples), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
