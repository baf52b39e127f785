"""The main text of web pages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np

from eval.corpora import Corpora
from eval.figure import Counts, Figure, measured
from eval.html_main_text import compared, gold_pages, plain, read, same_day

TITLE = "Main text of web pages"
SPLIT = "the article extraction benchmark of Scrapinghub (181 pages), and test pages of Fundus for titles and dates"
SCORER = "runs of four words, precision and recall averaged over pages, F1 of the averages"
ABOUT = "Titles are right where equal but for case, spaces and punctuation; days where they are the same."


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("html/scrapinghub_aeb/ground-truth.json"), corpora.path("html/fundus")]


def run(corpora: Corpora) -> list[Figure]:
    """Main text, titles and days."""
    folder = corpora.path("html/scrapinghub_aeb")
    table = []
    for name, expected in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        draft = read(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
        both, more, missed = compared(expected["articleBody"], draft.text if draft else "")
        table.append([*_share(both, more), *_share(both, missed)])
    facts = [_facts(html, expected) for html, expected in gold_pages(corpora.path("html/fundus"))]
    return [
        measured("main text F1", table, _f1, len(table)),
        measured("main text precision", table, lambda c: 100 * c[..., 0] / c[..., 1], len(table), pinned=False),
        measured("main text recall", table, lambda c: 100 * c[..., 2] / c[..., 3], len(table), pinned=False),
        measured("title right", facts, lambda c: 100 * c[..., 0] / c[..., 2], len(facts)),
        measured("day of publication right", facts, lambda c: 100 * c[..., 1] / c[..., 2], len(facts)),
    ]


def _share(both: int, other: int) -> tuple[float, float]:
    return (both / (both + other), 1.0) if both + other else (0.0, 0.0)


def _f1(counts: Counts) -> Counts:
    precision, recall = counts[..., 0] / counts[..., 1], counts[..., 2] / counts[..., 3]
    out: Counts = 200 * precision * recall / np.maximum(precision + recall, 1e-9)
    return out


def _facts(html: bytes, expected: dict[str, str]) -> list[float]:
    draft = read(html)
    if draft is None:
        return [0, 0, 1]
    title = plain(draft.title) == plain(expected["title"])
    return [title, same_day(draft.published, expected["publishing_date"]), 1]
