"""Fit how scores and signs are weighed to a confidence: `python -m train.weigh --thresholds train/thresholds.json`.

A logistic regression on the signs of `dateline.weigh`, over all candidates of annotated articles that the model has not
learned (on learned ones its scores say too much), regularised on standardised signs. Then one scale and one shift are
fitted on the development split, so that the weights of one model serve the next, and the floors are chosen there: the
least common confidence at which the wanted precision holds. Writes `confidence` and `floors` into the
thresholds file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline import pipeline
from dateline.records.article import Article
from dateline.records.span import Span
from dateline.resolving import SplitArticle, parties
from dateline.weigh import Signs, signs
from eval.corpora import Corpora
from eval.tasks.annotated import development
from train import offsets

Row = dict[str, Any]
STRENGTH = 0.3
"""C of the regression, on standardised signs."""
LOWER = dict.fromkeys(("AID", "COOPERATE", "MOBILIZE", "REJECT", "THREATEN"), 0.34) | {"CONCEDE": 0.23}
"""Floors of types that the model is seldom sure of: the common one would lose most of them."""


class Candidates:
    """All candidate events of annotated articles: signs, whether right, type, and how many the gold has."""

    def __init__(self, documents: Iterable[Row], parts: pipeline.Parts) -> None:
        self.rows: list[Signs] = []
        self.right: list[float] = []
        self.types: list[str] = []
        self.gold: dict[str, int] = {}
        for d in documents:
            for e in d["events"]:
                self.gold[e["type"]] = self.gold.get(e["type"], 0) + 1
            article = Article(d["doc"], d["text"], title=d.get("title"), published=d.get("published") or None)
            _, trace = pipeline.traced(article, parts)
            split = SplitArticle(article, trace.sentences, None)
            actors = parties(split, trace.annotation, trace.drafts, parts.actors).actors
            self.rows += signs(trace.drafts, actors, trace.annotation.said, len(trace.sentences))
            found = [(x.scores[0][0], x.trigger) for x in trace.drafts]
            self.types += [t for t, _ in found]
            self.right += matched(d["events"], found)

    def odds(self, bias: float, weights: Mapping[str, float]) -> np.ndarray:
        """The log-odds of each candidate."""
        return np.array([bias + sum(weights.get(k, 0.0) * v for k, v in row.items()) for row in self.rows])


def matched(gold: list[Row], found: list[tuple[str, Span]]) -> list[float]:
    """1.0 for each found event that the shared scorer would match with the same type, else 0.0."""
    pairs = [
        (g["type"] != t, i, j)
        for i, g in enumerate(gold)
        for j, (t, s) in enumerate(found)
        if g["trigger"][0] < s.end and s.start < g["trigger"][1]
    ]
    right, used = [0.0] * len(found), set()
    for wrong, i, j in sorted(pairs):
        if ("gold", i) in used or ("found", j) in used:
            continue
        used |= {("gold", i), ("found", j)}
        right[j] = float(not wrong)
    return right


def fit(some: Candidates) -> tuple[float, dict[str, float]]:
    """(bias, weights) of the regression, in the units of the signs themselves."""
    names = sorted({k for row in some.rows for k in row})
    x = np.array([[row.get(k, 0.0) for k in names] for row in some.rows])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit((x - mean) / spread, some.right)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    return bias, {k: float(w) for k, w in zip(names, weights, strict=True)}


def calibrated(odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """(scale, shift) that make the log-odds the share of right ones (Platt 1999)."""
    model = LogisticRegression(C=1e4, max_iter=3000).fit(odds[:, None], right)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def floor(
    confidence: np.ndarray, right: np.ndarray, types: np.ndarray, gold: int, precision: float
) -> tuple[float, float, float, float]:
    """(common floor, precision, recall, F1) of typed events: the best F1 among floors with the precision wanted."""
    best = (1.0, 0.0, 0.0, 0.0)
    for cut in np.arange(0.2, 0.9, 0.01):
        kept = right[confidence >= np.array([LOWER.get(t, cut) for t in types])]
        if not len(kept) or kept.mean() < precision:
            continue
        f1 = 2 * kept.sum() / (len(kept) + gold)
        if f1 > best[3]:
            best = (round(float(cut), 2), float(kept.mean()), float(kept.sum() / gold), float(f1))
    return best


def expected_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error in ten bins."""
    bins = np.clip((confidence * 10).astype(int), 0, 9)
    return float(
        sum(abs(confidence[bins == k].mean() - right[bins == k].mean()) * (bins == k).mean() for k in set(bins))
    )


def main() -> None:
    """Fit, calibrate, choose the floor, write."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, help="folder of the model (default: the shipped one)")
    p.add_argument("--unlearned", type=Path, nargs="*", default=[], help="annotations that the model has not learned")
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    p.add_argument("--thresholds", type=Path, default=Path("train/thresholds.json"))
    p.add_argument("--precision", type=float, default=0.75, help="least precision of typed events")
    args = p.parse_args()
    parts = pipeline.load(model=args.model, floor=0.0)
    chosen = json.loads(args.thresholds.read_text())
    if args.unlearned:
        documents = [d for path in args.unlearned for d in offsets.unpack(path, args.corpora)]
        bias, weights = fit(Candidates(documents, parts))
        print(len(documents), "articles", {k: round(v, 2) for k, v in weights.items()})
    else:
        bias, weights = chosen["confidence"]["bias"], chosen["confidence"]["weights"]
    split = Candidates(development(Corpora(args.corpora)), parts)
    right, gold = np.array(split.right), sum(split.gold.values())
    scale, shift = calibrated(split.odds(bias, weights), right)
    bias, weights = scale * bias + shift, {k: scale * v for k, v in weights.items()}
    confidence = 1 / (1 + np.exp(-split.odds(bias, weights)))
    print("scale", scale, "shift", shift, "expected calibration error", expected_error(confidence, right))
    types = np.array(split.types)
    for wanted in (0.0, 0.7, args.precision):
        print("precision", wanted, "floor, precision, recall, F1:", floor(confidence, right, types, gold, wanted))
    common = floor(confidence, right, types, gold, args.precision)[0]
    chosen["confidence"] = {"bias": round(bias, 4), "weights": {k: round(v, 4) for k, v in sorted(weights.items())}}
    chosen["floors"] = {t: LOWER.get(t, common) for t in parts.codebook.types}
    args.thresholds.write_text(json.dumps(chosen, indent=1) + "\n")


if __name__ == "__main__":
    main()
