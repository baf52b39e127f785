"""The actor list: states, bodies, groups and people with their names, and the nouns that name kinds of actors."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from dateline.errors import DataError
from dateline.fixed import fixed
from dateline.resolve.countries import Country, countries, is_cased
from dateline.resolve.who import own_list
from dateline.resolve.who.own_list import COLUMNS
from dateline.resolve.who.words import fold_name
from dateline.resolve.word_lists import word_set

PEOPLE = frozenset(("man", "woman", "person"))
COMMON = "common"
"""The kind of names that several states share ("Congress"): believed only where the article is about that state."""
FAMILY_FIRST = frozenset(("CHN", "PRK", "KOR", "TWN", "VNM", "KHM", "HKG"))
"""Where the family name stands first, so that the first word alone names the person."""
IN_FULL = "in full"
"""The end of a note on who never held an office: news names them in full first, so a bare surname is not theirs."""
PARTICLES = word_set("al el bin ben ibn van von de del der da di dos du la le ag ould abu ul ur st")


class Role(NamedTuple):
    """What an actor was for a time: days as ISO strings, inclusive, empty where open."""

    country: str
    sectors: tuple[str, ...]
    start: str
    end: str
    note: str


@dataclass(slots=True)
class Entry:
    """One actor of the list with its roles in the order of the file."""

    id: str
    name: str
    kind: str
    roles: list[Role] = field(default_factory=list)

    def role(self, day: str | None) -> tuple[Role, int]:
        """The role on `day` and how it lies to that day: 0 it holds, 1 it is over, -1 it is yet to come.

        Without a day the role that is still open is taken, else the latest.
        """
        if day is None:
            return max(self.roles, key=lambda role: (not role.end, role.start)), 0
        over: Role | None = None
        for role in self.roles:
            if (not role.start or role.start <= day) and (not role.end or day <= role.end + "~"):
                return role, 0
            if role.end and role.end < day and (over is None or role.end > over.end):
                over = role
        if over is not None:
            return over, 1
        return min(self.roles, key=lambda role: role.start), -1


class Name(NamedTuple):
    """One way to write an actor, a country or a place.

    `sort` is "entry", "shared", "country", "adjective" ("Malian"), "nationals" ("Malians"), "capital" or "place". What
    is shared counts only where the article is about its country: an alias with "~" before it ("~MSA").
    """

    written: str
    sort: str
    country: str
    entry: Entry | None

    def fits(self, raw: Sequence[str]) -> bool:
        """True where words written like `raw` can be this name: acronyms in capitals, other names with a capital.

        A people of two words begins with one ("a central African state" is not the Central African Republic's), and
        what is written with "The" goes on with one ("The sun rose" names no paper).
        """
        if self.written.islower():
            return True
        if len(raw) > 1 and self.written.startswith("The ") and not raw[1][0].isupper():
            return False
        letters = self.written.replace(".", "")
        if len(raw) == 1 and letters.isupper() and len(letters) <= 6:
            return raw[0].isupper()
        people = self.sort in ("adjective", "nationals")
        if self.written[0].islower() and len(raw) > 2 and not people:  # "anti-ISIS coalition"
            return any(word[0].isupper() for word in raw)
        return raw[0][0].isupper() or (len(raw) > 1 and raw[-1][0].isupper() and not people)


class Head(NamedTuple):
    """A noun that names a kind of actor: its sectors, and what sort of party it is (see `docs/explain/who.md`)."""

    noun: str
    sectors: tuple[str, ...]
    sort: str


@fixed()
class ActorList:
    """All names by their folded words, ready to be looked up. Build it with `load`."""

    names: dict[str, tuple[Name, ...]]
    lengths: dict[str, tuple[int, ...]]
    surnames: dict[str, tuple[Entry, ...]]
    heads: dict[str, Head]
    entries: dict[str, Entry]

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> ActorList:
        """The list Dateline ships, with the CSV files of `extra` (see `own_list`) put before it.

        Raises InputError where a file of `extra` is wrong and DataError where the shipped list is.
        """
        entries: dict[str, Entry] = {}
        aliases: dict[str, str] = {}
        for path in extra:
            _add(own_list.read(path), entries, aliases)
        shipped = files("dateline.resolve") / "data"
        try:
            for part in ("people", "leaders", "others", "groups", "bodies", "forces", "parties"):
                text = (shipped / "actors" / f"{part}.csv").read_text(encoding="utf-8")
                _add(_rows(text), entries, aliases)
            places = list(csv.reader((shipped / "home_places.csv").read_text(encoding="utf-8").splitlines()))[1:]
            nouns = list(csv.reader((shipped / "actor_heads.csv").read_text(encoding="utf-8").splitlines()))[1:]
        except (OSError, ValueError, KeyError) as error:
            raise DataError(f"actor list: {error}; reinstall dateline") from error
        return cls._index(entries, aliases, places, nouns)

    @classmethod
    def _index(
        cls, entries: dict[str, Entry], aliases: dict[str, str], places: Iterable[list[str]], nouns: Iterable[list[str]]
    ) -> ActorList:
        """The list with its names by what is written, and people by their surnames."""
        names: dict[str, list[Name]] = {}
        surnames: dict[str, list[Entry]] = {}
        for name in _all_names(entries, aliases, places):
            names.setdefault(fold_name(name.written), []).append(name)
        for entry in entries.values():
            if entry.kind in PEOPLE:
                for surname in _surnames(entry, aliases[entry.id]):
                    surnames.setdefault(surname, []).append(entry)
        names.pop("", None)
        _without_article(names)
        lengths: dict[str, set[int]] = {}
        for key in names:
            first, _, _ = key.partition(" ")
            lengths.setdefault(first, set()).add(key.count(" ") + 1)
        return cls(
            {key: tuple(found) for key, found in names.items()},
            {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
            {surname: tuple(found) for surname, found in surnames.items()},
            {fold_name(noun): Head(noun, tuple(sectors.split("|")), sort) for noun, sectors, sort in nouns},
            entries,
        )


def _without_article(names: dict[str, list[Name]]) -> None:
    """Put shared names that are written with "The" beside the same without, so that neither hides the other.

    "The Republicans" are a French party, but in most articles the American one.
    """
    for key in [key for key in names if key.startswith("the ")]:
        shared = all(name.entry is not None and name.entry.kind == COMMON for name in names[key])
        if shared and key[4:] in names:
            names[key[4:]] += names.pop(key)


def _rows(text: str) -> Iterator[list[str]]:
    rows = csv.reader(text.splitlines())
    header = next(rows, [])
    if tuple(header) != COLUMNS:
        raise ValueError(f"the first line is {','.join(header)!r}")
    for number, row in enumerate(rows, 2):
        if len(row) != len(COLUMNS):
            raise ValueError(f"line {number} has {len(row)} columns")
        yield row


def _add(rows: Iterable[list[str]], entries: dict[str, Entry], aliases: dict[str, str]) -> None:
    """Take rows in; several rows with one id are the roles of one actor. An id that is there already stays as it is."""
    known = set(entries)
    for key, name, other, country, sectors, kind, start, end, note in rows:
        if not key or not name:
            raise ValueError("a row has no id or no name")
        if key in known:
            continue
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = Entry(key, name, kind)
            aliases[key] = other
        entry.roles.append(Role(country, tuple(filter(None, sectors.split("|"))), start, end, note))


def _all_names(entries: dict[str, Entry], aliases: dict[str, str], places: Iterable[list[str]]) -> Iterator[Name]:
    for entry in entries.values():
        country = entry.roles[-1].country
        for written in (entry.name, *filter(None, aliases[entry.id].split("|"))):
            if entry.kind not in PEOPLE or " " in written or "-" in written or written.isupper():
                sort = "shared" if written[0] == "~" or entry.kind == COMMON else "entry"
                yield Name(written.lstrip("~"), sort, country, entry)
    for place in countries():
        yield from _country_names(place)
    for written, code in places:
        yield Name(written, "place", code, None)


def _country_names(place: Country) -> Iterator[Name]:
    for name in place.names:
        written = name.removeprefix("the ").removeprefix("The ")
        yield Name(written if is_cased(written) else written[0].upper() + written[1:], "country", place.iso3, None)
    for written in place.adjectives:
        yield Name(written, "adjective", place.iso3, None)
    for written in place.nouns:
        if written not in place.adjectives:
            yield Name(written, "nationals", place.iso3, None)
    for written in place.capitals:
        if written not in place.names:
            yield Name(written, "capital", place.iso3, None)


def _surnames(entry: Entry, aliases: str) -> set[str]:
    """The single names by which an article may call a person: the family name, and aliases of one word."""
    found: set[str] = set()
    family_first = entry.roles[0].country in FAMILY_FIRST or entry.roles[-1].country in FAMILY_FIRST
    for written in (entry.name, *filter(None, aliases.split("|"))):
        words = fold_name(written).split()
        if len(words) == 1:
            found.add(words[0])
            continue
        if family_first and len(words) <= 3:
            found.add(words[0])
            continue
        if words[-1] in ("jr", "ii", "iii", "iv", "vi", "xiv", "xvi"):
            words = words[:-1]
        found.add(words[-1])
        if len(words) > 2 and words[-2] in PARTICLES:
            found.add(" ".join(words[-2:]))
    return found
