"""How many articles there will be, where it can be told without reading them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from dateline.errors import ArticleError
from dateline.readers.html import Html
from dateline.readers.jsonl import JsonLines
from dateline.readers.pdf import Pdf
from dateline.readers.rtf import Rtf
from dateline.readers.source import find
from dateline.readers.text import Text

MOST_BYTES = 500_000_000
"""Of files of lines: to count them takes a second for each gigabyte or so."""
ONE_EACH = (*Text().suffixes, *Html().suffixes, *Pdf().suffixes, *Rtf().suffixes)

MANY_AT_TIMES = (*Text().suffixes, *Rtf().suffixes)
LONG = 200_000
"""Bytes of a text from which on it may well be an export of many reports."""


def expected(paths: Sequence[str]) -> int | None:
    """The articles in `paths` at most; None for archives, tables, packed files, long texts and pipes."""
    total, left = 0, MOST_BYTES
    for file in (file for path in paths for file in find(path)):
        ending = "" if isinstance(file, ArticleError) else os.path.splitext(file.lower())[1]
        if isinstance(file, ArticleError):
            continue
        if ending in MANY_AT_TIMES and os.path.isfile(file) and os.path.getsize(file) > LONG:
            return None
        if ending in ONE_EACH:
            total += 1
            continue
        if ending not in JsonLines().suffixes:
            return None
        try:
            left -= os.path.getsize(file)
            if left < 0 or not os.path.isfile(file):
                return None
            total += _lines(file)
        except OSError:
            continue
    return total


def _lines(file: str) -> int:
    with open(file, "rb") as stream:
        pieces = iter(lambda: stream.read(1 << 20), b"")
        last, number = b"\n", 0
        for piece in pieces:
            number += piece.count(b"\n")
            last = piece[-1:]
    return number + (last != b"\n")
