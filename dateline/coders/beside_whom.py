"""Parties by the preposition before them: those between whom an act is done, with whom a protest is lodged, and what
a blow fell near.

Of 4,280 annotated articles: a party in front of an act that says between whom it is ("talks between the two sides")
takes part in it 11 times of 350. What stands behind "near" of a blow is its target 19 times of 231; of a suicide attack
seven times of 14, and where it is on the move or guards a road eight of 11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records.span import Span

_BETWEEN = re.compile(r"\s+between\s+(?:(?:the|an?|both)\s+)?(?:[\w’'-]+\s+){0,2}?")
_NEAR = re.compile(
    r"\b(?:near|close\s+to|next\s+to|not\s+far\s+from)\s+(?:(?:the|an?|its|their|his|her)\s+)?"
    r"(?:(?:[\w-]+\s+)?[\w-]+[’']s?\s+)?(?:(?!\w+(?:ed|ing|s)\b)[a-z-]+\s+)?\Z",
    re.IGNORECASE,
)
"""At most whose it is and one more word: in "near Bol killed soldiers" the soldiers stand behind a verb."""
_AIMED_AT = re.compile(r"\b(?:convoys?|bus(?:es)?|vehicles?|cars?|patrols?|checkpoints?)\Z", re.IGNORECASE)
"""Whom one has to come near to hit."""
_PROTEST = re.compile(r"(?:\w+\s+){0,3}(?:protests?|complaints?|demarches?|démarches?)\Z", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?")
_WITH = re.compile(r"\s+(?:with|to|against)\s+(?:the\s+)?")
_REACH = 60


def between_whom(text: str, act: Span, actors: Sequence[Span]) -> list[Span]:
    """The actors without those in front of an act that says between whom it is, where these are read too."""
    named = any(a.start > act.end and _BETWEEN.fullmatch(text, act.end, a.start) for a in actors)
    return [a for a in actors if a.start > act.end] if named else list(actors)


def with_whom(
    text: str, act: Span, actors: Sequence[Span], recipients: Sequence[Span]
) -> tuple[list[Span], list[Span]]:
    """The parties of an accusation: whom a protest is lodged "with" or a complaint sent "to" does not make it."""
    if not _PROTEST.match(act.of(text)):
        return list(actors), list(recipients)
    there: list[Span] = []
    for actor in sorted(a for a in actors if a.start > act.end):
        joint, begin = (_AND, there[-1].end) if there else (_WITH, act.end)
        if joint.fullmatch(text, begin, actor.start):
            there.append(actor)
    return [a for a in actors if a not in there], sorted({*recipients, *there})


def not_near(text: str, sentence: Span, parties: Sequence[Span]) -> list[Span]:
    """The parties that a blow was done to, without places that it was only near to."""
    return [p for p in parties if _AIMED_AT.search(p.of(text)) or not _is_near(text, sentence, p)]


def _is_near(text: str, sentence: Span, party: Span) -> bool:
    return _NEAR.search(text, max(sentence.start, party.start - _REACH), party.start) is not None
