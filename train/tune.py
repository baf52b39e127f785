"""Thresholds and calibration on the development split: `python -m train.tune --model FOLDER`.

The model reads the split once; each threshold is then moved in turn, and the value with the best F1 of the shared
scorer is kept. The calibration maps the model's score of an event to the share that is right (Platt 1999), fitted on
the same split; the floor of each type is the least confidence with the best F1.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate.decode import Decoder, Thresholds
from dateline.annotate.heads import PairHead
from dateline.annotate.model import _joined
from dateline.annotate.session import Session, read_card, read_weights
from dateline.annotate.tokens import WordPieces, windows
from dateline.coders.voices import voices
from dateline.records.annotation import Annotation
from dateline.split.sentences import sentences
from eval.corpora import Corpora
from eval.tasks.annotated import development
from train.tune_said import tuned

FLOORS = (0.13, 0.17, 0.2, 0.24, 0.28, 0.33, 0.4)
COMMON_FLOOR = 0.24
GRID = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)


class Split:
    """The development articles with the model's output, kept so that decoding can be repeated."""

    def __init__(self, folder: Path, corpora: Path, scorer: Path) -> None:
        self.gold = development(Corpora(corpora))
        self.card = read_card(folder)
        self._pairs = PairHead(read_weights(folder))
        session = Session(folder, self.card, threads=2)
        pieces = WordPieces.load(folder / "vocab.txt")
        self._read = []
        for d in self.gold:
            parts = windows(d["text"], sentences(d["text"], d["title"]), pieces, size=self.card.window)
            self._read.append([(w, *out) for w, out in zip(parts, session.run(parts), strict=True)])
        spec = importlib.util.spec_from_file_location("scorer", scorer)
        assert spec and spec.loader
        self._scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._scorer)
        self._tmp = Path(tempfile.mkdtemp())
        self._gold_file = self._tmp / "gold.jsonl"
        self._gold_file.write_text("".join(json.dumps(d) + "\n" for d in self.gold))

    def annotations(self, thresholds: Thresholds) -> list[Annotation]:
        """Each article decoded."""
        decoder = Decoder(self.card.space, self._pairs, thresholds)
        return [_joined((), [decoder.read(*x) for x in rows]) for rows in self._read]

    def score(self, thresholds: Thresholds) -> dict[str, Any]:
        """The scorer's figures of what is decoded (spans, types, modes, status; nothing is resolved)."""
        out = self._tmp / "out.jsonl"
        with out.open("w") as f:
            for d, a in zip(self.gold, self.annotations(thresholds), strict=True):
                for line in _lines(d, a):
                    f.write(json.dumps(line) + "\n")
        return self._scorer.main(str(self._gold_file), str(out))


def _lines(d: dict, a: Annotation) -> list[dict]:
    def piece(s) -> dict:
        return {"text": d["text"][s.start : s.end], "span": [s.start, s.end]}

    article, out = {"id": d["doc"]}, []
    for t in a.triggers:
        by = {r: [piece(x.span) for x in t.arguments if x.role == r] for r in ("actor", "recipient", "place", "hedge")}
        out.append(
            {
                "record": "event",
                "article": article,
                "type": t.types[0][0],
                "modes": [m for m, _ in t.modes],
                "trigger": piece(t.span),
                "actors": by["actor"],
                "recipients": by["recipient"],
                "where": by["place"],
                "status": t.status[0][0],
                "hedge": by["hedge"],
                "according_to": [piece(s) for s, _ in voices(t, a.said)],
            }
        )
    for s in a.said:
        out.append(
            {
                "record": "statement",
                "article": article,
                "content": piece(s.content),
                "source": s.source and piece(s.source),
            }
        )
    return out


def tune(split: Split) -> Thresholds:
    """Move one threshold after another; events first, since arguments are counted on matched events."""
    best = Thresholds(0.5, {}, {}, 0.4)

    def climb(key: str, change) -> None:
        nonlocal best
        scored = [(split.score(change(g))[key]["f1"], -abs(g - 0.45), g) for g in GRID]
        f1, _, g = max(scored)
        best = change(g)
        print(key, g, f1, flush=True)

    climb("event", lambda g: replace(best, trigger=g))
    for layer, key in (
        ("part", "actor"),
        ("place", "place"),
        ("content", "statement content"),
        ("source", "statement source"),
    ):
        climb(key, lambda g, n=layer: replace(best, mention={**best.mention, n: g}))
    for role, key in (
        ("actor", "actor"),
        ("recipient", "recipient"),
        ("place", "place"),
        ("say_source", "statement source"),
        ("source", "source"),
    ):
        climb(key, lambda g, n=role: replace(best, role={**best.role, n: g}))
    modes = [(split.score(replace(best, mode=g))["given match"]["mode"]["acc"], g) for g in GRID]
    print("mode", modes)
    return best


def _scored(split: Split, thresholds: Thresholds) -> list[tuple[str, float, float]]:
    """(type, logit of the model's score, 1.0 where right) of every decoded event."""
    rows = []
    for d, a in zip(split.gold, split.annotations(thresholds), strict=True):
        gold = [(e["trigger"], e["type"]) for e in d["events"]]
        for t in a.triggers:
            p = min(max(t.score * t.types[0][1], 1e-6), 1 - 1e-6)
            type_ = t.types[0][0]
            hit = any(g[0] < t.span.end and t.span.start < g[1] and y == type_ for g, y in gold)
            rows.append((type_, math.log(p / (1 - p)), float(hit)))
    return rows


def calibration(split: Split, thresholds: Thresholds) -> tuple[list[float], dict[str, float], float]:
    """(a, b) of the logistic map, the floor of each type with the best F1, and the expected calibration error."""
    rows = _scored(split, thresholds)
    x, y = np.array([r[1] for r in rows]), np.array([r[2] for r in rows])
    a, b = 1.0, 0.0
    for _ in range(3000):
        q = 1 / (1 + np.exp(-(a * x + b)))
        a -= 0.05 * float(((q - y) * x).mean())
        b -= 0.05 * float((q - y).mean())
    q = 1 / (1 + np.exp(-(a * x + b)))
    bins = np.clip((q * 10).astype(int), 0, 9)
    error = sum(abs(q[bins == k].mean() - y[bins == k].mean()) * (bins == k).mean() for k in set(bins.tolist()))
    gold = Counter(e["type"] for d in split.gold for e in d["events"])
    kinds = np.array([r[0] for r in rows])
    floors = {t: _floor(q[kinds == t], y[kinds == t], n) for t, n in gold.items()}
    return [round(a, 4), round(b, 4)], floors, float(error)


def _floor(q: np.ndarray, y: np.ndarray, n: int) -> float:
    """The least confidence with the best F1, drawn towards the common one where the type is rare."""
    best, at = -1.0, COMMON_FLOOR
    for cut in FLOORS:
        kept = y[q >= cut]
        f1 = 2 * kept.sum() / (len(kept) + n) if len(kept) else 0.0
        f1 -= abs(cut - COMMON_FLOOR) * 2 / n
        if f1 > best:
            best, at = f1, cut
    return at


def main() -> None:
    """Write thresholds.json and print the figures."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    p.add_argument("--scorer", type=Path, default=Path("../shared/tools/score_events.py"))
    p.add_argument("--only-score", action="store_true")
    p.add_argument("--out", type=Path, default=Path("thresholds.json"))
    args = p.parse_args()
    split = Split(args.model, args.corpora, args.scorer)
    best = split.card.thresholds if args.only_score else tune(split)
    figures = split.score(best)
    for k, v in figures.items():
        print(k, json.dumps(v))
    pair, floors, ece = calibration(split, best)
    print("calibration", pair, "floors", floors, "expected calibration error", round(ece, 4))
    if not args.only_score:
        mention = {**(best.mention or {}), **tuned(args.model, args.corpora, best)}
        chosen = {"trigger": best.trigger, "mention": mention, "role": best.role, "mode": best.mode}
        args.out.write_text(json.dumps(chosen | {"calibration": pair, "floors": floors}, indent=1))


if __name__ == "__main__":
    main()
