"""Sentences whose mentions stand in double brackets."""

from __future__ import annotations

from dateline.records.resolved import Actor
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from dateline.resolve.who.resolve import Resolved


def split(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where the marked mentions stand."""
    text, spans = "", []
    for number, part in enumerate(marked.replace("]]", "[[").split("[[")):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, spans


def read(actors: ActorList, marked: str) -> tuple[Resolved, Span]:
    """All actors of the mentions in double brackets, and where the last of them is."""
    text, spans = split(marked)
    return resolve_parties(text, spans, actors), spans[-1]


def last(actors: ActorList, marked: str) -> Actor:
    """The actor of the last of the mentions in double brackets."""
    found, span = read(actors, marked)
    return found.actors[span]
