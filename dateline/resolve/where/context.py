"""What an article says about where its places are: countries and units named, and which place is given with which."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline.resolve.where.entry import ADMIN1, COUNTRY, Entry
from dateline.resolve.where.fold import fold
from dateline.resolve.where.reading import Reading, prominence
from dateline.resolve.where.spot import Spot

_NEAR = 25  # words: a country named this near to a place is likely to hold it
_LINK = 4  # words between a place and what holds it: "Gao in northern Mali", "the Malian town of Gao"
_TIES = frozenset(("led", "backed", "brokered", "sponsored", "supported", "funded", "trained", "mediated", "allied"))


@dataclass(slots=True)
class Context:
    """Evidence from one article.

    `countries` is the share of each country among all mentions of countries, `near` and `holders` are by number of
    spot: countries named near it, and entries (a country or unit) that the words give as holding it.
    """

    countries: dict[str, float]
    near: dict[int, frozenset[str]]
    holders: dict[int, list[Entry]] = field(default_factory=dict)
    units: frozenset[int] = frozenset()


def context_of(reading: Reading, spots: list[Spot]) -> Context:
    """The evidence that `spots` and the demonyms of the text give."""
    named = _countries_named(reading, spots)
    total = Counter(iso3 for _, iso3 in named)
    whole = sum(total.values())
    shares = {iso3: count / whole for iso3, count in total.items()}
    near = {number: _near(spot, named) for number, spot in enumerate(spots)}
    context = Context(shares, near)
    for number in range(len(spots)):
        context.holders[number] = _holders(reading, spots, number)
    context.units = frozenset(_units_named(spots))
    return context


def _countries_named(reading: Reading, spots: list[Spot]) -> list[tuple[int, str]]:
    """Word numbers with the country named there by name, demonym or capital; names of several countries left out."""
    named = []
    taken: set[int] = set()
    for spot in spots:
        iso3 = sure_country(spot)
        if iso3 is not None and not spot.cues & {"person", "surname", "before_body", "before_unknown"}:
            named.append((spot.first, iso3))
            taken.update(range(spot.first, spot.last))
    named = [(index, iso3) for index, iso3 in named if not only_ties(reading, index)]
    demonyms = reading.words.demonym_country
    for index, token in enumerate(reading.tokens):
        if token.capital and index not in taken and not only_ties(reading, index):
            iso3 = demonyms.get(token.folded)
            if iso3 is None and index + 1 < len(reading.tokens):
                iso3 = demonyms.get(f"{token.folded} {reading.tokens[index + 1].folded}")
            if iso3 is not None:
                named.append((index, iso3))
    return sorted(named)


def only_ties(reading: Reading, index: int) -> bool:
    """True where a country only leads or backs somebody ("US-led", "Saudi-backed"): nothing need be there."""
    tokens = reading.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].folded not in _TIES:
        return False
    return reading.text[tokens[index].end : tokens[index + 1].start] in ("-", "‑", "–")


def sure_country(spot: Spot) -> str | None:
    """The country that a spot names by its own name or its capital's, None where a unit has the name as well."""
    countries = {candidate.entry.country for candidate in spot.candidates if candidate.entry.kind == COUNTRY}
    units = [candidate.entry for candidate in spot.candidates if candidate.entry.kind == ADMIN1 and not candidate.how]
    if len(countries) == 1:
        (iso3,) = countries
        return None if any(unit.population > 3_000_000 and unit.country != iso3 for unit in units) else iso3
    capitals = [
        candidate.entry
        for candidate in spot.candidates
        if candidate.entry.population > 300_000 and not candidate.how and candidate.entry.seat
    ]
    return capitals[0].country if len(capitals) == 1 else None


def _near(spot: Spot, named: list[tuple[int, str]]) -> frozenset[str]:
    near = [(abs(index - spot.first), iso3) for index, iso3 in named if not spot.first <= index < spot.last]
    near = sorted(pair for pair in near if pair[0] <= _NEAR)
    return frozenset(iso3 for _, iso3 in near[:2])


def _units_named(spots: list[Spot]) -> list[int]:
    """Keys of admin-1 units that are named beyond doubt: no country has the name, and the unit is the first choice."""
    keys = []
    for spot in spots:
        units = [
            candidate.entry for candidate in spot.candidates if candidate.entry.kind == ADMIN1 and candidate.how < 2
        ]
        others = [
            c.entry for c in spot.candidates if c.entry.kind not in (ADMIN1, "admin2") and c.entry.population > 200_000
        ]
        if units and (not others or spot.cues & {"before_unit", "of_unit"}):
            keys.append(max(units, key=lambda unit: unit.population).key)
    return keys


def _holders(reading: Reading, spots: list[Spot], number: int) -> list[Entry]:
    """Countries and units that the words around a spot give as holding it."""
    spot = spots[number]
    found: list[Entry] = []
    following = spots[number + 1] if number + 1 < len(spots) else None
    if following is not None and _holds_after(reading, spot, following):
        found.extend(_as_holder(following))
    if number and _holds_before(reading, spots[number - 1], spot):
        found.extend(_as_holder(spots[number - 1]))
    iso3 = _demonym_before(reading, spot)
    if iso3 is not None:
        entry = reading.gazetteer.country(iso3)
        found.extend([entry] if entry else [])
    return found


def _as_holder(spot: Spot) -> list[Entry]:
    return [
        c.entry for c in spot.candidates if c.entry.kind in (COUNTRY, ADMIN1, "admin2", "area", "island") and c.how < 2
    ]


def _between(reading: Reading, left: Spot, right: Spot) -> list[str]:
    return [token.folded for token in reading.tokens[left.last : right.first]]


def _holds_after(reading: Reading, spot: Spot, following: Spot) -> bool:
    """True for "Gao, Mali", "Gao (Mali)", "Gao in northern Mali", "Gao, in Mali"."""
    level = prominence(spot.candidates)
    if level in ("country", "unit1") and level == prominence(following.candidates):
        return False  # a list: "Mexico, China, Japan", "Georgia, Oklahoma, Ohio"
    gap = reading.text[spot.span.end : following.span.start]
    if gap in (", ", " (", ",\n", "/"):
        return True
    between = _between(reading, spot, following)
    if "\n" in gap or "." in gap or len(between) > _LINK:
        return False
    rest = [word for word in between if word not in reading.words.directions and word not in ("the", "s")]
    return rest in (
        ["in"],
        ["of"],
        ["state", "of"],
        ["province", "of"],
        ["city", "in"],
        ["town", "in"],
        ["province", "in"],
    )


def _holds_before(reading: Reading, before: Spot, spot: Spot) -> bool:
    """True for "Syria's Idlib province", "Mali's northern city of Gao"."""
    gap = reading.text[before.span.end : spot.span.start]
    if not gap.startswith(("'s ", "’s ")) or "." in gap:
        return False
    allowed = (
        reading.words.directions | reading.words.settlements | reading.words.units | {"of", "the", "largest", "second"}
    )
    return all(word in allowed or word.endswith("most") for word in _between(reading, before, spot))


def _demonym_before(reading: Reading, spot: Spot) -> str | None:
    """The country of "the Malian town of Gao", "northern Malian city Gao", "Syrian Raqqa"."""
    words = reading.words
    for back in range(1, _LINK + 2):
        index = spot.first - back
        if index < 0:
            return None
        token = reading.tokens[index]
        iso3 = words.demonym_country.get(token.folded)
        if iso3 is not None and token.capital:
            return iso3
        known = any(token.folded in some for some in (words.settlements, words.units, words.directions, words.parts))
        if not known and token.folded not in ("of", "the", "border", "rebel", "held", "main"):
            return None
    return None


def lies_in(entry: Entry, holder: Entry) -> bool:
    """True where `holder`, a country or unit, holds `entry`."""
    if holder.key == entry.key:
        return False
    if holder.kind == COUNTRY:
        return entry.country == holder.country
    if holder.kind == ADMIN1:
        if entry.unit1 is not None:
            return entry.unit1 == holder.key
        same = entry.country == holder.country
        return same and entry.admin1 is not None and fold(entry.admin1) == fold(holder.name)
    if entry.unit2 is not None and entry.unit2 == holder.key:
        return True
    if holder.kind in ("area", "island") and holder.lat is not None:
        distance = entry.distance(holder)
        return distance is not None and distance < 250
    return False
