"""Drafts into articles: the rules that hold for every kind of source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.errors import ArticleError
from dateline.readers.base import MAX_TEXT, Draft
from dateline.readers.head_date import at_head
from dateline.readers.language import described, identified, is_foreign, stated
from dateline.readers.published import Order, in_name, normalise, open_order
from dateline.readers.seen import Seen
from dateline.readers.text import too_long
from dateline.records.article import Article

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
"""Halves of characters that broken JSON leaves; they cannot be written, so U+FFFD stands in their place."""

FOREIGN = "most letters are none of English: another language, or an encoding that is not known (save it as UTF-8)"


@dataclass(slots=True)
class Assembler:
    """Makes the articles of one run: it knows the ids given so far and the date for reports without one.

    `order` reads dates of figures whose order is open; with `by_name` the date in a file's name comes
    before `published`; what neither dates is dated by its own head. `publisher` is that of articles that name none.
    `note` is told what a reader of the output should know about an article that is kept.
    """

    published: str | None
    note: Callable[[str], None]
    order: Order | None = None
    by_name: bool = False
    publisher: str | None = None
    _seen: Seen = field(default_factory=Seen)

    def article(self, draft: Draft) -> Article:
        """The article of a draft; raises ArticleError where it cannot be coded or was read before."""
        text = _whole(draft)
        language = _language(draft)
        own = draft.id.strip() if draft.id else None
        return Article(
            id=self._unused(draft.source, own or _digest(draft.url or "", text).hex()[:16], text),
            text=text,
            title=_line(draft.title),
            published=self._published(draft) or self._of_head(draft.source, text),
            publisher=_line(draft.publisher) or _line(self.publisher),
            url=draft.url.strip() or None if draft.url else None,
            language=language,
            source=draft.source,
        )

    def _published(self, draft: Draft) -> str | None:
        if draft.published is None or not draft.published.strip():
            return self._of_name(draft.source) or self.published
        found = normalise(draft.published, self.order)
        if found is None:
            self.note(
                f"{draft.source}: the date {draft.published[:40]!r} is not clear, so its relative dates stay "
                f"unresolved{_which(draft.published)}"
            )
        return found

    def _of_name(self, source: str) -> str | None:
        """The date in a file's name where these count; of one that is not clear the reader of the output is told."""
        found, unclear = in_name(source, self.order) if self.by_name else (None, None)
        if unclear:
            self.note(f"{source}: the date {unclear!r} in its name is not clear{_which(unclear.replace('_', '-'))}")
        return found

    def _of_head(self, source: str, text: str) -> str | None:
        """What the head of a text states where nothing else dates it, which the reader of the output is told."""
        day, line = at_head(text, self.order) or (None, "")
        if day is not None:
            self.note(f"{source}: no date is given, so it is dated by its head: {line[:60]!r}")
        return day

    def _unused(self, source: str, name: str, text: str) -> str:
        new = self._seen.new(name, text)
        if new:
            return name
        other = name if new is False else f"{name}-{_digest(text).hex()[:8]}"
        if new is False or not self._seen.new(other, text):
            raise ArticleError(source, f"read twice (id {other}): the same text was read before")
        self.note(f"{source}: the id {name} was given to another text before: this one is called {other}")
        return other


def _which(date: str) -> str:
    """What to do about a date whose order is open."""
    return ": say whether the day or the month comes first (--dates)" if open_order(date) else ""


def _whole(draft: Draft) -> str:
    """The text with its title, if one is given and the text does not begin with it."""
    if "\x00" in draft.text:
        raise ArticleError(draft.source, "the text holds NUL characters: it is binary or damaged")
    text = HALF_CHARACTER.sub("\ufffd", draft.text)
    if not text.strip():
        raise ArticleError(draft.source, "the text is empty")
    title = _line(draft.title)
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    if len(text) > MAX_TEXT:
        raise ArticleError(draft.source, too_long(len(text)))
    return text


def _language(draft: Draft) -> str | None:
    """The language of an article in English, or None if it is not clear; raises ArticleError for any other language."""
    code = stated(draft.language) or identified(draft.text) or stated(draft.language_hint)
    if code is not None and code != "en":
        raise ArticleError(draft.source, f"language is {described(code)}: only English is coded so far")
    if code is None and is_foreign(draft.text):
        raise ArticleError(draft.source, FOREIGN)
    return code


def _line(words: str | None) -> str | None:
    """Words on one line, None if there are none."""
    if words is None or not words.strip():
        return None
    words = HALF_CHARACTER.sub("\ufffd", words).replace("\x00", "")
    return " ".join(words.split()) if "\n" in words or "\r" in words else words


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("".join(parts).encode("utf-8", "replace")).digest()
