"""People of an article: their full names, titles, countries and offices, wherever the article tells them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.resolve.given_names import gendered_names
from dateline.resolve.who.actor_list import FAMILY_FIRST, IN_FULL, PARTICLES, PEOPLE, ActorList, Entry, Role
from dateline.resolve.who.english import COURTESY, LIST_OFFICES, SPEECH, TOP_OFFICES
from dateline.resolve.who.names.bodies import Naming
from dateline.resolve.who.names.scan import Found
from dateline.resolve.who.people.name_runs import Run, Runs
from dateline.resolve.who.people.person import People, Person, Sighting
from dateline.resolve.who.people.private_offices import OFFICIAL
from dateline.resolve.who.people.title_owners import RANKS, TitleOwners
from dateline.resolve.who.people.titles import Titles
from dateline.resolve.who.words import Words, fold

_GENDERS = {"man": "m", "woman": "f"}
"""Genders of the kinds of people of the actor list."""
DIED = ", died"
"""The end of a note on who died in the role: the dead are no former officials."""
_STANDS = "candidate"
"""The beginning of a note on who stands for an office: out of the race they are private, as after an office."""
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))
"""What may stand behind a surname."""
_CALLED = frozenset(("president", "chancellor", "king", "queen", "pope", "emperor", "general", "senator", "premier"))
"""Titles that tell the one of several bearers of a surname who has or had that office ("President Kennedy")."""
_RANKED = frozenset(("minister", "president"))
"""Offices whose names stand within others ("prime minister")."""
_TITLED = 6.0
"""What such a title weighs."""
_NOW, _GENERATION = 2020, 25
"""The year of a text of unknown day, about; years after which the dead are no longer named by a surname alone."""
_TELLING = 5
"""How many letters a surname has at least that tells its bearer without any country named."""
_HEADLINE = 200
"""How many characters a first line may have at most to be a headline."""


def find_people(words: Words, found: Found, actors: ActorList, day: str | None, bodies: Mapping[int, Naming]) -> People:
    """Everyone the article names, with what titles, appositions and the actor list tell; `day` dates the roles.

    `bodies` are the unlisted bodies by each word of their names.
    """
    return _Census(words, found, actors, day, bodies).take()


class _Census:
    """One walk over an article that collects its people; lives for one call of `find_people`."""

    def __init__(
        self, words: Words, found: Found, actors: ActorList, day: str | None, bodies: Mapping[int, Naming]
    ) -> None:
        self._words, self._found, self._actors, self._day = words, found, actors, day
        self._titles = Titles(words, found, actors, day, TitleOwners(words, found, day, bodies))
        self._runs = Runs(words, found, actors, bodies, self._titles)
        self._by_name: dict[str, Person] = {}
        self._by_surname: dict[str, Person] = {}
        self._by_given: dict[str, Person] = {}
        self._bearers: dict[str, list[tuple[int, Person]]] = {}
        self._sightings: list[Sighting] = []
        self._named = [hit.entry for hit in found.hits if hit.entry is not None and hit.entry.kind in PEOPLE]

    def take(self) -> People:
        headline = _headline(self._words.text)
        early: list[Run] = []
        single: list[int] = []
        for first, last, entry in self._runs.all():
            if entry is None and self._words.start[first] < headline:
                early.append((first, last, None))
            elif last - first == 2 and entry is None and (self._particle(first) or self._initial(first)):
                single.append(first + 1)
            elif last - first == 1 and entry is None:
                single.append(first)
            else:
                self._see_full(first, last, entry)
        for first in (*self._split(early), *single):
            self._see_single(first)
        self._sightings.sort(key=lambda sighting: sighting.first)
        covering = {i: sighting for sighting in self._sightings for i in range(sighting.first, sighting.last)}
        return People(tuple(self._sightings), covering)

    def _particle(self, first: int) -> bool:
        """True where a particle stands before a surname ("al Bashir"), not where Ben is a given name ("Ben Rowe")."""
        low, name = self._words.low[first], " ".join(self._words.low[first : first + 2])
        return low in PARTICLES and (low != "ben" or name in self._actors.surnames)

    def _initial(self, first: int) -> bool:
        """True where an initial stands before a surname that the list knows ("V. Putin")."""
        return len(self._words.low[first]) == 1 and self._words.low[first + 1] in self._actors.surnames

    def _split(self, runs: list[Run]) -> list[int]:
        """The single words of a headline, where all may have a capital, without full names that the body knows."""
        single: list[int] = []
        for first, last, _ in runs:
            person = self._by_name.get(" ".join(self._words.low[first:last])) if last - first > 1 else None
            if person is not None:
                self._sightings.append(Sighting(first, last, self._titles.before(first, person), person))
            else:
                single += range(first, last)
        return single

    def _see_full(self, first: int, last: int, entry: Entry | None) -> None:
        words, titles = self._words, self._titles
        key = " ".join(words.low[first:last])
        person = self._by_name.get(key)
        if person is None:
            person = self._by_name[key] = self._meet(first, last, entry)
        title = titles.before(first, person)
        if not person.titled or person.noun in RANKS:
            titles.behind(last, person)
        elif person.country is None and not person.listed:
            titles.long_before(title, person)
        if not person.titled and not person.listed:
            self._as_before(first, person)
            titles.long_before(first, person)
            titles.had_by(first, person)
        self._sightings.append(Sighting(first, last, title, person))
        for surname in {words.low[last - 1], words.low[first]}:
            self._bearers.setdefault(surname, []).append((first, person))

    def _last_bearer(self, first: int, gender: str) -> Person | None:
        """The person of that gender last named in full before word `first` by its surname ("Mr. Kim")."""
        low = self._words.low[first]
        family_first = any(entry.roles[-1].country in FAMILY_FIRST for entry in self._actors.surnames.get(low, ()))
        named = [
            person
            for at, person in self._bearers.get(low, ())
            if at < first
            and gender in (person.gender or gender, "")
            and (fold(person.name.split()[-1]) == low or (family_first and fold(person.name.split()[0]) == low))
        ]
        known = self._by_surname.get(low)
        same = known is not None and bool(named) and known.id is not None and known.id == named[-1].id
        return None if same or not named else named[-1]

    def _titled_so(self, first: int) -> Person | None:
        """The one of several bearers of a surname whose full name has the same title before it ("Sgt Johnson")."""
        words, bearers = self._words, self._bearers.get(self._words.low[first], ())
        if (
            len({id(person) for _, person in bearers}) < 2
            or not words.joined(first)
            or not self._titles.is_title(first - 1)
        ):
            return None
        so = {id(one): one for at, one in bearers if words.low[first - 1] in words.low[max(0, at - 2) : at]}
        return next(iter(so.values())) if len(so) == 1 else None

    def _meet(self, first: int, last: int, entry: Entry | None) -> Person:
        """The person whose full name is met for the first time: listed, met under a fuller name, or new."""
        words = self._words
        given, surname = words.low[first], words.low[last - 1]
        if surname in _GENERATIONS and last - first > 2:
            surname = words.low[last - 2]
        entry = entry or self._same_person(given, surname)
        other = self._by_surname.get(surname)
        double = other is not None and last - first == 2 and self._second_last(other) == given
        if entry is not None:
            person = self._listed(entry)
            if entry in self._actors.surnames.get(given, ()):
                self._by_surname.setdefault(given, person)
        elif other is not None and (double or (not other.listed and other.name.split()[0] == words.raw[first])):
            person = other
        else:
            person = Person(words.slice(first, last), seen=first, likely=self._speaks(last))
            person.likely = person.likely and not self._runs.is_body(first, last)
            person.gender = next((g for w in words.low[first : last - 1] if (g := gendered_names().get(w, ""))), "")
        if not self._is_of_another(surname, person):
            self._by_surname.setdefault(surname, person)
        self._by_given.setdefault(given, person)
        middle = self._second_last(person) if person.name.count(" ") > 1 else ""
        if middle and middle not in gendered_names():
            self._by_surname.setdefault(middle, person)
        return person

    def _is_of_another(self, surname: str, person: Person) -> bool:
        """True where a head of state bears a surname whom the article names too, whoever of the family it names first.

        Beside one who never held an office, whether it names the other or not.
        """
        own = self._actors.entries.get(person.id or "")
        private = own is not None and own.roles[-1].note.endswith(IN_FULL)
        for entry in self._actors.surnames.get(surname, ()):
            role, when = entry.role(self._day)
            top = when == 0 and any(office in role.note for office in TOP_OFFICES)
            if top and entry.id != person.id and person.country in (None, role.country):
                return private or entry in self._named
        return False

    def _second_last(self, person: Person) -> str:
        parts = person.name.replace("-", " ").split() if person.name.count(" ") == 1 else person.name.split()
        return fold(parts[-2]) if len(parts) > 2 else ""

    def _as_before(self, first: int, person: Person) -> None:
        """Give a person the title that the plural before the last name told ("soldiers A and B")."""
        if first and self._words.low[first - 1] == "and" and self._sightings and self._sightings[-1].last == first - 1:
            other = self._sightings[-1].person
            if other.titled and other.plural:
                person.country, person.sectors, person.basis = other.country, other.sectors, other.basis
                person.titled = True

    def _same_person(self, given: str, surname: str) -> Entry | None:
        """The listed person with this given name and surname ("John F. Kerry", "Charles E. Grassley")."""
        for entry in self._actors.surnames.get(surname, ()):
            parts = [fold(part) for part in entry.name.split()]
            if parts[0] == given or (len(parts) > 2 and parts[-2] == given):
                return entry
        return None

    def _speaks(self, last: int) -> bool:
        """True where what follows a name shows that it is a person's: a verb of speech or an age."""
        words = self._words
        if last >= len(words):
            return False
        low = words.low[last]
        return low in SPEECH or (words.gap(last) == ", " and low.isdigit() and len(low) == 2)

    def _listed(self, entry: Entry) -> Person:
        role, when = entry.role(self._day)
        gender = _GENDERS.get(entry.kind, "")
        person = Person(entry.name, gender, role.country, role.sectors, entry.id, "actor list")
        person.listed = person.likely = True
        held = role.sectors[:1] and (role.sectors[0] in OFFICIAL or role.note.startswith(_STANDS))
        if when > 0 and held and not role.note.endswith(DIED):
            person.sectors, person.former = ("ELI", *role.sectors), True
            if self._day is not None and role.sectors != ("ELI",):
                person.since = (date.fromisoformat(self._day) - date.fromisoformat(_whole(role.end))).days
        note = role.note.replace("spokeswoman", "spokesman")
        bare = note.replace("prime minister", "").replace("vice president", "")
        person.offices.update(office for office in LIST_OFFICES if office in (bare if office in _RANKED else note))
        if "foreign minister" in note or "secretary of state" in note:
            person.offices.add("foreign minister")
        return person

    def _see_single(self, first: int) -> None:
        """A name of one word: of a person met before, of a well-known listed one, or told by a title."""
        words, low = self._words, self._words.low[first]
        courtesy = COURTESY.get(words.low[first - 1]) if first and words.joined(first) else None
        person = self._last_bearer(first, courtesy) if courtesy else self._titled_so(first)
        person = person or self._by_surname.get(low)
        if person is not None and courtesy and person.gender not in (courtesy, ""):  # "Mr. Obama" after Michelle Obama
            entry = self._famous(first, courtesy)
            person = self._listed(entry) if entry is not None else person
        if person is None:
            own = self._by_given.get(low)
            entry = (
                self._famous(first, courtesy or "") if own is None or own.listed or low in gendered_names() else None
            )
            if entry is not None:
                person = self._listed(entry)
            elif own is not None:
                person = own
            elif self._titles.office_before(first) or self._titles.set_off(first):
                person = Person(words.raw[first], seen=first)
                self._titles.long_before(first, person)
            else:
                return
            self._by_surname[low] = person
        if courtesy is not None:
            person.likely = True
            person.gender = person.gender or courtesy
        self._sightings.append(Sighting(first, first + 1, self._titles.before(first, person), person))

    def _famous(self, first: int, gender: str) -> Entry | None:
        """The listed bearer of a surname whom the article most likely means: of a country it is about, in office.

        One of that `gender`, where a form of address tells it.
        """
        named = self._actors.surnames.get(self._words.low[first], ())
        bearers = [entry for entry in named if not gender or _GENDERS.get(entry.kind, gender) == gender]
        bearers = [entry for entry in bearers if not entry.roles[-1].note.endswith(IN_FULL)]
        if not bearers:
            return None
        begin = self._titles.begin(first)
        told = {hit.name.country for hit in self._titles.owners.hits(begin, first)}
        only = len(bearers) == 1 and begin < first
        low = self._words.low[first]
        sole = len(bearers) == 1 and self._day is not None and len(low) >= _TELLING and low not in gendered_names()
        titles = frozenset(self._words.low[begin:first])
        best, best_score = None, 0.0
        for entry in bearers:
            role, when = entry.role(self._day)
            if told and role.country not in told:
                continue
            called = not titles.isdisjoint(_CALLED) and not titles.isdisjoint(role.note.removesuffix(DIED).split())
            if not called and self._long_dead(role):
                continue
            office = any(office in role.note for office in TOP_OFFICES)
            top = when == 0 and office
            weight = min(self._found.weight.get(role.country, 0.0), 6.0) + (20.0 if told else 0.0)
            known = (called and office) or (when == 0 and (only or top or (sole and _abroad(role.note))))
            if weight <= 0.0 and not known:
                continue
            score = weight + {0: 4.0, 1: 1.0, -1: 0.0}[when] + (3.0 if top else 0.0) + (_TITLED if called else 0.0)
            if score > best_score:
                best, best_score = entry, score
        return best

    def _long_dead(self, role: Role) -> bool:
        """True for who died a generation before: news names them in full or by the office, not by a surname alone."""
        year = int(self._day[:4]) if self._day is not None else _NOW
        return role.note.endswith(DIED) and int(role.end[:4]) < year - _GENERATION


def full_surnames(people: People, words: Words) -> frozenset[str]:
    """The surnames of those whose names stand in full, with an office or a given name that tells a gender."""
    full = [s for s in people.sightings if s.last - s.first > 1 and (s.person.titled or s.person.gender)]
    family_first = (words.low[s.first] for s in full if s.person.country in FAMILY_FIRST)
    return frozenset((*(words.low[s.last - 1] for s in full), *family_first))


def _headline(text: str) -> int:
    """Where the headline ends that a text begins with; -1 where its first line is none: long, or a sentence."""
    end = text.find("\n")
    line = text[: max(end, 0)].rstrip("\"'”’) ")
    return -1 if end > _HEADLINE or (line.endswith(".") and line[-3:-2] != ".") else end


def _abroad(note: str) -> bool:
    """True for the offices whose holders news of other countries names by the surname alone."""
    return "then foreign minister" in note or note in ("foreign minister", "secretary of state", "defense secretary")


def _whole(day: str) -> str:
    """An ISO day from one that may lack its day or month."""
    return day + "-12-28"[len(day) - 10 :] if len(day) < 10 else day
