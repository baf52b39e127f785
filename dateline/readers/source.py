"""Files, folders and standard input as streams of plain (unzipped, UTF-8 or declared) bytes."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from dateline.errors import ArticleError

HEAD = 8192
"""Bytes that are looked at to tell the kind of a file."""

NO_REPORTS = frozenset(
    (
        *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".ico"),
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".mp3", ".mp4", ".mov", ".wav"),
        *(
            ".py",
            ".pyc",
            ".r",
            ".ipynb",
            ".exe",
            ".dll",
            ".ini",
            ".cfg",
            ".toml",
            ".yaml",
            ".yml",
            ".lock",
            ".log",
            ".url",
            ".lnk",
        ),
        *(".db", ".sqlite", ".sqlite-wal", ".sqlite-shm", ".gpkg", ".parquet", ".part"),
    )
)
"""Endings of what lies beside reports in folders: parts of saved pages, pictures, programs, stores."""
STANDARD_INPUT = "standard input"
GZIP = b"\x1f\x8b"
WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

MOSTLY = 0.8
"""Share of the letters of a text in English that are of ASCII, at the least."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An open source: its name for messages, the suffix of its file name without `.gz`, its first bytes, its bytes.

    `fields` are what the fields of records are called in it, by field, where somebody said so.
    """

    name: str
    suffix: str
    head: bytes
    bytes: BinaryIO
    fields: Mapping[str, str] = field(default_factory=dict)


class _Joined(io.RawIOBase):
    """A head that was read already, and then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class _AsUtf8(io.RawIOBase):
    """A UTF-16 or UTF-32 stream, as UTF-8; its byte order mark tells how it is read, else the encoding does."""

    def __init__(self, wide: BinaryIO, encoding: str) -> None:
        self._wide = wide
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._wide.read(HEAD)
            self._ready = self._decoder.decode(piece, final=not piece).encode("utf-8", "replace")
            if not piece and not self._ready:
                return 0
        taken, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def find(path: str) -> Iterator[str | ArticleError]:
    """The files under `path`: itself, or all files of a folder, sorted, without hidden ones; `-` stays as it is.

    Inside folders only regular files count (a pipe there would block), and linked folders are not followed.
    """
    if path == "-" or not os.path.isdir(path):
        yield path
        return
    found = False
    others: list[str] = []
    errors: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            if name.startswith(".") or not (os.path.isfile(file) or os.path.islink(file)):
                continue
            found = True
            if _ending(name) in NO_REPORTS:
                others.append(name)
            else:
                yield file
        yield from (_unreadable(str(error.filename), error) for error in errors)
        found = found or bool(errors)
        errors.clear()
    if errors:
        yield from (_unreadable(str(error.filename), error) for error in errors)
    elif not found:
        yield ArticleError(path, "the folder holds no files")
    if others:
        yield ArticleError(path, passed_over(others))


@contextmanager
def opened(path: str) -> Iterator[Stream]:
    """The stream of one file or of standard input (`-`), unzipped.

    Raises ArticleError where it cannot be opened or read, is empty, or its gzip data end early, also while it is used.
    """
    name = STANDARD_INPUT if path == "-" else path
    try:
        raw = cast(BinaryIO, sys.stdin.buffer) if path == "-" else open(path, "rb")  # noqa: SIM115 - closed below
        try:
            yield streamed(name, path, raw)
        finally:
            if path != "-":
                raw.close()
    except EOFError as error:
        raise ArticleError(name, "the gzip data end early: the file is cut off, get it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise ArticleError(name, "the gzip data are damaged: get the file again") from error
    except OSError as error:
        raise _unreadable(name, error) from error


def streamed(name: str, path: str, raw: BinaryIO) -> Stream:
    """The stream of an open file, unzipped; `path` tells its ending. Raises ArticleError where it is empty."""
    head = raw.read(HEAD)
    whole = cast(BinaryIO, io.BufferedReader(_Joined(head, raw)))
    if head.startswith(GZIP):
        whole = cast(BinaryIO, gzip.GzipFile(fileobj=whole))
        head = whole.read(HEAD)
        whole = cast(BinaryIO, io.BufferedReader(_Joined(head, whole)))
    encoding = next((encoding for mark, encoding in WIDE if head.startswith(mark)), None) or _unmarked(head)
    if encoding is not None:
        whole = cast(BinaryIO, io.BufferedReader(_AsUtf8(whole, encoding)))
        head = whole.read(HEAD)
        whole = cast(BinaryIO, io.BufferedReader(_Joined(head, whole)))
    if not head.strip(b" \t\r\n\xef\xbb\xbf"):
        reason = "the file is empty" if len(head) < HEAD else f"nothing but white space in the first {HEAD:,} bytes"
        raise ArticleError(name, reason)
    return Stream(name, _suffix(path), head, whole)


def _unmarked(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of nearly all letters is nothing, and none of those between."""
    one, other = head[: len(head) // 2 * 2 : 2], head[1::2]
    for letters, nothing, encoding in ((one, other, "utf-16-le"), (other, one, "utf-16-be")):
        if len(letters) > 1 and b"\x00" not in letters and nothing.count(0) > MOSTLY * len(nothing):
            return encoding
    return None


def beside(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of files that may be reports, and of those that only lie beside reports."""
    return [n for n in names if _ending(n) not in NO_REPORTS], [n for n in names if _ending(n) in NO_REPORTS]


def passed_over(names: Sequence[str]) -> str:
    """What to say of files that are no reports: how many of each ending."""
    kinds = sorted(Counter(map(_ending, names)).items())
    return "files that are no reports are passed over: " + ", ".join(f"{number} {ending}" for ending, number in kinds)


def pass_over(stream: Stream, length: int) -> None:
    """Leave the next `length` bytes unread."""
    while length > 0 and (piece := stream.bytes.read(min(length, 1 << 20))):
        length -= len(piece)


def _ending(name: str) -> str:
    return PurePath(name.lower()).suffix


def _suffix(path: str) -> str:
    file = PurePath(path.lower())
    if file.suffix in (".gz", ".gzip"):
        file = PurePath(file.stem)
    return file.suffix


def _unreadable(name: str, error: OSError) -> ArticleError:
    if name.startswith(("http://", "https://")):
        what = f"curl -sfL '{name}' | dateline code -"
        return ArticleError(name, f"Dateline gets nothing from the web: save the page and give the file, or {what}")
    if isinstance(error, FileNotFoundError) and not Path(name).is_symlink():
        return ArticleError(name, "there is no such file or folder")
    if isinstance(error, PermissionError):
        return ArticleError(name, "no permission to read it")
    return ArticleError(name, f"cannot be read ({error.strerror or error})")
