"""How many of what, given the words."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from eval.corpora import Corpora, rows
from eval.counting import score
from eval.figure import Figure, measured, percent

TITLE = "How many"
SPLIT = "counts of annotated events: the half of the articles whose errors were never read"
SCORER = "share of equal ranges (least and greatest), and of the kind that is counted"
ABOUT = (
    """Annotated by a language model with the guide. “From its place” gives the resolver only where the count stands."""
)


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Accuracy of ranges and kinds."""
    table = []
    for row in rows(corpora.path("annotated/train.jsonl")):
        tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
        score(row, tally, False)
        if "blind" in tally:
            count = tally["blind"]
            table.append([count["words"], count["place"], count["kind"], count["n"]])
    n = int(sum(r[3] for r in table))
    return [
        measured("range from the words", table, percent(0, 3), n),
        measured("range from its place", table, percent(1, 3), n),
        measured("what is counted", table, percent(2, 3), n),
    ]
