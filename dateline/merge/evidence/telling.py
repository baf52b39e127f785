"""How a passage is told within its article: near the other, with "the", with nothing new of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import OPENING
from dateline.records.event import Event

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
SENTENCE = 160
"""Characters of a usual sentence."""


def telling(one: Event, two: Event, *, last: bool) -> Iterator[Signal]:
    """The evidence of how two passages of one article are told, the earlier one first.

    `last`: no other act of the type of the later one is told between them.
    """
    apart = abs(two.evidence.span.start - one.evidence.span.start) / SENTENCE
    if one.evidence.span == two.evidence.span:
        yield Signal("one sentence", 1.0, "told in one sentence")
    else:
        yield Signal("near by", 1 / (1 + apart), "told near each other")
    if one.evidence.span.start < OPENING:
        yield Signal("from the opening", 1.0, "the first is in the opening of the report")
        if two.evidence.span.start < OPENING and one.evidence.span != two.evidence.span:
            yield Signal("both in the opening", 1.0, "both are in the opening of the report")
    known = definite(two)
    bare = not (two.actors or two.recipients or two.where or two.when or two.counts)
    if known:
        yield Signal("told as known", 1.0, f'"{two.trigger.text}" is told as known')
    if bare:
        yield Signal("nothing of its own", 1.0, f'"{two.trigger.text}" tells nothing of its own')
    if last:
        yield Signal("last such act", 1.0, f"no other {two.type} is told between them")
    if last and known:
        yield Signal("known and last such act", 1.0, f'"{two.trigger.text}" takes up the last {two.type} before it')


def definite(event: Event) -> bool:
    """True where "the", "this" or a possessive stands before the trigger."""
    at = max(0, event.trigger.span.start - event.evidence.span.start)
    return _ends_definite(event.evidence.text[max(0, at - 40) : at])


@lru_cache(maxsize=1024)
def _ends_definite(before: str) -> bool:
    """Kept, since each act of an article is asked about once for every act before it."""
    return _DEFINITE.search(before) is not None
