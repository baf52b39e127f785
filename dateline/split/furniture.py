"""Which lines belong to the page and not to the report: links, captions, credits, by-lines, notices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dateline.split.furniture_lines import ANY_CASE, AS_WRITTEN, BARE_END, BRACKET_ENDS, PIECES, WITHIN
from dateline.vocabulary.agencies import any_of

LONGEST = 400
"""Longer lines are prose, whatever they begin with."""
LONGEST_LINK = 160
HEADERS = ("related reports",)
TAIL = re.compile(
    r"(?:Source:? [A-Z]\w+ )?(?:\d+ )?"
    r"(?:Related (?:News|Stor(?:y|ies)|Articles?|Coverage|Posts?|Content|Reading)|\d+ Related|RELATED(?: [A-Z]+)?) "
    r"(?=[A-Z0-9\"“‘'])"
)
"""How other reports are listed at the end of a page whose lines ran together: "Source ANM Related News Port Opens"."""
PIECE = re.compile(r"<(\w+)>")


def kind(line: str) -> str | None:
    """The kind of page furniture that a line (or sentence) is, None if it is part of the report."""
    if is_tail(line):
        return "related reports"
    words = " ".join(line.strip("•*■▪►▸◾●· \t\u200b").split()) if len(line) <= LONGEST else ""
    if not words:
        return None if len(line) > LONGEST else "no words"
    for pattern in _whole():
        found = pattern.fullmatch(words)
        if found is not None:
            return str(found.lastgroup).replace("_", " ")
    lowered = words.lower()
    if any([cue in lowered for cue in _all_cues()]):
        for cues, name, pattern in _within():
            if any(cue in lowered for cue in cues) and pattern.fullmatch(words):
                return name
    return "caption" if _ends_in_credit(words) else None


def is_tail(line: str) -> bool:
    """True for titles of other reports in one row: no full stop ends them, as one would a report that went on.

    Behind the source of the report ("Source ANM Related News") nothing of it goes on.
    """
    found = TAIL.match(line)
    return found is not None and (found.group().startswith("Source") or not re.search(r"[.!?][\"'”’)]*\s*$", line))


def _ends_in_credit(words: str) -> bool:
    bracket, bare = _credits()
    if words.rstrip(".")[-1:] in (")", "]"):
        return bracket.search(words) is not None
    return words[-1].isalnum() and bare.search(words) is not None


def begins_list(line: str) -> bool:
    """True where the lines that follow may be titles of other reports ("Related:")."""
    return kind(line) in HEADERS


def may_be_link(line: str) -> bool:
    """True where a line below "Related:" reads like the title of a report: short, and no sentence."""
    return len(line) <= LONGEST_LINK and not re.search(r"[.!:;,][\"'”’)]*$", line)


@cache
def _whole() -> tuple[re.Pattern[str], ...]:
    return _compiled(AS_WRITTEN, 0), _compiled(ANY_CASE, re.IGNORECASE)


@cache
def _within() -> tuple[tuple[tuple[str, ...], str, re.Pattern[str]], ...]:
    return tuple((cues, name, re.compile(_filled(pattern), re.IGNORECASE)) for cues, name, pattern in WITHIN)


@cache
def _all_cues() -> tuple[str, ...]:
    """Letters without one of which no pattern of `_within` is tried."""
    return tuple(dict.fromkeys(cue for cues, _, _ in WITHIN for cue in cues))


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"(?:{'|'.join(map(_filled, BRACKET_ENDS))})$"), re.compile(f"{_filled(BARE_END)}$")


def _compiled(kinds: Mapping[str, tuple[str, ...]], flags: int) -> re.Pattern[str]:
    """All patterns as one, each kind a group of its name."""
    groups = (f"(?P<{name.replace(' ', '_')}>{'|'.join(map(_filled, lines))})" for name, lines in kinds.items())
    return re.compile("|".join(groups), flags)


def _filled(pattern: str) -> str:
    """A pattern with its pieces put in."""
    while PIECE.search(pattern):
        pattern = PIECE.sub(_piece, pattern)
    return pattern


def _piece(found: re.Match[str]) -> str:
    return f"(?:the )?{any_of('credit')}" if found[1] == "agency" else PIECES[found[1]]
