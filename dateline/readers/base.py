"""What a reader promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dateline.errors import ArticleError
from dateline.readers.source import Stream

MAX_TEXT = 1_000_000
"""Longest text that is coded, in characters: some 150,000 words, beyond any report."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as a reader found it; `assemble` checks it and makes the article.

    `text` is stored exactly as given here. `published` is still in the words of the source. `language` is what the
    record itself states; `language_hint` is what its surroundings state (a page's `lang`) and is only asked when the
    text is too short to tell. `notes` are what to know of how it was read; each is told once of a file.
    """

    source: str
    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    language_hint: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside a report (what is attached to a mail), to be read as any other.

    `published` and `publisher` hold for reports in it that tell none themselves.
    """

    stream: Stream
    published: str | None
    publisher: str | None

    def filled(self, draft: Draft) -> Draft:
        """A report of it, with what it does not tell itself."""
        return replace(draft, published=draft.published or self.published, publisher=draft.publisher or self.publisher)


class Reader(Protocol):
    """One kind of file.

    A reader keeps no state, and holds at most one report in memory where the format allows.
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the file names, lower case, with the dot and without `.gz`."""

    def claims(self, head: bytes) -> bool:
        """True where the first bytes leave no doubt that the content is of this kind."""

    def read(self, stream: Stream) -> Iterator[Draft | Enclosed | ArticleError]:
        """The reports of one stream, in order, and files that are enclosed in it.

        Yields an `ArticleError` for one bad record and goes on with the next; raises one where the rest cannot be read.
        """
