"""A date that stands by itself at the head of a text: when it was written, not when something happened."""

from __future__ import annotations

import re

from dateline.records.span import Span
from dateline.vocabulary.bulletins import BULLETIN

HEAD = 300
"""Characters from the beginning in which a line with the day of writing is looked for."""
_DAY_NAME = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|publication|posted|updated)(?:\s+(?:on|date))?:?\s*$", re.IGNORECASE)
_FREE_BEFORE = re.compile(r"(?:^|[\n|—–•·:]|\b[A-Z][\w.]*)\s*$")
_FREE_AFTER = re.compile(r"\s*(?:$|[\n|—–•·]|[-,]?\s*(?:at\s+)?[\d“\"(A-ZÀ-Þ])")
_LINE = re.compile(r"(?:^|\n)\s*$")
_LINE_END = re.compile(r"\s*(?:$|\n)")
_BULLETIN = re.compile(
    rf"\b{BULLETIN}\b[^\n]{{0,60}}?(?:[,:|(\[–—-]|\bas of|\bdated|\bof)\s*$",
    re.IGNORECASE,
)
"""What stands before the date in the title of a bulletin."""
_GOES_ON = re.compile(r"\s*(?:$|[\n|—–•·]|[\d“\"(A-ZÀ-Þ])")
_BEGINS = re.compile(r"\s+[(“\"]?[A-ZÀ-Þ]")
_YEAR = re.compile(r"\d{4}")


def stands_alone(text: str, words: Span) -> bool:
    """True for a date with its weekday, or after "Published", that is no part of a sentence."""
    before, after = text[max(0, words.start - 40) : words.start], text[words.end : words.end + 20]
    if _PUBLISHED.search(before):
        return True
    named = _DAY_NAME.match(text, words.start) is not None
    return named and bool(_FREE_BEFORE.search(before)) and bool(_FREE_AFTER.match(after))


def fills_line(text: str, words: Span) -> bool:
    """True for a date that is all of its line ("14 March 2026" under a title)."""
    before, after = text[max(0, words.start - 40) : words.start], text[words.end : words.end + 40]
    return bool(_LINE.search(before)) and bool(_LINE_END.match(after))


def heads_report(text: str, words: Span) -> bool:
    """True for the date in the title of a bulletin: "Lake Province: Situation Report No. 3 (14 March 2026)"."""
    start = text.rfind("\n", 0, words.start) + 1
    behind = _LINE_END.match(text[words.end : words.end + 40].lstrip(" ).]"))
    return bool(behind) and _BULLETIN.search(text, start, words.start) is not None


def opens_report(text: str, words: Span) -> bool:
    """True for a date with which a text, or what follows its title, begins, a sentence right behind it."""
    first = not text[: words.start].strip() or text.find("\n") == words.start - 1
    return first and _BEGINS.match(text, words.end) is not None


def is_of_writing(text: str, words: Span) -> bool:
    """True for a whole date at the head that stands alone or opens a line with no mark behind it.

    "22 July 2015 Eighteen civilians were killed": the day of the report, and only perhaps of the killing.
    """
    if words.start >= HEAD or not _YEAR.search(words.of(text)) or not re.search("[A-Za-z-]", words.of(text)):
        return False
    opens = _LINE.search(text, max(0, words.start - 40), words.start) and _GOES_ON.match(text, words.end)
    return bool(opens) or stands_alone(text, words)
