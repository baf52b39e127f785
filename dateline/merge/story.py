"""The same event told twice in one article: which passages belong together.

Two passages tell of one event when they are of one type and nothing that both state speaks against it: neither time,
place, count, mode, party nor direction; and something speaks for it: the same act word, a shared party, place, time or
count. Later passages join the earliest that fits best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.records.event import Event
from dateline.records.resolved import Actor

ENOUGH = 2.0
"""Sum of evidence from which two passages are one event."""
_ENDING = re.compile(r"(?:ings?|ed|es|s|e|ers?|ions?)$")


def story_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `story_event` set to the id of the first passage that tells of the same event."""
    out: list[Event] = []
    for event in events:
        scored = [(likeness(earlier, event), -i) for i, earlier in enumerate(out)]
        score, index = max(scored, default=(0.0, 0))
        if score >= ENOUGH:
            event = replace(event, story_event=out[-index].story_event)
        out.append(event)
    return tuple(out)


def likeness(one: Event, two: Event) -> float:
    """Evidence that two passages tell of one event; below zero where they contradict each other."""
    if one.type != two.type or _one_sided(one, two):
        return -1.0
    parts = (
        _time(one, two),
        _places(one, two),
        _counts(one, two),
        _modes(one, two),
        _parties(one.actors, two.actors),
        _parties(one.recipients, two.recipients),
        1.0 if _stem(one.trigger.text) == _stem(two.trigger.text) else 0.0,
    )
    if min(parts) < 0:
        return -1.0
    return sum(parts)


def _one_sided(one: Event, two: Event) -> bool:
    """Something that happened is not something that may happen."""
    real = {"happened", "ongoing"}
    return (one.status in real) != (two.status in real)


def _time(one: Event, two: Event) -> float:
    if one.when is None or two.when is None or None in (one.when.start, two.when.start, one.when.end, two.when.end):
        return 0.0
    a, b = one.when, two.when
    assert a.start and a.end and b.start and b.end
    if a.start > b.end or b.start > a.end:
        return -1.0
    return 1.0 if (a.start, a.end) == (b.start, b.end) and (a.end - a.start).days < 8 else 0.3


def _places(one: Event, two: Event) -> float:
    a = {p.name for p in one.where if p.name and p.precision in ("exact", "settlement", "district")}
    b = {p.name for p in two.where if p.name and p.precision in ("exact", "settlement", "district")}
    if not a or not b:
        return 0.0
    return 1.0 if a & b else -1.0


def _counts(one: Event, two: Event) -> float:
    score = 0.0
    for x in one.counts:
        for y in two.counts:
            if x.what == y.what and x.what != "other":
                same = (x.min, x.max) == (y.min, y.max)
                score = max(score, 1.0) if same else min(score, 0.0)
    return score


def _modes(one: Event, two: Event) -> float:
    if not one.modes or not two.modes:
        return 0.0
    return 0.5 if set(one.modes) & set(two.modes) else -1.0


def _parties(one: Sequence[Actor], two: Sequence[Actor]) -> float:
    if not one or not two:
        return 0.0
    if {_who(a) for a in one} & {_who(b) for b in two}:
        return 1.0
    known = {a.country for a in one if a.country}, {b.country for b in two if b.country}
    if known[0] and known[1]:
        return 0.3 if known[0] & known[1] else -1.0
    return 0.0


def _who(actor: Actor) -> str:
    return actor.id or (actor.name or actor.piece.text).casefold()


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold())
