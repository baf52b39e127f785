"""Plain text: a file is one report, stored exactly as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import MAX_TEXT, Draft
from dateline.readers.decode import decode
from dateline.readers.press import parted
from dateline.readers.source import Stream

MOST_BYTES = 4 * MAX_TEXT
"""A character has at most four bytes in UTF-8, so a longer file holds too long a text."""

MOST_OF_MANY = 100_000_000
"""Bytes of a file that a service exported with many reports in it."""

ADDRESSES = re.compile(r"(?:\s*https?://\S+\s*)+")
MARKUP = re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:rdf|[a-z]+:?[a-z]* xmlns)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """Files of plain text, and all that no other reader claims."""

    suffixes: tuple[str, ...] = (".txt", ".text", ".md", ".markdown", ".rst", ".asc")

    def claims(self, head: bytes) -> bool:
        """Never true: plain text has no mark of its own."""
        return False

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The one report of the file."""
        if MARKUP.match(stream.head):
            raise ArticleError(stream.name, "this is XML, not a report: give its reports as text, HTML or JSON lines")
        data = stream.bytes.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES and parted(decode(data)):
            data += stream.bytes.read(MOST_OF_MANY)
        elif len(data) > MOST_BYTES:
            raise ArticleError(stream.name, too_long())
        text = decode(data)
        if ADDRESSES.fullmatch(text):
            raise ArticleError(
                stream.name, "this is a list of addresses, and nothing is got from the web: save the pages"
            )
        yield Draft(stream.name, text)


def too_long(characters: int | None = None) -> str:
    """What to say of a text that is too long to be one report."""
    length = f"{characters:,} characters" if characters else f"more than {MAX_TEXT:,} characters"
    return f"{length} in one text, {MAX_TEXT:,} are the most: give each report as a file or JSON line of its own"
