"""What is compared of passages: one passage, or all passages of one story in an article, as sets of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeVar

from dateline.merge import words
from dateline.merge.cues import Cues, cues
from dateline.merge.days import Days, day_of, days_told, guessed
from dateline.merge.sense import of_story
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.item import Item
from dateline.records.resolved import Actor, Count, Place
from dateline.records.sense import Floats

T = TypeVar("T")

TOPIC_WORDS = 40
"""The most telling words of an article that are kept."""
OPENING = 400
"""Characters of headline and lead, which tell of one happening as a rule."""
PAST = re.compile(
    r"\b(?:previous(?:ly)?|earlier|before|ago|in the past|past (?:few |two |three )?(?:days|weeks|months|years)"
    r"|last (?:week|month|year)|since|recent(?:ly)?|regular(?:ly)?|repeated(?:ly)?|often|frequent(?:ly)?|several"
    r"|history|ever since|over the years|continu\w+|campaign)\b"
)
"""Words in small letters of sentences about what was before, or happens again and again."""
PAST_PARTS = (
    *("previous", "earlier", "before", "ago", "past", "last", "since", "recent", "regular", "repeated", "often"),
    *("frequent", "several", "history", "years", "continu", "campaign"),
)
"""Letters without one of which none of these words is there: looking for them is faster than for the words."""
NEAR = 90
"""Characters around a trigger in which such a word speaks of it."""
BESIDE = 55
"""Characters before and after a trigger whose words belong to the act."""
NAME = re.compile(r"[A-Z](?<=\b[A-Z])(?<!^[A-Z])(?<![.!?\"“]\s[A-Z])[\w’'-]+")
"""A capitalised word that does not begin a sentence; to look behind a capital is faster than before each letter."""
RARE = 4.5
"""Weight of a rare word."""
NAMING = 2.0
"""Weight of a capitalised word above which it is a telling name."""
BARE = 0.5
"""The say of a story that tells nothing but the act, against one for each thing told."""

FAMILIES = {
    "ASSAULT": "force",
    "COERCE": "force",
    "MOBILIZE": "force",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "RETREAT": "concession",
    "CONCEDE": "concession",
    "AGREE": "cooperation",
    "CONSULT": "cooperation",
    "SUPPORT": "cooperation",
    "COOPERATE": "cooperation",
    "AID": "cooperation",
    "REQUEST": "words",
    "ACCUSE": "words",
    "REJECT": "words",
    "THREATEN": "words",
}
"""Types under which different reports tell of one happening; a type that is not listed is its own family."""
ALSO = {"CONCEDE": "cooperation", "COERCE": "refusal", "REJECT": "refusal"}
"""Further families of types: one report says that both agreed to a truce and another that one gave in; what bars
somebody from a country for one refuses them for another.
"""
ATTACK = "ASSAULT"
RIOT = "riot"
"""Mode of a protest that another report may tell as an attack: a crowd that storms an embassy."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Profile:
    """What is told of a happening in one place.

    `id` is that of the first passage; `order` sorts by publication, article and place in the text; `acts` are the
    words of the triggers with and without their endings; `near` are the words beside the triggers, `rare` and
    `near_rare` the rare ones; `names` and `near_names` are the capitalised words of the sentences and beside the
    triggers; `central` is how much the sentences are about what the article is; `days` are guessed from publication
    where none is stated; `cues` set the act apart from others; `items` are those of lists that tell it; `leads` is
    true where the opening of a report tells it, `past` where all passages speak of what was before; `sense` is how
    they read to the model (see `merge.sense`).
    """

    id: str
    article: str
    order: tuple[str, str, int]
    passages: tuple[str, ...]
    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    acts: tuple[tuple[str, str], ...]
    days: tuple[Days, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    counts: tuple[Count, ...]
    leads: bool
    past: bool
    wording: words.Vector = field(repr=False)
    rare: frozenset[str] = frozenset()
    near: words.Vector = field(repr=False, default_factory=dict)
    near_rare: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    near_names: frozenset[str] = frozenset()
    topic: words.Vector = field(repr=False, default_factory=dict)
    central: float = 0.0
    cues: Cues = field(default_factory=Cues)
    items: frozenset[Item] = frozenset()
    sense: Floats | None = field(repr=False, compare=False, default=None)

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        return day_of(self.order[0])

    @property
    def families(self) -> frozenset[str]:
        """The families of its types; one of its own for what has no type."""
        return families(self.types)

    @property
    def riots(self) -> bool:
        """True where it tells of a protest that became violent."""
        return "PROTEST" in self.types and RIOT in self.modes

    @property
    def sought(self) -> frozenset[str]:
        """The families under which it is looked up: those of its types, and of a riot that of attacks."""
        return self.families | {FAMILIES[ATTACK]} if self.riots else self.families

    @property
    def told(self) -> int:
        """How many of these are told: place, time, actor, recipient, a count."""
        days = any(d.stated for d in self.days)
        return sum(map(bool, (self.places, days, self.actors, self.recipients, self.counts)))

    @property
    def telling(self) -> bool:
        """True where a time, place, party or count is told."""
        return self.told > 0

    @property
    def say(self) -> float:
        """How much say the story has where groups join: the more, the more of it is told and the more often."""
        return (self.told + BARE) * len(self.passages)


@lru_cache(maxsize=1024)
def families(types: tuple[str, ...]) -> frozenset[str]:
    """The families of types; one of its own for none."""
    return frozenset([FAMILIES.get(t, t) for t in types or ("",)] + [ALSO[t] for t in types if t in ALSO])


def riot_and_attack(one: Profile, two: Profile) -> bool:
    """True where one tells of a riot and the other of an attack, which may be one happening all the same."""
    return (one.riots and ATTACK in two.types) or (two.riots and ATTACK in one.types)


def akin(one: Profile, two: Profile) -> bool:
    """True where the types of both can be those of one happening."""
    return not one.families.isdisjoint(two.families) or riot_and_attack(one, two)


def topic(article: Article) -> words.Vector:
    """The most telling words of an article with their weights."""
    title = article.title or ""
    return words.vector(f"{title}\n{article.text}", most=TOPIC_WORDS)


def stories(passages: Iterable[tuple[str, Event]], article: Article, about: words.Vector) -> tuple[Profile, ...]:
    """The profiles of the stories of an article, from pairs of passage id and event, in text order."""
    grouped: dict[str, list[tuple[str, Event]]] = {}
    for passage, event in sorted(passages, key=lambda p: (p[1].trigger.span, p[0])):
        grouped.setdefault(event.story_event, []).append((passage, event))
    return tuple(story(group, article, about) for group in grouped.values())


def story(passages: Sequence[tuple[str, Event]], article: Article, about: words.Vector) -> Profile:
    """The profile of the passages of one story, in text order."""
    return read_story(passages, article, about, of_story([e.sense for _, e in passages if e.sense]))


def read_story(
    passages: Sequence[tuple[str, Event]], article: Article, about: words.Vector, sense: Floats | None
) -> Profile:
    """The same with how they read (`of_story`), where that is known."""
    order = (article.published or "9999", article.id, passages[0][1].trigger.span.start)
    guess = guessed([e.status for _, e in passages], article.published_date)
    return _profile(passages, order, article.id, guess, about, cues(e for _, e in passages), sense)


def _profile(
    passages: Sequence[tuple[str, Event]],
    order: tuple[str, str, int],
    article: str,
    guess: tuple[Days, ...],
    about: words.Vector,
    found: Cues,
    sense: Floats | None = None,
) -> Profile:
    """What passages of one story tell together; `guess` are its days where none is told, `about` the words around."""
    events = [e for _, e in passages]
    texts = tuple(dict.fromkeys(e.evidence.text for e in events))
    sentences = _sentences(texts)
    stated = tuple(sorted({d for e in events for d in days_told(e, order[0])}))
    items = frozenset([e.item for e in events if e.item is not None])
    beside = [_beside(e) for e in events]
    near = words.vector(" ".join(beside))
    return Profile(
        id=passages[0][0],
        article=article,
        order=order,
        passages=tuple(id_ for id_, _ in passages),
        types=tuple(dict.fromkeys([e.type for e in events if e.type])),
        modes=tuple(dict.fromkeys([m for e in events for m in e.modes])),
        statuses=tuple(dict.fromkeys([e.status for e in events])),
        acts=_unique([act_word(e) for e in events], lambda a: a[1]),
        days=(_closest(stated) if items else stated) or guess,
        places=_unique([p for e in events for p in e.where], lambda p: (p.geonames_id, p.name, p.piece.text)),
        actors=_unique([a for e in events for a in e.actors], _party),
        recipients=_unique([a for e in events for a in e.recipients], _party),
        counts=_unique([c for e in events for c in e.counts], lambda c: (c.what, c.min, c.max)),
        leads=any(e.evidence.span.start < OPENING for e in events),
        past=all(map(of_the_past, events)),
        wording=sentences.wording,
        rare=sentences.rare,
        near=near,
        near_rare=words.rare(near, RARE),
        names=sentences.names,
        near_names=frozenset().union(*map(_names, beside)),
        topic=about,
        central=words.cosine(sentences.wording, about),
        cues=found,
        items=items,
        sense=sense,
    )


def _closest(days: Sequence[Days]) -> tuple[Days, ...]:
    """The days of a story of a list without those that only hold a closer one: "in April" is what all items tell of."""
    return tuple(
        one
        for one in days
        if not any(one.width > other.width and one.first <= other.first and other.last <= one.last for other in days)
    )


class _Sentences(NamedTuple):
    """The words of some sentences: all with their weights, the rare ones, the names."""

    wording: words.Vector
    rare: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=64)
def _sentences(texts: tuple[str, ...]) -> _Sentences:
    """Kept for a while, since one sentence tells several acts, which follow each other."""
    wording = words.vector(" ".join(texts))
    return _Sentences(wording, words.rare(wording, RARE), frozenset().union(*map(_names, texts)))


def _beside(event: Event) -> str:
    """The whole words around the trigger."""
    text, at = event.evidence.text, event.trigger.span.start - event.evidence.span.start
    first, last = max(0, at - BESIDE), min(len(text), at + len(event.trigger.text) + BESIDE)
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return text[first:last]


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text that do not begin a sentence, without endings."""
    return frozenset(s for w in NAME.findall(text) if words.weight(s := words.stem(w)) > NAMING)


def of_the_past(event: Event) -> bool:
    """True where words near the trigger speak of what was before, or happens again and again."""
    at = event.trigger.span.start - event.evidence.span.start
    near = event.evidence.text[max(0, at - NEAR) : at + NEAR].lower()
    return any([part in near for part in PAST_PARTS]) and PAST.search(near) is not None


def act_word(event: Event) -> tuple[str, str]:
    """The last word of the trigger and the same without its ending."""
    last = (event.trigger.text.split() or [""])[-1]
    return last, words.stem(last)


def _party(actor: Actor) -> Hashable:
    return (actor.id, (actor.name or actor.piece.text).casefold(), actor.country)


def _unique(values: Sequence[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    if len(values) < 2:  # most passages have one of each at most
        return tuple(values)
    out: dict[Hashable, T] = {}
    for value in values:
        out.setdefault(key(value), value)
    return tuple(out.values())
