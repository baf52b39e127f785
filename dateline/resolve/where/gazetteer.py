"""Access to the gazetteer: folded names to entries."""

from __future__ import annotations

import sqlite3
import weakref
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from heapq import nsmallest
from importlib.resources import files
from pathlib import Path

from dateline.errors import DataError
from dateline.resolve.countries import by_iso2, countries, is_cased
from dateline.resolve.where.akin import ROMANISED, beginnings, differ, is_long, pattern_of, sound_of
from dateline.resolve.where.build import ALTERNATE, NAME, is_current, kilometres
from dateline.resolve.where.entry import ADMIN1, CITY, COUNTRY, Candidate, Entry
from dateline.resolve.where.fold import fold
from dateline.resolve.where.packed import (
    PLACES,
    Place,
    names_beginning,
    numbers_of,
    opened_names,
    opened_places,
    place_at,
    populations,
)
from dateline.resolve.where.supplement import Listed, country_names, listed_places

_MOST = 200  # candidates of one name, the most populous ones; "San Antonio" has more
_LETTERS = 2  # fewer begin too many names; punctuation alone folds to none
_KEPT = 50_000  # names remembered before the memory is emptied: those of some two thousand articles
_OPEN = 1000  # blocks of names that are kept open (3 MB), and of places: most names of news are found in these
_KEPT_AKIN = 2000  # names whose other spellings are remembered
_KNOWN_EVERYWHERE = 150  # spellings of a country: about as many as a capital has
_SAME = 50.0  # km: a listed settlement this near to one of the same name and country is that one
_PRECISION = {CITY: "settlement", ADMIN1: "region", "admin2": "district", COUNTRY: "country", "facility": "exact"}
_MISSING = "the gazetteer {path} is missing; run `make gazetteer`, or reinstall dateline"
_STALE = "the gazetteer {path} is broken or of another version; delete it and run `make gazetteer`"


class Gazetteer:
    """Places by name. Nothing in it changes but what it remembers of the file, so one can serve many articles."""

    def __init__(self, connection: sqlite3.Connection, listed: Iterable[Listed] = ()) -> None:
        self._connection = connection
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        self._size = int(meta["size"])
        self._firsts: list[str] = meta["firsts"].split("\n")
        self._names_in = lru_cache(_OPEN)(self._open_names)
        self._places_in = lru_cache(_OPEN)(self._open_places)
        weakref.finalize(self, connection.close)  # Python 3.13 warns of what is left open
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._akin: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._entries: dict[int, Entry] = {}
        self._unit_names: dict[int, str] = {}
        self._listed: dict[str, list[tuple[int, Listed]]] = {}
        self._listed_entries: dict[int, Entry] = {}
        self._countries: dict[str, list[tuple[Entry, bool]]] = {}
        self._by_iso3: dict[str, Entry] = {}
        self._seat_of: dict[str, int] = {}
        self._seats: dict[int, frozenset[str]] = self._find_seats()
        self._add_countries(map(int, meta["countries"].split()))
        self._add_listed(listed)
        self._listed_names = "".join([f"\n{name}" for name in (*self._listed, "")]).encode()

    @classmethod
    def open(cls, path: Path | None = None, more: Path | None = None) -> Gazetteer:
        """The gazetteer at `path` (the one that was built with the package by default), with Dateline's own list of
        places and that of the CSV file `more` over it. Raises DataError, saying what to do, where it is missing."""
        file = path or Path(str(files("dateline.resolve") / "data" / "gazetteer.sqlite"))
        if not file.is_file():
            raise DataError(_MISSING.format(path=file))
        if not is_current(file):
            raise DataError(_STALE.format(path=file))
        connection = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        return cls(connection, (*listed_places(), *(listed_places(more) if more else ())))

    @property
    def size(self) -> int:
        """How many places the file has, the supplement not counted."""
        return self._size

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places that `name` may stand for, whatever its case, accents and punctuation; () if there is none."""
        return self.lookup_folded(fold(name))

    def lookup_folded(self, folded: str) -> tuple[Candidate, ...]:
        """As `lookup`, for a name that is folded already."""
        found = self._found.get(folded)
        if found is None:
            if len(self._found) >= _KEPT:
                self._forget()
            found = self._found[folded] = self._look_up(folded)
        return found

    def _forget(self) -> None:
        """Empty the memory of names and of the entries that they brought, so that it never outgrows its bound."""
        self._found.clear()
        self._entries = dict(self._lasting)

    def beginning(self, start: str, most: int) -> tuple[Entry, ...]:
        """The places that have `start` as a name or the beginning of one, the most populous first, at most `most`."""
        folded = fold(start)
        if len(folded) < _LETTERS:
            return ()
        found = {entry.key: entry for entry in self._beginning(folded, most)}
        return tuple(sorted(found.values(), key=lambda e: (-e.population, e.key))[:most])

    def akin(self, name: str, iso3: str) -> tuple[Entry, ...]:
        """The places of a country whose names may be other spellings of `name`, the closest; () for most countries."""
        key = (fold(name), iso3)
        if iso3 not in ROMANISED or not is_long(key[0]):
            return ()
        found = self._akin.get(key)
        if found is None:
            if len(self._akin) >= _KEPT_AKIN:
                self._akin.clear()
            found = self._akin[key] = self._look_for_akin(*key)
        return found

    def country(self, iso3: str) -> Entry | None:
        """The entry of a country, or None for a code that the table lacks."""
        return self._by_iso3.get(iso3)

    def seat(self, iso3: str) -> Entry | None:
        """The entry of a country's first capital, or None where the file has none."""
        key = self._seat_of.get(iso3)
        if key is None:
            return None
        return self._known(key)

    def _look_up(self, folded: str) -> tuple[Candidate, ...]:
        numbers = self._numbers(folded)
        if not numbers and folded not in self._countries and folded not in self._listed:
            return ()  # most words of news
        candidates = {entry.key: Candidate(entry, NAME, cased) for entry, cased in self._countries.get(folded, ())}
        for number, listed in self._listed.get(folded, ()):
            entry = self._listed_entry(number, listed)
            how = NAME if fold(listed.name) == folded else ALTERNATE
            candidates.setdefault(entry.key, Candidate(entry, how, any(map(is_cased, listed.spelled(folded)))))
        named = {candidate.entry.country for candidate in candidates.values() if candidate.entry.kind == COUNTRY}
        for entry, how in self._in_file(numbers):
            if how and entry.country in named:
                continue  # "Mexico" is not Mexico City
            candidates.setdefault(
                entry.key, Candidate(entry, NAME if folded in self._seats.get(entry.key, ()) else how)
            )
        return tuple(candidates.values())

    def _look_for_akin(self, folded: str, iso3: str) -> tuple[Entry, ...]:
        sound = sound_of(folded)
        best: dict[int, Entry] = {}
        least = len(sound)
        for name in self._names_like(sound):
            apart = differ(sound, sound_of(name))
            if apart is None or apart > least:
                continue
            entries = [one.entry for one in self._look_up(name) if one.entry.country == iso3]
            if entries and apart < least:
                best, least = {}, apart
            best |= {entry.key: entry for entry in entries}
        return tuple(best.values())

    def _names_like(self, sound: str) -> set[str]:
        """The names of the file and of the list that have the consonants of a sound, and often more."""
        pattern, blocks = pattern_of(sound), set[int]()
        for start in beginnings(sound):
            first = max(0, bisect_right(self._firsts, start) - 1)
            blocks.update(range(first, max(first + 1, bisect_right(self._firsts, start + "\x7f"))))
        lists = (*map(self._names_in, blocks), self._listed_names)
        return {name.decode() for names in lists for name in pattern.findall(names)}

    def _beginning(self, folded: str, most: int) -> Iterable[Entry]:
        for name, entries in self._countries.items():
            if name.startswith(folded):
                yield from (entry for entry, _ in entries)
        for name, places in self._listed.items():
            if name.startswith(folded):
                yield from (self._listed_entry(*place) for place in places)
        yield from map(self._known, self._populous(folded, most))

    def _populous(self, folded: str, most: int) -> list[int]:
        """The places of the file of which a name begins so, the most populous first.

        Two letters take up to a tenth of a second.
        """
        block = max(0, bisect_right(self._firsts, folded) - 1)
        last = block
        while last + 1 < len(self._firsts) and self._firsts[last + 1].startswith(folded):
            last += 1
        rows = self._connection.execute("SELECT names FROM name WHERE block BETWEEN ? AND ?", (block, last))
        keys = {n >> 2 for (names,) in rows for numbers in names_beginning(names, folded) for n in numbers}
        by_block: dict[int, list[int]] = {}
        for key in keys:
            by_block.setdefault((key - 1) // PLACES, []).append(key)
        living: list[tuple[int, int]] = []
        for number, some in by_block.items():
            row = self._connection.execute("SELECT places FROM place WHERE block = ?", (number,)).fetchone()
            size = min(PLACES, self._size - number * PLACES)
            numbers = populations(row[0], [(key - 1) % PLACES for key in some], size)
            living.extend(zip((-n for n in numbers), some, strict=True))
        return [key for _, key in nsmallest(most, living)]

    def _in_file(self, numbers: Iterable[int]) -> list[tuple[Entry, int]]:
        ways = {number >> 2: number & 3 for number in numbers}
        for key in ways:
            self._known(key)
        found = [(self._entries[key], how) for key, how in ways.items()]
        found = [(entry, how) for entry, how in found if entry.kind != COUNTRY]
        if len(found) > _MOST:
            found = sorted(found, key=lambda pair: -pair[0].population)[:_MOST]
        return found

    def _numbers(self, folded: str) -> tuple[int, ...]:
        """The places of a folded name as the file has them; () where there is none."""
        block = max(0, bisect_right(self._firsts, folded) - 1)
        return numbers_of(self._names_in(block), folded)

    def _open_names(self, block: int) -> bytes:
        row = self._connection.execute("SELECT names FROM name WHERE block = ?", (block,)).fetchone()
        return opened_names(row[0]) if row else b"\0"

    def _open_places(self, block: int) -> bytes:
        row = self._connection.execute("SELECT places FROM place WHERE block = ?", (block,)).fetchone()
        return opened_places(row[0])

    def _place(self, key: int) -> Place:
        block, index = divmod(key - 1, PLACES)
        return place_at(self._places_in(block), index, min(PLACES, self._size - block * PLACES))

    def _known(self, key: int) -> Entry:
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = self._entry(key, self._place(key))
        return entry

    def _entry(self, key: int, place: Place) -> Entry:
        """A place of the file, with the names of its country and unit."""
        geonames_id, name, kind, iso2, unit1, unit2, lat, lon, radius, population, spellings = place
        country = by_iso2().get(iso2)
        unit = self._unit_names.get(key, name) if kind == ADMIN1 else self._unit_name(unit1)
        precision = _PRECISION.get(kind, "region")
        if lat is None and unit1 is not None and kind != ADMIN1:
            lat, lon, precision = self._middle_of(unit1)
        return Entry(
            key,
            name,
            kind,
            country.iso3 if country else None,
            unit,
            unit1,
            unit2,
            lat,
            lon,
            radius,
            population,
            spellings,
            geonames_id,
            precision,
            "gazetteer",
            key in self._seats,
        )

    def _unit_name(self, key: int | None) -> str | None:
        if key is None:
            return None
        if key not in self._unit_names:
            self._unit_names[key] = self._place(key)[1]
        return self._unit_names[key]

    def _middle_of(self, unit: int) -> tuple[float | None, float | None, str]:
        return *self._place(unit)[6:8], "region"

    def _find_seats(self) -> dict[int, frozenset[str]]:
        """Keys of the capitals with their folded usual names: the largest town of that name in the country."""
        seats: dict[int, frozenset[str]] = {}
        for country in countries():
            names = frozenset(fold(capital) for capital in country.capitals)
            for name in sorted(names):
                towns = [(key, self._place(key)) for key in (number >> 2 for number in self._numbers(name))]
                towns = [(key, town) for key, town in towns if town[2] == CITY and town[3] == country.iso2]
                if towns:
                    best, _ = max(towns, key=lambda known: (known[1][9], -known[0]))
                    seats[best] = names
                    if fold(country.capitals[0]) == name:
                        self._seat_of[country.iso3] = best
        return seats

    def _add_countries(self, keys: Iterable[int]) -> None:
        """The countries, under every name that they have; those that the file lacks get a key below zero."""
        places = {key: self._place(key) for key in keys}
        known = {place[3]: (key, place[0], place[9]) for key, place in places.items()}
        for number, country in enumerate(countries()):
            key, geonames_id, population = known.get(country.iso2, (-1_000_000 - number, None, 0))
            entry = Entry(
                key,
                country.name,
                COUNTRY,
                country.iso3,
                None,
                None,
                None,
                country.lat,
                country.lon,
                None,
                population,
                _KNOWN_EVERYWHERE,
                geonames_id,
                "country",
                "countries",
            )
            self._entries[key] = self._by_iso3[country.iso3] = entry
            for folded, cased in country_names(country):
                self._countries.setdefault(folded, []).append((entry, cased))

    def _add_listed(self, listed: Iterable[Listed]) -> None:
        units: dict[int, Entry] = {}
        for number, place in enumerate(listed, start=1):
            for name in place.names:
                self._listed.setdefault(fold(name), []).append((-number, place))
            if place.kind == ADMIN1:
                unit = self._twin(place)
                if unit is not None:
                    self._unit_names[unit.key] = place.name
                    units[unit.key] = self._listed_entries[-number] = self._merged(unit, place, unit.key)
        self._lasting = {entry.key: entry for entry in self._by_iso3.values()} | units
        self._entries = dict(self._lasting)

    def _listed_entry(self, number: int, place: Listed) -> Entry:
        entry = self._listed_entries.get(number)
        if entry is None:
            twin = self._twin(place) if place.kind in ("settlement", "camp", "base", "island", ADMIN1) else None
            entry = self._listed_entries[number] = self._merged(twin, place, number)
        return entry

    def _twin(self, place: Listed) -> Entry | None:
        """The entry of the gazetteer that is the listed place, so that its GeoNames id and population are kept."""
        kind = ADMIN1 if place.kind == ADMIN1 else CITY
        for name in place.names:
            for entry, _how in self._in_file(self._numbers(fold(name))):
                if entry.kind == kind and entry.country == place.country and (kind == ADMIN1 or _near(entry, place)):
                    return entry
        return None

    def _merged(self, twin: Entry | None, place: Listed, number: int) -> Entry:
        """A place of the supplement as an entry, or its twin in the file, which knows more."""
        if twin is not None and place.kind != ADMIN1:
            return twin
        return Entry(
            number,
            place.name,
            place.kind,
            place.country,
            place.name if place.kind == ADMIN1 else place.admin1,
            None,
            None,
            place.lat,
            place.lon,
            twin.radius if twin else None,
            twin.population if twin else 0,
            twin.spellings if twin else 0,
            twin.geonames_id if twin else None,
            place.precision,
            "supplement",
        )


def _near(entry: Entry, place: Listed) -> bool:
    return (
        entry.lat is not None
        and entry.lon is not None
        and kilometres(entry.lat, entry.lon, place.lat, place.lon) <= _SAME
    )
