"""The date of publication that a web page states about itself: never one guessed from its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.readers.published import normalise
from dateline.vocabulary.calendar import SHORT_MONTHS

META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "article_date_original",
    "originalpublicationdate",
    "ptime",
    "displaydate",
    "date_published",
    "published_at",
    "cxenseparse:recs:publishtime",
    "article.created",
    "bt:pubdate",
    "rnews:datepublished",
    "date",
)
"""Names of `meta` tags that hold the date of first publication, surest first."""

ARTICLE_KINDS = re.compile(r"article|report|posting|liveblog", re.IGNORECASE)
IN_URL = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2]|{'|'.join(SHORT_MONTHS)})[/-]"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_-]|$)"
)


def page_date(tree: HtmlElement, url: str | None) -> str | None:
    """The ISO date or date-time of publication from JSON-LD, `meta` or `time` tags or the address; None if untold."""
    for value in _candidates(tree):
        found = normalise(value)
        if found is not None:
            return found
    return date_in_url(url or "")


def date_in_url(url: str) -> str | None:
    """The ISO date in the path of an address ("/2014/08/10/", "/2014-08-10-", "/2014/aug/10/"), None without one."""
    found = IN_URL.search(url.lower())
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else SHORT_MONTHS.index(month) + 1
    return normalise(f"{found['year']}-{number:02}-{int(found['day']):02}")


def _candidates(tree: HtmlElement) -> Iterator[str]:
    yield from _json_ld(tree)
    yield from _meta(tree)
    yield from map(
        str, tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    )
    yield from map(str, tree.xpath("//time[@pubdate]/@datetime"))
    stamps = {str(stamp).strip() for stamp in tree.xpath("//article//time/@datetime | //header//time/@datetime")}
    if len({stamp[:10] for stamp in stamps}) == 1:  # several days: teasers of other reports are among them
        yield max(stamps, key=len)


def _meta(tree: HtmlElement) -> Iterator[str]:
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = tag.get("content")
        if content:
            values.setdefault(name.strip().lower(), content)
    yield from (values[name] for name in META_NAMES if name in values)


def _json_ld(tree: HtmlElement) -> Iterator[str]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            # Real pages leave line breaks in their strings (strict=False) and comment marks around the whole.
            data = json.loads(
                re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or ""), strict=False
            )
        except (ValueError, RecursionError):
            continue
        yield from _published(data, 0)


def _published(node: Any, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(node, list):
        for item in node:
            yield from _published(item, depth + 1)
    elif isinstance(node, dict):
        kind = node.get("@type")
        value = node.get("datePublished")
        if isinstance(value, str) and ARTICLE_KINDS.search(
            " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
        ):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _published(node.get(key), depth + 1)
