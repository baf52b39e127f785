"""Thresholds of attribution in the wide sense (`dateline tag said`), on PolNeAR articles that were not learned.

The first stage learns half of the training articles (`train.fit.learned_attribution`); some of the other half are read
once here, and each threshold is moved in turn to where the relaxed F1 of its part is best.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.annotate.decode import Decoder, Thresholds
from dateline.annotate.heads import PairHead
from dateline.annotate.labels import ATTRIBUTION
from dateline.annotate.session import Session, read_card, read_weights
from dateline.annotate.tokens import WordPieces, page, windows
from dateline.split.sentences import sentences
from eval.corpora import rows
from eval.overlap import hits
from train.fit import SAMPLE, learned_attribution

GRID = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)


class Unseen:
    """Articles that the first stage left out, read once."""

    def __init__(self, folder: Path, source: Path, number: int) -> None:
        self.card = read_card(folder)
        self._pairs = PairHead(read_weights(folder))
        session = Session(folder, self.card, threads=2)
        pieces = WordPieces.load(folder / "vocab.txt")
        learned = {ex.id for ex in learned_attribution(source, random.Random(SAMPLE))}
        left = [d for d in rows(source / "attribution" / "train.jsonl.gz") if d["id"] not in learned]
        self._read = []
        for d in random.Random(9).sample(left, number):
            parts = windows(d["text"], sentences(d["text"], None), pieces, size=self.card.window)
            self._read.append((d, (page(parts), *session.page(parts))))

    def f1(self, thresholds: Thresholds) -> dict[str, float]:
        """Relaxed F1 of sources, cues and contents."""
        decoder = Decoder(self.card.space, self._pairs, thresholds)
        count = {part: [0, 0, 0] for part in ATTRIBUTION}
        for d, read in self._read:
            said = decoder.attributions(*read).said
            for part, tally in count.items():
                spans = {getattr(s, part) for s in said} - {None}
                got = sorted((s.start, s.end) for s in spans)
                want = sorted({(a, b) for q in d["attributions"] for a, b in q[part]})
                tally[0] += hits(want, got)
                tally[1] += len(got)
                tally[2] += len(want)
        return {part: 200 * tp / max(1, found + want) for part, (tp, found, want) in count.items()}


def tuned(folder: Path, source: Path, base: Thresholds, *, number: int = 80) -> dict[str, float]:
    """Thresholds of the three heads by name, those of events left as they are."""
    unseen, best = Unseen(folder, source, number), base
    for part in ("cue", "source", "content", "cue"):
        scored: list[Any] = []
        for value in GRID:
            moved = replace(best, mention={**(best.mention or {}), ATTRIBUTION[part]: value})
            scored.append((unseen.f1(moved)[part], -abs(value - 0.45), moved))
        best = max(scored, key=lambda s: s[:2])[2]
    print("attribution", {k: round(v, 1) for k, v in unseen.f1(best).items()}, flush=True)
    return {name: (best.mention or {})[name] for name in ATTRIBUTION.values()}
