"""Parties that are said to be none: "no group has claimed the attack" names nobody who did it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.span import Span

_NO = re.compile(r"\b(?:no|neither|nor)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|none)\b", re.IGNORECASE)
_NEAR = 25


def somebody(text: str, parties: Sequence[Span], status: str) -> list[Span]:
    """The parties of an act that is told as done, in the same order, without those that are said to be none.

    Of an act that was not or may never be done they stay: "no envoy came" tells who did not.
    """
    if status not in ("happened", "ongoing"):
        return list(parties)
    return [p for p in parties if not _none(text, p)]


def _none(text: str, party: Span) -> bool:
    said = _NO.search(text, max(0, party.start - _NEAR), party.start)
    return said is not None or _NOBODY.match(party.of(text)) is not None
