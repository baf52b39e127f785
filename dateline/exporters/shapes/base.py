"""What a shape is, and what several of them write alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.records.flat import Column
from dateline.records.resolved import Actor


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of record: `columns` for flat formats, `line` for JSON lines, `brief` for a list to read.

    `layer` is what it is called on a map; empty where the records have no places.
    """

    columns: Sequence[Column]
    line: Callable[[Any], dict[str, Any]]
    brief: Sequence[tuple[str, Callable[[Any], object]]]
    layer: str = ""


def minute(moment: datetime) -> str:
    """A moment to the minute, as lists to read have it."""
    return f"{moment:%Y-%m-%d %H:%M}"


def who(actors: Sequence[Actor]) -> str:
    """Parties with their codes, as lists to read have them."""
    return "; ".join(f"{a.name or a.piece.text} [{a.country or '?'}:{'+'.join(a.sectors) or '?'}]" for a in actors)
