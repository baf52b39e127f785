"""What can be said of a proposed mention that names no place of the gazetteer: "the Afghan capital", "the city"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from dateline.records.resolved import Place
from dateline.records.span import Piece, Span
from dateline.resolve.where.context import Context
from dateline.resolve.where.described import COUNTRY_WORDS, country_described, leavers
from dateline.resolve.where.entry import ADMIN1, ADMIN2, CITY, COUNTRY, Entry
from dateline.resolve.where.offset import only_reckoned_from, reckoned
from dateline.resolve.where.reading import Reading
from dateline.resolve.where.spelled import spelled_otherwise
from dateline.resolve.where.spot import Spot
from dateline.resolve.where.stranger import BESIDE
from dateline.resolve.where.surroundings import Surroundings, at, surroundings
from dateline.resolve.where.tokens import Token
from dateline.resolve.word_lists import word_set

_FAR = 60  # words: a facility is in the town named this near to it
_LINK = 6  # words between a village and the unit it is said to be in
_MAIN = 0.5  # share of what an article tells of countries that makes one its country
_PLACES = 2  # what its places weigh for that, against the countries it names
_SENTENCE = 30  # words: places this near speak for their country, where all of them lie in one
_KEPT_TO = 3  # mentions of a town that make it the one an article keeps to
_AGREED = 2  # places of a country that the article does not name by a word of its own
_SEVERAL = frozenset(("countries", "nations", "states", "republics", "capitals"))
_AREA_WORDS = ("area", "region", "territory", "zone", "vicinity")
_BODIES = frozenset(("un", "united nations", "eu", "european union", "nato", "african union", "arab league", "opec"))
_BORDER_WORDS = frozenset(("border", "borders", "frontier", "boundary"))
_TWO = (-2, -1)
_NAMES = re.compile(r"\s+of\s+(?:the\s+)?(?-i:[A-Z])")
"""Behind a noun whose name follows ("the northern province of Gao")."""
_SIDES = word_set(
    "part parts edge edges outskirts side sides suburb suburbs half centre center heart entrance fringe fringes of the "
    "war torn divided battered besieged"
)
"""Words that tell a part of a town, or what has become of a place that was named before."""


def unknown_place(reading: Reading, span: Span, spots: list[Spot], entries: list[Entry], context: Context) -> Place:
    """The record of a mention that no list knows, by the first that fits; the basis says which.

    "the Afghan capital": the seat of the country; "the Syrian border": no point; "Turkish airspace": the country; "the
    city", "the province": the one named last before it; "Fouaa": the town that sounds so; "Mercy Hospital": the town
    named nearest; "the village of X in Mopti region": the unit; else the country of its surroundings, without a point,
    or nothing.
    """
    here = surroundings(reading, span, spots, entries, context)
    said = [word for word in here.words if word != "the"]
    if " ".join(said) in _BODIES or "_".join(said).replace("-", "_") in reading.words.never:
        return _nowhere(reading, span, "a body, no place")
    before = reading.tokens[here.first - 1].folded if here.first else ""
    if before in reading.words.vessels or not reading.words.ship_names.isdisjoint((before, *here.words[:1])):
        return _nowhere(reading, span, "a ship, no place")
    if len(here.words) == 1 and here.words[0] in reading.people.surnames:
        return _nowhere(reading, span, "a person, no place")
    for rule in (country_described, _by_adjective, _by_noun, _by_spelling, _by_neighbour, _by_town, _by_unit):
        place = rule(here)
        if place is not None:
            return place
    country = None if _SEVERAL.intersection(here.words) else _country_around(here)
    if country is None:
        return _nowhere(reading, span, "not in the gazetteer")
    basis = f"not in the gazetteer, country of its surroundings: {country.name}"
    return Place(Piece.cut(reading.text, span), None, country.country, None, None, None, None, "country", basis)


def _nowhere(reading: Reading, span: Span, basis: str) -> Place:
    """A mention of which nothing is known, or that names no place; `basis` says which."""
    return Place(Piece.cut(reading.text, span), None, None, None, None, None, None, None, basis)


def borders_in(reading: Reading) -> list[Span]:
    """Where a text names a border by its peoples: "the Venezuelan border", "the Afghan-Pakistani border"."""
    tokens, peoples, found = reading.tokens, reading.words.demonym_country, []
    for index in [number for number, token in enumerate(tokens) if token.folded in _BORDER_WORDS]:
        if not index or tokens[index - 1].folded not in peoples:
            continue
        first, end = index - 1, tokens[index].end
        if first and tokens[first - 1].folded in peoples and reading.text[tokens[first - 1].end] == "-":
            first -= 1
        if reading.text[tokens[index - 1].end : tokens[index].start] == " ":
            found.append(Span(tokens[first].start, end))
    return found


def borders_between(reading: Reading) -> list[Span]:
    """Where a text names a border by its states: "the Iraq-Syria border"."""
    tokens = reading.tokens
    found = [number for number, token in enumerate(tokens) if token.folded in _BORDER_WORDS]
    return [Span(tokens[n - len(_TWO)].start, tokens[n].end) for n in found if states_of_border(reading, n)]


def states_of_border(reading: Reading, index: int) -> tuple[str, ...]:
    """The two states whose names a hyphen joins before the word at `index` ("Iraq-Syria border"); nothing else."""
    tokens, text = reading.tokens, reading.text
    if index < len(_TWO) or tokens[index].folded not in _BORDER_WORDS or text[tokens[index - 1].end] != " ":
        return ()
    if text[tokens[index - 2].end : tokens[index - 1].start] not in ("-", "–", "/"):
        return ()
    found = [_state(reading, tokens[index + step]) for step in _TWO]
    return tuple(iso3 for iso3 in found if iso3 is not None) if None not in found else ()


def _state(reading: Reading, token: Token) -> str | None:
    named = reading.gazetteer.lookup(reading.text[token.start : token.end]) if token.capital else ()
    return next((one.entry.country for one in named if one.entry.kind == COUNTRY), None)


def _by_adjective(here: Surroundings) -> Place | None:
    """ "the Afghan capital", "the Syrian-Turkish border", "Turkish airspace"."""
    words = here.words
    peoples = here.reading.words.demonym_country
    named = [peoples[word] for word in words if word in peoples]
    named = named or list(states_of_border(here.reading, here.last - 1))
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
        return at(here, seat, f"capital of {names}", named=True)
    return at(here, entries[0], "people of the country", named=True)


def _by_noun(here: Surroundings) -> Place | None:
    """ "the city", "the province", "the country": the last one named before; "the capital": that of the country."""
    words = [word for word in here.words if word not in ("the", "this", "that", "s", "its", "their", "own", "same")]
    if not words or any(token.capital for token in here.reading.tokens[here.first + 1 : here.last]):
        return None
    word, lists = words[-1], here.reading.words
    if word not in COUNTRY_WORDS and word != "capital" and _NAMES.match(here.reading.text, here.span.end):
        return None
    if len(words) > 1:
        return _part_of_it(here, words)
    if word == "capital":
        return _capital(here)
    before, found = here.entries(_FAR * 5, before=True), None
    if word in COUNTRY_WORDS:
        left = leavers(here)
        found = next((entry for entry in before if entry.kind == COUNTRY and entry.country not in left), None)
    elif word in lists.settlements:
        found = _town_before(here)
    elif word in lists.units:
        found = next((entry for entry in before if entry.kind in (ADMIN1, ADMIN2) and _is_called(entry, word)), None)
    elif word not in _AREA_WORDS:
        return None
    if found is None and word in _AREA_WORDS:
        found = next((one for one in here.located() if word == "area" or one.precision != "settlement"), None)
    return at(here, found, f"the {word} named before it: {found.name}", named=True) if found else None


def _is_called(entry: Entry, word: str) -> bool:
    """False for the states of America ("South Bend, Ind."), which are no regions or provinces."""
    return entry.country != "USA" or entry.kind == ADMIN2 or word in ("state", "territory", "commonwealth")


def _part_of_it(here: Surroundings, words: list[str]) -> Place | None:
    """ "the southern part of the city", "the north-eastern city", "the war-torn country": what was named before."""
    lists, (*sides, word) = here.reading.words, words
    new = here.first > 0 and here.reading.tokens[here.first - 1].folded in ("a", "an", "another")
    if new or any(side not in lists.directions and side not in _SIDES for side in sides):
        return None
    if word in COUNTRY_WORDS:
        left = leavers(here)
        told = [one.entry for one in here.known if one.before and one.located and one.gap <= _FAR * 5]
        state = next((entry for entry in told if entry.kind == COUNTRY and entry.country not in left), None)
        state = state or _country_around(here)
        return at(here, state, f"the {word} named before it: {state.name}") if state and "of" not in sides else None
    town = _town_before(here) if word in lists.settlements else None
    if town is None:
        return None
    if "of" not in sides:
        return at(here, town, f"the {word} named before it: {town.name}", named=True)
    return replace(at(here, town, f"a part of {town.name}"), precision="district")


def _town_before(here: Surroundings) -> Entry | None:
    """The town named last before, unless it is named once, further off, in an article that keeps to another one.

    None that only says how far from it another is.
    """
    text = here.reading.text
    towns = [one for one in here.known if one.before and one.gap <= _FAR * 5 and one.entry.precision == "settlement"]
    towns = [one for one in towns if not only_reckoned_from(text, one.start)]
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
    return at(here, seat, f"capital of {country.name}", named=True) if seat and country else None


def _by_spelling(here: Surroundings) -> Place | None:
    """ "Tabaqa": the place of the country around that sounds so."""
    return spelled_otherwise(here, _country_around(here))


def _by_neighbour(here: Surroundings) -> Place | None:
    """ "Bureij, northeast of Aleppo", "Um Kadadah, 180 km east of El Fasher": where the words put it, as exactly."""
    after = [one for one in here.known if not one.before and one.same and one.gap <= _LINK * 2]
    if not after or after[0].entry.kind != CITY:
        return None
    near, beside = after[0], after[0].entry
    between = here.reading.text[here.span.end : near.start]
    point = reckoned(between, beside)
    if point is not None:
        lat, lon, told = point
        place = replace(at(here, beside, f"not in the gazetteer, {told}"), lat=lat, lon=lon)
    elif near.gap <= _LINK + 1 and BESIDE.fullmatch(between):
        place = at(here, beside, f"not in the gazetteer, beside {beside.name}")
    else:
        return None
    return replace(place, precision="district")


def _by_town(here: Surroundings) -> Place | None:
    """ "Mercy Hospital", "Hotel Rwanda", "Fifth Street", "the Old City": something of a town."""
    if not any(word in here.reading.words.facilities for word in here.words) and here.words[-2:] != ["old", "city"]:
        return None
    main = _main_country(here)
    near = [one.entry for one in here.known if one.gap <= _FAR and not (one.later and not one.same)]
    towns = [entry for entry in near if entry.kind == CITY or entry.precision == "settlement"]
    towns = [town for town in towns if main is None or town.country == main]
    return at(here, towns[0], f"not in the gazetteer, by the town named with it: {towns[0].name}") if towns else None


def _by_unit(here: Surroundings) -> Place | None:
    """ "the village of X in Mopti region"."""
    units = [entry for entry in here.entries(_LINK) if entry.kind in (ADMIN1, ADMIN2)]
    return at(here, units[0], f"not in the gazetteer, by the unit named with it: {units[0].name}") if units else None


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
    left = leavers(here)
    ground = [one for one in here.on_the_ground() if one.entry.country not in left]
    beside = {one.entry.country for one in ground if one.same and not one.later and one.gap <= _SENTENCE}
    near = beside.pop() if len(beside) == 1 else None
    if near not in here.countries and sum(one.entry.country == near for one in ground) < _AGREED:
        near = None
    main = _main_country(here)
    iso3 = (
        near
        or (main if main not in left else None)
        or next((one.entry.country for one in ground if one.gap <= _FAR), None)
    )
    iso3 = iso3 or next((entry.country for entry in here.entries(_FAR) if entry.country not in (None, *left)), None)
    others = {told: share for told, share in here.countries.items() if told not in left}
    iso3 = iso3 or (max(others, key=lambda told: others[told]) if left and others else None)
    return here.reading.gazetteer.country(iso3) if iso3 else None
