"""Incidents: events of several articles that are one happening, and of one article."""

from __future__ import annotations

from pathlib import Path

from eval.corpora import Corpora
from eval.figure import Figure, measured, percent
from eval.happenings import GOLD, HELD_OUT, Gold, articles
from eval.incidents import measured as counted
from eval.stories import annotated, pair_counts

TITLE = "Incidents"
SPLIT = "37 annotated story clusters that were held out from fitting; every fifth annotated article"
SCORER = "pairs of coded events whose triggers overlap judged mentions (eval/incidents.py)"
ABOUT = """Dateline codes whole articles and merges all of them together; what it did not code is not asked for. Within
articles the second pair of figures takes annotated events, so that joining alone is measured. Clusters and articles
were read by a language model, not by people; the 162 clusters that were fitted on are measured by cross-validation
([incidents](explain/incidents.md))."""


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [GOLD, corpora.path("articles/en.jsonl.gz"), corpora.path("annotated/train.jsonl")]


def run(corpora: Corpora) -> list[Figure]:
    """Pairwise precision and recall between articles and within them."""
    read = Gold.load()
    coded = list(corpora.code(articles(corpora, read.story)))
    found = counted(coded, read, HELD_OUT)
    del found["end to end"]  # of these clusters only words that Dateline looks at were judged
    found["within articles, events given"] = [pair_counts(a) for a in annotated(corpora, held_out=True)]
    figures = []
    for name, table in found.items():
        figures.append(measured(f"{name}: precision", table, percent(0, 1), sum(row[1] for row in table)))
        figures.append(measured(f"{name}: recall", table, percent(0, 2), sum(row[2] for row in table)))
    return figures
