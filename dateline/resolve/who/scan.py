"""Find every listed name in a text: actors, countries, their people, capitals and places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dateline.resolve.who.actor_list import PEOPLE, ActorList, Entry, Name
from dateline.resolve.who.english import DETACHED, POSSESSIVE_GAPS
from dateline.resolve.who.words import Words, fold

PSEUDO = frozenset(("UNO", "IGO", "EUR", "NGO", "IMG", "MNC"))
"""Codes of actors that belong to no state."""

COMMON = frozenset(("common",))
"""Kinds of names that several states share ("Congress"): believed only where the article is about that state."""

_EXPANSION = re.compile(r"\(\s*(?:the |or |known as )?[\"“']?([A-Z][A-Za-z&-]{1,9}\.?)[\"”']?\s*[),;]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Listed name at the words from `first` to before `last`."""

    first: int
    last: int
    name: Name

    @property
    def entry(self) -> Entry | None:
        """The actor of the list, None for countries and places."""
        return self.name.entry

    @property
    def state(self) -> bool:
        """True where the name can stand for the government of its country."""
        return self.name.sort in ("country", "capital", "adjective", "nationals")


@dataclass(frozen=True, slots=True)
class Found:
    """All listed names of a text, by the word at which each begins, and how often each country is named."""

    hits: tuple[Hit, ...]
    at: dict[int, Hit]
    covering: dict[int, Hit]
    weight: dict[str, float]


def scan(words: Words, actors: ActorList, day: str | None) -> Found:
    """The listed names in `words`; `day` (ISO) picks the roles that held, None the last ones."""
    raw_hits = _candidates(words, actors)
    weight = _weights(raw_hits, words, actors, day)
    hits = tuple(
        Hit(first, last, name)
        for first, last, names in raw_hits
        if (name := _choose(names, weight, day, _before(raw_hits, first))) is not None
    )
    at = {hit.first: hit for hit in hits}
    covering = {index: hit for hit in hits for index in range(hit.first, hit.last)}
    return Found(hits, at, covering, weight)


def belongs(words: Words, hit: Hit) -> bool:
    """False where a name only tells a tie ("pro-Russian", "Iran-backed", "anti-Israel")."""
    if hit.first and words.low[hit.first - 1] in ("pro", "anti", "non") and words.gap(hit.first) in ("-", " ", "–"):
        return False
    after = hit.last
    return not (after < len(words) and words.gap(after) in ("-", "–", " ") and words.low[after] in DETACHED)


def expansions(words: Words, found: Found) -> dict[str, Hit]:
    """Acronyms that the text itself explains ("Alliance of Sahel States (AES)") with the name before them."""
    acronyms: dict[str, Hit] = {}
    ends = {words.end[hit.last - 1]: hit for hit in found.hits}
    for match in _EXPANSION.finditer(words.text):
        hit = ends.get(len(words.text[: match.start()].rstrip()))
        if hit is not None:
            acronyms[fold(match.group(1))] = hit
    return acronyms


def _before(raw_hits: list[tuple[int, int, tuple[Name, ...]]], first: int) -> str | None:
    """The country whose name stands directly before word `first` (filled by the caller's order)."""
    for start, last, names in raw_hits:
        if start >= first:
            return None
        if last == first and names[0].entry is None:
            return names[0].country
    return None


def _candidates(words: Words, actors: ActorList) -> list[tuple[int, int, tuple[Name, ...]]]:
    found = []
    index, total = 0, len(words)
    while index < total:
        sizes = actors.lengths.get(words.low[index])
        step = 1
        for size in sizes or ():
            last = index + size
            names = (
                actors.names.get(" ".join(words.low[index:last])) if size > 1 else actors.names.get(words.low[index])
            )
            if names is None or last > total or not all(_linked(words, inner) for inner in range(index + 1, last)):
                continue
            fitting = tuple([name for name in names if name.fits(words.raw[index:last])])
            if fitting and not _swallowed(words, index, last, fitting, actors):
                found.append((index, last, fitting))
                step = size
                break
        index += step
    return found


def _linked(words: Words, index: int) -> bool:
    """True where word `index` may go on a listed name: also past a possessive ("New People's Army")."""
    return words.joined(index) or words.gap(index) in POSSESSIVE_GAPS


def _swallowed(words: Words, first: int, last: int, names: tuple[Name, ...], actors: ActorList) -> bool:
    """True where a name of one word is only a part of a longer name ("Jordan Smith", "Human Rights Commission")."""
    if last - first > 1 or names[0].sort in ("adjective", "nationals"):
        return False
    if names[0].entry is not None and words.low[first] in actors.heads and first and words.gap(first) == " ":
        return words.capital(first - 1) and words.low[first - 1] not in actors.names and words.low[first - 1] != "the"
    if first and words.low[first - 1] in ("mr", "mrs", "ms", "miss"):
        return True
    return names[0].written in (
        "Jordan",
        "Chad",
        "Georgia",
        "Florence",
        "Paris",
        "Cali",
        "Bor",
        "Nice",
        "Java",
        "Para",
    ) and (last < len(words) and words.gap(last) == " " and words.capital(last) and names[0].written not in ("Paris",))


def _weights(
    raw_hits: list[tuple[int, int, tuple[Name, ...]]], words: Words, actors: ActorList, day: str | None
) -> dict[str, float]:
    weight: Counter[str] = Counter()
    title_end = words.text.find("\n")
    for first, last, names in raw_hits:
        name = names[0]
        if len(names) > 1 and len({other.country for other in names}) > 1:
            continue
        if (
            name.entry is not None
            and name.entry.kind in COMMON
            and not (last - first > 1 and words.low[first] in actors.names)
        ):
            continue
        country = name.entry.role(day)[0].country if name.entry is not None else name.country
        weight[country] += 3.0 if words.start[first] < title_end else 1.0
    return dict(weight)


def _choose(names: tuple[Name, ...], weight: dict[str, float], day: str | None, before: str | None) -> Name | None:
    """The likeliest bearer of a name: of the country just named, then of the country most spoken of."""
    best, best_score = None, -1.0
    for name in names:
        entry = name.entry
        country = entry.role(day)[0].country if entry is not None else name.country
        score = weight.get(country, 0.0) + (0.5 if entry is None or entry.kind not in COMMON else 0.0)
        if before is not None and country == before:
            score += 100.0
        if entry is not None and entry.kind in COMMON and score <= 0.0:
            continue
        if entry is not None and entry.kind not in PEOPLE and entry.role(day)[1] == 0:
            score += 0.1
        if score > best_score:
            best, best_score = name, score
    return best
