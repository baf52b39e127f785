"""Thresholds on the development split: `python -m train.tune --model FOLDER`.

The model reads the split once; each threshold is then moved in turn, and the value with the best F1 of the shared
scorer is kept. How scores become confidence, and the floors, are fitted after that by `train.weigh`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from dateline.annotate.decode import Decoder, Thresholds
from dateline.annotate.heads import PairHead
from dateline.annotate.session import Session, read_card, read_weights
from dateline.annotate.tokens import WordPieces, page, windows
from dateline.coders.voices import voices
from dateline.records.annotation import Annotation
from dateline.records.span import Span
from dateline.split.sentences import sentences
from eval.corpora import Corpora
from eval.tasks.annotated import development
from train.example import Row
from train.tune_said import tuned

LEAST = 0.2
"""Least score of a candidate: what is weighed and may be shown by `--recall`."""
READ = -1.0
"""How far below the floor of its type, in log-odds by its scores alone, a candidate may be of which more is read at the
default floors: below it 5 of 5,963 are kept, and no figure of the development split falls.
"""
GRID = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


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
            self._read.append((page(parts), *session.page(parts)))
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
        readings = [decoder.read(*x) for x in self._read]
        return [Annotation((), tuple(r.mentions), tuple(r.triggers), tuple(r.said)) for r in readings]

    def score(self, thresholds: Thresholds) -> dict[str, Any]:
        """The scorer's figures of what is decoded (spans, types, modes, status; nothing is resolved)."""
        out = self._tmp / "out.jsonl"
        with out.open("w") as f:
            for d, a in zip(self.gold, self.annotations(thresholds), strict=True):
                for line in _lines(d, a):
                    f.write(json.dumps(line) + "\n")
        return self._scorer.main(str(self._gold_file), str(out))


def _lines(d: Row, a: Annotation) -> list[Row]:
    """What is read of an article as lines of the scorer."""

    def piece(s: Span) -> Row:
        return {"text": d["text"][s.start : s.end], "span": [s.start, s.end]}

    article = {"id": d["doc"]}
    out: list[Row] = []
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
                "according_to": [piece(s) for s, _ in voices(d["text"], t, a.said, a.triggers)],
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


def _with_mention(before: Thresholds, layer: str, least: float) -> Thresholds:
    return replace(before, mention={**(before.mention or {}), layer: least})


def _with_role(before: Thresholds, role: str, least: float) -> Thresholds:
    return replace(before, role={**(before.role or {}), role: least})


def tune(split: Split) -> Thresholds:
    """Move one threshold after another; events first, since arguments are counted on matched events."""
    best = Thresholds(0.5, {}, {}, 0.4)

    def climb(key: str, change: Callable[[float], Thresholds]) -> None:
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
        climb(key, partial(_with_mention, best, layer))
    # The role "source" is not tuned: it stays low, for the coder weighs doubtful ones with the words (`coders.voices`).
    for role, key in (
        ("actor", "actor"),
        ("recipient", "recipient"),
        ("place", "place"),
        ("say_source", "statement source"),
    ):
        climb(key, partial(_with_role, best, role))
    modes = [(split.score(replace(best, mode=g))["given match"]["mode"]["acc"], g) for g in GRID]
    print("mode", modes)
    return best


def main() -> None:
    """Write thresholds.json and print the figures."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--corpora", type=Path, default=Corpora.folder)
    p.add_argument("--scorer", type=Path, default=Corpora.scorer)
    p.add_argument("--only-score", action="store_true")
    p.add_argument("--out", type=Path, default=Path("train/thresholds.json"))
    args = p.parse_args()
    split = Split(args.model, args.corpora, args.scorer)
    best = split.card.thresholds if args.only_score else tune(split)
    figures = split.score(best)
    for k, v in figures.items():
        print(k, json.dumps(v))
    if not args.only_score:
        mention = {**(best.mention or {}), **tuned(args.model, args.corpora, best)}
        kept = json.loads(args.out.read_text()) if args.out.exists() else {}
        # What is not tuned here (times, counts, hedges, modes) keeps its value.
        mention, role = kept.get("mention", {}) | mention, kept.get("role", {}) | (best.role or {})
        mode = kept.get("mode", best.mode)
        chosen = {"trigger": LEAST, "mention": mention, "role": role, "mode": mode, "least": READ}
        args.out.write_text(json.dumps(kept | chosen, indent=1) + "\n")


if __name__ == "__main__":
    main()
