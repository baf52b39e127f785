"""Reports written for tests: sentences with what they tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline.merge.folder import Passage
from dateline.merge.profile import Profile, stories, topic
from dateline.merge.story import story_events
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import Event
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

GAO = (16.27, -0.04)
KIDAL = (18.44, 1.41)
ANSONGO = (15.66, 0.50)


@dataclass(frozen=True)
class Tell:
    """A sentence and what it tells; parties as (words, country, sector), places as (words, point, precision)."""

    words: str
    trigger: str
    type: str = "ASSAULT"
    actor: tuple[str, str | None, str] | None = None
    recipient: tuple[str, str | None, str] | None = None
    place: tuple[str, tuple[float, float], str] | None = None
    day: date | None = None
    killed: tuple[int | None, int | None] | None = None
    status: str = "happened"
    modes: tuple[str, ...] = ()
    voice: tuple[str, str | None, str] | None = None
    hedge: str | None = None
    quad: str = "material_conflict"


def report(id: str, published: str, *told: Tell, publisher: str = "The Paper", title: str | None = None) -> Coded:
    """A coded report whose sentences are those told."""
    text = "\n".join(t.words for t in told)
    events, at = [], 0
    for number, tell in enumerate(told):
        events.append(_event(f"e{id}{number:02d}", tell, text, at))
        at += len(tell.words) + 1
    article = Article(id, text, title, published, publisher)
    return Coded(article, story_events(events, article), ())


def profiles(*coded: Coded) -> list[Profile]:
    """The stories of reports."""
    return [p for c in coded for p in stories([(e.id, e) for e in c.events], c.article, topic(c.article))]


def passages(*coded: Coded) -> list[Passage]:
    """The events of reports with their articles."""
    return [Passage(e.id, e, replace(c.article, text="")) for c in coded for e in c.events]


def _event(id: str, tell: Tell, text: str, at: int) -> Event:
    def piece(words: str) -> Piece:
        start = text.index(words, at)
        return Piece(words, Span(start, start + len(words)))

    def party(value: tuple[str, str | None, str] | None) -> tuple[Actor, ...]:
        if value is None:
            return ()
        words, country, sector = value
        name = words if words[:1].isupper() else None
        return (Actor(piece(words), name, country, (sector,), None, "test"),)

    where = tell.place
    return Event(
        id=id,
        codebook="plover@2.0",
        type=tell.type,
        modes=tell.modes,
        contexts=(),
        quad=tell.quad,
        intensity=-9.0,
        cameo=None,
        trigger=piece(tell.trigger),
        actors=party(tell.actor),
        recipients=party(tell.recipient),
        where=(Place(piece(where[0]), where[0], "MLI", None, *where[1], None, where[2], "test"),) if where else (),
        when=When(piece(tell.trigger), tell.day, tell.day, "day", "explicit") if tell.day else None,
        counts=(Count(piece(tell.trigger), "killed", *tell.killed),) if tell.killed else (),
        status=tell.status,
        hedge=piece(tell.hedge) if tell.hedge else None,
        according_to=tuple(Voice(a, None) for a in party(tell.voice)),
        evidence=piece(tell.words),
        story_event=id,
        confidence=0.9,
    )
