"""Writes what a store answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.cli.output import opened
from dateline.exporters import ANSWERS
from dateline.exporters.shapes import Shape


def answer(records: Iterable[Any], shape: Shape, format: str, out: Path | None) -> int:
    """Write the records to a file or to standard output; how many there were."""
    count = 0

    def counting() -> Iterator[Any]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    with opened(out) as stream:
        ANSWERS[format](counting(), shape, stream)
    return count
