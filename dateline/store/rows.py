"""Records to rows: pure functions."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product
from math import cos, radians, sin
from typing import Any

from dateline.records.article import Article
from dateline.records.event import MUTUAL, Event, Statement
from dateline.records.item import Item
from dateline.records.lines import event_line, statement_line
from dateline.records.resolved import Actor, Place
from dateline.store.search import folded

Row = dict[str, Any]
EARTH = 6371.0088
"""Mean radius in km (IUGG)."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, told apart by name, country, sectors and key in the actor list."""

    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    actor_id: str | None

    @classmethod
    def of(cls, actor: Actor) -> Party:
        """The party of a mention; without a name, the words stand for it."""
        return cls(actor.name or " ".join(actor.piece.text.split()), actor.country, actor.sectors, actor.id)

    @property
    def id(self) -> str:
        """The same for the same party, in every store."""
        said = json.dumps([self.name, self.country, self.sectors, self.actor_id], ensure_ascii=False)
        return "p" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:15]

    @property
    def actor(self) -> str:
        """The same for all parties that are one actor: by the key in the actor list, else by name and country."""
        said = [self.actor_id] if self.actor_id else [folded(self.name or ""), self.country]
        words = json.dumps(said, ensure_ascii=False)
        return "a" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:15]

    def row(self, key: int) -> Row:
        """The row in `parties`."""
        return {
            "key": key,
            "id": self.id,
            "name": self.name,
            "country": self.country,
            "sector": self.sectors[0] if self.sectors else None,
            "sectors": listed(self.sectors),
            "actor_id": self.actor_id,
            "folded": folded(self.name or ""),
            "actor": self.actor,
        }


def digest(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def article(one: Article) -> Row:
    """The row in `articles`, without key, time and what it revises."""
    return {
        "id": one.id,
        "digest": digest(one.text),
        "text": one.text,
        "title": one.title,
        "published": one.published,
        "publisher": one.publisher,
        "url": storable(one.url),
        "language": one.language,
        "source": storable(one.source),
        "published_day": one.published_date,
    }


def storable(text: str | None) -> str | None:
    """Text that any database takes: names of files may hold bytes that are no characters."""
    return text and text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def event(one: Event, publisher: str | None, published: date | None = None) -> Row:
    """What of an event is filtered on, without keys and times."""
    first = one.where[0] if one.where else None
    start = (one.when.start or one.when.end) if one.when else None
    killed = next((c for c in one.counts if c.what == "killed"), None)
    return {
        "id": one.id,
        "story_event": one.story_event,
        "type": one.type,
        "modes": listed(one.modes),
        "contexts": listed(one.contexts),
        "quad": one.quad,
        "intensity": one.intensity,
        "status": one.status,
        "hedged": one.hedge is not None,
        "confidence": one.confidence,
        "day": start,
        "last_day": one.when.end if one.when else None,
        "time_precision": one.when.precision if one.when else None,
        "country": first.country if first else None,
        "lat": first.lat if first else None,
        "lon": first.lon if first else None,
        "place_precision": first.precision if first else None,
        "publisher": publisher,
        "published": published,
        "killed_min": killed.min if killed else None,
        "killed_max": killed.max if killed else None,
        "trigger_start": one.trigger.span.start,
        "trigger_end": one.trigger.span.end,
    }


def event_record(one: Event) -> Row:
    """The event line without its article, how the passage reads and which item of a list it is of."""
    line = _bare(event_line(Article("", ""), one))
    line |= {"sense": b64encode(one.sense).decode("ascii")} if one.sense is not None else {}
    return line | ({"item": _values(one.item)} if one.item is not None else {})


def _values(item: Item) -> list[int | bool]:
    return [item.run, item.number, item.paragraph, item.live]


def statement_record(one: Statement) -> Row:
    """The statement line without its article."""
    return _bare(statement_line(Article("", ""), one))


def place(one: Place, position: int) -> Row:
    """The row in `event_places`, without the event."""
    x, y, z = on_sphere(one.lat, one.lon) if one.lat is not None and one.lon is not None else (None, None, None)
    return {
        "position": position,
        "name": one.name,
        "country": one.country,
        "admin1": one.admin1,
        "precision": one.precision,
        "lat": one.lat,
        "lon": one.lon,
        "x": x,
        "y": y,
        "z": z,
    }


def on_sphere(lat: float, lon: float) -> tuple[float, float, float]:
    """A point in degrees on a sphere of radius 1."""
    a, b = radians(lat), radians(lon)
    return cos(a) * cos(b), cos(a) * sin(b), sin(a)


def parties(one: Event) -> Iterator[tuple[str, int, Party]]:
    """Role, position and party of all who take part."""
    for role, actors in (
        ("actor", one.actors),
        ("recipient", one.recipients),
        ("voice", [v.actor for v in one.according_to]),
    ):
        for position, actor in enumerate(actors):
            yield role, position, Party.of(actor)


def counterparts(one: Event) -> list[tuple[int, Party]]:
    """Position and party of those who do something with one another, so that each acts on each other.

    Actors of `MUTUAL` types that have no recipient, each of them once; none where it is one alone.
    """
    if one.type not in MUTUAL or one.recipients:
        return []
    firsts: dict[str, tuple[int, Party]] = {}
    for position, actor in enumerate(one.actors):
        party = Party.of(actor)
        firsts.setdefault(party.actor, (position, party))
    return list(firsts.values()) if len(firsts) > 1 else []


def event_words(one: Event) -> str:
    """What full-text search finds an event by: its sentence, its names."""
    names = [p.name for _, _, p in parties(one)] + [p.name for p in one.where]
    return " \n".join([one.evidence.text, *dict.fromkeys(n for n in names if n)])


def statement_words(one: Statement) -> str:
    """What full-text search finds a statement by."""
    source = (one.source.name or one.source.piece.text) if one.source else ""
    return f"{one.content.text} \n{source}"


def article_words(one: Article) -> str:
    """What full-text search finds an article by."""
    title = one.title or ""
    return one.text if one.text.startswith(title) else f"{title}\n{one.text}"


def month(day: date | None) -> str:
    """ "2024-07", or "" without a day."""
    return day.isoformat()[:7] if day else ""


def listed(values: Iterable[str]) -> str:
    """A list as one text that can be searched for a whole entry: ";a;b;"."""
    joined = ";".join(values)
    return f";{joined};" if joined else ""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a name, without accents and cases."""
    return tuple(re.findall(r"\w+", folded(text)))


def unlisted(text: str) -> tuple[str, ...]:
    """The list back."""
    return tuple(text.strip(";").split(";")) if text else ()


def dyads(one: Event) -> Sequence[tuple[str, str, str, str]]:
    """Each pair of who acts on whom as (country, sector, country, sector), "" where not known.

    Counterparts are pairs both ways.
    """
    return sorted({(*_codes(a), *_codes(r)) for a, r in acts(one)})


def acts(one: Event) -> set[tuple[Party, Party]]:
    """Each pair of who acts on whom; counterparts are pairs both ways."""
    told = product(map(Party.of, one.actors), map(Party.of, one.recipients))
    return {*told, *permutations((party for _, party in counterparts(one)), 2)}


def pairs(one: Event) -> set[tuple[str, str]]:
    """The countries of each pair of who acts on whom, where both are known."""
    return {(actor, recipient) for actor, _, recipient, _ in dyads(one) if actor and recipient}


def _codes(party: Party) -> tuple[str, str]:
    return party.country or "", party.sectors[0] if party.sectors else ""


def _bare(line: Row) -> Row:
    return {name: value for name, value in line.items() if name not in ("record", "article")}
