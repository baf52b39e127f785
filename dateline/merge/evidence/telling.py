"""How a passage is told within its article: near the other, with "the", with nothing new of its own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import OPENING
from dateline.records.event import Event

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
SENTENCE = 160
"""Characters of a usual sentence."""
DEEP = 10.0
"""Logarithm of the characters of a long article."""
MANY = 3.5
"""Logarithm of the acts of a long article."""


@dataclass(frozen=True, slots=True)
class Between:
    """How many acts are told between two passages, how many of the type of the later one, and of that type in all."""

    acts: int
    alike: int
    in_all: int


def telling(one: Event, two: Event, between: Between) -> Iterator[Signal]:
    """The evidence of how two passages of one article are told, the earlier one first."""
    last = not between.alike
    yield from _standing(one, two, between)
    yield from _forms(one, two)
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
    bare = _tells_nothing(two)
    if known:
        yield Signal("told as known", 1.0, f'"{two.trigger.text}" is told as known')
    if bare:
        yield Signal("nothing of its own", 1.0, f'"{two.trigger.text}" tells nothing of its own')
    if last:
        yield Signal("last such act", 1.0, f"no other {two.type} is told between them")
    if last and known:
        yield Signal("known and last such act", 1.0, f'"{two.trigger.text}" takes up the last {two.type} before it')


def _standing(one: Event, two: Event, between: Between) -> Iterator[Signal]:
    """Where they stand in the text, and what stands between them."""
    first, second = one.evidence.span.start, two.evidence.span.start
    yield Signal("distance", math.log1p(abs(second - first)) / DEEP)
    yield Signal("distance of the words", math.log1p(abs(two.trigger.span.start - one.trigger.span.start)) / DEEP)
    yield Signal("place of the first", math.log1p(first) / DEEP)
    yield Signal("place of the second", math.log1p(second) / DEEP)
    yield Signal("acts between", math.log1p(between.acts) / MANY)
    yield Signal("such acts between", math.log1p(between.alike) / MANY)
    yield Signal("such acts in all", math.log1p(between.in_all) / MANY)


def _forms(one: Event, two: Event) -> Iterator[Signal]:
    """The form of the words for the act and of what stands with them."""
    for event, which in ((one, "first"), (two, "second")):
        word = event.trigger.text.lower()
        if word.endswith(("ed", "ing")):
            yield Signal(f"form of a verb, {which}", 1.0)
        if word.endswith("s"):
            yield Signal(f"ends in s, {which}", 1.0)
        if event.hedge is not None:
            yield Signal(f"hedged, {which}", 1.0)
    if definite(one):
        yield Signal("the first told as known", 1.0)
    if _tells_nothing(one):
        yield Signal("nothing of its own in the first", 1.0)


def _tells_nothing(event: Event) -> bool:
    return not (event.actors or event.recipients or event.where or event.when or event.counts)


def definite(event: Event) -> bool:
    """True where "the", "this" or a possessive stands before the trigger."""
    at = max(0, event.trigger.span.start - event.evidence.span.start)
    return _ends_definite(event.evidence.text[max(0, at - 40) : at])


@lru_cache(maxsize=1024)
def _ends_definite(before: str) -> bool:
    """Kept, since each act of an article is asked about once for every act before it."""
    return _DEFINITE.search(before) is not None
