"""Points that words reckon from a place: "30 km north of Gao", "near Gao", "the border with Algeria"."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.entry import Entry

_FIGURES = r"\d+(?:[.,]\d+)*|a few|several|a dozen|(?:a )?hundred"
_NUMBER = rf"(?P<number>{_FIGURES}|ten|fifteen|twenty|thirty|forty|fifty|sixty|eighty)"
_UNIT = r"(?P<unit>km|kms|kilomet(?:re|er)s?|mi|miles?)\b\.?"
_OTHER = r"(?:\s*\([^()]{1,25}\)|,? or [\d.,]+ ?\w+,?)?"
POINTS = r"(?:north|south)[ -]?(?:east|west)|north|south|east|west"
_COMPASS = rf"(?P<compass>{POINTS})(?:ern)?"
_TO = r"\s+(?:to the )?"
_TAIL = (
    r"\s+(?:of|from)\s+(?:(?:the|its|a)\s+)?(?:[a-z-]+\s+){0,3}?(?:(?:city|town|village|capital|port)\s+(?:of\s+)?)?$"
)
_AWAY = re.compile(rf"\b{_NUMBER}[\s-]*{_UNIT}{_OTHER}(?:{_TO}{_COMPASS})?{_TAIL}", re.IGNORECASE)
_LEAD = (
    r"\s*[,(–—-]\s*(?:an?\s+(?:[a-z-]+\s+){0,2}(?:town|village|city|settlement|community|area)\s+)?"
    r"(?:(?:which|that)\s+(?:is|lies)\s+)?(?:(?:located|situated|lying|only|just|some|about|around|roughly|approximately"
    r"|nearly|almost|more than|less than|over)\s+)*"
)
_FROM_NAME = re.compile(rf"{_LEAD}{_AWAY.pattern}", re.IGNORECASE)
_NAME_BEFORE = re.compile(rf"\b(?-i:[^\W\d_a-z])[\w'’-]*{_FROM_NAME.pattern}", re.IGNORECASE)
_SIDE = re.compile(rf"\b(?:just )?{_COMPASS}\s+of\s+(?:the (?:city|town|village|capital) (?:of )?)?$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:near|outside|close to|not far from|on the outskirts of|around|nearby)"
    r"\s+(?:the (?:city|town|village) (?:of )?)?$",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\b(?:border|frontier|boundary)\s+(?:area\s+|region\s+)?(?:with|between)\s+(?:the\s+)?(?:neighbou?ring\s+)?$", re.I
)
_WORDS: dict[str, float] = {"a few": 3, "several": 5, "a dozen": 12, "hundred": 100, "a hundred": 100}
_WORDS |= {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "eighty": 80}
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270}
_BEARINGS |= {"northwest": 315}
_REACH = 90  # characters before the name that are looked at
_LONGEST = 500.0  # km; "3,000 miles from Kabul" is no place
_DEGREE = 111.2  # km


def moved(text: str, place: Place) -> Place:
    """The place itself, or the one that the words before its name reckon from it.

    A distance with a direction gives a computed point, "near" and "north of" the place's own point, both with the
    precision of a district; a border gives no point. The piece then covers the words, and the basis tells them.
    """
    start = place.piece.span.start
    before = text[max(0, start - _REACH) : start]
    if place.precision == "country":
        return _border(text, place, before)
    if place.precision not in ("settlement", "exact", "district") or place.lat is None or place.lon is None:
        return place
    away = _AWAY.search(before)
    if away:
        return _away(text, place, away, len(before))
    beside = _SIDE.search(before) or _BESIDE.search(before)
    if beside and place.precision == "settlement":
        piece = _widened(text, place, len(before) - beside.start())
        basis = f"{' '.join(piece.text.split())}, distance not told: {place.basis}"
        return replace(place, piece=piece, precision="district", basis=basis)
    return place


def reckoned(between: str, second: Entry) -> tuple[float, float, str] | None:
    """The point that the words between two names reckon for the first, and how: "X, about 180 km east of Gao".

    That of the second where they tell no direction. None for other words.
    """
    away, lat, lon = _FROM_NAME.fullmatch(between), second.lat, second.lon
    if away is None or lat is None or lon is None or (point := _point(away, lat, lon)) is None:
        return None
    told = f"{' '.join(between[away.start('number') :].split())} {second.name}{_untold(away)}"
    return *point, told


def only_reckoned_from(text: str, start: int) -> bool:
    """True for a name, at `start`, that only says how far from it another one is: "X, 180 km east of Gao"."""
    return _NAME_BEFORE.search(text[max(0, start - _REACH) : start]) is not None


def _away(text: str, place: Place, away: re.Match[str], length: int) -> Place:
    assert place.lat is not None and place.lon is not None
    point = _point(away, place.lat, place.lon)
    if point is None:
        return place
    piece = _widened(text, place, length - away.start())
    basis = f"{' '.join(piece.text.split())}: {place.basis}{_untold(away)}"
    own = place.geonames_id if away["compass"] is None else None
    lat, lon = point
    return replace(place, piece=piece, lat=lat, lon=lon, geonames_id=own, precision="district", basis=basis)


def _point(away: re.Match[str], lat: float, lon: float) -> tuple[float, float] | None:
    """The point at a told distance from another, which it is itself without a direction; None for one too far."""
    distance = _kilometres(away["number"], away["unit"])
    if distance > _LONGEST:
        return None
    return (lat, lon) if away["compass"] is None else destination(lat, lon, _bearing(away), distance)


def _untold(away: re.Match[str]) -> str:
    return ", direction not told" if away["compass"] is None else ""


def _bearing(away: re.Match[str]) -> int:
    return _BEARINGS[re.sub("[ -]", "", away["compass"].lower())]


def _kilometres(number: str, unit: str) -> float:
    value = _WORDS.get(number.lower())
    if value is None:
        plain = re.sub(r",(?=\d{3}\b)", "", number).replace(",", ".")
        value = float(plain) if plain.count(".") < 2 else math.inf
    return value * (1.609 if unit.lower().startswith("mi") else 1.0)


def destination(lat: float, lon: float, bearing: float, distance: float) -> tuple[float, float]:
    """The point `distance` km from another in direction `bearing` (degrees from north), to two decimals."""
    north, east = math.cos(math.radians(bearing)) * distance, math.sin(math.radians(bearing)) * distance
    new_lat = max(-90.0, min(90.0, lat + north / _DEGREE))
    across = max(math.cos(math.radians((lat + new_lat) / 2)), 0.01)
    new_lon = (lon + east / (_DEGREE * across) + 180) % 360 - 180
    return round(new_lat, 2), round(new_lon, 2)


def _widened(text: str, place: Place, by: int) -> Piece:
    return Piece.cut(text, Span(place.piece.span.start - by, place.piece.span.end))


def _border(text: str, place: Place, before: str) -> Place:
    border = _BORDER.search(before)
    if border is None:
        return place
    piece = _widened(text, place, len(before) - border.start())
    name = f"border with {place.name}"
    basis = f"{' '.join(piece.text.split())}: a line, no point"
    return Place(piece, name, None, None, None, None, None, "region", basis)
