"""What a web page states about itself: title, date, publisher, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.readers.page_date import page_date

SEPARATOR = re.compile(r"\s*[|｜•·»:：*]\s*|\s+[-–—]+\s+")
SHORTEST_HEADING = 12
"""Headings below this length are section names ("World", "Live updates"), not titles."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of one page, None where it does not tell."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str | None


def facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """The facts of a parsed page; a known `url` outranks the one the page gives."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, default_url=url, date_config={"extensive_search": False, "original_date": True})
    address = url or found.url
    publisher = " ".join(found.sitename.split()) if found.sitename else None
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    return PageFacts(
        title=_title(found.title, headings, publisher, address),
        published=page_date(tree, address),
        publisher=publisher,
        url=address,
        language=tree.get("lang") or next(iter(tree.xpath("//html/@lang")), None),
    )


def _title(stated: str | None, headings: list[str], publisher: str | None, url: str | None) -> str | None:
    """The title without the name of the site that many pages add to it."""
    title = " ".join((stated or "").split())
    for heading in headings:
        if len(heading) >= SHORTEST_HEADING and title.startswith(heading) and SEPARATOR.match(title, len(heading)):
            return heading
    separators = list(SEPARATOR.finditer(title))
    if separators:
        last, site = _letters(title[separators[-1].end() :]), _letters(publisher or "")
        if len(last) > 2 and (last in _letters(_host(url)) or (site and (last in site or last.startswith(site)))):
            title = title[: separators[-1].start()]
    return title or next(iter(headings), None)


def _host(url: str | None) -> str:
    return re.sub(r"^[a-z]+://(?:www\.)?|[/?#].*$", "", (url or "").lower())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
