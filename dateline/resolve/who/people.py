"""People of an article: their full names, titles, countries and offices, wherever the article tells them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from dateline.resolve.who.actor_list import PARTICLES, PEOPLE, ActorList, Entry, Head
from dateline.resolve.who.english import COURTESY, FORMER, SPEECH
from dateline.resolve.who.phrases import noun_ending
from dateline.resolve.who.scan import PSEUDO, Found, Hit
from dateline.resolve.who.words import Words, fold

COURTESY = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "lord": "m", "sir": "m", "dame": "f", "dr": ""}
_NOT_NAMES = frozenset(
    "the a an this that these those he she it they we you i his her him them me us hers its their our my your there here in on at by for "
    "from with of to as but and or if when while after before since because although though what who why how where "
    "no not yes so now then also even still just only most more some many all both each every other another such "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december new north south east west northern southern eastern western central great "
    "is are was were be been has have had do does did will would can could should may might must one two three first "
    "last next many several earlier later meanwhile however despite during under over about according twitter "
    "facebook islam islamic christian muslim jewish arab shiite sunni kurdish god read more photo video image file "
    "please click subscribe copyright reuters ap gmt am pm us war day ii iii world embassy ministry department "
    "consulate university hospital airport street square party state states city province district county".split()
)
_RELATIONS = frozenset(
    (
        "wife husband son daughter brother sister father mother widow cousin nephew niece lawyer "
        "spokesman spokeswoman spokesperson aide adviser advisor ally rival critic opponent "
        "supporter predecessor successor deputy"
    ).split()
)


@dataclass(slots=True)
class Person:
    """One person of the article, filled as the article is read."""

    name: str
    gender: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    basis: str = ""
    offices: set[str] = field(default_factory=set)
    former: bool = False
    titled: bool = False
    listed: bool = False
    likely: bool = False
    seen: int = -1
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person's name at the words from `first` to before `last`; `title` is where a title before it begins."""

    first: int
    last: int
    title: int
    person: Person


@dataclass(frozen=True, slots=True)
class People:
    """All sightings in order of the text, by word, and the persons by folded surname and full name."""

    sightings: tuple[Sighting, ...]
    covering: dict[int, Sighting]


@cache
def given_names() -> dict[str, str]:
    """Given names that tell a gender: "f" or "m" by folded name; not to be changed."""
    text = (files("dateline.resolve") / "data" / "given_names.csv").read_text(encoding="utf-8")
    return {row[0]: row[1] for row in csv.reader(text.splitlines()[1:])}


def find_people(words: Words, found: Found, actors: ActorList, day: str | None) -> People:
    """Everyone the article names, with what titles, appositions and the actor list tell; `day` dates the roles."""
    return _Census(words, found, actors, day).take()


class _Census:
    """One walk over an article that collects its people; lives for one call of `find_people`."""

    def __init__(self, words: Words, found: Found, actors: ActorList, day: str | None) -> None:
        self.words, self.found, self.actors, self.day = words, found, actors, day
        self.by_name: dict[str, Person] = {}
        self.by_surname: dict[str, Person] = {}
        self.sightings: list[Sighting] = []

    def take(self) -> People:
        runs = list(self._runs())
        headline = self.words.text.find("\n")
        early = [run for run in runs if self.words.start[run[0]] < headline and run[2] is None]
        runs = [run for run in runs if self.words.start[run[0]] >= headline or run[2] is not None]
        for number, (first, last, entry) in enumerate(runs):
            if last - first == 2 and entry is None and self.words.low[first] in PARTICLES:
                runs[number] = (first + 1, last, None)
            elif last - first > 1 or entry is not None:
                self._see_full(first, last, entry)
        runs += self._split(early)
        for first, last, entry in runs:
            if last - first == 1 and entry is None:
                self._see_single(first, last)
        self.sightings.sort(key=lambda sighting: sighting.first)
        covering = {i: sighting for sighting in self.sightings for i in range(sighting.first, sighting.last)}
        return People(tuple(self.sightings), covering)

    def _runs(self) -> Iterator[tuple[int, int, Entry | None]]:
        """Stretches of capitalised words that may be personal names, and names of listed people."""
        words, found = self.words, self.found
        index, total = 0, len(words)
        while index < total:
            hit = found.at.get(index)
            if hit is not None:
                entry = hit.entry
                if entry is not None and entry.kind in PEOPLE:
                    yield hit.first, hit.last, entry
                index = hit.last
                continue
            if not self._name_word(index) or self._is_title(index):
                index += 1
                continue
            last = index + 1
            while last < total and self._goes_on(last):
                last += 1
            while last - index > 1 and words.low[last - 1] in PARTICLES and not words.capital(last - 1):
                last -= 1
            yield index, last, None
            index = last

    def _split(self, runs: list[tuple[int, int, Entry | None]]) -> list[tuple[int, int, Entry | None]]:
        """Runs of a headline, where every word may have a capital: full names that the body knows, else single words."""
        parts: list[tuple[int, int, Entry | None]] = []
        for first, last, _ in runs:
            if last - first > 1 and (key := " ".join(self.words.low[first:last])) in self.by_name:
                self.sightings.append(Sighting(first, last, self._title(first, self.by_name[key]), self.by_name[key]))
            else:
                parts += [(index, index + 1, None) for index in range(first, last)]
        return parts

    def _name_word(self, index: int) -> bool:
        words = self.words
        return words.capital(index) and words.low[index] not in _NOT_NAMES and not words.raw[index][-1:].isdigit()

    def _goes_on(self, index: int) -> bool:
        words = self.words
        if not words.joined(index) or words.owns(index - 1):
            return False
        hit = self.found.covering.get(index)
        if (
            hit is not None
            and hit.name.sort != "place"
            and not (hit.last - hit.first == 1 and hit.entry is None and hit.name.sort == "country")
        ):
            return False
        if hit is not None and words.low[index] in ("us", "u s"):
            return False
        if words.capital(index):
            return words.low[index] not in _NOT_NAMES
        return (
            words.low[index] in PARTICLES
            and index + 1 < len(words)
            and words.joined(index + 1)
            and words.capital(index + 1)
        )

    def _is_title(self, index: int) -> bool:
        """True for words like "President", "Gen", "Foreign", "Mr" that stand before names but are none."""
        low = self.words.low[index]
        if low in COURTESY or low in _TITLE_WORDS:
            return True
        head = self.actors.heads.get(low)
        return head is not None and head.sort in (
            "office",
            "state",
            "person",
            "group",
            "force",
            "crowd",
            "thing",
            "country",
        )

    def _see_full(self, first: int, last: int, entry: Entry | None) -> None:
        words = self.words
        key = " ".join(words.low[first:last])
        person = self.by_name.get(key)
        surname = words.low[last - 1]
        if person is None:
            entry = entry or self._same_person(words.low[first], surname)
            person = self._listed(entry) if entry is not None else None
            if person is None:
                other = self.by_surname.get(surname)
                if other is not None and not other.listed and other.name.split()[0] == words.raw[first]:
                    person = other
            if person is None:
                person = Person(words.slice(first, last), seen=first)
                person.likely = self._speaks(last)
                person.gender = next((g for w in words.low[first : last - 1] if (g := given_names().get(w, ""))), "")
            self.by_name[key] = person
            for part in self._surnames(person, entry, surname, words.low[first]):
                self.by_surname.setdefault(part, person)
        title = self._title(first, person)
        if not person.titled:
            self._apposition(last, person)
        if not person.titled and not person.listed:
            self._long_title(first, person)
        self.sightings.append(Sighting(first, last, title, person))

    def _long_title(self, first: int, person: Person) -> None:
        """Read "the British ambassador to Moscow," or "two soldiers," before a name, or the title of the name before."""
        words = self.words
        if first and words.low[first - 1] == "and" and self.sightings and self.sightings[-1].last == first - 1:
            other = self.sightings[-1].person
            if other.titled and other.plural:
                person.country, person.sectors, person.titled, person.basis = (
                    other.country,
                    other.sectors,
                    True,
                    other.basis,
                )
            return
        if words.gap(first) != ", ":
            return
        start = first - 1
        while start > max(0, first - 10) and words.gap(start) in (" ", "-", "'s ", "’s "):
            start -= 1
        for index in range(start, first):
            begin, noun = noun_ending(words, start, index + 1, self.actors)
            if noun is None or noun.sort not in ("office", "person", "force"):
                continue
            if index + 1 < first and words.low[index + 1] not in ("of", "to", "for", "in", "at", "with", "from"):
                continue
            person.plural = words.low[index] != noun.noun.rsplit(" ", 1)[-1]
            owner = self._hits_between(start, begin)
            if not owner and index + 1 < first and words.low[index + 1] in ("of", "in"):
                owner = self._hits_between(index + 1, first)
            self._learn(person, noun, owner, False, words.low[start:begin], "title in the article")
            return

    def _same_person(self, given: str, surname: str) -> Entry | None:
        """The listed person with this given name and surname ("John F. Kerry", "Charles E. Grassley")."""
        for entry in self.actors.surnames.get(surname, ()):
            if fold(entry.name.split()[0]) == given:
                return entry
        return None

    def _speaks(self, last: int) -> bool:
        """True where what follows a name shows that it is a person's: a verb of speech or an age."""
        words = self.words
        if last >= len(words):
            return False
        return words.low[last] in SPEECH or (
            words.gap(last) == ", " and words.low[last].isdigit() and len(words.low[last]) == 2
        )

    def _surnames(self, person: Person, entry: Entry | None, last: str, first: str) -> Iterator[str]:
        yield last
        if entry is not None:
            for surname, bearers in ((first, self.actors.surnames.get(first, ())),):
                if entry in bearers:
                    yield surname

    def _listed(self, entry: Entry) -> Person:
        role, when = entry.role(self.day)
        gender = {"man": "m", "woman": "f"}.get(entry.kind, "")
        person = Person(
            entry.name, gender, role.country, role.sectors, entry.id, "actor list", listed=True, likely=True
        )
        if when > 0 and role.sectors and role.sectors[0] in ("GOV", "LEG", "MIL", "COP", "SPY", "JUD"):
            person.sectors, person.former = ("ELI", *role.sectors), True
        for noun in (
            "president",
            "prime minister",
            "minister",
            "leader",
            "spokesman",
            "secretary",
            "senator",
            "governor",
        ):
            if noun in role.note or (noun == "spokesman" and "spokes" in role.note):
                person.offices.add(noun)
        if "foreign minister" in role.note or "secretary of state" in role.note:
            person.offices.add("foreign minister")
        return person

    def _see_single(self, first: int, last: int) -> None:
        words = self.words
        low = words.low[first]
        person = self.by_surname.get(low)
        courtesy = first > 0 and words.low[first - 1] in COURTESY and words.joined(first)
        if person is None:
            opens = first == 0 or words.gap(first).strip() not in ("", ",", ";", "“", '"', "‘", "'", "(", "-", "–", "—")
            begin = self._title_begin(first)
            entry = self._famous(low, begin, first)
            if entry is not None and (courtesy or begin < first or not opens or low in self.actors.surnames):
                person = self._listed(entry)
            elif begin < first and self._titled_by_office(begin, first):
                person = Person(words.raw[first], seen=first)
            else:
                return
            self.by_surname[low] = person
        person.likely = person.likely or courtesy
        if courtesy and not person.gender:
            person.gender = COURTESY[words.low[first - 1]]
        title = self._title(first, person)
        self.sightings.append(Sighting(first, last, title, person))

    def _titled_by_office(self, begin: int, first: int) -> bool:
        if self.words.low[first - 1] in COURTESY:
            return True
        _, noun = noun_ending(self.words, begin, first, self.actors)
        return noun is not None and noun.sort in ("office", "person") and self.words.capital(first - 1)

    def _famous(self, low: str, begin: int, first: int) -> Entry | None:
        """The listed bearer of a surname whom the article most likely means: of a country it is about, in office."""
        best, best_score = None, 0.0
        title_countries = {h.name.country for h in self._hits_between(begin, first)}
        bearers = self.actors.surnames.get(low, ())
        for entry in bearers:
            role, when = entry.role(self.day)
            score = min(self.found.weight.get(role.country, 0.0), 6.0)
            if role.country in title_countries:
                score += 20.0
            elif title_countries:
                continue
            only = len(bearers) == 1 and begin < first
            if score <= 0.0 and not (when == 0 and (only or _household(role.note))):
                continue
            score += {0: 4.0, 1: 1.0, -1: 0.0}[when] + (3.0 if when == 0 and _household(role.note) else 0.0)
            if score > best_score:
                best, best_score = entry, score
        return best

    def _hits_between(self, begin: int, stop: int) -> list[Hit]:
        return [hit for i in range(begin, stop) if (hit := self.found.at.get(i)) is not None and hit.last <= stop]

    def _title_begin(self, first: int) -> int:
        """Where the words of a title before word `first` begin (`first` itself where there is none)."""
        words, index = self.words, first
        while index > 0 and first - index < 9:
            previous = index - 1
            gap = words.gap(index)
            linked = gap in (" ", "-", "’s ", "'s ", ". ", "’ ", "' ", "/") or (
                gap == ", " and index == first and self._head_at(previous)
            )
            if not linked:
                break
            hit = self.found.covering.get(previous)
            if hit is not None and (hit.entry is None or hit.entry.kind not in PEOPLE):
                index = hit.first
                continue
            if not self._title_word(previous):
                break
            index = previous
        return index

    def _head_at(self, index: int) -> bool:
        _, noun = noun_ending(self.words, max(0, index - 3), index + 1, self.actors)
        return noun is not None and noun.sort in ("office", "person")

    def _title_word(self, index: int) -> bool:
        low = self.words.low[index]
        if low in COURTESY or low in _TITLE_WORDS or low in FORMER:
            return True
        if low in ("of", "for") and index > 0:
            return self.words.low[index - 1] in (
                "minister",
                "secretary",
                "ministry",
                "department",
                "speaker",
                "president",
                "chief",
                "head",
            )
        head = self.actors.heads.get(low)
        if head is None and low.endswith("s"):
            head = self.actors.heads.get(low[:-1])
        return head is not None

    def _title(self, first: int, person: Person) -> int:
        """Read the title before a name into `person` and return where it begins."""
        begin = self._title_begin(first)
        if begin == first:
            return first
        words = self.words
        if words.low[first - 1] in COURTESY:
            person.gender = person.gender or COURTESY[words.low[first - 1]]
            if begin == first - 1:
                return begin
        start, noun = noun_ending(words, begin, first, self.actors)
        if noun is None or noun.sort not in ("office", "person", "group", "crowd", "force"):
            return begin if noun is not None else first
        owner = [hit for hit in self._hits_between(begin, first)]
        former = any(words.low[i] in FORMER for i in range(begin, start)) or words.low[begin] == "ex"
        self._learn(person, noun, owner, former, words.low[begin:start], "title in the article")
        return begin

    def _learn(
        self, person: Person, noun: Head, owner: list[Hit], former: bool, before: tuple[str, ...], basis: str
    ) -> None:
        relation = noun.noun in _RELATIONS and any(h.entry is not None and h.entry.kind in PEOPLE for h in owner)
        person.offices.add(noun.noun)
        person.likely = True
        if person.titled or relation:
            return
        sectors = noun.sectors
        country = None
        for hit in owner:
            entry = hit.entry
            if entry is not None:
                role, _ = entry.role(self.day)
                country = role.country
                if role.sectors and noun.noun.rsplit(" ", 1)[-1] in _OF_BODY:
                    sectors = role.sectors
            elif hit.name.sort != "place" or country is None:
                country = hit.name.country
        general = {
            "military": ("MIL",),
            "army": ("MIL",),
            "police": ("COP",),
            "intelligence": ("SPY",),
            "opposition": ("OPP",),
            "rebel": ("REB",),
            "separatist": ("REB",),
            "party": ("PTY",),
            "defense": ("GOV", "MIL"),
            "defence": ("GOV", "MIL"),
        }
        for word in before:
            if word in general and noun.noun.rsplit(" ", 1)[-1] in _OF_BODY:
                sectors = general[word]
        if former and not (person.listed and not person.former):
            sectors = ("ELI", *sectors)
            person.former = True
        if person.listed and former:
            return
        if person.listed and not (country and country not in PSEUDO and country != person.country):
            person.titled = True
            if noun.sectors[0] not in person.sectors and noun.sort == "office":
                person.sectors = (*sectors, *(s for s in person.sectors if s not in sectors and s != "ELI"))
            return
        if person.listed and country and country not in PSEUDO and country != person.country and not former:
            person.id, person.listed, person.name = None, False, person.name
        person.country = country or person.country
        person.sectors, person.basis, person.titled = sectors, basis, True

    def _apposition(self, last: int, person: Person) -> None:
        """Read ", Mali's foreign minister," after a name into `person`."""
        words = self.words
        if words.gap(last) not in (", ", " (") or last >= len(words):
            return
        stop = last
        while (
            stop < len(words)
            and stop - last < 10
            and (stop == last or words.gap(stop) in (" ", "-", "'s ", "’s ", "' ", "’ ", ". "))
        ):
            if words.low[stop] in (
                "of",
                "for",
                "at",
                "in",
                "who",
                "with",
                "from",
                "and",
                "to",
                "said",
                "told",
                "has",
                "was",
                "is",
            ):
                break
            stop += 1
        if stop == last or words.low[last] in ("who", "said", "and", "but", "whose", "which"):
            return
        start, noun = noun_ending(words, last, stop, self.actors)
        if noun is None or noun.sort not in ("office", "person", "force") or stop - last > 9:
            return
        owner = self._hits_between(last, stop)
        if (
            not owner
            and stop < len(words)
            and words.gap(stop) == " "
            and words.low[stop] in ("of", "for", "at", "in", "with", "from")
        ):
            after = stop + 1
            while after < len(words) and after - stop < 4 and words.gap(after) == " ":
                hit = self.found.at.get(after)
                if hit is not None:
                    owner.append(hit)
                    break
                after += 1
        former = any(words.low[i] in FORMER for i in range(last, start))
        self._learn(person, noun, owner, former, words.low[last:start], "title in the article")


_OF_BODY = frozenset(
    "leader leaders commander spokesman spokeswoman spokesperson official chief head member fighter militant official's "
    "founder director deputy adviser advisor general officer secretary representative candidate politician activist "
    "lawmaker senator minister negotiator operative boss".split()
)
"""Nouns that take the sector of the body before them ("Hamas leader")."""

_TITLE_WORDS = frozenset(
    "foreign prime vice deputy interior defense defence finance health education justice economy energy oil trade "
    "home treasury state senior top chief assistant acting interim caretaker first second press national security "
    "military army police opposition rebel separatist party supreme lt gen col maj sgt capt adm brig sen rep gov "
    "sheikh sheik ayatollah imam grand mullah maulana pope cardinal archbishop bishop father rev reverend king queen "
    "prince princess crown sultan emir dr prof sir dame lord lady saint presidential special republican democratic "
    "house senate majority minority city provincial district regional local environment agriculture communications "
    "information industry labor labour transport immigration homeland parliamentary parliament congressional federal "
    "executive political human rights chairman chairwoman spokes elect pro former late then general under mission "
    "union conservative liberal socialist communist left right far wing anti war star team de facto longtime veteran "
    "populist outgoing incoming newly elected embattled exiled jailed imprisoned ousted controversial radical "
    "influential prominent leading billionaire pres r d".split()
)


def _household(note: str) -> bool:
    """True for offices whose holder is named without saying of which country ("Putin")."""
    return any(
        office in note
        for office in ("president", "prime minister", "chancellor", "supreme leader", "pope", "junta leader")
    )
