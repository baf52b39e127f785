"""Whether the passages of an incident contradict one another on a field: saying less, or less closely, is none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import cos, hypot, inf, radians
from typing import Any

from dateline.merge.naming import ARTICLES, NAMED, VAGUE, naming
from dateline.merge.voices import DENIED
from dateline.records.incident import Shown, Version

Value = Mapping[str, Any]
Agree = Callable[[Any, Any], bool]

ONE_OF_MANY = frozenset(("contexts", "quad"))
"""An act stands in several contexts at once; the class goes with the type, which is told."""
REACH = {"exact": 5.0, "settlement": 10.0, "district": 60.0, "region": 250.0}
"""Kilometres within which a place of such a precision is the place that another passage names more closely."""
KM_A_DEGREE = 111.2
UNCLEAR = (None, "UNK")


def differs(one: Shown) -> bool:
    """True where two passages say what cannot both be so."""
    if one.field in ONE_OF_MANY:
        return False
    told, denied = _by_event(one.versions, False), _by_event(one.versions, True)
    if one.field == "actors" and _meet(told, denied):
        return True
    if one.field.startswith("counts."):
        return _apart(_total(values) for values in told)
    if one.field == "when":
        return _apart((value["start"] or "", value["end"] or "~") for value, *_ in told)
    agree = AGREE.get(one.field, _same)
    return any(not _covers(a, b, agree) and not _covers(b, a, agree) for a, b in combinations(told, 2))


def _by_event(versions: Iterable[Version], denied: bool) -> list[list[Any]]:
    """What each passage says, alike ones once; of parties only those that are called by something."""
    sets: dict[str, list[Any]] = {}
    for version in versions:
        if (version.stance == DENIED) is denied:
            sets.setdefault(version.event, []).append(version.value)
    said = ([v for v in values if not isinstance(v, Mapping) or _says(v)] for values in sets.values())
    return list({json.dumps(values, sort_keys=True): values for values in said if values}.values())


def _says(value: Value) -> bool:
    return "sectors" not in value or naming(value) != VAGUE


def _meet(told: Sequence[list[Any]], denied: Sequence[list[Any]]) -> bool:
    """True where a passage denies a party that another tells."""
    return any(_parties(a, b) for held in told for a in held for off in denied for b in off)


def _covers(wide: Sequence[Any], narrow: Sequence[Any], agree: Agree) -> bool:
    return all(any(agree(one, other) for other in wide) for one in narrow)


def _apart(ranges: Iterable[tuple[Any, Any]]) -> bool:
    """True where no value lies in all of them."""
    held = list(ranges)
    return bool(held) and max(low for low, _ in held) > min(high for _, high in held)


def _total(values: Sequence[Any]) -> tuple[float, float]:
    """The bounds of the largest number of a passage: smaller ones are parts of it."""
    return max((_bounds(v) for v in values), key=lambda b: (b[0], b[1]))


def _bounds(value: Any) -> tuple[float, float]:
    if not isinstance(value, Mapping):
        return float(value), float(value)
    low, high = value.get("min"), value.get("max")
    return 0.0 if low is None else float(low), inf if high is None else float(high)


def _same(a: Any, b: Any) -> bool:
    return bool(a == b)


def _parties(a: Value, b: Value) -> bool:
    """True where both may be one party: by id, by name, or one described as the other is coded."""
    if a.get("id") and b.get("id"):
        return bool(a["id"] == b["id"])
    if not _may(a.get("country"), b.get("country")):
        return False
    one, two = _words(a), _words(b)
    if one and two and (one <= two or two <= one):
        return True
    return _sectors_may(a, b) and not (naming(a) == NAMED == naming(b))


def _sectors_may(a: Value, b: Value) -> bool:
    one, two = ({s for s in v.get("sectors") or () if s not in UNCLEAR} for v in (a, b))
    return not one or not two or bool(one & two)


def _words(value: Value) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", str(value.get("name") or "").casefold())) - ARTICLES


def _places(a: Value, b: Value) -> bool:
    """True where both may be one place, or one lies in the other."""
    if a.get("geonames_id") and a["geonames_id"] == b.get("geonames_id"):
        return True
    if not _may(a.get("country"), b.get("country")):
        return False
    if "country" in (a.get("precision"), b.get("precision")) or _words(a) == _words(b):
        return True
    regions = {v.get("admin1") or v.get("name") for v in (a, b)}
    if "region" in (a.get("precision"), b.get("precision")) and len(regions) == 1:
        return True
    return _kilometres(a, b) <= max(REACH.get(str(v.get("precision")), 0.0) for v in (a, b))


def _kilometres(a: Value, b: Value) -> float:
    """How far apart they are; nothing where that is not known."""
    if any(v.get(key) is None for v in (a, b) for key in ("lat", "lon")):
        return 0.0
    north, east = a["lat"] - b["lat"], (a["lon"] - b["lon"] + 180) % 360 - 180
    return KM_A_DEGREE * hypot(north, east * cos(radians((a["lat"] + b["lat"]) / 2)))


def _may(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


AGREE: dict[str, Agree] = {"actors": _parties, "recipients": _parties, "where": _places}
