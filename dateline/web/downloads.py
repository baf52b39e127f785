"""Whole lists as files: written by the exporters in a thread of its own, sent as they come, so memory stays flat."""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from starlette.responses import StreamingResponse

from dateline.errors import InputError
from dateline.exporters import ANSWERS
from dateline.exporters.base import AnswerExporter
from dateline.exporters.shapes import Shape
from dateline.records.arrow import library

FORMATS = {
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "excel": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}
MAPS = ("geojson", "gpkg")
EXCEL = "\ufeff"
"""What a CSV file begins with, for Excel to read its letters as UTF-8; most other programs take it for a letter."""
AHEAD = 16
"""Pieces that are written before they are sent."""
PIECE = 64 * 1024


class Gone(Exception):
    """Nobody takes what is written any more."""


class _Pipe(io.RawIOBase):
    """Bytes that are written here come out of `pieces`."""

    def __init__(self) -> None:
        self._queue: queue.Queue[bytes | BaseException | None] = queue.Queue(AHEAD)
        self._gone = threading.Event()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._put(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written

    def end(self, error: BaseException | None) -> None:
        """Nothing more comes."""
        self._put(error)

    def pieces(self) -> Iterator[bytes]:
        """What was written, as it comes; raises what broke the writing off."""
        try:
            while (piece := self._queue.get()) is not None:
                if isinstance(piece, BaseException):
                    raise piece
                yield piece
        finally:
            self._gone.set()

    def _put(self, piece: bytes | BaseException | None) -> None:
        while not self._gone.is_set():
            try:
                return self._queue.put(piece, timeout=0.5)
            except queue.Full:
                continue
        raise Gone


def check(format: str, shape: Shape) -> None:
    """InputError where a list cannot come in a format."""
    if format not in FORMATS:
        raise InputError(f"format: {format!r} is none of json, {', '.join(FORMATS)}")
    if format in MAPS and not shape.layer:
        raise InputError("format: only events and incidents have places")
    if format == "parquet":
        library()


def download(
    records: Iterable[Any], shape: Shape, format: str, name: str, *, write: AnswerExporter | None = None
) -> StreamingResponse:
    """All records as a file of that name (by `write` in place of the format's own).

    InputError as in `check`, or where the first of them cannot be read.
    """
    check(format, shape)
    chosen = write or ANSWERS["csv" if format == "excel" else format]
    pipe = _Pipe()
    threading.Thread(target=_write, args=(records, shape, format, chosen, pipe), daemon=True, name="download").start()
    headers = {"Content-Disposition": f'attachment; filename="{name}.{"csv" if format == "excel" else format}"'}
    pieces = pipe.pieces()
    first = next(pieces, b"")  # before the answer begins: what cannot be asked is an error, not half a file
    return StreamingResponse(chain((first,), pieces), media_type=FORMATS[format], headers=headers)


def _write(records: Iterable[Any], shape: Shape, format: str, write: AnswerExporter, pipe: _Pipe) -> None:
    error: BaseException | None = None
    try:
        out = io.TextIOWrapper(io.BufferedWriter(pipe, PIECE), encoding="utf-8", errors="replace", newline="")
        if format == "excel":
            out.write(EXCEL)
        write(records, shape, out)
        out.flush()
        out.detach().detach()  # the pipe ends by itself
    except Gone:
        return
    except BaseException as broken:  # noqa: BLE001 - told to whoever takes the pieces
        error = broken
    try:
        pipe.end(error)
    except Gone:
        return
