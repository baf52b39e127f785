"""Bodies that the list lacks, by what an article calls them: "rights group Justice Now", "the Lake Front"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.fixed import fixed
from dateline.resolve.given_names import gendered_names
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Entry
from dateline.resolve.who.english import NOT_NAMES, POSSESSIVE_GAPS, TITLE_WORDS
from dateline.resolve.who.names.phrases import last_of, noun_ending
from dateline.resolve.who.names.scan import Found, belongs
from dateline.resolve.who.words import Words, fold_name
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.calendar import MONTHS

_CALLED = word_set(
    "group militia faction movement organization organisation party watchdog charity ngo nonprofit union gang "
    "cartel company firm alliance coalition outfit sect association tank airline"
)
"""Nouns right behind which a capital begins the name of a body."""
_ENDINGS: dict[str, tuple[str, ...]] = {
    "front": ("REB",), "watch": ("SOC",), "monitor": ("SOC",), "observatory": ("SOC",),
}  # fmt: skip
"""Last words that end the name of a body and are common nouns of something else."""
_DATED = word_set("front movement brigade brigades battalion coalition alliance revolution martyrs")
"""Words that behind a month and a day make the name of a body of both."""
_SHORT = word_set("front movement union alliance coalition brigade brigades battalion party watch")
"""Last words of names by which bodies are called again."""
WATCHES = frozenset(("observatory", "watch", "monitor", "watchdog"))
"""Words by which the names of bodies tell that they watch what others do."""
_CALLS = frozenset(("calling", "calls", "called"))
_ITSELF = frozenset(("itself", "themselves"))
_LONGEST = 6
_BEFORE = 4
"""How many words before such a noun may tell its country."""


@dataclass(slots=True)
class Body:
    """One body of the article: its name, the sectors and country that the article tells, and where it first stands.

    `noun` is what it is called, or the last word of its name.
    """

    name: str
    sectors: tuple[str, ...]
    country: str | None
    seen: int
    noun: str


@fixed(eq=False)
class Naming:
    """The name of a body at the words from `first` to before `last`."""

    first: int
    last: int
    body: Body


def find_bodies(words: Words, found: Found, actors: ActorList) -> dict[int, Naming]:
    """The unlisted bodies of an article by each word of their names, wherever they stand again."""
    bodies: dict[tuple[str, ...], Body] = {}
    runs = list(_runs(words, found))
    surnames = {words.low[last - 1] for first, last in runs if last - first > 1}
    for first, last in runs:
        if last - first == 1 and (words.low[first] in surnames or words.low[first] in actors.surnames):
            continue
        body = _announced(words, found, actors, first, last) or _ending(words, actors, first, last)
        key = words.low[first:last]
        if body is not None and (key not in bodies or bodies[key].noun in ("group", words.low[last - 1])):
            bodies[key] = body
    covering: dict[int, Naming] = {}
    for key in sorted(bodies, key=lambda key: (-len(key), key)):
        for first in _places(words, key):
            if not any(index in covering for index in range(first, first + len(key))):
                naming = Naming(first, first + len(key), bodies[key])
                covering.update(dict.fromkeys(range(first, first + len(key)), naming))
    for first, body in _shortened(words, found, bodies):
        covering.setdefault(first, Naming(first, first + 1, body))
    return covering


def _shortened(words: Words, found: Found, bodies: Mapping[tuple[str, ...], Body]) -> Iterator[tuple[int, Body]]:
    """Where the last word of the one body that ends so stands for it ("the Front" of the March 12 Front)."""
    ends: defaultdict[str, list[Body]] = defaultdict(list)
    for key in sorted(bodies):
        if len(key) > 1 and key[-1] in _SHORT:
            ends[key[-1]].append(bodies[key])
    for index in words.capitals if ends else ():
        alone = index > 0 and words.low[index - 1] == "the" and not _goes_on(words, found, index + 1)
        among = ends.get(words.low[index], ())
        if alone and len(among) == 1 and among[0].seen < index:
            yield index, among[0]


def watching(found: Found) -> Entry | None:
    """The one listed body of an article that watches others ("Human Rights Watch"); None where there are several."""
    named = {entry.id: entry for hit in found.hits if (entry := hit.entry) is not None and _watches(entry)}
    return next(iter(named.values())) if len(named) == 1 else None


def _watches(entry: Entry) -> bool:
    if entry.kind in PEOPLE or entry.kind == "media":
        return False
    return not WATCHES.isdisjoint(fold_name(entry.name).split())


def _places(words: Words, key: tuple[str, ...]) -> Iterator[int]:
    for first in range(len(words) - len(key) + 1):
        if words.low[first : first + len(key)] == key and words.capital(first):
            yield first


def _runs(words: Words, found: Found) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words in a row that no listed actor covers."""
    done, total = 0, len(words)
    for index in words.capitals:
        of_day = _of_a_day(words, index)
        if index < done or not _part(words, found, index) or (words.low[index] in NOT_NAMES and not of_day):
            continue
        last = index + (2 if of_day else 1)
        while last < total and last - index < _LONGEST and _goes_on(words, found, last):
            last += 1 if words.capital(last) else 2
        yield index, last
        done = last


def _of_a_day(words: Words, index: int) -> bool:
    """True where a month begins the name of a body ("the March 12 Front")."""
    low = words.low
    if low[index] not in MONTHS or index + 2 >= len(words) or not low[index + 1].isdecimal():
        return False
    plain = words.gap(index + 1) == words.gap(index + 2) == " "
    return plain and words.capital(index + 2) and low[index + 2] in _DATED


def _goes_on(words: Words, found: Found, index: int) -> bool:
    """True where word `index` goes on a name: a capital, or a "for" or "of" before one."""
    if words.gap(index) not in (" ", "-"):
        return False
    link = words.low[index] in ("for", "of") and index + 1 < len(words) and words.gap(index + 1) == " "
    return _part(words, found, index) or (link and _part(words, found, index + 1))


def _part(words: Words, found: Found, index: int) -> bool:
    hit = found.covering.get(index)
    return words.capital(index) and (hit is None or (hit.entry is None and hit.last - hit.first == 1))


def _announced(words: Words, found: Found, actors: ActorList, first: int, last: int) -> Body | None:
    """The body of a name behind what it is: "the rights group Justice Now", "a group calling itself the Lake Front"."""
    at = first - (first > 0 and words.low[first - 1] == "the")
    if at > 1 and words.low[at - 1] in _ITSELF and words.low[at - 2] in _CALLS:
        at -= 2
    elif at > 0 and words.low[at - 1] in _CALLS:
        at -= 1
    if at < 1 or words.gap(at) != " " or words.gap(first) not in (" ", ' "', " “", " '", " ‘"):
        return None
    if words.low[at - 1] not in _CALLED or not _begins(words, found, actors, first, last):
        return None
    if words.capital(at - 1) and words.gap(at - 1) == " " and words.capital(at - 2):
        return None
    start, noun = noun_ending(words, max(0, at - 3), at, actors)
    if noun is None or (at < first and words.low[at] == "the" and last_of(noun) in ("party", "company", "firm")):
        return None
    sectors = noun.sectors if noun.noun != "group" else _ENDINGS.get(words.low[last - 1], noun.sectors)
    return Body(words.slice(first, last), sectors, _country(words, found, start), first, noun.noun)


def _begins(words: Words, found: Found, actors: ActorList, first: int, last: int) -> bool:
    """True where the words from `first` may be the name of a body: of no person or place, with or without title."""
    low, behind = words.low[first], words.low[first + 1 : last]
    titled = low in actors.heads or low in TITLE_WORDS
    person = low in gendered_names() or (titled and any(w in gendered_names() or w in actors.surnames for w in behind))
    return not person and first not in found.covering and not (titled and not behind)


def _country(words: Words, found: Found, start: int) -> str | None:
    """The country that an adjective or possessor before word `start` tells."""
    for index in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if words.gap(index + 1) not in (" ", "-", *POSSESSIVE_GAPS):
            return None
        hit = found.covering.get(index)
        if hit is not None and hit.entry is None and belongs(words, hit, hit.first):
            return hit.name.country if hit.name.sort == "adjective" or words.gap(hit.last) in POSSESSIVE_GAPS else None
        if hit is not None and hit.entry is not None and hit.entry.kind in PEOPLE:
            return None
    return None


def _ending(words: Words, actors: ActorList, first: int, last: int) -> Body | None:
    """The body of a name that ends in a word for bodies: "the Lake Front", "Harbour Watch"."""
    sectors = _ENDINGS.get(words.low[last - 1])
    if sectors is None or last - first < 2 or words.low[first] in gendered_names() or words.low[first] in actors.heads:
        return None
    inner = first > 0 and words.gap(first) == " " and words.capital(first - 1) and words.low[first - 1] != "the"
    bare = words.low[last - 1] == "monitor" and (first == 0 or words.low[first - 1] != "the")
    if inner or bare or "\n" not in words.text[: words.start[first]]:
        return None
    return Body(words.slice(first, last), sectors, None, first, words.low[last - 1])
