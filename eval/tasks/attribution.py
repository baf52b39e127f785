"""Who said, believed or intended what: `dateline tag said` on PolNeAR."""

from __future__ import annotations

from pathlib import Path

from dateline import tagging
from dateline.records.article import Article
from dateline.records.lines import Json
from eval.corpora import Corpora, Row, rows
from eval.figure import Figure, f1, measured, percent
from eval.overlap import Range, hits, overlap

TITLE = "Attribution"
SPLIT = "PolNeAR, development part (US political news, human annotators)"
SCORER = "spans, relaxed: any overlap, one to one, pooled over articles"
ABOUT = """The output of `dateline tag said`. A source or content in several pieces counts piece by piece. “Whole”
asks that one attribution has both a source and a content that overlap those of one attribution of the gold (or no
source in both)."""
PARTS = ("source", "cue", "content")


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("attribution/dev.jsonl.gz")]


def run(corpora: Corpora) -> list[Figure]:
    """Precision, recall and F1 of sources, cues and contents, and of whole attributions."""
    tagger = tagging.statements(corpora.parts)
    table = []
    for row in rows(corpora.path("attribution/dev.jsonl.gz")):
        article = Article(row["id"], row["text"], title=row["title"], published=row["dct"] and row["dct"][:10])
        table.append(counts(row, list(tagger(article))))
    figures = []
    for k, part in enumerate((*PARTS, "whole")):
        tp, found, want = 3 * k, 3 * k + 1, 3 * k + 2
        n = int(sum(r[want] for r in table))
        figures.append(measured(f"{part} F1", table, f1(tp, found, want), n))
        figures.append(measured(f"{part} precision", table, percent(tp, found), n, pinned=False))
        figures.append(measured(f"{part} recall", table, percent(tp, want), n, pinned=False))
    return figures


def counts(row: Row, lines: list[Json]) -> list[float]:
    """Found and right, found, and gold of each part and of whole attributions, in one article."""
    out: list[float] = []
    for part in PARTS:
        want = sorted({(a, b) for q in row["attributions"] for a, b in q[part]})
        got = sorted({(line[part]["span"][0], line[part]["span"][1]) for line in lines if line[part]})
        out += [hits(want, got), len(got), len(want)]
    return out + _whole(row, lines)


def _whole(row: Row, lines: list[Json]) -> list[float]:
    free = [q for q in row["attributions"] if q["content"]]
    total, right = len(free), 0
    for line in lines:
        content = _range(line["content"])
        source = _range(line["source"])
        for q in free:
            if _fits(q["content"], content) and (_fits(q["source"], source) if source else not q["source"]):
                free.remove(q)
                right += 1
                break
    return [right, len(lines), total]


def _range(piece: Json | None) -> Range | None:
    return (piece["span"][0], piece["span"][1]) if piece else None


def _fits(pieces: list[list[int]], found: Range | None) -> bool:
    return found is not None and any(overlap((a, b), found) for a, b in pieces)
