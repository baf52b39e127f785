"""Countries told by where they lie or who leaves them: "the West African country", "they left the country"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.regions import LONGEST, region_before
from dateline.resolve.where.entry import COUNTRY, Entry
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.surroundings import Surroundings, at, party_behind

COUNTRY_WORDS = ("country", "nation", "homeland", "republic", "kingdom")
"""Nouns that stand again for a country."""
_STATES = (*COUNTRY_WORDS, "state")
_NEW = ("a", "an", "another", "any", "one", "each", "every", "other", "neighbouring", "neighboring", "third", "no")
"""Words before a country that was not named before."""
_LEAVING = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|quit(?:s|ting)?|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?"
    r"|(?:withdr[ae]w\w*|pull(?:s|ed|ing)?(?: \w+)? out|pullout|departure|exit|retreat\w*|expel\w*|expulsion|evict\w*"
    r"|eject\w*|deport\w*|driven|kicked|thrown|forced|ordered)(?: [\w-]+){0,4}?(?: out)? (?:from|of|out))"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Words of leaving, or of making others leave, right before a country."""
_SENTENCE = 220  # characters before a mention in which its sentence is looked at


def region_of(reading: Reading, first: int, last: int) -> tuple[int, frozenset[str]] | None:
    """Where words `first` to `last`, if they describe a country by its region, begin, and the countries of that region.

    The model may leave out the first of the words ("West" of "West African country").
    """
    tokens = reading.tokens
    if last - first < 2 or tokens[last - 1].folded not in _STATES or tokens[last - 1].capital:
        return None
    begin = max(0, first - LONGEST)
    low = [token.folded for token in tokens[begin : last - 1]]
    for end in range(len(low), first - begin, -1):
        found = region_before(low, end)
        if found is not None and _unbroken(reading, begin + found.first, last):
            return min(first, begin + found.first), found.countries
    return None


def _unbroken(reading: Reading, first: int, last: int) -> bool:
    tokens = reading.tokens
    return not set(reading.text[tokens[first].start : tokens[last - 1].end]) & set(".;:\n,()")


def country_described(here: Surroundings) -> Place | None:
    """ "the West African country": the last country named before that lies there, else the next one behind.

    One that is new to the article ("a West African country") is none of those.
    """
    told = region_of(here.reading, here.first, here.last)
    if told is None:
        return None
    first, members = told
    tokens = here.reading.tokens
    piece = Piece.cut(here.reading.text, Span(tokens[first].start, here.span.end))
    new = any(token.folded in _NEW for token in tokens[max(0, first - 1) : here.first + 1])
    entry = None if new else _named_before(here, members) or _named_behind(here, members)
    if entry is None:
        return Place(piece, None, None, None, None, None, None, None, "a country that is not named")
    return replace(at(here, entry, f"the country it describes: {entry.name}", named=True), piece=piece)


def _named_before(here: Surroundings, members: frozenset[str]) -> Entry | None:
    """The last country of `members` named before by its name or an adjective, else that of the last place before."""
    gaps = [(one.gap, one.entry.country) for one in here.known if one.before and one.entry.kind == COUNTRY]
    peoples = here.reading.words.demonym_country
    for index in range(here.first - 1, -1, -1):
        token = here.reading.tokens[index]
        if token.capital and token.folded in peoples:
            gaps.append((here.first - index - 1, peoples[token.folded]))
    near = sorted((gap, iso3) for gap, iso3 in gaps if iso3 in members)
    places = (one.entry.country for one in here.known if one.before and one.entry.country in members)
    iso3 = near[0][1] if near else next(places, None)
    return here.reading.gazetteer.country(iso3) if iso3 is not None else None


def _named_behind(here: Surroundings, members: frozenset[str]) -> Entry | None:
    iso3 = next((one.entry.country for one in here.known if one.entry.country in members), None)
    return here.reading.gazetteer.country(iso3) if iso3 is not None else None


def leavers(here: Surroundings) -> frozenset[str]:
    """The countries of the parties that leave the place of the mention or are sent away from it.

    "French troops will leave the country" is not of France. Nobody's where nothing of leaving stands before.
    """
    text, reading = here.reading.text, here.reading
    start = max(0, here.span.start - _SENTENCE)
    begin = max(start, *(text.rfind(mark, start, here.span.start) + 1 for mark in (". ", "\n", "? ", "! ")))
    if _LEAVING.search(text, begin, here.span.start) is None:
        return frozenset()
    found = set()
    for index in range(here.first - 1, -1, -1):
        token = reading.tokens[index]
        if token.start < begin:
            break
        iso3 = reading.words.demonym_country.get(token.folded) or _capital_adjective(token.folded)
        if token.capital and iso3 is not None and party_behind(reading, index + 1):
            found.add(iso3)
    return frozenset(found)


def _capital_adjective(folded: str) -> str | None:
    """The country of names that stand as they are before a noun: "US troops"."""
    return {"us": "USA", "uk": "GBR"}.get(folded)
