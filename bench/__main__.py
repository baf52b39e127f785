"""Runs the measurements and appends one line to `bench/results.jsonl`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from bench import process, steps
from bench.articles import drawn, words
from dateline import pipeline
from dateline.cli.workers import settle
from dateline.records.article import Article
from eval.commit import described
from eval.corpora import ROOT, Corpora

RESULTS = ROOT / "bench" / "results.jsonl"
A_DAY = 24 * 3600


def main() -> int:
    """Measure, print, append."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    parser.add_argument("--number", type=int, default=400, help="articles")
    parser.add_argument("--memory", type=int, default=2000, help="articles of the memory run")
    parser.add_argument("--spacy", type=Path, help="interpreter of an environment with spaCy and a small model")
    parser.add_argument("--spacy-model", default="en_core_web_sm")
    parser.add_argument("--model", type=Path, help="folder of another model (steps only)")
    parser.add_argument("--only", choices=("steps",), help="this part alone, printed and not appended")
    options = parser.parse_args()
    rows = drawn(options.corpora, options.number)
    parts = pipeline.load(model=options.model)
    settle()
    line: dict[str, Any] = {
        "date": date.today().isoformat(),
        "commit": described(),
        "model": parts.model.card.digest,
        "python": platform.python_version(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "articles": len(rows),
        "words": words(rows),
    }
    line["one process"] = steps.measured([_article(r) for r in rows], parts)
    if options.only:
        print(json.dumps(line, indent=1))
        return 0
    with tempfile.TemporaryDirectory() as tmp:
        path = Path(tmp) / "articles.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        line |= processes(path, len(rows), options.memory)
        if options.spacy:
            line["spacy"] = spacy(path, options.spacy, options.spacy_model, line)
    print(json.dumps(line, indent=1))
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    return 0


def processes(path: Path, number: int, most: int) -> dict[str, Any]:
    """Start-up, the command on one and two cores, memory."""
    out: dict[str, Any] = {"start-up": process.start_up()}
    for cores in (1, 2):
        seconds = process.command(path, cores)
        out[f"dateline code, {cores} core{'s' * (cores > 1)}"] = {
            "articles a second": round(number / seconds, 2),
            "articles a day": round(number / seconds * A_DAY),
        }
    return out | {"memory": process.memory(path, most)}


def spacy(path: Path, python: Path, model: str, line: dict[str, Any]) -> dict[str, float]:
    """Words a second of spaCy's small pipeline in the same run, and how many times as fast Dateline is."""
    script = Path(__file__).parent / "spacy_speed.py"
    alone = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [python, script, path, model], capture_output=True, text=True, check=True, env={**os.environ, **alone}
    )
    theirs = float(done.stdout)
    mine = line["words"] / line["one process"]["seconds"]
    return {
        "spaCy words a second": round(theirs),
        "Dateline words a second": round(mine),
        "ratio": round(mine / theirs, 2),
    }


def _article(row: dict[str, Any]) -> Article:
    text = row["text"] if not row["title"] or row["text"].startswith(row["title"]) else f"{row['title']}\n{row['text']}"
    return Article(row["id"], text, row["title"], (row["published"] or "")[:10] or None, row["publisher"])


if __name__ == "__main__":
    sys.exit(main())
