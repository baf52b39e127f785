"""Where sentences end inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.split.abbreviations import BEFORE_NAMES, BEFORE_NUMBERS, INSIDE_OR_END, SPEECH, STARTERS, WITH_CAPITAL
from dateline.split.quotes import quotations
from dateline.vocabulary.states import american

END = re.compile(r"[.!?…]+(?:\s\.{3,})?(?:[\"'”’)\]»*]*(?=\s)|(?<=[a-z]{3}[.!?])[”\"’]?(?=[A-Z“][a-z]+\s))")
"""A mark of ending with what closes after it, before white space, or stuck to the next sentence ("fire.The army")."""

WORD_BEFORE = re.compile(r"([\w'’.&-]*)$")
NEXT_WORD = re.compile(r"\s*[\"'“‘(\[«*•-]*\s*([\w'’.-]+)")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
NAMES = re.compile(r"\s*(?:[A-Z][\w'’.-]*,?\s+(?:of\s+|the\s+|al-|de\s+)?){1,6}([a-z]+)\b")
ANSWERED = re.compile(r"[?!…]+[\"”’']+$|[?!]$")
OPENING = re.compile(r"\s*[\"“‘«(\[]")
CLOSING = re.compile(r"[\"”]$")

LONGEST_QUOTATION = 600
"""A quotation up to this length is not split, so that what is said and who says it stay one sentence."""
LONGEST = 1500
SAFE = (re.compile(r";\s"), re.compile(r":\s|\s[–—-]+\s|\.\s"), re.compile(r",\s"), re.compile(r"\s"))
"""Where a sentence that is too long may be cut, best first."""
NETWORK = re.compile(r"\b(?:on|to|via) X$")
"""The network by its name, which no name of a person follows ("she wrote on X. Officials said")."""


def ends(block: str) -> Iterator[int]:
    """The places right after each sentence of a paragraph, the last being its end."""
    kept = quotations(block, LONGEST_QUOTATION)
    start = number = 0
    for found in END.finditer(block):
        place = found.end()
        while number < len(kept) and kept[number][1] <= place - 1:
            number += 1
        if number < len(kept) and kept[number][0] < place < kept[number][1]:
            continue
        if place < len(block) and _is_end(block, start, found):
            yield from _cut(block, start, place)
            start = place
    yield from _cut(block, start, len(block))


def _is_end(block: str, start: int, found: re.Match[str]) -> bool:
    following = NEXT_WORD.match(block, found.end())
    if following is None:
        return False
    word = following[1]
    if word[0].islower() and "\n" not in block[found.end() : following.start(1)]:
        return bool(re.match(r"(?:al|el)-[A-Z]|iP|e[A-Z]", word)) and not ANSWERED.search(found.group())
    marks = found.group()
    if ANSWERED.search(marks) and CLOSING.search(marks):
        names = NAMES.match(block, found.end())
        return not (names and names[1] in SPEECH)
    if marks.startswith(".") and not marks.startswith(".."):
        return _full_stop_ends(block, start, found, word)
    return True


def _full_stop_ends(block: str, start: int, found: re.Match[str], word: str) -> bool:
    """Whether a single full stop ends the sentence, by the word before it and the word that follows."""
    before = WORD_BEFORE.search(block, max(start, found.start() - 40), found.start())
    token = before[1].lstrip(".'’-&") if before else ""
    if not token:
        return True
    lowered = token.lower().replace("’", "'").rpartition("-")[2]
    ambiguous = (
        lowered in INSIDE_OR_END
        or (token[0].isupper() and (lowered in WITH_CAPITAL or lowered in american()))
        or ACRONYM.fullmatch(token.rpartition("-")[2]) is not None
    )
    if len(found.group()) > 1:  # a quotation or bracket closes after it
        return lowered not in BEFORE_NAMES or ambiguous
    if lowered in BEFORE_NUMBERS and (word[0].isdigit() or word[0] == "#"):
        return False
    if ambiguous:
        return word.lower() in STARTERS or _opens(block, found.end())
    if lowered in BEFORE_NAMES:
        return _opens(block, found.end())
    said = block[start : found.start()]
    return not (_is_initial(token, word) and not NETWORK.search(said)) and not _is_list_number(said, token)


def _is_initial(token: str, word: str) -> bool:
    """True for "John F. Kennedy", false for "than I. He"."""
    return len(token) == 1 and token.isupper() and word.lower() not in STARTERS


def _is_list_number(before: str, token: str) -> bool:
    """True where "1" or "a" begins an item of a list."""
    return before.strip() == token and len(token) < 3 and (token.isdigit() or len(token) == 1)


def _opens(block: str, place: int) -> bool:
    return OPENING.match(block, place) is not None


def _cut(block: str, start: int, end: int) -> Iterator[int]:
    """The ends of the pieces of one sentence: itself, or several where it is longer than LONGEST."""
    while end - start > LONGEST:
        place = start + LONGEST
        for mark in SAFE:
            places = [found.end() for found in mark.finditer(block, start + LONGEST // 3, start + LONGEST)]
            if places:
                place = places[-1]
                break
        yield place
        start = place
    yield end
