"""Chooses among the places of one name, all mentions of an article together."""

from __future__ import annotations

import math

from dateline.fixed import fixed
from dateline.resolve.where.context import Context, lies_in
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.spot import Spot
from dateline.resolve.where.words import words

FEATURES = (
    "population",
    "spellings",
    "country",
    "admin1",
    "admin2",
    "other",
    "alternate",
    "shortened",
    "capital",
    "held",
    "held_small",
    "towns_inside",
    "unit_possible",
    "unit_likely",
    "unit2_likely",
    "country_likely",
    "share",
    "near",
    "unit_named",
    "around",
    "vicinity",
    "home",
    "unit_word",
    "unit2_word",
    "settlement_word",
)
WEIGHTS: dict[str, float] = {
    "population": 4.33,
    "spellings": 3.10,
    "country": 1.82,
    "admin1": 2.73,
    "admin2": 0.89,
    "other": 6.78,
    "alternate": -2.60,
    "shortened": -0.75,
    "capital": 2.60,
    "held": 5.00,
    "held_small": 0.13,
    "towns_inside": 1.16,
    "unit_possible": 2.16,
    "unit_likely": 0.94,
    "unit2_likely": 1.40,
    "country_likely": 1.29,
    "share": 1.00,
    "near": 0.50,
    "unit_named": 1.84,
    "around": 2.45,
    "vicinity": 1.62,
    "home": 1.09,
    "unit_word": 1.00,
    "unit2_word": 1.00,
    "settlement_word": 1.00,
}
"""Log-odds of each piece of evidence, fitted by `eval/geoparsing.py --fit` on development halves."""

_ROUNDS = 2
_NAMED = 0.1
"""Share of what an article tells of countries from which it names one often."""


@fixed()
class Group:
    """All spots of one article with the same name: one sense an article. `numbers` are the numbers of the spots."""

    name: str
    numbers: tuple[int, ...]
    candidates: tuple[Candidate, ...]


def groups_of(spots: list[Spot], context: Context) -> list[Group]:
    """Spots by name; a mention whose holder fits none of the others' places ("Paris, Texas") stands by itself."""
    numbers: dict[str, list[int]] = {}
    for number, spot in enumerate(spots):
        numbers.setdefault(spot.name, []).append(number)
    return [
        Group(name, tuple(members), _own(spots[members[0]].candidates, context)) for name, members in numbers.items()
    ]


def _own(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """Without towns that have the name only among others, where one of that very name lies in a country named."""
    own = any(c.how == 0 and context.countries.get(c.entry.country or "", 0.0) >= _NAMED for c in candidates)
    return tuple(c for c in candidates if not (own and c.how == 1 and c.entry.kind == CITY)) if own else candidates


def choose(spots: list[Spot], groups: list[Group], context: Context, home: str | None) -> dict[str, Candidate]:
    """The best candidate of each group by name."""
    totals = scores_of(spots, groups, context, home)
    return {group.name: group.candidates[_best(values)] for group, values in zip(groups, totals, strict=True)}


def scores_of(spots: list[Spot], groups: list[Group], context: Context, home: str | None) -> list[list[float]]:
    """Log-odds of the candidates of each group, found in rounds: likely places speak for places near them.

    The one candidate of a group is the likeliest whatever speaks for it: it has 0.
    """
    several = [number for number, group in enumerate(groups) if len(group.candidates) > 1]
    scores = [[0.0] * len(group.candidates) for group in groups]
    for number in several:
        scores[number] = list(map(_weighted, features_of(spots, groups[number], context, home)))
    totals = scores
    for _ in range(_ROUNDS):
        company = company_of(groups, totals)
        totals = list(scores)
        for number in several:
            candidates = groups[number].candidates
            told = [_weighted(company.features(number, candidate.entry)) for candidate in candidates]
            totals[number] = [value + more for value, more in zip(scores[number], told, strict=True)]
    return totals


def _weighted(features: dict[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features.items())


def _best(values: list[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)


def features_of(spots: list[Spot], group: Group, context: Context, home: str | None) -> list[dict[str, float]]:
    """Features of each candidate that do not hang on what is chosen for other names."""
    holders = [holder for number in group.numbers for holder in context.holders.get(number, ())]
    near = frozenset().union(*(context.near.get(number, frozenset()) for number in group.numbers))
    cues = frozenset().union(*(spots[number].cues for number in group.numbers))
    return [_features(candidate, holders, near, cues, context, home) for candidate in group.candidates]


def _features(
    candidate: Candidate,
    holders: list[Entry],
    near: frozenset[str],
    cues: frozenset[str],
    context: Context,
    home: str | None,
) -> dict[str, float]:
    """What speaks for a candidate: its kind, what is named around it, where the report comes from (`home`)."""
    entry = candidate.entry
    found = _kind_features(candidate)
    held = {holder.kind in (COUNTRY, ADMIN1) for holder in holders if lies_in(entry, holder)}
    if held:
        found["held" if True in held else "held_small"] = 1.0
    if entry.country is not None:
        found["share"] = context.countries.get(entry.country, 0.0)
        found["near"] = float(entry.country in near)
        found["home"] = float(entry.country == home)
    if entry.unit1 is not None and entry.unit1 in context.units:
        found["unit_named"] = 1.0
    if "before_unit" in cues or "of_unit" in cues:
        found["unit_word"] = float(entry.kind == ADMIN1)
        found["unit2_word"] = float(entry.kind == ADMIN2)
    if "of_settlement" in cues or "after_settlement" in cues:
        found["settlement_word"] = float(entry.kind == CITY)
    return found


def _kind_features(candidate: Candidate) -> dict[str, float]:
    entry = candidate.entry
    return {
        "population": math.log10(entry.population + 1) / 7,
        "spellings": min(math.log(entry.spellings + 1), 5.0) / 5,
        "country": float(entry.kind == COUNTRY),
        "admin1": float(entry.kind == ADMIN1),
        "admin2": float(entry.kind == ADMIN2),
        "other": float(entry.kind not in (COUNTRY, ADMIN1, ADMIN2, CITY)),
        "alternate": float(candidate.how == 1),
        "shortened": float(candidate.how == 2),
        "capital": float(candidate.how == 0 and (entry.seat or words().talks.get(entry.name, "") == entry.country)),
    }


@fixed()
class Company:
    """The other places of an article, as they look in one round.

    `anchors` are the likeliest places that have a point worth a distance (None for a group without one), `possible`
    the groups that may lie in a unit, `likely` by how much each group lies in each unit or country, `sums` those added
    up.
    """

    anchors: list[Entry | None]
    possible: dict[int, set[int]]
    likely: list[dict[int | str, float]]
    sums: dict[int | str, float]

    def features(self, number: int, entry: Entry) -> dict[str, float]:
        """What the other places add to a candidate of group `number`."""
        others = max(len(self.anchors) - 1, 1)
        own = self.likely[number]
        found: dict[str, float] = {}
        if entry.country is not None:
            found["country_likely"] = (self.sums.get(entry.country, 0.0) - own.get(entry.country, 0.0)) / others
        unit = entry.key if entry.kind == ADMIN1 else entry.unit1
        if unit is not None:
            groups = self.possible.get(unit, set())
            found["unit_possible"] = (len(groups) - (number in groups)) / others
            found["unit_likely"] = (self.sums.get(unit, 0.0) - own.get(unit, 0.0)) / others
        unit = entry.key if entry.kind == ADMIN2 else entry.unit2
        if unit is not None:
            found["unit2_likely"] = (self.sums.get(unit, 0.0) - own.get(unit, 0.0)) / others
        return found | self._distances(number, entry)

    def _distances(self, number: int, entry: Entry) -> dict[str, float]:
        """How near the nearest other place is (0 to 1 on a scale of 50 km) and the mean nearness on one of 400 km."""
        others = [anchor for index, anchor in enumerate(self.anchors) if anchor is not None and index != number]
        if entry.kind == COUNTRY:
            inside = sum(anchor.country == entry.country for anchor in others)
            return {"towns_inside": inside / max(len(others), 1)}
        if entry.lat is None or entry.lon is None or not others:
            return {}
        lat, lon, across = entry.lat, entry.lon, math.cos(math.radians(entry.lat))
        distances = [_flat(lat, lon, across, anchor) for anchor in others]
        vicinity = sum(math.exp(-distance / 400) for distance in distances if distance < 3000) / len(distances)
        return {"around": math.exp(-min(distances) / 50), "vicinity": vicinity}


def _flat(lat: float, lon: float, across: float, anchor: Entry) -> float:
    """Kilometres on a flat map around the first point: right where it matters, that is nearby."""
    assert anchor.lat is not None and anchor.lon is not None
    east = (anchor.lon - lon + 180) % 360 - 180
    return 111.2 * math.hypot(anchor.lat - lat, east * across)


def company_of(groups: list[Group], scores: list[list[float]]) -> Company:
    """The company that the candidates of all groups make at these scores."""
    anchors: list[Entry | None] = []
    possible: dict[int, set[int]] = {}
    likely: list[dict[int | str, float]] = []
    sums: dict[int | str, float] = {}
    for number, (group, values) in enumerate(zip(groups, scores, strict=True)):
        anchors.append(_anchor(group.candidates[_best(values)].entry))
        own: dict[int | str, float] = {}
        for candidate, share in zip(group.candidates, _shares(values), strict=True):
            for unit in _units(candidate.entry):
                own[unit] = own.get(unit, 0.0) + share
                if isinstance(unit, int):
                    possible.setdefault(unit, set()).add(number)
        likely.append(own)
        for unit, share in own.items():
            sums[unit] = sums.get(unit, 0.0) + share
    return Company(anchors, possible, likely, sums)


def _units(entry: Entry) -> list[int | str]:
    units: list[int | str] = [unit for unit in (entry.unit1, entry.unit2) if unit is not None]
    if entry.kind in (ADMIN1, ADMIN2):
        units.append(entry.key)
    if entry.country is not None:
        units.append(entry.country)
    return units


def _shares(values: list[float]) -> list[float]:
    most = max(values)
    odds = [math.exp(value - most) for value in values]
    whole = sum(odds)
    return [value / whole for value in odds]


def _anchor(entry: Entry) -> Entry | None:
    worth = entry.kind in (CITY, ADMIN2) or entry.precision in ("exact", "settlement")
    return entry if worth and entry.lat is not None else None
