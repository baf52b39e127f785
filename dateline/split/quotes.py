"""Quotations inside a paragraph."""

from __future__ import annotations

import re

MARK = re.compile(r"[“”\"]|''|``")
BEFORE_OPENING = " \t\n\r([{—–-:/\u00a0'‘"


def quotations(block: str, longest: int) -> list[tuple[int, int]]:
    """The ranges of the quotations that open and close in `block`, marks included, up to `longest` characters.

    Straight marks open after white space or a bracket and close elsewhere; a mark without its partner is passed over,
    as a quotation that runs over several paragraphs has none at their ends.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in MARK.finditer(block):
        opens = _opens(block, mark, opened is not None)
        if opens:
            opened = mark.start()
        elif opened is not None:
            if mark.end() - opened <= longest:
                found.append((opened, mark.end()))
            opened = None
    return found


def _opens(block: str, mark: re.Match[str], inside: bool) -> bool:
    if mark.group() in ("“", "``"):
        return True
    if mark.group() in ("”", "''"):
        return False
    before = block[mark.start() - 1] if mark.start() else " "
    after = block[mark.end()] if mark.end() < len(block) else " "
    if before in BEFORE_OPENING and not after.isspace():
        return True
    if inside:
        return False
    return not after.isspace() and not before.isalnum() and before not in ".,!?…"
