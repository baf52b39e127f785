"""Copies against corroboration."""

from __future__ import annotations

import random
from pathlib import Path

from dateline.merge.copies import MemoryFingerprints, fingerprint, overlap, overlaps
from eval.copies import CLUSTERS, articles, different, edited
from eval.corpora import Corpora
from eval.figure import Figure, measured, percent

TITLE = "Copies"
SPLIT = "1,000 edits of articles drawn at random (seed 20); 1,000 pairs of story clusters that share under 30 %"
SCORER = "an edit counts as found where its article is among its copies"
ABOUT = """Edits as desks make them: another headline, a cut tail, dropped sentences, an added paragraph, changed
numbers, one to three at once, looked for among all articles ([copies](explain/copies.md))."""
NUMBER = 1000


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("articles/en.jsonl.gz"), corpora.path(CLUSTERS)]


def run(corpora: Corpora) -> list[Figure]:
    """Edits found, and pairs of different articles that are called copies."""
    rng = random.Random(20)
    pool = articles(corpora)
    prints = {a.id: fingerprint(a) for a in pool}
    known = MemoryFingerprints()
    for one in prints.values():
        known.add(one)
    hits = [
        [float(any(source in (o.earlier, o.later) for o in overlaps(fingerprint(edit), known))), 1.0]
        for edit, source, _ in edited(pool, NUMBER, rng)
    ]
    pairs = rng.sample(different(corpora), NUMBER)
    called = [[float(overlap(prints[a], prints[b]) is not None), 1.0] for a, b in pairs]
    return [
        measured("edits found", hits, percent(0, 1), NUMBER),
        measured("different articles called copies", called, percent(0, 1), NUMBER, better="lower"),
    ]
