"""Where: distance against how exactly the places are known."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dateline.merge.evidence.signal import Signal
from dateline.merge.profile import Profile
from dateline.records.resolved import Place

RADIUS = {"exact": 3.0, "settlement": 12.0, "district": 60.0, "region": 180.0, "country": 600.0}
"""Kilometres around the point of a place in which the event may lie."""
TELLS = {"exact": 1.0, "settlement": 1.0, "district": 0.8, "region": 0.5, "country": 0.2}
"""How much it tells that two passages name one place."""
SEVERAL = 3.0
REMOTE = 9.0
"""Logarithm of the kilometres to other continents."""
EARTH = 6371.0
"""Radius of the Earth in kilometres."""


def where(one: Profile, two: Profile) -> list[Signal]:
    """The evidence of place: the best pair of places decides."""
    first, second = _known(one.places), _known(two.places)
    if not first or not second:
        return [("place told in one", 1.0)] if first or second else []
    found: list[Signal] = []
    pairs = [(agreement(a, b), a, b) for a in first for b in second]
    best, a, b = max(pairs, key=lambda x: (x[0], x[1].piece.span, x[2].piece.span)) if len(pairs) > 1 else pairs[0]
    if best > 0:
        found.append(("same place", best, _agree, (a, b)))
    elif best < 0:
        found.append(("other place", -best, _against, (a, b)))
    if (least := min([x[0] for x in pairs])) < 0:
        found.append(("other places among them", -least))
    found.append(("place told in both", 1.0))
    found += _listed(first, second)
    far = [d for _, a, b in pairs if (d := distance(a, b)) is not None]
    if far:
        found.append(("kilometres", math.log1p(min(far)) / REMOTE))
    return found


def _listed(first: Sequence[Place], second: Sequence[Place]) -> tuple[Signal, Signal]:
    """How many closer places both name, and each without the other."""
    one, two = ({p.geonames_id or p.name for p in some if p.precision != "country"} for some in (first, second))
    both = len(one & two)
    return ("places of both", both / SEVERAL), ("a place more in each", (min(len(one), len(two)) - both) / SEVERAL)


def agreement(one: Place, two: Place) -> float:
    """From -1 (two places) over 0 (nothing to tell) to 1 (one place)."""
    coarse = min(TELLS.get(p.precision or "", 0.2) for p in (one, two))
    if _same(one, two):
        return coarse
    if one.country and two.country and one.country != two.country:
        return -1.0
    apart = distance(one, two)
    if apart is None:
        return 0.0
    reach = _radius(one) + _radius(two)
    if apart <= reach:
        return coarse if max(_radius(one), _radius(two)) < RADIUS["country"] else min(coarse, 0.2)
    if "country" in (one.precision, two.precision):
        return 0.2 if one.country == two.country else 0.0
    return -min(1.0, (apart - reach) / (2 * reach))


def distance(one: Place, two: Place) -> float | None:
    """Kilometres between two places (great circle, haversine); None where one is not on the map."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    return kilometres((one.lat, one.lon), (two.lat, two.lon))


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Kilometres between two points of latitude and longitude in degrees (great circle, haversine)."""
    a, b = math.radians(one[0]), math.radians(two[0])
    east = math.radians(two[1] - one[1])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def _same(one: Place, two: Place) -> bool:
    if one.geonames_id is not None and one.geonames_id == two.geonames_id:
        return True
    if one.country != two.country:
        return False
    return (one.name or one.piece.text).casefold() == (two.name or two.piece.text).casefold()


def _radius(place: Place) -> float:
    return RADIUS.get(place.precision or "", RADIUS["country"])


def _known(places: Sequence[Place]) -> list[Place]:
    return [p for p in places if p.country or p.lat is not None]


def _agree(a: Place, b: Place) -> str:
    return f"{_told(a)} and {_told(b)} agree"


def _against(a: Place, b: Place) -> str:
    return f"{_told(a)} against {_told(b)}"


def _told(place: Place) -> str:
    name = place.name or place.piece.text
    return f"{name} ({place.precision})" if place.precision else name
