"""What is coded when speed is measured: a fixed draw of the shared articles."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from eval.corpora import Corpora, rows


def drawn(corpora: Path, number: int) -> list[dict[str, Any]]:
    """The same articles at each call, as records that `dateline code` reads; AbsentError where they are not there."""
    articles = list(rows(Corpora(corpora).path("articles/en.jsonl.gz")))
    return [
        {
            "id": r["id"],
            "title": r["title"],
            "text": r["text"],
            "published": r["published"],
            "publisher": r["publisher"],
        }
        for r in random.Random(7).sample(articles, number)
    ]


def words(articles: list[dict[str, Any]]) -> int:
    """Words of the texts, by white space."""
    return sum(len(row["text"].split()) for row in articles)
