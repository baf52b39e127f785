"""Parts of countries and the country around a town: "eastern Mali", "the north of Mali", "rural Gao"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.fold import fold

_SIDE = r"(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central"
_POINT = re.compile(_SIDE)
_BEFORE = re.compile(
    rf"\b(?P<side>(?:(?:{_SIDE})\s+)*)(?P<rural>(?:rural\s+|countryside\s+of\s+(?:the\s+)?)?)(?<=\s)\Z", re.IGNORECASE
)
_OF = re.compile(rf"\bthe\s+(?P<side>{_SIDE})\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
_AFTER = re.compile(rf"(?:['’]s?)?\s+(?P<side>(?:(?:{_SIDE})\s+)?)countryside\b", re.IGNORECASE)
_REACH = 50


def part_of(text: str, place: Place) -> Place:
    """The place itself, or the part of it that the words beside its name tell, with the words in its piece.

    A part of a country is a region of no point; the country around a town ("rural Gao") a region about its point. What
    lies on one side of a town or unit has the point of that town or unit.
    """
    span = place.piece.span
    before = text[max(0, span.start - _REACH) : span.start]
    if place.name is None or place.precision not in ("country", "region", "settlement"):
        return place
    found = _BEFORE.search(before)
    if found is not None and found.group().strip():
        widened = Span(span.start - (len(before) - found.start()), span.end)
        return _part(text, place, widened, found["side"], rural=bool(found["rural"]))
    after = _AFTER.match(text, span.end)
    if after is not None:
        return _part(text, place, Span(span.start, after.end()), after["side"], rural=True)
    of = _OF.search(before) if place.precision == "country" else None
    if of is not None:
        return _part(text, place, Span(span.start - (len(before) - of.start()), span.end), of["side"], rural=False)
    return place


def _part(text: str, place: Place, span: Span, side: str, *, rural: bool) -> Place:
    piece = Piece.cut(text, span)
    if not rural and place.precision != "country":
        return replace(place, piece=piece)
    sides = [_adjective(found.group()) for found in _POINT.finditer(side.casefold())]
    name = " ".join([*sides, *(["rural"] if rural else []), place.name or ""])
    basis = f"a part of {place.name}: {place.basis}"
    if place.precision == "country":
        return replace(
            place, piece=piece, name=name, lat=None, lon=None, geonames_id=None, precision="region", basis=basis
        )
    unit = place.precision == "region" or fold(place.admin1 or "") == fold(place.name or "")
    return replace(
        place, piece=piece, name=name, geonames_id=None, precision="region" if unit else "district", basis=basis
    )


def _adjective(side: str) -> str:
    """ "northeastern" for "north-east" and "north east"."""
    plain = side.replace("-", "").replace(" ", "")
    return plain if plain.endswith(("ern", "central")) else f"{plain}ern"
