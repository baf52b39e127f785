"""RSS, RDF and Atom feeds: one report an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.errors import ArticleError
from dateline.readers import xml
from dateline.readers.base import Draft
from dateline.readers.decode import decode
from dateline.readers.source import Stream

MAX_FEED = 20_000_000
"""Longest feed that is read, in bytes; those of news have some hundred entries and less than 1 MB."""
START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
BEGINS, ENDS = (
    re.compile(rb"<(?:\w+:)?(?:item|entry)(?:\s[^<>]*)?(?<!/)>"),
    re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>"),
)
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)")
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENTRIES = ("item", "entry")
TEXTS = ("encoded", "content", "description", "summary")
"""Where the words of an entry stand, the whole text before what only sums it up."""
DATES = ("published", "pubdate", "issued", "date", "created", "updated", "modified")
MARKUP = ("html", "xhtml", "text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Feed:
    """Feeds as files or from a pipe: RSS of all versions, RDF (RSS 1.0), Atom."""

    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf", ".xml")

    def claims(self, head: bytes) -> bool:
        """True where the content begins like a feed."""
        return START.match(head) is not None

    def read(self, stream: Stream) -> Iterator[Draft | ArticleError]:
        """The reports entry by entry; each entry without words is an error of its own."""
        data = stream.bytes.read(MAX_FEED + 1)
        if len(data) > MAX_FEED:
            raise ArticleError(stream.name, f"the feed is longer than {MAX_FEED:,} bytes: no news feed is")
        tree = _tree(stream.name, data)
        if _name(tree) not in ("rss", "feed", "rdf"):
            reason = (
                f"this is XML, but no feed (it begins with <{_name(tree)}>): give its reports as text, HTML or JSON"
            )
            raise ArticleError(stream.name, reason)
        channel = next((one for one in tree.iter() if _name(one) == "channel"), tree)
        publisher, language = _words(_child(channel, "title")), _language(channel) or _language(tree)
        entries = [one for one in tree.iter() if _name(one) in ENTRIES]
        whole = len(entries) - _breaks_off(data)
        for number, entry in enumerate(entries[:whole], 1):
            yield _draft(stream.name, number, entry, publisher, language)
        if entries[whole:]:
            yield ArticleError(
                f"{stream.name}#{whole + 1}", "the feed breaks off within this entry: get the feed again"
            )
        if not entries:
            raise ArticleError(stream.name, "the feed has no entries")


def _breaks_off(data: bytes) -> bool:
    """True where the last entry that begins does not end: what was got of the feed is not all of it."""
    *_, last = (0, *(mark.start() for mark in BEGINS.finditer(data)))
    return last > 0 and ENDS.search(data, last) is None


def _tree(source: str, data: bytes) -> Any:
    declared = ENCODING.match(data.lstrip())
    text = DECLARATION.sub(
        "", NOT_XML.sub("", decode(data, declared[1].decode("ascii") if declared else None)), count=1
    )
    try:
        tree = xml.parsed(text.lstrip(), mended=True)
    except ValueError as error:
        raise ArticleError(source, f"the feed is too broken to read ({type(error).__name__})") from error
    if tree is None:
        raise ArticleError(source, "the feed is too broken to read")
    return tree


def _draft(source: str, number: int, entry: Any, publisher: str | None, language: str | None) -> Draft | ArticleError:
    """One entry of a feed, by its whole text, else its summary, else its title; ArticleError where it has no words."""
    url = _link(entry)
    place = f"{source}#{url or number}"
    title = _words(_child(entry, "title"))
    text = next((words for name in TEXTS if (words := _words(_child(entry, name)))), None) or title
    if not text:
        return ArticleError(place, "the entry has neither text nor title")
    origin = _child(entry, "source")
    named = _words(_child(origin, "title")) if origin is not None and len(origin) else _words(origin)
    guid = _words(_child(entry, "guid", "id"))
    return Draft(
        place,
        text,
        id=guid or _attribute(entry, "about"),
        title=title,
        published=next((words for name in DATES if (words := _words(_child(entry, name)))), None),
        publisher=named or publisher,
        url=url,
        language_hint=_language(entry) or language,
    )


def _name(element: Any) -> str:
    """The name of an element in lower case; what stands before a colon is a namespace that nobody declared."""
    return xml.name(element).rpartition(":")[2].lower()


def _child(element: Any, *names: str) -> Any:
    """The first child with one of the names that has words in it; names of other vocabularies (media) come last."""
    found = [one for one in element if _name(one) in names]
    found.sort(key=lambda one: "mrss" in str(one.tag) or str(one.tag).startswith("media:"))
    return next((one for one in found if len(one) or (one.text or "").strip()), None)


def _words(element: Any) -> str | None:
    """The text of an element, its markup taken away; None where there is none."""
    if element is None:
        return None
    from dateline.readers.markup import plain

    kind = (element.get("type") or "").lower()
    if len(element) and (kind in MARKUP or _name(element) in TEXTS):  # markup that is not escaped
        from lxml import etree  # type: ignore[import-untyped]

        inside = "".join(etree.tostring(one, encoding="unicode", method="html") for one in element)
        return plain((element.text or "") + inside) or None
    return plain("".join(element.itertext())) or None


def _link(entry: Any) -> str | None:
    """The address of the report: of Atom the alternate link, else what the entry or its permanent id says."""
    for link in (one for one in entry if _name(one) == "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href")).strip()
    for one in (_child(entry, "origlink"), _child(entry, "link"), _child(entry, "guid")):
        words = (one.text or "").strip() if one is not None else ""
        if words.startswith(("http://", "https://")):
            return words
    return None


def _language(element: Any) -> str | None:
    return _words(_child(element, "language")) or _attribute(element, "lang")


def _attribute(element: Any, name: str) -> str | None:
    found = (str(value).strip() for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return next((value for value in found if value), None)
