"""What whole processes take: start-up, memory, and the command line on one and two cores."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

TIMES = 5
STARTED = """
import time
began = time.perf_counter()
import dateline
imported = time.perf_counter()
tool = dateline.load()
loaded = time.perf_counter()
tool.code("Rebels attacked an army post near Gao on Monday, killing seven soldiers.", published="2024-07-30")
print(imported - began, loaded - began, time.perf_counter() - began)
"""
GROWTH = """
import json, sys
from dateline import pipeline
from dateline.records.article import Article

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 2**20

parts = pipeline.load()
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
seen = []
for number in range(int(sys.argv[2])):
    row = rows[number % len(rows)]
    pipeline.code_article(Article(str(number), row["text"], row["title"], (row["published"] or "")[:10] or None), parts)
    if number % 50 == 49:
        seen.append(round(resident(), 1))
print(json.dumps(seen))
"""


def start_up() -> dict[str, float]:
    """Median seconds to import, to load the model, and to the first coded article, in new processes."""
    runs = [[float(x) for x in _python("-c", STARTED).split()] for _ in range(TIMES)]
    imported, loaded, first = (round(statistics.median(column), 3) for column in zip(*runs, strict=True))
    helped = round(statistics.median(_timed([*_dateline(), "--help"]) for _ in range(TIMES)), 3)
    return {"import": imported, "load": loaded, "first article": first, "dateline --help": helped}


def memory(path: Path, number: int) -> dict[str, Any]:
    """Resident memory in MiB after each fiftieth article of `number`, the texts taken again and again."""
    import json

    seen = json.loads(_python("-c", GROWTH, str(path), str(number)))
    half = seen[len(seen) // 2]
    return {"MiB peak": max(seen), "MiB at half": half, "MiB at the end": seen[-1], "articles": number}


def command(path: Path, cores: int) -> float:
    """Seconds that `dateline code` takes for the file on so many cores, start-up included."""
    several = [*_dateline(), "code", str(path), "--format", "jsonl", "--out", os.devnull, "--workers", str(cores)]
    return _timed(several, cores)


def _dateline() -> list[str]:
    return [sys.executable, "-m", "dateline"]


def _python(*words: str) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    return done.stdout


def _timed(words: list[str], cores: int | None = None) -> float:
    def bind() -> None:
        if cores is not None and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    began = time.perf_counter()
    subprocess.run(words, capture_output=True, check=True, preexec_fn=bind)
    return time.perf_counter() - began
