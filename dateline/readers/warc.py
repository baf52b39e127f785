"""Web archives in WARC (ISO 28500): one report a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.html import MAX_PAGE
from dateline.readers.http import Answer, answer, media_type, report
from dateline.readers.source import Stream, pass_over

NO_PAGES = "no page or plain text with status 200 in the archive"
LONGEST_HEADER = 1 << 16
WITHOUT_ANSWER = ("resource", "conversion")
"""Kinds of records that hold a page or text itself, without the answer of a server around it."""
FROM_THE_WEB = ("http://", "https://")
"""Other addresses belong to the logs that crawlers add."""


@dataclass(frozen=True, slots=True)
class Warc:
    """WARC files: HTML and plain-text responses with status 200, resources and conversions (WET) of these types.

    The date of the archive says when a page was fetched, not when it was published, and is not used.
    """

    suffixes: tuple[str, ...] = (".warc", ".wet")

    def claims(self, head: bytes) -> bool:
        """True where the content begins with a WARC version."""
        return head.lstrip().startswith(b"WARC/")

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports page by page; what follows a damaged record is not read."""
        found = False
        for number, (fields, block) in enumerate(_records(stream), 1):
            url = fields.get("warc-target-uri", "").strip("<>") or None
            told = _answer(fields, block)
            one = report(f"{stream.name}#{url or number}", url, told) if told is not None else None
            if one is not None:
                found = True
                yield one
        if not found:
            raise ArticleError(stream.name, NO_PAGES)


def _answer(fields: dict[str, str], block: bytes) -> Answer | None:
    kind = fields.get("warc-type", "").lower()
    if kind == "response":
        return answer(block)
    if kind in WITHOUT_ANSWER and fields.get("warc-target-uri", "").lstrip("<").startswith(FROM_THE_WEB):
        return Answer(200, *media_type(fields.get("content-type")), block)
    return None


def _records(stream: Stream) -> Iterator[tuple[dict[str, str], bytes]]:
    """The named fields, in lower case, and the block of each record that is not too long to be a page."""
    number = 0
    while line := stream.bytes.readline(LONGEST_HEADER):
        if not line.strip():
            continue
        if number == 0 and not line.startswith(b"WARC/"):
            raise ArticleError(
                stream.name,
                "it does not begin as web archives do (WARC/1.1): get it again, or give it the ending of its kind",
            )
        fields = _fields(stream) if line.startswith(b"WARC/") else {}
        length = fields.get("content-length", "")
        if not (length.isascii() and length.isdigit()):
            raise ArticleError(stream.name, f"the archive is damaged after its record {number}")
        number += 1
        if int(length) > MAX_PAGE:
            pass_over(stream, int(length))
            continue
        block = stream.bytes.read(int(length))
        if len(block) < int(length):
            raise ArticleError(stream.name, f"the archive is cut off in its record {number}: get it again")
        yield fields, block


def _fields(stream: Stream) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    while (line := stream.bytes.readline(LONGEST_HEADER)).strip():
        words = line.decode("utf-8", "replace").rstrip("\r\n")
        if words[0] in " \t" and name:  # a field may go on in the next line
            fields[name] += " " + words.strip()
            continue
        name, _, value = words.partition(":")
        name = name.strip().lower()
        fields[name] = value.strip()
    return fields
