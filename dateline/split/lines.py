"""Where paragraphs begin and end: lines of their own, or hard-wrapped lines that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
BULLET = re.compile(r"(?:[•▪■►▸◾●◦‣⁃∙○✓✔➢➤\uf0b7\uf0a7\uf0d8]|[-–—*·](?=\s))[\s\u200b]*")
"""What opens an item of a list: no part of its sentence (the model reads it as a word, and its neighbours wrong)."""
STAMP = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:[ap]\.?m\.?|[AP]M)\b)?(?:\s?(?:GMT|UTC|BST|I?CES?T|MSK|E[SD]?T|P[SD]?T|local\s+time)\b)?"
    r"\s*[-–—:|]?\s+(?=[A-ZÀ-Þ“\"'‘])"
)
"""The time of day that opens an entry of a live report ("14:20 Poland recalls …"): no part of its sentence either."""
NARROWEST, WIDEST = 50, 132
"""Lengths of the longest line between which a text may be wrapped: from newspaper columns to printers."""
FULL_SHARE = 0.6
"""Share of lines with a successor that have to be full before a text counts as wrapped."""
LISTED = 0.7
"""Share of lines with a successor that end a sentence above which each is a paragraph."""
FEWEST_LINES = 4

Range = tuple[int, int]


def blocks(text: str) -> Iterator[Range]:
    """The paragraphs of `text` as ranges without white space at their ends, in order, together holding all its words.

    A line is a paragraph. Where lines are filled up to a common width (as mail and wire archives have them), or where
    one ends in the middle of a sentence and the next goes on in lower case, they are one.
    """
    lines = list(_lines(text))
    width = _width(text, lines)
    start, end = None, 0
    for line in lines:
        if start is not None and not _joined(text, (start, end), line, width):
            yield start, end
            start = None
        start = line[0] if start is None else start
        end = line[1]
    if start is not None:
        yield start, end


def _lines(text: str) -> Iterator[Range]:
    for found in LINE.finditer(text):
        words = found.group()
        left = found.start() + len(words) - len(words.lstrip())
        right = found.start() + len(words.rstrip())
        bullet = BULLET.match(text, left, right) or STAMP.match(text, left, right)
        left = bullet.end() if bullet is not None else left
        if left < right:
            yield left, right


def _next_to(text: str, first: Range, second: Range) -> bool:
    """True where only one line break stands between."""
    between = text[first[1] : second[0]]
    return len(between) < 200 and between.count("\n") + between.count("\r") - between.count("\r\n") <= 1


def _width(text: str, lines: list[Range]) -> int | None:
    """The common width of a wrapped text, None if it is not wrapped."""
    pairs = [(one, two) for one, two in pairwise(lines) if _next_to(text, one, two)]
    if len(pairs) < FEWEST_LINES:
        return None
    width = max(end - start for (start, end), _ in pairs)
    if not NARROWEST <= width <= WIDEST:
        return None
    if sum(CLOSED.search(text[max(start, end - 6) : end]) is not None for (start, end), _ in pairs) > LISTED * len(
        pairs
    ):
        return None  # a list: of wrapped lines few end with a sentence
    full = sum(_full(text, one, two, width) for one, two in pairs)
    return width if full >= FULL_SHARE * len(pairs) else None


def _full(text: str, one: Range, two: Range, width: int) -> bool:
    """True where the first word of line `two` had no room at the end of line `one`."""
    word = text[two[0] : two[1]].partition(" ")[0]
    return one[1] - one[0] + 1 + len(word) > width - 3


def _joined(text: str, before: Range, line: Range, width: int | None) -> bool:
    last = (text.rfind("\n", before[0], before[1]) + 1 or before[0], before[1])
    if not _next_to(text, last, line) or _is_item(text, line):
        return False
    if width is not None and _full(text, last, line, width):
        return True
    goes_on = text[line[0]].islower() and last[1] - last[0] >= 40
    return goes_on and not CLOSED.search(text[max(last[0], last[1] - 6) : last[1]])


def _is_item(text: str, line: Range) -> bool:
    """True where a bullet stands before a line."""
    found = text[max(0, line[0] - 4) : line[0]].rstrip(" \t\u00a0\u200b")
    return bool(found) and BULLET.match(found[-1] + " ") is not None
