"""What an exporter promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TextIO

from dateline.exporters.shapes import Shape
from dateline.records.coded import Coded


class Exporter(Protocol):
    """Writes what came of articles in one format.

    Streams: an article is written when it comes and not kept. The caller opens and closes `out`. The same records give
    the same characters; no event is lost; nothing to write gives a valid empty file.
    """

    def __call__(self, coded: Iterable[Coded], out: TextIO) -> None:
        """Write all of `coded` to `out`."""
        ...


class AnswerExporter(Protocol):
    """Writes records of a store in one format, in the given order; streams as `Exporter` does."""

    def __call__(self, records: Iterable[Any], shape: Shape, out: TextIO) -> None:
        """Write all of `records` to `out`; InputError where the format cannot hold them."""
        ...
