"""The lines of the pages of a PDF as paragraphs, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from dateline.readers.broken_words import Joiner
from dateline.readers.pdf_lines import Line

EDGE = 3
"""Lines at the top and at the bottom of a page that may be its head or foot."""
MARGIN = 0.15
"""Share of a page, at the top and at the bottom, where its head and foot stand."""
FEW_PAGES = 5
"""Of so few pages two with the same line have a running head; of more, three."""
STEP = 6.0
"""Points within which a running line stands at the same height on all pages."""
PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|]?(?:\s*page)?",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"(?:[.…]\s?){5,}\s*(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
"""Lines of a table of contents, which only repeat headings."""
CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
BULLET = re.compile(r"[•●▪■◦‣·\uf0b7\uf0a7–—-]\s*(?=\S)|\(?(?:\d{1,2}|[a-z])[.)]\s")
ROOM = 0.75
"""Of the longest line near by: where the next word had room within it, the line was ended on purpose."""
LOOSER = 1.3
"""Times the usual distance of lines: beyond, a new paragraph begins."""
USUAL = 1.25
"""Times the size of the letters: the distance of lines where there are too few to tell."""
SAME_SIZE = 0.6
"""Points by which the letters of one paragraph may differ."""
INDENT = 6.0
"""Points by which the first line of a paragraph stands in."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, and the page they begin on (from 0)."""

    text: str
    page: int


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in order; running heads, feet, page numbers and tables of contents are left out."""
    running = _running(pages)
    kept = [[line for line in page if not _is_furniture(line, page, n, running)] for n, page in enumerate(pages)]
    gaps = _usual_gaps(kept)
    joiner = Joiner(line.text for line in chain.from_iterable(kept))
    found: list[tuple[list[Line], int]] = []
    for number, page in enumerate(kept):
        for place, line in enumerate(page):
            if found and _goes_on(found[-1][0], line, gaps, jump=place == 0):
                found[-1][0].append(line)
            else:
                found.append(([line], number))
    return [Paragraph(joiner.joined([line.text for line in some]), number) for some, number in found]


def _running(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """What stands at one height near the edge of several pages, but for the number of the page."""
    on_pages = ({key for line in _edges(page) for key in _keys(line, number)} for number, page in enumerate(pages))
    counts = Counter(chain.from_iterable(on_pages))
    least = 2 if sum(map(bool, pages)) <= FEW_PAGES else 3
    return {key for key, times in counts.items() if times >= least and any(c.isalpha() for c in key[0])}


def _is_furniture(line: Line, page: Sequence[Line], number: int, running: set[tuple[str, int]]) -> bool:
    if CONTENTS.search(line.text):
        return True
    if running.isdisjoint(_keys(line, number)) and not PAGE_NUMBER.fullmatch(line.text):
        return False
    return line in _edges(page)


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page, within its margins."""
    heights = sorted({round(line.base) for line in page})
    number = min(EDGE, (len(heights) + 1) // 2)
    edges = {*heights[:number], *heights[-number:]}
    return [line for line in page if round(line.base) in edges and not MARGIN < line.height < 1 - MARGIN]


def _keys(line: Line, number: int) -> set[tuple[str, int]]:
    """The words and the height of a line, also with each figure counted from the number of the page."""
    texts = {line.text}
    for found in re.finditer(r"\d{1,4}", line.text):
        texts.add(f"{line.text[: found.start()]}#{int(found[0]) - number}{line.text[found.end() :]}")
    return {(text, round(line.base / STEP)) for text in texts}


def _usual_gaps(pages: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The distance of lines by the size of their letters: the most frequent one, of several the least."""
    counts: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for one, two in chain.from_iterable(map(pairwise, pages)):
        distance = one.base - two.base
        if abs(one.size - two.size) <= SAME_SIZE and 0.5 * one.size < distance < 3 * one.size:
            counts[round(two.size)][round(distance * 2) / 2] += 1
    return {size: min(some, key=lambda d: (-some[d], d)) for size, some in counts.items()}


def _goes_on(before: list[Line], line: Line, gaps: dict[int, float], *, jump: bool) -> bool:
    """Whether `line` belongs to the paragraph that was begun; `jump`: it stands on another page."""
    last = before[-1]
    if abs(last.size - line.size) > SAME_SIZE or BULLET.match(line.text):
        return False
    is_closed = CLOSED.search(last.text) is not None
    if not is_closed and line.text[0].islower():  # in the middle of a sentence
        return jump or _near(last, line, gaps) or last.base <= line.base
    if last.fonts.isdisjoint(line.fonts) or _had_room(before, line):
        return False
    if jump or last.base - line.base < 0.5 * line.size:  # the next page or column
        return not is_closed and len(before) > 1
    return _near(last, line, gaps) and not (is_closed and _stands_in(before, line))


def _near(last: Line, line: Line, gaps: dict[int, float]) -> bool:
    usual = gaps.get(round(line.size), USUAL * line.size)
    return 0 < last.base - line.base <= LOOSER * usual + 0.5


def _had_room(before: list[Line], line: Line) -> bool:
    """Whether the first word of `line` had room on the line before."""
    longest = max(len(one.text) for one in (*before, line))
    return len(before[-1].text) + 1 + len(line.text.partition(" ")[0]) < ROOM * longest


def _stands_in(before: list[Line], line: Line) -> bool:
    """Whether `line` begins farther in than the lines before it, or farther out than they do."""
    if BULLET.match(before[0].text):
        return line.left < before[0].left - INDENT
    usual = before[1:] or before
    return line.left > min(one.left for one in usual) + INDENT or (
        len(before) > 1 and line.left < usual[-1].left - INDENT
    )
