"""Which passage an event stands for, when its article is coded again: a pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records.event import Event


@dataclass(frozen=True, slots=True)
class Passage:
    """The latest that was coded from some words: the passage's id, the type, and where its trigger stands."""

    id: str
    type: str
    start: int
    end: int


def passages(events: Sequence[Event], known: Sequence[Passage]) -> tuple[str, ...]:
    """The passage of each event: a known one whose trigger shares characters with its own, else its own id.

    The same record comes first, then the same type, then the most shared characters; each passage is given once.
    """
    pairs = sorted(
        (_rank(event, passage), i, j)
        for i, event in enumerate(events)
        for j, passage in enumerate(known)
        if event.id == passage.id or _shared(event, passage) > 0
    )
    given: dict[int, str] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in given and j not in taken:
            given[i] = known[j].id
            taken.add(j)
    return tuple(given.get(i, event.id) for i, event in enumerate(events))


def _rank(event: Event, passage: Passage) -> tuple[bool, bool, int]:
    return event.id != passage.id, event.type != passage.type, -_shared(event, passage)


def _shared(event: Event, passage: Passage) -> int:
    span = event.trigger.span
    return min(span.end, passage.end) - max(span.start, passage.start)
