"""The opening of a report ("ADDIS ABABA, 3 May (AFP) —") says where and when: nobody acts or speaks in it."""

from __future__ import annotations

from dataclasses import replace

from dateline.records.annotation import Annotation, Said, Trigger
from dateline.records.span import Span

PARTIES = ("actor", "recipient", "source")


def without_opening(annotation: Annotation, opening: Span) -> Annotation:
    """The same annotation without parties and speakers in the opening; what is said begins behind it."""
    return replace(
        annotation,
        triggers=tuple(_beyond(t, opening) for t in annotation.triggers),
        said=tuple(_said_beyond(s, opening) for s in annotation.said),
    )


def _beyond(trigger: Trigger, opening: Span) -> Trigger:
    inside = [a for a in trigger.arguments if a.role in PARTIES and opening.holds(a.span)]
    return replace(trigger, arguments=tuple(a for a in trigger.arguments if a not in inside)) if inside else trigger


def _said_beyond(said: Said, opening: Span) -> Said:
    if said.source is not None and opening.holds(said.source):
        said = replace(said, source=None)
    if opening.start <= said.content.start < opening.end < said.content.end:
        said = replace(said, content=Span(opening.end, said.content.end))
    return said
