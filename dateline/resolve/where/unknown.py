"""What can be said of a proposed mention that names no place of the gazetteer: "the Afghan capital", "the city"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.context import Context
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Entry
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spot import Spot
from dateline.resolve.where.stranger import BESIDE

_FAR = 60  # words: a facility is in the town named this near to it
_LINK = 6  # words between a village and the unit it is said to be in
_MAIN = 0.5  # share of what an article tells of countries that makes one its country
_PLACES = 2  # what its places weigh for that, against the countries it names
_SENTENCE = 30  # words: places this near speak for their country, where all of them lie in one
_COUNTRY_WORDS = ("country", "nation", "homeland", "republic", "kingdom")
_KEPT_TO = 3  # mentions of a town that make it the one an article keeps to
_AGREED = 2  # places of a country that the article does not name by a word of its own
_SEVERAL = frozenset(("countries", "nations", "states", "republics", "capitals"))
_AREA_WORDS = ("area", "region", "territory", "zone", "vicinity")
_LOCATED = frozenset(
    ("after_locative", "after_locative_the", "after_direction", "of_direction", "of_settlement", "of_unit")
)
_BODIES = frozenset(("un", "united nations", "eu", "european union", "nato", "african union", "arab league", "opec"))
_BORDER_WORDS = ("border", "borders", "frontier", "boundary")


class Known(NamedTuple):
    """A known place at a distance in words: whether before the mention, where something is said to be, in its line."""

    gap: int
    before: bool
    entry: Entry
    located: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A mention (words `first` to `last`) with the known places of its article by distance in words, nearest first."""

    reading: Reading
    span: Span
    first: int
    last: int
    known: list[Known]
    countries: dict[str, float]

    @property
    def words(self) -> list[str]:
        """The folded words of the mention."""
        return [token.folded for token in self.reading.tokens[self.first : self.last]]

    def entries(self, within: int, before: bool = False) -> list[Entry]:
        """Known places at most `within` words away (only those before the mention, if asked), nearest first."""
        return [one.entry for one in self.known if one.gap <= within and (one.before or not before)]

    def on_the_ground(self) -> list[Known]:
        """Places below countries, and countries that something is said to be in: they tell where a story goes on."""
        return [one for one in self.known if one.entry.country and (one.located or one.entry.kind != COUNTRY)]

    def located(self) -> list[Entry]:
        """Places before it that something is said to be in ("in Gao", "northern Mali"), nearest first."""
        return [one.entry for one in self.known if one.before and one.located and one.gap <= _FAR * 5]


def unknown_place(reading: Reading, span: Span, spots: list[Spot], entries: list[Entry], context: Context) -> Place:
    """The record of a mention that no list knows, by the first that fits; the basis says which.

    "the Afghan capital": the seat of the country; "the Syrian border": no point; "Turkish airspace": the country; "the
    city", "the province": the one named last before it; "Mercy Hospital": the town named nearest; "the village of X in
    Mopti region": the unit; else the country of its surroundings, without a point, or nothing.
    """
    here = _surroundings(reading, span, spots, entries, context)
    if " ".join(word for word in here.words if word != "the") in _BODIES:
        return Place(Piece.cut(reading.text, span), None, None, None, None, None, None, None, "a body, no place")
    if here.first and reading.tokens[here.first - 1].folded in reading.words.vessels:
        return Place(Piece.cut(reading.text, span), None, None, None, None, None, None, None, "a ship, no place")
    for rule in (_by_adjective, _by_noun, _by_neighbour, _by_town, _by_unit):
        place = rule(here)
        if place is not None:
            return place
    country = None if _SEVERAL.intersection(here.words) else _country_around(here)
    piece = Piece.cut(reading.text, span)
    if country is None:
        return Place(piece, None, None, None, None, None, None, None, "not in the gazetteer")
    basis = f"not in the gazetteer, country of its surroundings: {country.name}"
    return Place(piece, None, country.country, None, None, None, None, "country", basis)


def borders_in(reading: Reading) -> list[Span]:
    """Where a text names a border by its peoples: "the Venezuelan border", "the Afghan-Pakistani border"."""
    tokens, peoples, found = reading.tokens, reading.words.demonym_country, []
    for index in range(1, len(tokens)):
        if tokens[index].folded not in _BORDER_WORDS or tokens[index - 1].folded not in peoples:
            continue
        first, end = index - 1, tokens[index].end
        if first and tokens[first - 1].folded in peoples and reading.text[tokens[first - 1].end] == "-":
            first -= 1
        if reading.text[tokens[index - 1].end : tokens[index].start] == " ":
            found.append(Span(tokens[first].start, end))
    return found


def _surroundings(
    reading: Reading, span: Span, spots: list[Spot], entries: list[Entry], context: Context
) -> Surroundings:
    first, last = reading.numbers_at(span)
    known = []
    for spot, entry in zip(spots, entries, strict=True):
        before = spot.last <= first
        gap = first - spot.last if before else max(spot.first - last, 0) + 1
        between = reading.text[spot.span.end : span.start] if before else reading.text[span.end : spot.span.start]
        known.append(Known(gap, before, entry, not _LOCATED.isdisjoint(spot.cues), "\n" not in between))
    known.sort(key=lambda one: one.gap)
    return Surroundings(reading, span, first, last, known, context.countries)


def _by_adjective(here: Surroundings) -> Place | None:
    """ "the Afghan capital", "the Syrian-Turkish border", "Turkish airspace"."""
    words = here.words
    named = [here.reading.words.demonym_country[word] for word in words if word in here.reading.words.demonym_country]
    entries = [entry for entry in map(here.reading.gazetteer.country, dict.fromkeys(named)) if entry is not None]
    if not entries:
        return None
    names = " and ".join(entry.name for entry in entries)
    piece = Piece.cut(here.reading.text, here.span)
    if any(word in _BORDER_WORDS for word in words):
        country = entries[0].country if len(entries) == 1 else None
        return Place(piece, f"border of {names}", country, None, None, None, None, "region", "a line, no point")
    seat = here.reading.gazetteer.seat(entries[0].country or "")
    if "capital" in words and seat is not None:
        return _at(here, seat, f"capital of {names}", named=True)
    return _at(here, entries[0], "people of the country", named=True)


def _by_noun(here: Surroundings) -> Place | None:
    """ "the city", "the province", "the country": the last one named before; "the capital": that of the country."""
    words = [word for word in here.words if word not in ("the", "this", "that", "s", "its", "their", "own", "same")]
    if len(words) != 1 or any(token.capital for token in here.reading.tokens[here.first + 1 : here.last]):
        return None
    word, lists = words[0], here.reading.words
    if word == "capital":
        return _capital(here)
    before, found = here.entries(_FAR * 5, before=True), None
    if word in _COUNTRY_WORDS:
        found = next((entry for entry in before if entry.kind == COUNTRY), None)
    elif word in lists.settlements:
        found = _town_before(here)
    elif word in lists.units:
        found = next((entry for entry in before if entry.kind in (ADMIN1, ADMIN2)), None)
    elif word not in _AREA_WORDS:
        return None
    if found is None and word in _AREA_WORDS:
        found = next((one for one in here.located() if word == "area" or one.precision != "settlement"), None)
    return _at(here, found, f"the {word} named before it: {found.name}", named=True) if found else None


def _town_before(here: Surroundings) -> Entry | None:
    """The town named last before, unless it is named once, further off, in an article that keeps to another one."""
    towns = [one for one in here.known if one.before and one.gap <= _FAR * 5 and one.entry.precision == "settlement"]
    if not towns:
        return None
    last, told = towns[0], Counter(one.entry.key for one in here.known if one.entry.precision == "settlement")
    main = max(towns, key=lambda one: (told[one.entry.key], one.gap))
    passing = told[last.entry.key] == 1 and (not last.same or last.gap > _LINK * 2)
    return main.entry if passing and told[main.entry.key] >= _KEPT_TO else last.entry


def _capital(here: Surroundings) -> Place | None:
    """The seat of the country around; a capital that something was last said to be in goes before it ("in Kabul")."""
    told = next((entry for entry in here.located() if entry.seat), None)
    country = here.reading.gazetteer.country(told.country or "") if told else _country_around(here)
    seat = told or (here.reading.gazetteer.seat(country.country or "") if country else None)
    return _at(here, seat, f"capital of {country.name}", named=True) if seat and country else None


def _by_neighbour(here: Surroundings) -> Place | None:
    """ "Bureij, northeast of Aleppo": the place that the words put it beside, as exactly as that tells."""
    after = [one for one in here.known if not one.before and one.same and one.gap <= _LINK + 1]
    text, end = here.reading.text, here.span.end
    found = BESIDE.match(text, end)
    if (
        not after
        or found is None
        or not any(t.start == found.end() for t in here.reading.tokens[here.last :][: _LINK + 1])
    ):
        return None
    beside = after[0].entry
    if beside.kind != CITY:
        return None
    return replace(_at(here, beside, f"not in the gazetteer, beside {beside.name}"), precision="district")


def _by_town(here: Surroundings) -> Place | None:
    """ "Mercy Hospital", "Hotel Rwanda", "Fifth Street": something of a town."""
    if not any(word in here.reading.words.facilities for word in here.words):
        return None
    main = _main_country(here)
    towns = [entry for entry in here.entries(_FAR) if entry.kind == CITY or entry.precision == "settlement"]
    towns = [town for town in towns if main is None or town.country == main]
    return _at(here, towns[0], f"not in the gazetteer, by the town named with it: {towns[0].name}") if towns else None


def _by_unit(here: Surroundings) -> Place | None:
    """ "the village of X in Mopti region"."""
    units = [entry for entry in here.entries(_LINK) if entry.kind in (ADMIN1, ADMIN2)]
    return _at(here, units[0], f"not in the gazetteer, by the unit named with it: {units[0].name}") if units else None


def _main_country(here: Surroundings) -> str | None:
    """The country that most of the article is about, by the countries it names and, twice as much, by its places."""
    places = Counter(one.entry.country for one in here.on_the_ground() if one.entry.country)
    whole = sum(places.values())
    shares = {iso3: _PLACES * count / whole for iso3, count in places.items()}
    told = {iso3: here.countries.get(iso3, 0.0) + shares.get(iso3, 0.0) for iso3 in (*here.countries, *shares)}
    sides = bool(here.countries) + _PLACES * bool(shares)
    main = max(told, key=lambda iso3: told[iso3], default=None)
    return main if main is not None and told[main] >= _MAIN * sides else None


def _country_around(here: Surroundings) -> Entry | None:
    """The country in which all places near by lie, else that of most of the article, else that of the nearest place.

    Countries that only act ("Russian forces bombed the town of X") say little about where X is.
    """
    ground = here.on_the_ground()
    beside = {one.entry.country for one in ground if one.same and one.gap <= _SENTENCE}
    near = beside.pop() if len(beside) == 1 else None
    if near not in here.countries and sum(one.entry.country == near for one in ground) < _AGREED:
        near = None
    iso3 = near or _main_country(here) or next((one.entry.country for one in ground if one.gap <= _FAR), None)
    iso3 = iso3 or next((entry.country for entry in here.entries(_FAR) if entry.country is not None), None)
    return here.reading.gazetteer.country(iso3) if iso3 else None


def _at(here: Surroundings, entry: Entry, basis: str, named: bool = False) -> Place:
    """The point of `entry` for the mention; with its name and id where the mention stands for it."""
    return Place(
        Piece.cut(here.reading.text, here.span),
        entry.name if named else None,
        entry.country,
        entry.admin1,
        entry.lat,
        entry.lon,
        entry.geonames_id if named else None,
        "settlement" if entry.precision == "exact" else entry.precision,
        basis,
    )
