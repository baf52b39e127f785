"""Parties that only say whose or from where another is: "fighters from the Lions Brigade" are one party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.records.span import Span

_OF = re.compile(
    r"\s+(?:(?:of|from|for)(?:\s+(?!(?:and|or|to|by|that|who|which|whose|when|where|as|is|was|were|has|had|have)\b)[\w()’'.&-]+){0,6}"
    r"|in(?:\s+the|\s+an?)?)\s+"
)
"""What stands between a party and the one that tells more of it. In annotated articles the second of two such is a
party of its own 4 times in 22.
"""
_AMOUNT = re.compile(
    r"(?:.*\s)?(?:\d[\d,.]*|hundreds|dozens|scores|thousands|millions|many|most|some|several|number|all|each|both)\Z",
    re.IGNORECASE,
)
_LISTED = re.compile(r",?\s+(?:and|or|as\s+well\s+as)\s|,\s+(?:the\s+)?[A-Z]")


def without_those_within(text: str, parties: Sequence[Span]) -> list[Span]:
    """The parties of one role in the same order, without those that only tell more of the one before.

    A number of people and who they are ("hundreds" "of the miners") are one mention. What begins a list stays: "envoys
    from Chad, Mali and Togo".
    """
    out = list(parties)
    order = sorted(out)
    for one, two in pairwise(order):
        if one not in out or one.end >= two.start or not _OF.fullmatch(text, one.end, two.start):
            continue
        if _AMOUNT.fullmatch(one.of(text)):
            out[out.index(one)] = Span(one.start, two.end)
            out.remove(two)
        elif not _LISTED.match(text, two.end):
            out.remove(two)
    return out
