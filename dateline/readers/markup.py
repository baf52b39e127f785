"""Pieces of markup (the entries of feeds) as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, fragment_fromstring  # type: ignore[import-untyped]

TAG = re.compile(r"<[a-zA-Z!/][^>]*>")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
BLOCKS = frozenset(
    (
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "hr",
        "pre",
    )
)
UNREAD = frozenset(("script", "style", "figure", "noscript", "iframe"))
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(markup: str) -> str:
    """The words of a piece of HTML, a paragraph a line; text without markup comes back as it is, its entities read."""
    markup = CONTROLS.sub("", markup)
    if not TAG.search(markup):
        return html.unescape(markup).strip() if ENTITY.search(markup) else markup.strip()
    try:
        tree = fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError, AssertionError):
        return html.unescape(TAG.sub(" ", markup)).strip()
    lines = "".join(_pieces(tree)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _pieces(node: HtmlElement) -> Iterator[str]:
    """The text of a tree, line ends around its blocks; without recursion, as markup may be nested deeply."""
    hidden = 0
    for event, element in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        tag = element.tag
        named = isinstance(tag, str)
        if event == "start":
            hidden += tag in UNREAD
            if tag in BLOCKS:
                yield "\n"
            if not hidden:
                yield (element.text or "").replace("\n", " ")
            continue
        if named:
            hidden -= tag in UNREAD
            if tag in BLOCKS:
                yield "\n"
        if not hidden and element is not node:
            yield (element.tail or "").replace("\n", " ")
