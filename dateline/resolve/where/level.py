"""Which of the places that share a name and a spot on the map a mention means: Gao the town or Gao the region."""

from __future__ import annotations

from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.gazetteer import Gazetteer
from dateline.resolve.where.spot import Spot

_SEAT_SHARE = 0.1  # of the unit's people: Kandahar is the city, Quebec the province
_SAME_AREA = 250.0  # km
_UNIT_CUES = frozenset(("before_unit", "of_unit"))


def at_level(spot: Spot, chosen: Candidate, gazetteer: Gazetteer) -> Candidate:
    """The candidate that fits the words of one mention: the unit where they say so ("Gao region"), else the town.

    A spelling that only the town has in `gazetteer` is good for the unit that bears its name ("Hasakeh province").
    """
    entry = chosen.entry
    if "settlement_in" in spot.cues and entry.kind == CITY and not spot.cues & _UNIT_CUES:  # "a town in Luxembourg"
        return next((c for c in spot.candidates if c.entry.kind == COUNTRY), chosen)
    if "whole" in spot.cues:  # Gaza beside the West Bank
        return next(
            (c for c in spot.candidates if c.entry.kind == ADMIN1 and c.entry.radius and _near(c, chosen)), chosen
        )
    if not spot.cues & _UNIT_CUES:
        return _town_of(spot, chosen) if entry.kind in (ADMIN1, ADMIN2) else chosen
    if entry.kind != CITY:
        return chosen
    units = [c for c in spot.candidates if c.entry.kind in (ADMIN1, ADMIN2) and _same_area(c.entry, entry)]
    return min(units, key=lambda unit: (unit.entry.kind, unit.how), default=None) or _named_after(chosen, gazetteer)


def _named_after(town: Candidate, gazetteer: Gazetteer) -> Candidate:
    """The first-order unit around a town that has one of the town's names; the town itself where there is none."""
    entry = town.entry
    found = gazetteer.lookup(entry.admin1) if entry.admin1 else ()
    if not any(candidate.entry.key == entry.key for candidate in found):
        return town
    return next((c for c in found if c.entry.kind == ADMIN1 and c.entry.key == entry.unit1), town)


def _near(unit: Candidate, town: Candidate) -> bool:
    return unit.entry == town.entry or _same_area(unit.entry, town.entry)


def _town_of(spot: Spot, chosen: Candidate) -> Candidate:
    unit = chosen.entry
    towns = [
        candidate
        for candidate in spot.candidates
        if candidate.entry.kind == CITY
        and (unit.key in (candidate.entry.unit1, candidate.entry.unit2) or _seat_within(candidate.entry, unit))
        and candidate.entry.population >= _SEAT_SHARE * unit.population
        and (unit.kind == ADMIN1 or not spot.cues & {"several_words"} or candidate.how == 0)
    ]
    return max(towns, key=lambda town: (-town.how, town.entry.population), default=chosen)


def _seat_within(town: Entry, unit: Entry) -> bool:
    """True for a capital that is a unit of its own within another of its name: Sanaa, Kyiv."""
    return town.seat and _same_area(unit, town)


def _same_area(unit: Entry, town: Entry) -> bool:
    if unit.country != town.country:
        return False
    if unit.key in (town.unit1, town.unit2):
        return True
    distance = unit.distance(town)
    return distance is not None and distance <= _SAME_AREA
