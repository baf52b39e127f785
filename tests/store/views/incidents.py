"""Incidents of the stories of a store, made without the model of merging."""

from __future__ import annotations

from dateline.merge.versions import place, when
from dateline.records.incident import Incident, Shown
from dateline.records.stored import StoredEvent
from dateline.store import Store


def incidents(store: Store) -> list[Incident]:
    """One incident for each story that is known."""
    stories: dict[str, list[StoredEvent]] = {}
    for stored in sorted(store.events(), key=lambda s: s.passage):
        stories.setdefault(f"{stored.article.id} {stored.event.story_event}", []).append(stored)
    return [_incident(number, told) for number, (_, told) in enumerate(sorted(stories.items()))]


def _incident(number: int, told: list[StoredEvent]) -> Incident:
    event = told[0].event
    shown = [
        Shown("type", event.type, "", ()),
        Shown("quad", event.quad, "", ()),
        Shown("status", event.status, "", ()),
    ]
    shown += [Shown("where", place(event.where[0]), "", ())] if event.where else []
    shown += [Shown("when", when(event.when), "", ())] if event.when else []
    origins = tuple(f"a{i}" for i in range(1 + number % 3))
    return Incident(told[0].passage, tuple(s.passage for s in told), tuple(shown), origins, ("Paper 1",))
