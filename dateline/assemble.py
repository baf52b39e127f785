"""A draft and its resolved values to an event record: pure functions of records."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.codebooks.codebook import Codebook
from dateline.fixed import replace
from dateline.records.annotation import Said
from dateline.records.article import Article
from dateline.records.draft import Draft
from dateline.records.event import Event, Statement
from dateline.records.item import Item
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span
from dateline.vocabulary.pronouns import PRONOUNS, is_pronoun

_TOLD = json.JSONEncoder(ensure_ascii=False, check_circular=False)
QUOTES = "\"“”„«»'‘’"
LOOSE = re.compile(r"\A(?:(?:an?|the|and|or)\s+)+|(?:\s+(?:an?|the|and|or|of|its|their))+\Z", re.IGNORECASE)
"""What hangs on the words for an act and belongs to its neighbours: "establish a" (force)."""
TOWNS = ("settlement", "district", "region")
"""Precisions of places that force may strike and that are no party: states are, and so is what is told exactly."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the words of one article stand for: actors by their spans, the rest by the words that name the act.

    `members` are the single parties of mentions that name several, `speakers` those who say something; `items` are the
    items of lists that tell the acts.
    """

    actors: Mapping[Span, Actor]
    members: Mapping[Span, tuple[Actor, ...]]
    places: Mapping[Span, tuple[Place, ...]]
    times: Mapping[Span, When]
    counts: Mapping[tuple[Span, Span], tuple[Count, ...]]
    speakers: Mapping[Span, Actor] = field(default_factory=dict)
    items: Mapping[Span, Item] = field(default_factory=dict)


def event(
    article: Article, draft: Draft, sentence: Span, found: Resolved, codebook: Codebook, sense: bytes | None = None
) -> Event:
    """The event record of one draft; `story_event` is its own id until passages are joined."""
    where = found.places.get(draft.trigger, ())
    values = Event(
        id="",
        codebook=codebook.id,
        type=draft.type,
        modes=draft.modes,
        contexts=draft.contexts,
        quad=codebook.quad(draft.type),
        intensity=codebook.intensity(draft.type, draft.modes),
        cameo=codebook.cameo(draft.type, draft.modes),
        trigger=Piece.cut(article.text, _bare(article.text, draft.trigger)),
        actors=tuple(_in_deed(actor, draft, codebook) for actor in _parties(draft.actors, found)),
        recipients=_not_struck(_parties(draft.recipients, found), where, draft, codebook),
        where=where,
        when=found.times.get(draft.trigger),
        counts=tuple(c for s, _ in draft.counts for c in found.counts.get((draft.trigger, s), ())),
        status=draft.status,
        hedge=Piece.cut(article.text, draft.hedge) if draft.hedge else None,
        according_to=tuple(
            Voice(actor, Piece.cut(article.text, cue) if cue else None)
            for s, cue in draft.sources
            for actor in found.members.get(s) or (found.speakers.get(s) or found.actors[s],)
        ),
        evidence=Piece.cut(article.text, sentence),
        story_event="",
        confidence=draft.confidence,
        sense=sense,
        item=found.items.get(draft.trigger),
    )
    id_ = _digest("e", article.id, values)
    return replace(values, id=id_, story_event=id_)


def _bare(text: str, act: Span) -> Span:
    """The words for an act without articles and joining words at their ends."""
    start, end = act.start, act.end
    for loose in LOOSE.finditer(act.of(text)):
        start, end = (act.start + loose.end(), end) if loose.start() == 0 else (start, act.start + loose.start())
    return Span(start, end)


def _parties(spans: Sequence[Span], found: Resolved) -> tuple[Actor, ...]:
    """The parties of an event, each by itself where one mention names several of them, and none of those twice."""
    known = {found.actors[s].name for s in spans if s not in found.members} - {None}
    each = (found.members.get(s) or (found.actors[s],) for s in spans)
    told = [
        a
        for s, actors in zip(spans, each, strict=True)
        for a in actors
        if s not in found.members or a.name not in known
    ]
    return tuple(a for i, a in enumerate(told) if not _told_by_name(a, told[:i], told[i + 1 :]))


def _told_by_name(actor: Actor, before: Sequence[Actor], after: Sequence[Actor]) -> bool:
    """True for a pronoun where its party is named before it, or where another pronoun for it follows."""

    def same(other: Actor, *, by_name: bool) -> bool:
        alike = (other.name, other.country) == (actor.name, actor.country) and other.piece.span != actor.piece.span
        return alike and _by_name(other) is by_name

    if actor.name is None or _by_name(actor):
        return False
    return any(same(a, by_name=True) for a in before) or any(same(a, by_name=False) for a in after)


def _by_name(actor: Actor) -> bool:
    return not is_pronoun(actor.piece.text, PRONOUNS)


def _in_deed(actor: Actor, draft: Draft, codebook: Codebook) -> Actor:
    """The actor as it acts in this event: a state under its own name by its forces, where the codebook says so."""
    entry = codebook.types[draft.type]
    by_forces = entry.by_forces and not any(entry.modes[mode].by_government for mode in draft.modes)
    return replace(actor, sectors=("MIL",)) if by_forces and _state(actor) else actor


def _state(actor: Actor) -> bool:
    """True for a state under its own name or that of a place of it."""
    return actor.id is not None and actor.id == actor.country and actor.sectors[:1] == ("GOV",)


def _not_struck(
    recipients: tuple[Actor, ...], where: Sequence[Place], draft: Draft, codebook: Codebook
) -> tuple[Actor, ...]:
    """The recipients without the towns and regions that force struck: these are where it struck, and no governments."""
    if not codebook.types[draft.type].by_forces or not where:
        return recipients
    struck = {place.piece.span for place in where if place.precision in TOWNS}
    return tuple(a for a in recipients if not (_state(a) and a.piece.span in struck))


def statement(article: Article, said: Said, actors: Mapping[Span, Actor], events: Sequence[Event]) -> Statement:
    """The record of reported speech, with the ids of the events told inside it."""
    text = article.text
    content = said.content
    quoted = _is_quoted(text, content)
    told = Statement(
        id="",
        source=actors.get(said.source) if said.source else None,
        cue=Piece.cut(text, said.cue) if said.cue else None,
        content=Piece.cut(text, content),
        quoted=quoted,
        events=(),
    )
    start, end = content.start, content.end
    inside = tuple([e.id for e in events if start <= e.trigger.span.start and e.trigger.span.end <= end])
    return replace(told, id=_digest("s", article.id, told), events=inside)


def _is_quoted(text: str, content: Span) -> bool:
    """True where quotation marks open at or just before the content, or enclose most of it."""
    before = text[max(0, content.start - 1) : content.start + 1]
    return any(mark in QUOTES[:6] for mark in before if mark in QUOTES)


def _digest(kind: str, article: str, record: object) -> str:
    """A hash of what a record says: the same input gives the same id."""
    text = _TOLD.encode([kind, article, repr(record)])
    return kind + hashlib.sha256(text.encode()).hexdigest()[:15]
