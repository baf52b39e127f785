"""What is coded when speed is measured: a fixed draw of the shared articles."""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path
from typing import Any


def drawn(corpora: Path, number: int) -> list[dict[str, Any]]:
    """The same articles at each call, as records that `dateline code` reads."""
    path = corpora / "articles" / "en.jsonl.gz"
    if not path.exists():
        sys.exit(f"{path} is absent: the articles are shared apart from this repository; give --corpora FOLDER")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        {
            "id": r["id"],
            "title": r["title"],
            "text": r["text"],
            "published": r["published"],
            "publisher": r["publisher"],
        }
        for r in random.Random(7).sample(rows, number)
    ]


def words(rows: list[dict[str, Any]]) -> int:
    """Words of the texts, by white space."""
    return sum(len(row["text"].split()) for row in rows)
