"""Made-up reports, each of ten happenings: some new, most told before; a fifth are copies of another."""

from __future__ import annotations

import random
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.world import DAYS, QUADS, START, TYPES, World
from dateline.records.article import Article
from dateline.records.coded import Coded
from dateline.records.event import MUTUAL, Event, Statement
from dateline.records.resolved import Actor, Count, Place, Voice, When
from dateline.records.span import Piece, Span

EACH = 10
"""Happenings that a report tells of."""
FURTHER = 8
"""Sentences of a report in which nothing happens."""
LATEST = 300
"""Reports of its feed after which a happening is not told any more."""
BACK = 40
"""Reports of its feed that lie between a happening and another telling of it, on average."""

FIRST = "-x00-"
"""Stands in all ids of the first feed, and nowhere else."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, before anybody told of it."""

    number: int
    type: str
    day: date
    place: tuple[str, str, float, float]
    actor: tuple[str, str, str]
    recipient: tuple[str, str, str]
    killed: int | None


@dataclass(slots=True)
class Teller:
    """Makes the reports of a store one after another; the same ones each time."""

    articles: int
    incidents: int
    world: World = field(default_factory=World)
    _chance: random.Random = field(default_factory=lambda: random.Random(5))
    _begun: int = 0
    _recent: deque[tuple[str, list[Happening], int]] = field(default_factory=lambda: deque(maxlen=20))
    _known: OrderedDict[int, Happening] = field(default_factory=OrderedDict)
    _middles: dict[str, tuple[float, float]] = field(default_factory=dict)

    def reports(self) -> Iterator[tuple[Coded, list[int], str]]:
        """Each report, the number of the happening of each of its events, and the id of its origin."""
        for number in range(self.articles):
            published = START + timedelta(days=DAYS * number // self.articles)
            if len(self._recent) == 20 and self._chance.random() < 0.2:
                origin, told, seed = self._chance.choice(self._recent)
            else:
                origin, told, seed = _article(number), self._plan(number, published), number
                self._recent.append((origin, told, seed))
            yield self._report(number, published, told, seed), [h.number for h in told], origin

    def _plan(self, number: int, published: date) -> list[Happening]:
        """New happenings as fast as they have to come, and others of late, the rounder their number the likelier."""
        due = min(EACH, self.incidents * (number + 1) // self.articles - self._begun)
        if number == self.articles - 1:
            due = self.incidents - self._begun
        new = [self._happening(self._begun + i, published) for i in range(due)]
        self._begun += due
        some = {h.number: h for h in new}
        first = next(iter(self._known), 0)
        while len(some) < min(EACH, len(self._known)):
            back = int(self._chance.expovariate(1 / (self.incidents / self.articles * BACK)))
            at = self._begun - 1 - back
            at -= at % self._chance.choice((1, 1, 2, 8, 32))
            if at >= first:
                some[at] = self._known[at]
        return list(some.values())

    def _happening(self, number: int, published: date) -> Happening:
        chance, some = random.Random(number), self.world.some
        day = published - timedelta(days=int(chance.expovariate(0.8)))
        type_ = some(chance, TYPES)
        known = Happening(
            number, type_, day, some(chance, self.world.places), some(chance, self.world.parties),
            some(chance, self.world.parties), chance.randint(1, 40) if chance.random() < 0.2 else None,
        )  # fmt: skip
        self._known[number] = known
        while len(self._known) > self.incidents * LATEST // self.articles:
            self._known.popitem(last=False)
        return known

    def _report(self, number: int, published: date, told: Sequence[Happening], seed: int) -> Coded:
        """A report of some happenings."""
        chance = random.Random(seed)
        parts: list[str] = []
        events, statements, at = [], [], 0
        for i, one in enumerate(told):
            text, event = self._event(chance, one, f"e{FIRST}{number:06}-{i:02}", at)
            events.append(event)
            if i % 3 == 0:
                voice = event.according_to[0].actor if event.according_to else None
                statements.append(
                    Statement(f"s{FIRST}{number:06}-{i:02}", voice, None, event.evidence, False, (event.id,))
                )
            parts.append(text)
            at += len(text) + 1
        parts += [self._words(chance, 26) + "." for _ in range(FURTHER)]
        article = Article(
            _article(number), " ".join(parts), title=parts[0][:70], published=published.isoformat(),
            publisher=f"Paper {int(300 ** random.Random(number).random())}",
            url=f"https://paper.example/{FIRST}{number}", language="en",
        )  # fmt: skip
        return Coded(article, tuple(events), tuple(statements))

    def _event(self, chance: random.Random, one: Happening, id_: str, start: int) -> tuple[str, Event]:
        """The sentence of an event and the event, some of its values left out by chance."""
        verb = one.type.lower() + "ed"
        place = one.place[0]
        text = f"{one.actor[0]} {verb} {one.recipient[0]} in {place} on {one.day}, {self._words(chance, 14)}."
        killed = one.killed and max(1, one.killed + chance.randint(-2, 2))
        if killed:
            text = f"{text[:-1]}, killing {killed} people."

        def piece(words: str) -> Piece:
            found = text.index(words)
            return Piece(words, Span(start + found, start + found + len(words)))

        told_by = _actor(piece(one.actor[0]), self.world.some(chance, self.world.parties))
        actors = (_actor(piece(one.actor[0]), one.actor),) if chance.random() < 0.9 else ()
        recipients = (_actor(piece(one.recipient[0]), one.recipient),) if chance.random() < 0.8 else ()
        if one.type in MUTUAL and not recipients:
            actors = (*actors, _actor(piece(one.recipient[0]), one.recipient))
        return text, Event(
            id=id_, codebook="plover@2.0", type=one.type, modes=("firearms",) if one.type == "ASSAULT" else (),
            contexts=("military",) if chance.random() < 0.2 else (), quad=QUADS[TYPES.index(one.type) % 4],
            intensity=-5.0, cameo="190", trigger=piece(verb),
            actors=actors, recipients=recipients,
            where=(self._where(one, piece(place)),)
            if chance.random() < 0.8 else (),
            when=When(piece(str(one.day)), one.day, one.day, "day", "explicit") if chance.random() < 0.9 else None,
            counts=(Count(piece(f"{killed} people"), "killed", killed, killed),) if killed else (),
            status="happened" if chance.random() < 0.85 else chance.choice(("planned", "hypothetical", "negated")),
            hedge=None, according_to=(Voice(told_by, None),) if chance.random() < 0.3 else (),
            evidence=Piece(text, Span(start, start + len(text))), story_event=id_,
            confidence=round(chance.uniform(0.4, 1), 3),
        )  # fmt: skip

    def _where(self, one: Happening, piece: Piece) -> Place:
        """The town, or for one happening in four its country alone: where the first of its towns lies."""
        if one.number % 4:
            return Place(piece, *one.place[:2], None, *one.place[2:], 1, "settlement", "gazetteer")
        country = one.place[1]
        lat, lon = self._middles.setdefault(country, one.place[2:])
        return Place(piece, None, country, None, lat, lon, 1, "country", "gazetteer")

    def _words(self, chance: random.Random, number: int) -> str:
        words, size = self.world.words, len(self.world.words)
        return " ".join([words[int(size ** chance.random()) - 1] for _ in range(number)])


def _article(number: int) -> str:
    return f"bench{FIRST}{number:06}"


def _actor(piece: Piece, party: tuple[str, str, str]) -> Actor:
    name, country, sector = party
    return Actor(piece, name, country, (sector,), None, "actor list")
