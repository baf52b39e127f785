"""Whose a document is that speaks: "Rossi's letter", "a statement by the Senate", "the ministry's website"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.actor_list import PEOPLE, Head
from dateline.resolve.who.descriptions import described
from dateline.resolve.who.english import POSSESSIVE_GAPS, STOPS
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending, read
from dateline.resolve.who.names.scan import Hit
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.word_lists import word_set

_SITES = frozenset(("website", "headline", "editorial"))
"""Nouns for what somebody publishes, besides those of the sort "text"."""
_ABOUT = frozenset(("poll", "survey", "video", "photo", "picture", "image", "footage", "figure", "data"))
"""Documents behind which "of" tells what they show."""
_BY = frozenset(("by", "from", "of"))
_AUTHORS = frozenset(("state", "force", "group", "office", "person", "thing"))
"""Sorts of nouns for those who give out documents."""
_TITLES = frozenset(
    ("source", "official", "state", "security", "press", "customs", "conservative", "liberal", "radical")
)
"""Nouns that before a document rather tell its kind ("official figures", "conservative estimates")."""
_KINDS = word_set("official latest recent new joint written separate initial preliminary annual weekly public own")
"""Words that may stand between the author and the document."""
_REACH = 4
_LONGEST = 5
"""How many words the noun of a described author may have."""
_AGAIN = 25
"""How many sentences back the same document may have been told of."""


def document(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """The party of a document: its author's country and sectors, or those it had before; None where neither is told."""
    if phrase.hinted or (noun.sort != "text" and last_of(noun) not in _SITES):
        return None
    author = _described_before(scene, phrase) or _before(scene, phrase) or _behind(scene, phrase, noun)
    if author is not None:
        body = author.sort in ("state", "group") and author.basis != "country word"
        return Party(
            span, "text", author.country, author.sectors, author.name if body else None, author.id if body else None,
            author.basis, noun=noun.noun,
        )  # fmt: skip
    if "the" not in scene.words.low[max(0, phrase.first - 1) : phrase.head] or phrase.inside:
        return None
    for _, party in scene.parties.before(span.start, _AGAIN):
        if party.sort == "text" and party.noun and party.noun.split()[-1] == last_of(noun):
            told = party.sectors[:1] not in ((), ("UNK",))
            return Party(span, "text", party.country, party.sectors, basis=EARLIER, noun=noun.noun) if told else None
    return None


def _before(scene: Scene, phrase: Phrase) -> Party | None:
    """The named person, body or state that has a document ("Rossi's letter", "a South Korean statement")."""
    words = scene.words
    for index in range(phrase.head - 1, max(-1, phrase.first - 2), -1):
        if index + 1 < phrase.first and words.gap(index + 1) not in POSSESSIVE_GAPS:
            return None
        sighting = scene.people.covering.get(index)
        if sighting is not None and words.gap(sighting.last) in POSSESSIVE_GAPS:
            return scene.person(scene.span(sighting.first, sighting.last), sighting.person, sighting)
        hit = scene.found.covering.get(index)
        if hit is not None and scene.belongs(hit, phrase.first):
            return _publisher(scene, hit)
    return None


def _described_before(scene: Scene, phrase: Phrase) -> Party | None:
    """The described body or person that has a document ("health ministry report", "the family's letter")."""
    words, end = scene.words, phrase.head
    while end > phrase.first and words.low[end - 1] in _KINDS and words.gap(end) == " ":
        end -= 1
    hit = scene.found.covering.get(end - 1)
    if hit is not None or (end <= phrase.first and not (end > 0 and words.gap(end) in POSSESSIVE_GAPS)):
        return None
    return _described(scene, max(0, min(phrase.first, end - _LONGEST)), end)


def _described(scene: Scene, first: int, end: int) -> Party | None:
    """The party of the noun that ends before word `end`, of those that give out documents."""
    start, noun = noun_ending(scene.words, first, end, scene.actors)
    if noun is None or noun.sort not in _AUTHORS or last_of(noun) in _TITLES:
        return None
    while start > first and scene.words.gap(start) == " " and start - 1 in scene.found.covering:
        start -= 1
    phrase = read(scene.words, range(start, end), scene.found, scene.actors)
    return described(scene, scene.span(start, end), phrase, noun)


def _behind(scene: Scene, phrase: Phrase, noun: Head) -> Party | None:
    """The author behind "by" or "from" ("a letter by Rossi, counsel to the Senate", "data from the ministry")."""
    words, index = scene.words, phrase.last
    if index >= len(words) or words.low[index] not in _BY or words.gap(index) != " ":
        return None
    if words.low[index] == "of" and last_of(noun) in _ABOUT:
        return None
    for after in range(index + 1, min(index + 1 + _REACH, len(words))):
        if words.gap(after) not in (" ", ". "):
            break
        sighting = scene.people.covering.get(after)
        if sighting is not None:
            person = sighting.person
            known = person.likely or person.titled or person.gender
            return scene.person(scene.span(sighting.first, sighting.last), person, sighting) if known else None
        hit = scene.found.at.get(after)
        if hit is not None:
            if hit.entry is None and hit.name.sort == "adjective":
                continue
            own = hit.entry is not None and hit.entry.kind not in PEOPLE
            return _publisher(scene, hit) if own and words.low[index] != "of" else None
    return _described_behind(scene, index) if words.low[index] != "of" else None


def _described_behind(scene: Scene, index: int) -> Party | None:
    """The described body behind the "by" or "from" at word `index`."""
    words, end = scene.words, 0
    for stop in range(index + 2, min(index + 2 + _LONGEST, len(words) + 1)):
        if words.gap(stop - 1) != " " or words.low[stop - 1] in STOPS:
            break
        found = noun_ending(words, index + 1, stop, scene.actors)[1]
        if end and found is None:
            break
        end = stop if found is not None else 0
    return _described(scene, index + 1, end) if end else None


def _publisher(scene: Scene, hit: Hit) -> Party | None:
    """The party of a listed name that publishes; a state does so by its government."""
    span = scene.span(hit.first, hit.last)
    if hit.entry is None:
        return scene.state(span, hit.name.country, ("GOV",), "country word") if hit.name.sort == "adjective" else None
    return scene.listed(span, hit, asked=False)
