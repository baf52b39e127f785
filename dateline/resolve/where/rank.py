"""Chooses among the places of one name, all mentions of an article together."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.resolve.where.context import Context, lies_in
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.spot import Spot, is_capital

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
    "share",
    "near",
    "unit_named",
    "around",
    "vicinity",
    "home",
    "unit_word",
    "unit2_word",
    "settlement_word",
    "listed",
)
WEIGHTS: dict[str, float] = {
    "population": 4.92,
    "spellings": 3.44,
    "country": 0.99,
    "admin1": 2.43,
    "admin2": 0.69,
    "other": 4.06,
    "alternate": -2.20,
    "shortened": -1.06,
    "capital": 1.36,
    "held": 1.93,
    "held_small": 0.07,
    "towns_inside": 2.09,
    "share": 1.05,
    "near": -0.00,
    "unit_named": 2.45,
    "around": 3.47,
    "vicinity": 3.05,
    "home": 1.45,
    "unit_word": 0.93,
    "unit2_word": -0.23,
    "settlement_word": -0.33,
    "listed": 4.06,
}
"""Log-odds of each piece of evidence, fitted by `eval/geoparsing.py --fit` on development halves."""

_ROUNDS = 2


@dataclass(frozen=True, slots=True)
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
    return [Group(name, tuple(members), spots[members[0]].candidates) for name, members in numbers.items()]


def choose(spots: list[Spot], groups: list[Group], context: Context, home: str | None) -> dict[str, Candidate]:
    """The best candidate of each group by name, found in rounds: places chosen before speak for places near them."""
    fixed = [features_of(spots, group, context, home) for group in groups]
    scores = [
        [sum(WEIGHTS[name] * value for name, value in features.items()) for features in of_group] for of_group in fixed
    ]
    chosen: list[int] = [_best(values) for values in scores]
    for _ in range(_ROUNDS):
        anchors = anchors_of([(g.name, g.candidates[index].entry) for g, index in zip(groups, chosen, strict=True)])
        chosen = [
            _best([value + _neighbourly(group, candidate, anchors) for value, candidate in zip(values, group.candidates, strict=True)])
            for values, group in zip(scores, groups, strict=True)
        ]
    return {group.name: group.candidates[index] for group, index in zip(groups, chosen, strict=True)}


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
    if "before_unit" in cues or "of_settlement" in cues:
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
        "capital": float(entry.kind == CITY and candidate.how == 0 and is_capital(entry)),
        "listed": float(entry.source == "supplement" and entry.kind != ADMIN1),
    }


def anchors_of(chosen: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """The chosen places that have a point worth a distance: settlements and small units."""
    return [
        (name, entry)
        for name, entry in chosen
        if entry.lat is not None and (entry.kind in (CITY, ADMIN2) or entry.precision in ("exact", "settlement"))
    ]


def _neighbourly(group: Group, candidate: Candidate, anchors: list[tuple[str, Entry]]) -> float:
    """What the other places of the article add to a candidate."""
    entry = candidate.entry
    return sum(WEIGHTS[feature] * value for feature, value in neighbour_features(group.name, entry, anchors).items())


def neighbour_features(name: str, entry: Entry, anchors: list[tuple[str, Entry]]) -> dict[str, float]:
    """What the other places of an article add to a candidate, as features."""
    if entry.kind == COUNTRY:
        inside = sum(anchor.country == entry.country for other, anchor in anchors if other != name)
        return {"towns_inside": inside / max(len(anchors), 1)}
    if entry.lat is None:
        return {}
    around, vicinity = neighbours(name, entry, anchors)
    return {"around": around, "vicinity": vicinity}


def neighbours(name: str, entry: Entry, anchors: list[tuple[str, Entry]]) -> tuple[float, float]:
    """How near (0 to 1) the nearest other place is on a scale of 50 km, and the mean nearness on one of 400 km."""
    distances = [entry.distance(anchor) for other, anchor in anchors if other != name]
    known = [distance for distance in distances if distance is not None]
    if not known:
        return 0.0, 0.0
    return math.exp(-min(known) / 50), sum(math.exp(-distance / 400) for distance in known) / len(known)
