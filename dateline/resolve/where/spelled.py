"""A place that the text spells in a way that the gazetteer does not have: "al-Fouaa", "Orim Alqubra", "Tabaqa"."""

from __future__ import annotations

from dateline.records.resolved import Place
from dateline.resolve.where.entry import CITY, Entry
from dateline.resolve.where.fold import ARTICLES
from dateline.resolve.where.surroundings import Surroundings, at
from dateline.resolve.where.tokens import Token
from dateline.resolve.word_lists import word_set

_FAR = 60  # words in which the places named beside it speak for where it is
_REGION = 80.0  # km: news of one place names others so near to it
_SAME = 30.0  # km between two entries of one place, and between a town and its quarters
_LONGEST = 4  # words
_QUARTERS = word_set(
    "neighborhood neighborhoods neighbourhood neighbourhoods district districts quarter quarters suburb suburbs"
)
_ARTICLES = ARTICLES - {"adh"} | {"ul", "ed", "es", "ez"}


def spelled_otherwise(here: Surroundings, country: Entry | None) -> Place | None:
    """The one place of the country around whose name is another spelling of the mention, near to what is named with it.

    None where several are, or where nothing is.
    """
    name = _name(here)
    if country is None or country.country is None or name is None:
        return None
    found = [entry for entry in here.reading.gazetteer.akin(name, country.country) if entry.lat is not None]
    towns = [entry for entry in found if entry.kind == CITY or entry.precision == "settlement"] or found
    near = _near(here, towns)
    if not near or any((entry.distance(near[0]) or 0.0) > _SAME for entry in near):
        return None
    best = max(near, key=lambda entry: (entry.population, -abs(entry.key)))
    return at(here, best, f"another spelling of {best.name}", named=True)


def _name(here: Surroundings) -> str | None:
    """The words of a mention that can be a name from another script, without those for what it is; None for others."""
    lists = here.reading.words
    kinds = lists.settlements | lists.units
    tokens = here.reading.tokens[here.first : here.last]
    while tokens and tokens[-1].folded in kinds:
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= _LONGEST or _goes_on(here, tokens[-1]) or _is_rest(here):
        return None
    known = lists.common | lists.given | lists.parties | lists.facilities | lists.generic | lists.demonym_country.keys()
    named = [token for token in tokens if token.folded not in _ARTICLES]
    if not named or not all(token.capital for token in named) or any(token.folded in known for token in named):
        return None
    return here.reading.text[tokens[0].start : tokens[-1].end]


def _goes_on(here: Surroundings, last: Token) -> bool:
    """True where another word with a capital goes on the name: "Kafr" of "Kafr Awid"."""
    tokens = here.reading.tokens
    if here.last >= len(tokens) or last.end != here.span.end:
        return False
    following = tokens[here.last]
    return following.capital and here.reading.text[last.end : following.start] in (" ", "-")


def _is_rest(here: Surroundings) -> bool:
    """True where another word with a capital begins the name: "Harmeh" of "Maaret Harmeh"."""
    before = here.reading.tokens[here.first - 1] if here.first else None
    if before is None or not before.capital or before.opens or before.folded in here.reading.words.generic:
        return False
    return here.reading.text[before.end : here.span.start] in (" ", "-")


def _near(here: Surroundings, entries: list[Entry]) -> list[Entry]:
    """Those of the entries that lie near a place named around the mention; all of them where none is named."""
    around = [one.entry for one in here.on_the_ground() if one.gap <= _FAR and one.entry.precision != "country"]
    around = [place for place in around if place.lat is not None and place.precision == "settlement"] or around
    if not around:
        return entries
    most = _SAME if _is_quarter(here) else _REGION
    return [e for e in entries if any((e.distance(place) or 0.0) <= most for place in around if place.lat is not None)]


def _is_quarter(here: Surroundings) -> bool:
    """True where the words in the mention, before or behind it call it a quarter: "Shaar neighbourhood of Aleppo"."""
    tokens = here.reading.tokens
    return any(token.folded in _QUARTERS for token in tokens[max(0, here.first - 2) : here.last + 1])
