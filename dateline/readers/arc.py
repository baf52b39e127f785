"""Web archives in ARC, which the Internet Archive wrote before WARC (1996-2009): one report a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.html import MAX_PAGE
from dateline.readers.http import answer, report
from dateline.readers.source import Stream, pass_over
from dateline.readers.warc import NO_PAGES

HEADER = re.compile(rb"(\S.*) (\S+) (\d{8,14}) (\S+)(?: \S+)* (\d+)\r?\n?$")
"""Address (spaces happen), host, time of fetching, type, in version 2 more fields, length in bytes."""


@dataclass(frozen=True, slots=True)
class Arc:
    """ARC files, versions 1 and 2: HTML and plain-text responses with status 200."""

    suffixes: tuple[str, ...] = (".arc",)

    def claims(self, head: bytes) -> bool:
        """True where the content begins as an ARC file has to."""
        return head.startswith(b"filedesc:")

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports page by page; what follows a damaged record is not read."""
        found = False
        for url, message in _records(stream):
            told = answer(message)
            one = report(f"{stream.name}#{url}", url, told) if told is not None else None
            if one is not None:
                found = True
                yield one
        if not found:
            raise ArticleError(stream.name, NO_PAGES)


def _records(stream: Stream) -> Iterator[tuple[str, bytes]]:
    number = 0
    while line := stream.bytes.readline(1 << 16):
        if not line.strip():
            continue
        header = HEADER.match(line)
        if header is None:
            raise ArticleError(stream.name, f"the archive is damaged after its record {number}")
        length = int(header[5])
        if length > MAX_PAGE:
            pass_over(stream, length)
            continue
        body = stream.bytes.read(length)
        if len(body) < length:
            raise ArticleError(stream.name, f"the archive is cut off in its record {number + 1}: get it again")
        number += 1
        if not line.startswith(b"filedesc:"):
            yield header[1].decode("utf-8", "replace"), body
