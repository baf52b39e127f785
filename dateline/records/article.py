"""A news report as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.fixed import fixed

BRIEF = 6
"""Sentences of a text, at most, whose acts are surer for its being short: none is too faint to be looked at there."""


@fixed()
class Article:
    """One report. `text` is what all spans point into and is never changed after reading.

    `published` is an ISO date or date-time string (None if unknown: relative dates then stay unresolved).
    `source` names the file, record or page the article was read from. Where a title was given and the text did
    not begin with it, `text` begins with the title as a line of its own.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None

    @property
    def published_date(self) -> date | None:
        """The calendar day of publication, or None."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def called(self) -> str:
        """What people call it: its publisher, else its title, else the name of its file; its id where it has none."""
        file = (self.source or "").partition("#")[0].replace("\\", "/").rpartition("/")[2]
        return self.publisher or self.title or file or self.id


@fixed()
class Sentence:
    """One sentence as a half-open range of characters.

    `part` is "headline", "body" or "furniture" ("Read more", "Subscribe", captions and share lines: never coded).
    """

    index: int
    start: int
    end: int
    part: str = "body"


def begin_of(begins: Iterable[int], position: int) -> int:
    """Where the sentence that holds a character begins, of the beginnings of all; 0 before the first."""
    return max((begin for begin in begins if begin <= position), default=0)
