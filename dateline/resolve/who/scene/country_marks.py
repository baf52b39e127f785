"""Each naming of a country in an article: where it stands, as what, and behind what word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.resolve.who.actor_list import PEOPLE
from dateline.resolve.who.english import SPEECH
from dateline.resolve.who.names.scan import Found, Hit, belongs, is_short_paper
from dateline.resolve.who.people.person import People
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set

_PLACING = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "around", "northern", "southern", "eastern", "western")
)
_AGAINST = frozenset(("against", "with", "to", "on", "into", "toward", "towards", "over", "targeting"))
"""Words behind which a country is where something is, or whom it is done to."""
_TALKS = word_set(
    "talks negotiations summit conference negotiate meeting dialogue consultations mediation truce ceasefire accord "
    "accords pact treaty deal agreement"
)
"""What others hold in a place that is no party to it."""
ON_THE_MAP = frozenset(("capital", "place", "country"))
"""Sorts of names that something may be in."""


class CountryMark(NamedTuple):
    """One naming of a country: at which character and word, as what sort of name, and whether it speaks.

    `link` is what ties it to what stands around: "in", "of", "against", "owner" before what it has, "bare" for none.
    """

    at: int
    word: int
    country: str
    sort: str
    link: str
    agent: bool
    sectors: tuple[str, ...]


def country_marks(words: Words, found: Found, people: People, day: str | None) -> Iterator[CountryMark]:
    """Each naming of a country by a person or a listed name, but for places where others only talk."""
    for sighting in people.sightings:
        person, first = sighting.person, sighting.first
        if person.country and first not in found.at:
            yield _mark(words, first, sighting.last, person.country, "person", person.sectors)
    for hit in found.hits:
        named = people.covering.get(hit.first)
        inside = hit.entry is None and named is not None and named.first < hit.first
        if belongs(words, hit) and not inside and not _only_told(words, hit) and not of_talks(words, hit):
            yield _of_hit(words, hit, day)


def _only_told(words: Words, hit: Hit) -> bool:
    """True for the agency whose report it is ("(AP)"), and for one that was told something: they tell of everywhere.

    So do papers that are called by the last word of their names ("the Times").
    """
    if hit.entry is None or hit.entry.kind != "media":
        return False
    if is_short_paper(hit, words):
        return True
    before = words.low[max(0, hit.first - 2) : hit.first]
    return words.gap(hit.first).endswith("(") or "told" in before


def of_talks(words: Words, hit: Hit) -> bool:
    """True for the place where others talk or agree ("their first direct talks in Doha"): nobody's country."""
    if hit.entry is not None or hit.name.sort not in ON_THE_MAP or words.low[max(0, hit.first - 1)] != "in":
        return False
    for index in range(hit.first - 2, max(-1, hit.first - 6), -1):
        if words.gap(index + 1)[:1] in (".", ",", ";", "\n", "?", "!"):
            return False
        if words.low[index] in _TALKS:
            return True
    return False


def _of_hit(words: Words, hit: Hit, day: str | None) -> CountryMark:
    entry = hit.entry
    if entry is None:
        return _mark(words, hit.first, hit.last, hit.name.country, hit.name.sort, ())
    role, _ = entry.role(day)
    sort = "person" if entry.kind in PEOPLE else "group" if entry.kind in ("group", "party") else "body"
    return _mark(words, hit.first, hit.last, role.country, sort, role.sectors)


def _mark(words: Words, first: int, last: int, country: str, sort: str, sectors: tuple[str, ...]) -> CountryMark:
    before = words.low[first - 1] if first else ""
    if before == "the" and first > 1:
        before = words.low[first - 2]
    agent = last < len(words) and words.low[last] in SPEECH
    if last <= len(words) and words.owns(last - 1):
        link = "owner"
    elif before in _PLACING:
        link = "in"
    elif before in ("of", "from", "by", "and"):
        link = before
    else:
        link = "against" if before in _AGAINST else "bare"
    return CountryMark(words.start[first], first, country, sort, link, agent, sectors)
