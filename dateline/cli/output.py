"""Where the output of a command goes: the terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import InputError


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when all is written.

    A device or pipe (/dev/null, /dev/stdout) is written as it stands: a file must never take its place.
    """
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    special = path.exists() and not path.is_file()
    part = path if special else path.with_name(path.name + ".part")
    try:
        out = part.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}; give another --out") from error
    try:
        with out:
            yield out
    except BaseException:  # Ctrl-C too: half a file is none
        if not special:
            part.unlink(missing_ok=True)
        raise
    if not special:
        os.replace(part, path)


def readable(stream: TextIO) -> None:
    """Let standard output take all letters: files and pipes as UTF-8, a terminal that lacks a letter shows "?".

    Lines end in a pipe as they end in a file, on every system: else Windows would make three bytes of the two of CSV.
    """
    if isinstance(stream, io.TextIOWrapper):
        terminal = stream.isatty()
        stream.reconfigure(encoding=None if terminal else "utf-8", errors="replace", newline=None if terminal else "")


def drop() -> None:
    """Let nothing be written any more, or leaving would try once more and fail aloud."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
