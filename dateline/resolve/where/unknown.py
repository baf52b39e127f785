"""What can be said of a proposed mention that the gazetteer lacks: the town or the country it is named with."""

from __future__ import annotations

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Entry
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spot import Spot

_FAR = 60  # words: a facility is in the town named this near to it
_LINK = 6  # words between a village and the unit it is said to be in


def unknown_place(reading: Reading, span: Span, spots: list[Spot], chosen: dict[str, Entry]) -> Place:
    """The record of a mention that no list knows.

    A facility ("Mercy Hospital") gets the point of the town named nearest to it, a place given with a unit ("the
    village of X in Mopti region") the middle of the unit, with the precision of that; else the country of its
    surroundings without a point, or nothing. The basis says which.
    """
    first = next((index for index, token in enumerate(reading.tokens) if token.end > span.start), 0)
    last = next((index for index, token in enumerate(reading.tokens) if token.start >= span.end), len(reading.tokens))
    known = sorted((_gap(spot, first, last), number) for number, spot in enumerate(spots))
    near = [(gap, chosen[spots[number].name]) for gap, number in known if gap <= _FAR]
    unit = next((entry for gap, entry in near if gap <= _LINK and entry.kind in (ADMIN1, ADMIN2)), None)
    if _is_part(reading, first, last):
        town = next((entry for _, entry in near if entry.kind == CITY or entry.precision == "settlement"), None)
        if town is not None:
            return _by(reading.text, span, town, f"not in the gazetteer, by the town named with it: {town.name}")
    if unit is not None:
        return _by(reading.text, span, unit, f"not in the gazetteer, by the unit named with it: {unit.name}")
    country = next((entry for _, entry in near if entry.country is not None), None)
    return _in_country(reading.text, span, country)


def _gap(spot: Spot, first: int, last: int) -> int:
    return first - spot.last if spot.last <= first else max(spot.first - last, 0) + 1


def _is_part(reading: Reading, first: int, last: int) -> bool:
    """True for "Mercy Hospital", "Hotel Rwanda", "Fifth Street": something of a town."""
    words = [token.folded for token in reading.tokens[first:last]]
    return any(word in reading.words.parts or word in reading.words.bodies for word in words)


def _by(text: str, span: Span, entry: Entry, basis: str) -> Place:
    piece = Piece.cut(text, span)
    precision = "settlement" if entry.kind not in (ADMIN1, ADMIN2, COUNTRY) else entry.precision
    return Place(piece, None, entry.country, entry.admin1, entry.lat, entry.lon, None, precision, basis)


def _in_country(text: str, span: Span, near: Entry | None) -> Place:
    piece = Piece.cut(text, span)
    if near is None:
        return Place(piece, None, None, None, None, None, None, None, "not in the gazetteer")
    basis = f"not in the gazetteer, country of {near.name} named near it"
    return Place(piece, None, near.country, None, None, None, None, "country", basis)
