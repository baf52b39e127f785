"""Events and statements on annotated articles, with the shared scorer as it stands."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from dateline.exporters import EXPORTERS
from dateline.records.article import Article
from dateline.records.coded import Coded
from eval.corpora import Corpora, Row, rows
from eval.figure import Counts, Figure, Rate, f1, measured, percent

TITLE = "Events and statements"
SPLIT = "development: every fifth of 220 annotated news articles, never trained on"
SCORER = "the shared scorer of events, micro-averaged, default confidence"
ABOUT = """The articles were read by a language model with the annotation guide, not by human coders. Two such
readers reach trigger 91.2, event 89.7, actor 83.5, recipient 81.8, statement content 95.9 and source 92.4 F1
against each other on 32 other articles: an upper height. Thresholds and calibration were chosen on this split, so
it flatters a little. “Given match” figures are over the events that were found."""

F1_OF = ("trigger", "event", "actor", "recipient", "place", "source", "statement content", "statement source")
GIVEN_MATCH = (
    "type given trigger",
    "status",
    "status, not happened",
    "mode",
    "country",
    "sector",
    "time",
    "count",
    "hedge",
)
ENOUGH = 10
"""Gold events that a type needs for its own line."""


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path("annotated/train.jsonl")]


def development(corpora: Corpora) -> list[Row]:
    """Every fifth annotated article."""
    return [row for i, row in enumerate(rows(corpora.path("annotated/train.jsonl"))) if i % 5 == 4]


def article(row: Row) -> Article:
    """An annotated article as Dateline reads it."""
    return Article(
        row["doc"],
        row["text"],
        title=row.get("title"),
        published=row.get("published"),
        publisher=row.get("publisher"),
    )


def run(corpora: Corpora) -> list[Figure]:
    """The scorer's figures; those by type are not pinned."""
    documents = development(corpora)
    coded = list(corpora.code(map(article, documents)))
    counts = [_counts(corpora, row, one) for row, one in zip(documents, coded, strict=True)]
    official = _run(corpora.scorer_module(), documents, coded)
    columns = sorted({name for row in counts for name in row})
    table = [[row.get(name, 0.0) for name in columns] for row in counts]
    at = {name: i for i, name in enumerate(columns)}
    figures = [_f1(f"{name} F1", table, at, name) for name in F1_OF]
    for figure, name in zip(figures, F1_OF, strict=True):
        assert abs(figure.value - official[name]["f1"]) < 0.11, f"{name}: counts by article do not add up to the score"
    figures[2:2] = [
        measured("event precision", table, percent(at["event tp"], at["event pred"]), _n(table, at["event pred"])),
        measured("event recall", table, percent(at["event tp"], at["event gold"]), _n(table, at["event gold"])),
    ]
    for name in GIVEN_MATCH:
        n = _n(table, at[f"{name} of"])
        figures.append(measured(f"{name} given match", table, percent(at[f"{name} right"], at[f"{name} of"]), n))
    types = sorted({n.removesuffix(" gold") for n in columns if n.startswith("type ") and n.endswith(" gold")})
    figures.append(_mean_of_types(table, at, types))
    figures.append(_calibration(documents, coded))
    figures += [
        _f1(f"{name} F1", table, at, name, pinned=False)
        for name in sorted(types, key=lambda t: -_n(table, at[f"{t} gold"]))
        if _n(table, at[f"{name} gold"]) >= ENOUGH
    ]
    return figures


def _run(scorer: Any, documents: list[Row], coded: list[Coded]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as tmp:
        gold_file, out = Path(tmp) / "gold.jsonl", Path(tmp) / "out.jsonl"
        gold_file.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
        text = io.StringIO()
        EXPORTERS["jsonl"](iter(coded), text)
        out.write_text(text.getvalue(), encoding="utf-8")
        table: dict[str, Any] = scorer.main(str(gold_file), str(out))
    return table


def _counts(corpora: Corpora, row: Row, coded: Coded) -> dict[str, float]:
    """What the scorer counts in one article: it gives shares, so its rows are left as counts for the intervals."""
    scorer = corpora.scorer_module()
    scorer.Tally.row = lambda t: {"tp": t.tp, "pred": t.pred, "gold": t.gold}
    table = _run(scorer, [row], [coded])
    out: dict[str, float] = {}
    for name, counts in (
        *((n, table[n]) for n in F1_OF if n in table),
        *((f"type {n}", c) for n, c in table["by type"].items()),
    ):
        out |= {f"{name} {k}": v for k, v in counts.items()}
    for name in GIVEN_MATCH:
        share = table["given match"].get(name, {"acc": 0.0, "n": 0})
        out[f"{name} of"] = share["n"]
        out[f"{name} right"] = round((share["acc"] or 0.0) * share["n"] / 100)
    return out


def _n(table: list[list[float]], column: int) -> int:
    return int(sum(row[column] for row in table))


def _f1(title: str, table: list[list[float]], at: dict[str, int], name: str, *, pinned: bool = True) -> Figure:
    columns = [at[f"{name} {k}"] for k in ("tp", "pred", "gold")]
    return measured(title, table, f1(*columns), _n(table, columns[2]), pinned=pinned)


def _mean_of_types(table: list[list[float]], at: dict[str, int], types: list[str]) -> Figure:
    """The mean F1 of all types, whatever their number: rare types count as much as frequent ones."""
    rates: list[Rate] = [f1(*(at[f"{t} {k}"] for k in ("tp", "pred", "gold"))) for t in types]

    def mean(counts: Counts) -> Counts:
        out: Counts = np.mean([rate(counts) for rate in rates], axis=0)
        return out

    return measured("event macro F1 over types", table, mean, len(types))


def _calibration(documents: list[Row], coded: list[Coded]) -> Figure:
    """Expected calibration error in ten bins: how far stated confidence is from the share of right events."""
    table = []
    for row, one in zip(documents, coded, strict=True):
        bins = np.zeros((10, 3))
        want = [(e["trigger"], e["type"]) for e in row["events"] if e["trigger"]]
        for event in one.events:
            span = event.trigger.span
            right = any(t[0] < span.end and span.start < t[1] and kind == event.type for t, kind in want)
            bins[min(9, int(event.confidence * 10))] += (1, event.confidence, right)
        table.append(bins.ravel())

    def error(counts: Counts) -> Counts:
        bins = counts.reshape(*counts.shape[:-1], 10, 3)
        out: Counts = 100 * np.abs(bins[..., 1] - bins[..., 2]).sum(-1) / np.maximum(bins[..., 0].sum(-1), 1e-9)
        return out

    n = sum(len(one.events) for one in coded)
    return measured("calibration error of confidence", [list(r) for r in table], error, n, better="lower")
