"""What is of a region and of no one state: "Latin America", "Gulf monarchies", "African leaders"."""

from __future__ import annotations

from dateline.resolve.regions import region_at
from dateline.resolve.who.english import RELATED
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.words import Words

_PEOPLE = "arab"
"""A people of many countries, whose name alone means those of one mostly."""
_RULERS = frozenset(("leader", "ruler", "monarch", "minister", "king"))


def of_region(words: Words, phrase: Phrase) -> bool:
    """True for a region ("Africa", "the Arab world"), its people and several states or offices of it."""
    noun = phrase.noun
    stop = phrase.head if noun is not None else phrase.last
    world = noun is None and words.low[stop - 1] == "world"
    region = region_at(words.low, stop - 1 - world) if stop > phrase.first + world else None
    if region is None or region.start < phrase.first or region.stop != stop - world:
        return False
    if phrase.inside:
        return False
    people = words.low[region.stop - 1].startswith(_PEOPLE)
    if noun is None:
        counted = all(not words.capital(index) for index in range(phrase.first, region.start))
        return counted and words.capital(region.start) and (world or not people)
    if people and noun.sort == "office" and last_of(noun) not in _RULERS:
        return False
    return phrase.plural and (noun.sort in ("office", "state", "country") or last_of(noun) in RELATED)
