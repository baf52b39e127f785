"""What stands around a mention that names no place of the gazetteer."""

from __future__ import annotations

from typing import NamedTuple

from dateline.fixed import fixed
from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.context import Context, only_ties
from dateline.resolve.where.entry import COUNTRY, Entry
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spot import Spot

_FAR = 60  # words
_LOCATED = frozenset(
    ("after_locative", "after_locative_the", "after_direction", "of_direction", "of_settlement", "of_unit")
)


class Known(NamedTuple):
    """A known place at a distance in words: whether before the mention, where something is said to be, in its line.

    `later` is True where it stands in a sentence behind that of the mention.
    """

    gap: int
    before: bool
    entry: Entry
    located: bool
    same: bool
    later: bool


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
        known.append(Known(gap, before, entry, not _LOCATED.isdisjoint(spot.cues), "\n" not in between, later))
    known.sort(key=lambda one: one.gap)
    return Surroundings(reading, span, first, last, known, context.countries)


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
