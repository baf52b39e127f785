"""Which of the versions of a field is shown: rules that are stated beside the value."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.merge.evidence.where import RADIUS, kilometres
from dateline.merge.naming import DESCRIBED, NAMED, VAGUE, naming
from dateline.merge.tolls import NONE, Tolls
from dateline.merge.voices import CLAIMED, DENIED, STANCES
from dateline.records.edit import IncidentEdit
from dateline.records.event import REAL
from dateline.records.incident import SetBy, Shown, Version
from dateline.records.resolved import coarseness

MOST_SAID = "what most independent reports say; among equals the firmest stance, then the newest"
ALL_SAID = "those that most independent reports give, all of them where several are given equally often"
MOST_NAMED = (
    "the party that most independent reports give, counting those that only describe one of its country and sector; a "
    "pronoun only where nobody says more; among equals the named one, the firmest stance, then the newest; with it all "
    "whom the passage names that names most beside it; one that is only described is of the country that most reports "
    "give to those of its sector"
)
CLOSEST = (
    "the closest place that most independent reports name; a wider one only where none is closer, or where more "
    "reports name a district that it does not lie in; not that of a part of those counted"
)
NARROWEST = "the narrowest time that most independent reports give"
LAST_TOLD = "the newest of the reports that tell the act; what happened stands above what was planned"
NEWEST_TOLL = (
    "the number most independent reports of the newest two days give, the largest of each report and voice (smaller "
    "ones are parts, and so are those of a closer place beside the larger one of the district or region), an open one "
    "('thousands') with the least that it includes; one that is told as risen or revised stands before all that was "
    "told up to its day; what the party claims of its own act counts once, however many pass it on, and among equals "
    "comes last, then the newest, the firmest stance, the lower"
)
NEW_DAYS = 1
"""Days before the newest report whose numbers still count as new: tolls rise."""
VAGUE_NUMBERS = frozenset((24.0, 40.0, 200.0, 2_000.0, 20_000.0, 200_000.0, 2_000_000.0))
"""The least that "dozens", "scores", "hundreds", "thousands", "hundreds of thousands" and the like stand for."""
ALIKE = 5
"""How many times as much such a word may stand for."""
STATUSES = ("negated", "hypothetical", "planned", "ongoing", "happened")

Key = Callable[[Any], Hashable]


def shown(field: str, versions: Sequence[Version], known: Tolls = NONE) -> Shown:
    """A field with the value shown and the rule that picked it; `known` is what the numbers say of each other."""
    held = [v for v in versions if v.stance != DENIED] or list(versions)
    if field.startswith("counts."):
        return _number(field, held, versions, known)
    if field == "where":
        whole = [v for v in held if v.event not in known.of_parts] or held
        return Shown(field, _closest(whole), CLOSEST, tuple(versions))
    if field == "when":
        narrow = min(_days(v.value) for v in held)
        return Shown(
            field,
            _most(held, _whole, [v for v in held if _days(v.value) <= max(narrow, 1)]),
            NARROWEST,
            tuple(versions),
        )
    if field == "status":
        return Shown(field, _status(versions), LAST_TOLD, tuple(versions))
    if field in ("actors", "recipients"):
        best = _best_party(held)
        beside = tuple(_settled(party, held) for party in _together(best, held))
        return Shown(field, _settled(best, held), MOST_NAMED, tuple(versions), together=beside)
    if field == "contexts":
        return Shown(field, _most(held, _whole, held), ALL_SAID, tuple(versions), together=_as_often(held))
    return Shown(field, _most(held, _whole, held), MOST_SAID, tuple(versions))


def stated(field: str, versions: Sequence[Version], edit: IncidentEdit) -> Shown:
    """A field as a person set it; what the reports say stands beside it and changes nothing."""
    low = high = None
    if field.startswith("counts.") and edit.value is not None:
        low, high = _low(edit.value), _high(edit.value)
    rule = f"set by {edit.by}: {edit.reason}".rstrip(": ")
    return Shown(field, edit.value, rule, tuple(versions), low, high, SetBy(edit.id, edit.by, edit.at, edit.reason))


def _most(held: Sequence[Version], key: Key, among: Sequence[Version]) -> Any:
    """The value said by most origins, of those `among`; the fullest form of it."""
    same: dict[Hashable, list[Version]] = {}
    for version in held:
        same.setdefault(key(version.value), []).append(version)
    candidates = {key(v.value) for v in among}
    best = max(candidates, key=lambda k: (*_support(same[k]), str(k)))
    return max((v.value for v in same[best] if v in among), key=lambda v: (_filled(v), _text(v)))


def _closest(held: Sequence[Version]) -> Any:
    """The place shown of a field `where`.

    A closer place is within a wider one as a rule ("Ansongo", "the Gao region"). Where it lies apart from the district
    that more reports name ("near Ayorou"), one report has taken another place for that of the act.
    """
    finest = min(_precision(v.value) for v in held)
    best = _most(held, _place, [v for v in held if _precision(v.value) == finest])
    local = [v for v in held if _precision(v.value) <= coarseness("district")]
    other = _most(held, _place, local) if local else best
    if _apart(best, other) and _origins(held, other) > _origins(held, best):
        return other
    return best


def _apart(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """True for places whose surroundings, as wide as their precision says, do not meet."""
    points = [(p["lat"], p["lon"]) for p in (one, two) if p.get("lat") is not None and p.get("lon") is not None]
    return len(points) == 2 and kilometres(*points) > RADIUS[one["precision"]] + RADIUS[two["precision"]]


def _origins(held: Sequence[Version], place: Any) -> int:
    return len({v.origin for v in held if _place(v.value) == _place(place)})


def _as_often(held: Sequence[Version]) -> tuple[Any, ...]:
    """All values that as many independent reports give as the best founded one, as they were told; none for one."""
    origins: dict[Any, set[str]] = {}
    for version in held:
        origins.setdefault(version.value, set()).add(version.origin)
    most = max(map(len, origins.values()))
    best = tuple(value for value, some in origins.items() if len(some) == most)
    return best if len(best) > 1 else ()


def _support(versions: Sequence[Version]) -> tuple[int, int, str]:
    """How well a value is founded: independent origins, the firmest stance, the newest report."""
    firmest = min(STANCES.index(v.stance) for v in versions)
    return len({v.origin for v in versions}), -firmest, max(v.published or "" for v in versions)


def _best_party(held: Sequence[Version]) -> Any:
    same: dict[Hashable, list[Version]] = {}
    for version in held:
        same.setdefault(_party(version.value), []).append(version)

    def founded(key: Hashable) -> tuple[Any, ...]:
        named = max(naming(v.value) for v in same[key])
        groups = {g for v in same[key] if (g := _group(v.value)) is not None}
        alike = [v for v in held if naming(v.value) < named == NAMED and _group(v.value) in groups]
        origins, stance, newest = _support([*same[key], *alike])
        return (named > VAGUE, origins, named, stance, newest, str(key))

    best = max(same, key=founded)
    return max((v.value for v in same[best]), key=lambda v: (naming(v), _filled(v), _text(v)))


def _settled(value: Any, held: Sequence[Version]) -> Any:
    """The party; one that is only described is of the country that most reports give to those of its sector.

    "Soldiers" may have been taken for those of the state that their report is about. Reports that tell no country of
    theirs speak for each; among equals it is the country that most reports give to anyone of that side. Where one
    passage describes some of two countries, they are two.
    """
    sector, own = _sector(value), value.get("country")
    if naming(value) != DESCRIBED or sector is None or own is None:
        return value
    crowd = [v for v in held if naming(v.value) == DESCRIBED and _sector(v.value) == sector]
    told: dict[str, set[str]] = {}
    for version in crowd:
        if country := version.value.get("country"):
            told.setdefault(version.event, set()).add(country)
    if any(len(some) > 1 for some in told.values()):
        return value

    def founded(country: str) -> tuple[Any, ...]:
        alike = {v.origin for v in crowd if v.value.get("country") in (country, None)}
        anyone = {v.origin for v in held if v.value.get("country") == country}
        return (len(alike), len(anyone), country == own, country)

    return {**value, "country": max(set().union(*told.values()), key=founded)}


def _together(best: Any, held: Sequence[Version]) -> tuple[Any, ...]:
    """All parties of the passage that names most of them beside the one shown; none where it stands alone.

    Among equals it is the passage whose parties most reports give, then the newest. Words that do not say whom they
    mean are left out.
    """
    chosen = _party(best)
    origins: dict[Hashable, set[str]] = {}
    passages: dict[str, dict[Hashable, Version]] = {}
    for version in held:
        key = _party(version.value)
        origins.setdefault(key, set()).add(version.origin)
        if key == chosen or naming(version.value) > VAGUE:
            passages.setdefault(version.event, {}).setdefault(key, version)
    beside = [named for named in passages.values() if chosen in named]

    def fullness(named: Mapping[Hashable, Version]) -> tuple[Any, ...]:
        some = list(named.values())
        return (len(some), sum(len(origins[key]) for key in named), some[0].published or "", some[0].event)

    fullest = max(beside, key=fullness)
    return tuple(best if key == chosen else v.value for key, v in fullest.items()) if len(fullest) > 1 else ()


def _group(value: Mapping[str, Any]) -> Hashable:
    """Country and first sector of a party, where both are known."""
    country, sector = value.get("country"), _sector(value)
    return (country, sector) if country and sector else None


def _sector(value: Mapping[str, Any]) -> str | None:
    """The first sector of a party, where it is known."""
    sectors = value.get("sectors") or ("UNK",)
    return None if sectors[0] == "UNK" else str(sectors[0])


def _number(field: str, held: Sequence[Version], all_: Sequence[Version], known: Tolls) -> Shown:
    """The number that is shown: what most reports of the newest days give, with the least and greatest told."""
    what = field.removeprefix("counts.")
    parts = known.parts.get(what, frozenset())
    totals = _totals([v for v in held if v.event not in parts] or held)
    low = min(_low(v.value) for v in totals)
    high = max(_high(v.value) for v in totals)
    newest = max((v.published[:10] for v in totals if v.published), default=None)
    fresh = [v for v in totals if newest is None or (v.published and _since(v.published, newest) <= NEW_DAYS)]
    recent = _since_revised(fresh, known.revised.get(what, frozenset()))
    same: dict[Hashable, list[Version]] = {}
    for version in recent:
        same.setdefault(_whole(_meant(version.value, recent)), []).append(version)

    def founded(key: Hashable) -> tuple[Any, ...]:
        _, stance, newest = _support(same[key])
        others = {v.origin for v in same[key] if v.stance != CLAIMED}
        once = any(v.stance == CLAIMED for v in same[key])
        return (len(others) + once, bool(others), newest, stance, -_low(told[key]))

    told = {key: _meant(some[0].value, recent) for key, some in same.items()}
    return Shown(field, told[max(same, key=founded)], NEWEST_TOLL, tuple(all_), low=float(low), high=float(high))


def _since_revised(recent: Sequence[Version], revised: Collection[str]) -> Sequence[Version]:
    """The numbers that are told as revised on the last day with one, what agrees with them, and what was told later."""
    last = max((v.published or "" for v in recent if v.event in revised and v.stance != CLAIMED), default=None)
    if last is None:
        return recent
    newest = [v for v in recent if v.event in revised and (v.published or "")[:10] == last[:10]]
    told = {_text(v.value) for v in newest}
    return [v for v in recent if _text(v.value) in told or (v.published or "")[:10] > last[:10]]


def _meant(value: Any, among: Sequence[Version]) -> Any:
    """The number itself; of one without an upper end the least of the closed ones that it includes, where one does.

    "Hundreds of thousands" includes "more than 330,000" as well; "at least 12" and "at least 40" stay two.
    """
    if not isinstance(value, Mapping) or value["max"] is not None:
        return value
    least, numbers = _low(value), [v.value for v in among]
    closed = [v for v in numbers if not isinstance(v, Mapping) or v["max"] is not None]
    closer = [v for v in numbers if least in VAGUE_NUMBERS and least < _low(v) < least * ALIKE]
    return min((v for v in (*closed, *closer) if _low(v) >= least), key=_low, default=value)


def _totals(held: Sequence[Version]) -> list[Version]:
    """The largest number of each report and voice."""
    best: dict[tuple[str, tuple[str, ...]], Version] = {}
    for version in held:
        key = (version.article, version.said_by)
        if key not in best or _high(version.value) > _high(best[key].value):
            best[key] = version
    return list(best.values())


def _status(versions: Sequence[Version]) -> Any:
    """Happened where anyone tells it so firmly; else what the newest report says."""
    firm = [v for v in versions if v.value in REAL]
    pool = firm or versions
    newest = max(v.published or "" for v in pool)
    return max((v.value for v in pool if (v.published or "") == newest), key=STATUSES.index)


def _party(value: Mapping[str, Any]) -> Hashable:
    name = value.get("id") or str(value.get("name") or "").casefold()
    return (name, value.get("country"))


def _place(value: Mapping[str, Any]) -> Hashable:
    return value.get("geonames_id") or (str(value.get("name")).casefold(), value.get("country"))


def _whole(value: Any) -> Hashable:
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _filled(value: Any) -> int:
    return sum(bool(v) for v in value.values()) if isinstance(value, Mapping) else 0


def _precision(value: Mapping[str, Any]) -> int:
    return coarseness(value.get("precision"))


def _days(value: Mapping[str, Any]) -> int:
    if not value.get("start") or not value.get("end"):
        return 10**6
    return (date.fromisoformat(value["end"]) - date.fromisoformat(value["start"])).days


def _since(published: str, newest: str) -> int:
    return (date.fromisoformat(newest) - date.fromisoformat(published[:10])).days


def _low(value: Any) -> float:
    if isinstance(value, Mapping):
        return float(value["min"] if value["min"] is not None else 0)
    return float(value)


def _high(value: Any) -> float:
    """The upper bound of a number; of an open one ("at least 40") its lower."""
    if isinstance(value, Mapping):
        return float(value["max"] if value["max"] is not None else value["min"])
    return float(value)
