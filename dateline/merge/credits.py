"""Which agency a report came from, as its opening, its credit line or its publisher says."""

from __future__ import annotations

import re
from functools import cache

from dateline.vocabulary.agencies import forms

LOOKED_AT = 400
"""Characters at the beginning and at the end in which a credit stands."""


def agency(text: str, publisher: str | None = None) -> str | None:
    """The agency that a report credits or is published by, under one name ("AP"), or None."""
    opening, credit, name = _patterns()
    if publisher and (found := name.fullmatch(publisher.strip())):
        return found.lastgroup
    head, tail = text[:LOOKED_AT], text[-LOOKED_AT:].rstrip()
    found = opening.search(head) or credit.search(tail)
    return found.lastgroup.rstrip("12345") if found and found.lastgroup else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What credits an agency in an opening, what does at the end, and its name alone; groups are named by agency."""
    name = "|".join(f"(?P<{key}{{n}}>{known})" for key, known in forms("copied").items())
    opening = re.compile(
        rf"\((?:{name.format(n=1)})\)|/(?:{name.format(n=2)})/|\b[Bb]y [^\n]{{0,60}}\b(?:{name.format(n=3)})\b"
        rf"|^\s*(?:{name.format(n=4)})\s*$",
        re.MULTILINE,
    )
    credit = re.compile(
        rf"\b(?:{name.format(n=1)})\b[^.\n]{{0,80}}\bcontributed\b|\([^()\n]{{0,60}}\b(?:{name.format(n=2)})\b[^()\n]{{0,40}}\)\s*$"
        rf"|(?:©|[Cc]opyright)[^.\n]{{0,20}}\b(?:{name.format(n=3)})\b|[—–/-]\s*(?:{name.format(n=4)})\s*$"
        rf"|\b(?:[Ww]ith|[Ss]ource:) [^.\n]{{0,40}}\b(?:{name.format(n=5)})\b[^.\n]{{0,20}}$"
    )
    return opening, credit, re.compile(name.format(n=""))
