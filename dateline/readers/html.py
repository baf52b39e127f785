"""Web pages: main text, title, date, publisher (trafilatura, Barbaresi 2021)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.errors import ArticleError
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.source import Stream

MAX_PAGE = 20_000_000
"""Longest page that is read, in bytes; the heaviest news pages have about 5 MB."""

START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(r"<[a-zA-Z!/]")
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
NEEDS_BROWSER = re.compile(r"\b(?:enabled?|requires?|needs?|turn on|activate) javascript\b", re.IGNORECASE)
FEW_WORDS = 300
"""Characters of a page that tells no more than that it needs a browser."""
NO_TEXT = "no main text found in the page (a start page, a video page or one that needs a browser)"


@dataclass(frozen=True, slots=True)
class Html:
    """Pages saved from the web: one report each."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def claims(self, head: bytes) -> bool:
        """True where the content begins like a page."""
        return START.match(head) is not None

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The one report of the page."""
        data = stream.bytes.read(MAX_PAGE + 1)
        if len(data) > MAX_PAGE:
            raise ArticleError(stream.name, f"the page is longer than {MAX_PAGE:,} bytes: no news page is")
        yield page(stream.name, data)


def page(source: str, data: bytes, url: str | None = None, charset: str | None = None) -> Draft:
    """The report of one page; `url` and `charset` as the server told them. Raises ArticleError where it has no text."""
    declared = CHARSET.search(data[:4096])
    html = decode(data, charset or (declared[1].decode("ascii", "ignore") if declared else None))
    if not TAG.search(html):
        return Draft(source, html, url=url)  # without any markup a page is its own text
    try:
        return _extracted(source, html.replace("\x00", ""), url)
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError) as error:
        raise ArticleError(source, f"the page is too broken to read ({type(error).__name__})") from error


def _extracted(source: str, html: str, url: str | None) -> Draft:
    """The main text of a page with what the page says of itself; ArticleError where it has none."""
    from trafilatura import bare_extraction  # a second to load: only where there are pages
    from trafilatura.utils import load_html

    from dateline.readers.page_facts import facts

    _quieten()
    tree = load_html(html)
    if tree is None:  # it takes whole pages only
        tree = load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        raise ArticleError(source, NO_TEXT)
    found = facts(tree, url)
    document = bare_extraction(tree, url=found.url, fast=True, include_comments=False)
    text = getattr(document, "text", None)
    if not text or not text.strip() or (len(text) < FEW_WORDS and NEEDS_BROWSER.search(text)):
        raise ArticleError(source, NO_TEXT)
    return Draft(
        source,
        text,
        title=found.title,
        published=found.published,
        publisher=found.publisher,
        url=found.url,
        language_hint=found.language,
    )


def _quieten() -> None:
    """Keep the libraries' own warnings from the screen: each failure gets one line, and it is Dateline's."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
