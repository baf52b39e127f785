"""How a passage is told within its article: near the other, with "the", with nothing new of its own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dateline.fixed import fixed
from dateline.merge.evidence.rows import Numbers, blocks, sum_of
from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import OPENING, Profile, read_story
from dateline.merge.sense import of_passages
from dateline.merge.words import Vector
from dateline.records.article import Article
from dateline.records.event import MUTUAL, REAL, Event
from dateline.records.sense import Floats

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
SENTENCE = 160
"""Characters of a usual sentence."""
DEEP = 10.0
"""Logarithm of the characters of a long article."""
MANY = 3.5
"""Logarithm of the acts of a long article."""


class Between(NamedTuple):
    """How many acts are told between two passages, how many of the type of the later one, and of that type in all."""

    acts: int
    alike: int
    in_all: int


@fixed()
class Passage:
    """A passage with what its own telling says, whatever it is compared with, as the first of two and as the second.

    `start` is where its sentence begins, `at` where its trigger does, `known` whether it is told as known, `named` are
    the names of its parties.
    """

    event: Event
    profile: Profile
    as_first: tuple[Signal, ...]
    as_second: tuple[Signal, ...]
    start: int
    at: int
    known: bool
    named: frozenset[str]


def passages(events: Sequence[Event], article: Article, about: Vector) -> list[Passage]:
    """The passages of events of one article; `about` are its telling words."""
    senses = of_passages([event.sense for event in events])
    return [_passage(event, article, about, sense) for event, sense in zip(events, senses, strict=True)]


def _passage(event: Event, article: Article, about: Vector, sense: Floats | None) -> Passage:
    known, bare, start = definite(event), _tells_nothing(event), event.evidence.span.start
    first, second = [*_form(event, "first")], [*_form(event, "second")]
    first.append(("place of the first", math.log1p(start) / DEEP))
    second.append(("place of the second", math.log1p(start) / DEEP))
    if start < OPENING:
        first.append(("from the opening", 1.0))
    if known:
        first.append(("the first told as known", 1.0))
        second.append(("told as known", 1.0))
    if bare:
        first.append(("nothing of its own in the first", 1.0))
        second.append(("nothing of its own", 1.0))
    profile = read_story([(event.id, event)], article, about, sense)
    named = frozenset(name for a in (*event.actors, *event.recipients) if (name := a.id or (a.name or "").casefold()))
    return Passage(event, profile, tuple(first), tuple(second), start, event.trigger.span.start, known, named)


def telling(one: Passage, two: Passage, between: Between) -> list[Signal]:
    """The evidence of how two passages of one article are told, the earlier one first."""
    return [*one.as_first, *two.as_second, *together(one, two, between)]


def together(one: Passage, two: Passage, between: Between) -> list[Signal]:
    """The same without what the telling of each says by itself."""
    apart = abs(two.start - one.start)
    found: list[Signal] = [
        ("distance", math.log1p(apart) / DEEP),
        ("distance of the words", math.log1p(abs(two.at - one.at)) / DEEP),
        ("acts between", math.log1p(between.acts) / MANY),
        ("such acts between", math.log1p(between.alike) / MANY),
        ("such acts in all", math.log1p(between.in_all) / MANY),
    ]
    if not apart and one.event.evidence.span == two.event.evidence.span:
        found.append(("one sentence", 1.0))
    else:
        found.append(("near by", 1 / (1 + apart / SENTENCE)))
        if one.start < OPENING and two.start < OPENING:
            found.append(("both in the opening", 1.0))
    if not between.alike:
        found.append(("last such act", 1.0))
        if two.known:
            found.append(("known and last such act", 1.0))
    return found


def together_rows(told: Sequence[Passage], weights: Mapping[str, float]) -> Iterator[Numbers]:
    """For each passage of an article what `together` comes to with each before it, some passages at once.

    The same up to rounding; what stands for later passages means nothing.
    """
    starts, ats = np.array([one.start for one in told]), np.array([one.at for one in told])
    ends = np.array([one.event.evidence.span.end for one in told])
    known = np.array([one.known for one in told])
    types = np.unique([one.event.type for one in told], return_inverse=True)[1]
    until = np.cumsum(types[:, None] == np.arange(types.max(initial=-1) + 1), axis=0)
    for some, others in blocks(len(told)):
        start, other = starts[some, None], starts[None, others]
        type_, order = types[some], np.arange(len(told))
        apart = np.abs(start - other)
        alike = until[order[some], type_][:, None] - 1 - until[others, type_].T
        one_sentence = (apart == 0) & (ends[some, None] == ends[None, others])
        last = alike == 0
        strengths = {
            "distance": np.log1p(apart) / DEEP,
            "distance of the words": np.log1p(np.abs(ats[some, None] - ats[None, others])) / DEEP,
            "acts between": np.log1p(np.maximum(order[some, None] - order[None, others] - 1, 0)) / MANY,
            "such acts between": np.log1p(np.maximum(alike, 0)) / MANY,
            "such acts in all": np.log1p(until[-1, type_])[:, None] / MANY,
            "one sentence": one_sentence,
            "near by": np.where(one_sentence, 0.0, 1 / (1 + apart / SENTENCE)),
            "both in the opening": ~one_sentence & (start < OPENING) & (other < OPENING),
            "last such act": last,
            "known and last such act": last & known[some, None],
        }
        yield sum_of(strengths, weights)


def taking_part(one: Passage, two: Passage, between: Between) -> Iterator[Signal]:
    """The evidence of who take part in what several do with one another, told in two sentences, the earlier one first.

    Two who met and who "discussed" something did so there; "the talks" of nobody are those that were told last. What
    two only promise to do may be several things.
    """
    first, second = one.profile, two.profile
    if not (MUTUAL.intersection(first.types) and first.types == second.types) or one.start == two.start:
        return
    planned = REAL.isdisjoint(first.statuses)
    if planned != REAL.isdisjoint(second.statuses) or (planned and "CONSULT" not in first.types):
        return
    days = [{(d.first, d.last) for d in told.days if d.stated} for told in (first, second)]
    if days[0] and days[1] and days[0].isdisjoint(days[1]):
        return
    if len(one.named & two.named) > 1:
        yield "both who take part", 1.0
    elif two.known and not (between.alike or two.named or second.places or days[1]):
        yield "known act of nobody named", 1.0


def _form(event: Event, which: str) -> Iterator[Signal]:
    """The form of the word for the act and of what stands with it."""
    word = event.trigger.text.lower()
    if word.endswith(("ed", "ing")):
        yield f"form of a verb, {which}", 1.0
    if word.endswith("s"):
        yield f"ends in s, {which}", 1.0
    if event.hedge is not None:
        yield f"hedged, {which}", 1.0


def _tells_nothing(event: Event) -> bool:
    return not (event.actors or event.recipients or event.where or event.when or event.counts)


def definite(event: Event) -> bool:
    """True where "the", "this" or a possessive stands before the trigger."""
    at = max(0, event.trigger.span.start - event.evidence.span.start)
    return _DEFINITE.search(event.evidence.text[max(0, at - 40) : at]) is not None
