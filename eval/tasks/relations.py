"""What a source does to a target: `dateline relate` on PLV."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dateline.records.span import Span
from eval.corpora import ROOT, Corpora, Row, rows
from eval.figure import Counts, Figure, Rate, measured

TITLE = "Relations"
SPLIT = "PLV, training part (human labels, both spans given), five-fold cross-validation"
SCORER = "macro F1 of 15 roots (CONCEDE and RETREAT as YIELD) and of 4 quad classes, pair given"
ABOUT = """The shipped model learned from all rows of this set, so that its own figure on them is no test. The
cross-validated figures come from five training runs that each left out a fifth (`python -m train.cross`, which
writes `train/cross.json`); they say how well the method reads pairs that it has not seen. Two differences from what is
shipped: each run tunes its encoder with its head, where the shipped head was fitted beside the shipped encoder
(`train/relation.py`); and the language models that read further pairs by PLV's conventions had studied 407 of its rows
(never as rows to learn from), which are in the first two fifths. The last line only guards against breakage: the
shipped model on its own training rows. Published figures are on PLV's test part, which is not given here."""
CROSS = ROOT / "train" / "cross.json"


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("relations/plv_train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Cross-validated macro F1 by root and quad class where `train/cross.json` is there, and the guard."""
    labelled = list(rows(corpora.path("relations/plv_train.jsonl")))
    figures = _crossed(json.loads(CROSS.read_text(encoding="utf-8"))) if CROSS.exists() else []
    pairs = [(row["gold"]["root"], typed(corpora, row)) for row in labelled]
    return [*figures, _macro("root macro F1 on its own training rows (no test)", pairs)]


def typed(corpora: Corpora, row: Row) -> str:
    """The root of the likeliest type of one pair."""
    source, target = (Span(*row[k][0]) if row[k] else None for k in ("source_span", "target_span"))
    scores = dict(corpora.parts.model.relate(row["text"], source, target))
    scores["YIELD"] = scores.pop("CONCEDE", 0.0) + scores.pop("RETREAT", 0.0)
    return max(scores, key=lambda root: (scores[root], root))


def _crossed(cross: Row) -> list[Figure]:
    """The figures of the pairs that were typed by a model which had not seen them."""
    pairs = [(want, got) for want, got in cross["pairs"]]
    quad = cross["quad of root"]
    return [
        _macro("root macro F1, cross-validated", pairs),
        _macro("quad macro F1, cross-validated", [(quad[want], quad[got]) for want, got in pairs]),
    ]


def _macro(name: str, pairs: Sequence[tuple[str, str]]) -> Figure:
    """Macro F1 of (gold, found) labels, each pair a document."""
    labels = sorted({gold for gold, _ in pairs})
    table = np.zeros((len(pairs), 3 * len(labels)))
    for row, (want, got) in enumerate(pairs):
        for k, label in enumerate(labels):
            table[row, 3 * k : 3 * k + 3] = (want == got == label, got == label, want == label)
    return measured(name, [list(r) for r in table], macro_f1(len(labels)), len(pairs))


def macro_f1(labels: int) -> Rate:
    """The mean F1 of labels, each with three columns: right, found, gold."""

    def rate(counts: Counts) -> Counts:
        c = counts.reshape(*counts.shape[:-1], labels, 3)
        out: Counts = (200 * c[..., 0] / np.maximum(c[..., 1] + c[..., 2], 1e-9)).mean(-1)
        return out

    return rate
