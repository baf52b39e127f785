"""Sentences of a report, each marked as headline, body or furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.records.article import Sentence
from dateline.split.boundaries import ends
from dateline.split.furniture import begins_list, kind, may_be_link
from dateline.split.lines import blocks
from dateline.split.opening import opening_of

LONGEST_HEADLINE = 250
MOST_LINKS = 8
"""Lines below "Related:" that are taken for its links at most."""
PROSE_END = re.compile(r"[.;:,][\"'”’)\]]*$")

Part = tuple[int, int, str]


def sentences(text: str, title: str | None = None) -> tuple[Sentence, ...]:
    """All sentences of `text` in order, as ranges without white space at their ends; together they hold every word.

    The first line is the headline where it is the `title`, or reads like one and is followed by more. A whole line or a
    single sentence may be furniture.
    """
    return tuple(Sentence(index, *part) for index, part in enumerate(_parts(text, title)))


def _parts(text: str, title: str | None) -> Iterator[Part]:
    paragraphs = list(blocks(text))
    links = 0
    for number, (start, end) in enumerate(paragraphs):
        block = text[start:end]
        if number == 0 and _is_headline(text, paragraphs, title):
            yield from _pieces(block, start, "headline")
            continue
        if links and may_be_link(block):
            links -= 1
            yield from _pieces(block, start, "furniture")
            continue
        furniture = kind(block) is not None
        links = MOST_LINKS if furniture and begins_list(block) else 0
        yield from _pieces(block, start, "furniture" if furniture else None)


def _is_headline(text: str, paragraphs: list[tuple[int, int]], title: str | None) -> bool:
    start, end = paragraphs[0]
    line = text[start:end]
    if title and line == title.strip():
        return True
    if len(paragraphs) < 2 or len(line) > LONGEST_HEADLINE or kind(line) is not None:
        return False
    return not PROSE_END.search(line) and opening_of(line) is None and any(map(str.isalpha, line))


def _pieces(block: str, offset: int, part: str | None) -> Iterator[Part]:
    """The sentences of a paragraph, all of one `part`, or each judged by itself where that is None."""
    start = 0
    for end in ends(block):
        piece = block[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            whole = left == 0 and right == len(block)
            own = part or ("body" if whole or kind(block[left:right]) is None else "furniture")
            yield offset + left, offset + right, own
        start = end
