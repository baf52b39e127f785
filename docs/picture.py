"""Draws docs/picture.svg: one sample report coded, as the terminal shows it."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from dateline import pipeline
from dateline.exporters.table import block, hung
from dateline.readers import read_paths

ROOT = Path(__file__).parent.parent
SHOWN = 5


def main() -> None:
    """Code the first sample report and keep the picture of its first events."""
    parts = pipeline.load()
    articles = read_paths([str(ROOT / "samples/reports/lake-wire.jsonl")], published=None, on_skip=lambda error: None)
    coded = pipeline.code_article(next(iter(articles)), parts)
    console = Console(
        record=True, width=118, file=io.StringIO(), force_terminal=True, highlight=False, emoji=False, markup=False
    )
    console.print(f"$ dateline code lake-wire.jsonl\n\n{coded.article.title}", style="bold")
    console.print(f"{coded.article.publisher} · {coded.article.published}", style="dim")
    for event in coded.events[:SHOWN]:
        console.print()
        for row in (row for line in block(event, coded) for row in hung(line, console)):
            console.print(row)
    console.save_svg(str(ROOT / "docs/picture.svg"), title="dateline", unique_id="dateline")


if __name__ == "__main__":
    main()
