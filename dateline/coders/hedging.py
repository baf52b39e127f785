"""Whether a hedge is one on the act it was read with."""

from __future__ import annotations

import re

from dateline.records.span import Span

_OF_A_NOUN = re.compile(r"(?:allege|purporte|accuse|so-calle|suspecte)d", re.IGNORECASE)
"""Hedges that stand on the noun behind them: "charges against an alleged spy" are no alleged charges."""
_TURNED = re.compile(r",\s+(?:who|which|whose|where|and|but|while|as|after|including|appearing|seeming|apparently)\b")
"""How a clause begins that says something else than what stood before it."""
_LINK = re.compile(r"\b(?:against|for|over|of|about|into|to|from|with|that|on|involving)\b")
"""What stands between an act and the noun of another one."""
_THAT_ARE = re.compile(r"\b(?:that|who|which)\s+(?:are|is|was|were)\s*\Z")


def governs(text: str, hedge: Span, act: Span) -> bool:
    """False where the hedge is on another word than the act.

    Rule: a hedge behind the act is not on it where a comma begins a clause between them, where an adjective of doubt
    stands on the object of the act ("impeached over alleged abuse"), or in a clause on that object.
    """
    if hedge.start < act.end:
        return True
    between = text[act.end : hedge.start]
    if _TURNED.search(f"{between}{hedge.of(text)} "):
        return False
    noun = _OF_A_NOUN.fullmatch(hedge.of(text)) is not None
    return not (noun and (_LINK.search(between) or _THAT_ARE.search(between)))
