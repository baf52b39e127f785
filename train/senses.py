"""The axes along which passages are compared, in `dateline/annotate/data/senses.npz`: `python -m train.senses`.

Principal components, of unit spread, of what the shipped model reads in news at the words of an act, in its sentence
and in the opening of its article (`annotate.senses`). They belong to that model and are made anew for another; then the
measure over them is fitted anew too (`python -m eval.incidents --fit --write`).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np

from dateline.annotate.heads import Floats
from dateline.annotate.model import SHIPPED, Model
from dateline.records.sense import SIZE, VIEWS
from dateline.split.sentences import sentences
from eval.corpora import Corpora, rows

ARTICLES = 700
SEED = 6


def stacked(corpora: Corpora, model: Model) -> Floats:
    """The means of all acts in some articles (acts, views, width)."""
    articles = list(rows(corpora.path("articles/en.jsonl.gz")))
    found = []
    for row in random.Random(SEED).sample(articles, ARTICLES):
        spans, means = model.means(row["text"], sentences(row["text"], row["title"])).stacked()
        if spans:
            found.append(means)
    return np.concatenate(found)


def axes(vectors: Floats, size: int) -> tuple[Floats, Floats]:
    """The middle and the first principal components of some vectors, scaled to unit spread."""
    middle = vectors.mean(axis=0)
    values, directions = np.linalg.eigh(np.cov(vectors - middle, rowvar=False))
    best = np.argsort(values)[::-1][:size]
    return middle, (directions[:, best] / np.sqrt(values[best])).astype(np.float32)


def main() -> None:
    """Write the axes of the shipped model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    args = parser.parse_args()
    model = Model()
    means = stacked(Corpora(args.corpora), model)
    found = [axes(means[:, n].astype(np.float64), SIZE) for n in range(len(VIEWS))]
    np.savez_compressed(
        SHIPPED / "senses.npz",
        model=model.card.digest,
        middle=np.stack([m for m, _ in found]).astype(np.float32),
        axes=np.stack([a for _, a in found]).astype(np.float16),
    )
    print(f"{len(means)} acts of {ARTICLES} articles, {SIZE} numbers for each of {', '.join(VIEWS)}")


if __name__ == "__main__":
    main()
