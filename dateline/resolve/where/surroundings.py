"""What stands around a mention that names no place of the gazetteer."""

from __future__ import annotations

from typing import NamedTuple

from dateline.fixed import fixed
from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.context import Context, only_ties
from dateline.resolve.where.entry import COUNTRY, Entry
from dateline.resolve.where.fold import fold
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spot import Spot

_FAR = 60  # words
_LOCATED = frozenset(
    ("after_locative", "after_locative_the", "after_direction", "of_direction", "of_settlement", "of_unit")
)
_NO_PLURAL = frozenset(("is", "was", "has", "does", "this", "as", "its"))
_NEAR = 3  # words between a nationality and the noun of a party


class Known(NamedTuple):
    """A known place at a distance in words: whether before the mention, where something is said to be, in its line.

    Its words begin at `start`. `later` is True where it stands in a sentence behind that of the mention. No country is
    `located` whose a party or something else is, wherever that may be.
    """

    gap: int
    before: bool
    entry: Entry
    located: bool
    same: bool
    later: bool
    start: int


@fixed()
class Surroundings:
    """A mention (words `first` to `last`) with the known places of its article by distance in words, nearest first."""

    reading: Reading
    span: Span
    first: int
    last: int
    known: list[Known]
    countries: dict[str, float]

    @property
    def words(self) -> list[str]:
        """The folded words of the mention."""
        return [token.folded for token in self.reading.tokens[self.first : self.last]]

    def entries(self, within: int, before: bool = False) -> list[Entry]:
        """Known places at most `within` words away (only those before the mention, if asked), nearest first."""
        return [one.entry for one in self.known if one.gap <= within and (one.before or not before)]

    def on_the_ground(self) -> list[Known]:
        """Places below countries, and countries that something is said to be in: they tell where a story goes on."""
        return [one for one in self.known if one.entry.country and (one.located or one.entry.kind != COUNTRY)]

    def located(self) -> list[Entry]:
        """Places before it that something is said to be in ("in Gao", "northern Mali"), nearest first."""
        return [one.entry for one in self.known if one.before and one.located and one.gap <= _FAR * 5]


def surroundings(
    reading: Reading, span: Span, spots: list[Spot], entries: list[Entry], context: Context
) -> Surroundings:
    """The mention at `span` with the known places of its article."""
    first, last = reading.numbers_at(span)
    known = []
    for spot, entry in zip(spots, entries, strict=True):
        if only_ties(reading, spot.last - 1):
            continue
        before = spot.last <= first
        gap = first - spot.last if before else max(spot.first - last, 0) + 1
        between = reading.text[spot.span.end : span.start] if before else reading.text[span.end : spot.span.start]
        later = not before and any(token.opens for token in reading.tokens[last : spot.first + 1])
        acts = entry.kind == COUNTRY and (party_behind(reading, spot.last) or _owns(reading, spot))
        located = not (acts or _sent_from(reading, spot) or _LOCATED.isdisjoint(spot.cues))
        known.append(Known(gap, before, entry, located, "\n" not in between, later, spot.span.start))
    known.sort(key=lambda one: one.gap)
    return Surroundings(reading, span, first, last, known, context.countries)


def _sent_from(reading: Reading, spot: Spot) -> bool:
    """True for a place that something comes from, which is then elsewhere ("guns from the United States")."""
    before = [token.folded for token in reading.tokens[max(0, spot.first - 2) : spot.first]]
    return before[-1:] == ["from"] or before == ["from", "the"]


def _owns(reading: Reading, spot: Spot) -> bool:
    """True for a country before what is its own, wherever that is: "U.S. positions", "Iranian bases"."""
    if spot.last >= len(reading.tokens):
        return False
    told, following = reading.text[spot.span.start : spot.span.end], reading.tokens[spot.last]
    if reading.text[spot.span.end : following.start] not in (" ", ". "):
        return False
    adjective = told.replace(".", "") in ("US", "UK") or fold(told) in reading.words.demonym_country
    plural = following.folded.endswith("s") and following.folded not in _NO_PLURAL
    return adjective and plural and not following.capital


def party_behind(reading: Reading, index: int) -> bool:
    """True where the words from `index` end in the noun of a party."""
    tokens, text = reading.tokens, reading.text
    for end in range(index, min(index + _NEAR, len(tokens))):
        if text[tokens[end - 1].end : tokens[end].start] not in (" ", "-"):
            return False
        if tokens[end].folded in reading.words.parties:
            return True
    return False


def at(here: Surroundings, entry: Entry, basis: str, named: bool = False) -> Place:
    """The point of `entry` for the mention; with its name and id where the mention stands for it."""
    return Place(
        Piece.cut(here.reading.text, here.span),
        entry.name if named else None,
        entry.country,
        entry.admin1,
        entry.lat,
        entry.lon,
        entry.geonames_id if named else None,
        "settlement" if entry.precision == "exact" else entry.precision,
        basis,
    )
