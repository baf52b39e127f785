"""What is known of one article while its mentions are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.fixed import fixed
from dateline.records.span import Span
from dateline.resolve.countries import by_iso3
from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.english import (
    AMERICAN,
    BODIES,
    COUNTED,
    ELSEWHERE_THAN_US,
    NUMBERS,
    OF_ONE_STATE,
)
from dateline.resolve.who.names.bodies import Body, Naming, find_bodies
from dateline.resolve.who.names.scan import Found, Hit, belongs, expansions, scan, without_bearers
from dateline.resolve.who.people.census import find_people, full_surnames
from dateline.resolve.who.people.person import People, Person, Sighting
from dateline.resolve.who.scene.acting import acts_as, acts_in_office, forces_act, is_ousted
from dateline.resolve.who.scene.parties import Parties, Party
from dateline.resolve.who.scene.quotes import Quotes
from dateline.resolve.who.scene.setting import Ask, Setting
from dateline.resolve.who.weights import Weights
from dateline.resolve.who.words import Words
from dateline.vocabulary.pronouns import POSSESSIVES

EARLIER = "same name earlier in the article"
_ENVOYS = frozenset(("ambassador", "envoy", "counterpart"))
_HELD = frozenset(("detained", "held", "jailed", "imprisoned", "incarcerated"))
_REACH = 22
"""How many words behind a name tell whom its bearer met or where they were held."""
TITLE = "title in the article"
_GROUP_KINDS = frozenset(("group", "party", "ngo", "media", "company"))

_ONE = frozenset(("one", "an", "a", "another"))
_AFTER_ONE = frozenset(("who", "and", "was", "were", "is", "has", "had", "in", "from", "among", "with"))
"""Words behind one of a people, before which no noun is left out."""


@fixed()
class Scene:
    """An article's words, names, people and parties; only `parties` grows, and people learn their country.

    `ties` are the countries the article only ties others to ("Russian-backed"): its rebels are not theirs;
    `about` counts the listed names by sector.
    """

    words: Words
    actors: ActorList
    day: str | None
    found: Found
    people: People
    bodies: dict[int, Naming]
    setting: Setting
    quotes: Quotes
    acronyms: dict[str, Hit]
    parties: Parties
    ties: frozenset[str]
    weights: Weights
    about: dict[str, int]

    @classmethod
    def of(cls, words: Words, actors: ActorList, sentences: Sequence[int], day: str | None, weights: Weights) -> Scene:
        """The scene before the first mention: all names of the text are parties already."""
        found = scan(words, actors, day)
        bodies = find_bodies(words, found, actors)
        people = find_people(words, found, actors, day, bodies)
        named = without_bearers(found, full_surnames(people, words), words)
        if named is not found:
            found = named
            people = find_people(words, found, actors, day, bodies)
        setting = Setting(words, found, people, day, sentences, weights)
        ties = frozenset(hit.name.country for hit in found.hits if not belongs(words, hit))
        quotes, parties = Quotes(words.text, words), Parties(sentences)
        scene = cls(
            words,
            actors,
            day,
            found,
            people,
            bodies,
            setting,
            quotes,
            expansions(words, found),
            parties,
            ties,
            weights,
            {},
        )
        for sighting in people.sightings:
            parties.add(scene.person(scene.span(sighting.first, sighting.last), sighting.person, sighting))
        for naming in dict.fromkeys(bodies.values()):
            parties.add(scene.body(scene.span(naming.first, naming.last), naming.body))
        for hit in found.hits:
            if hit.first not in people.covering and hit.name.sort in ("entry", "country", "capital", "nationals"):
                parties.add(scene.listed(scene.span(hit.first, hit.last), hit, asked=False))
        for hit in found.hits:
            if hit.entry is not None:
                for sector in hit.entry.role(day)[0].sectors[:1]:
                    scene.about[sector] = scene.about.get(sector, 0) + 1
        return scene

    def span(self, first: int, last: int) -> Span:
        """The characters of the words from `first` to before `last`."""
        return Span(self.words.start[first], self.words.end[last - 1])

    def belongs(self, hit: Hit, since: int = 0) -> bool:
        """False where a name only tells a tie ("Iran-backed") in the phrase that begins at word `since`."""
        return belongs(self.words, hit, since)

    def country_of(self, hit: Hit) -> str:
        """The country of a listed name on the day of the article."""
        return hit.entry.role(self.day)[0].country if hit.entry is not None else hit.name.country

    def home(self, person: Person) -> str | None:
        """A person's country, guessed once from where the article first names them."""
        if person.country is None and person.seen >= 0:
            if person.offices & AMERICAN and self.setting.share("USA"):
                person.country = "USA"
            else:
                kind = "officer" if person.sectors[:1] in (("GOV",), ("LEG",), ("MIL",)) else "person"
                person.guessed = True
                never = self._received(person.seen) | self._held_in(person.seen) | self._not_of(person)
                person.country = self.setting.guess(
                    Ask(self.words.start[person.seen], kind, noun=person.noun, sectors=person.sectors, never=never)
                )
        return person.country

    def _not_of(self, person: Person) -> frozenset[str]:
        """The countries and bodies that a person is not of by the office: those without it, and a counterpart's own."""
        offices = {office.rsplit(" ", 1)[-1] for office in person.offices}
        never = BODIES if not offices.isdisjoint(OF_ONE_STATE) else frozenset()
        if not offices.isdisjoint(ELSEWHERE_THAN_US) or "cabinet secretary" in person.offices:
            never |= {"USA"}
        if "counterpart" in offices:
            met = (s.person.country for s in self.people.sightings if person.seen - _REACH < s.first < person.seen)
            never |= {country for country in met if country is not None}
        return never

    def _received(self, first: int) -> frozenset[str]:
        """The countries whose envoys are told of behind a name in its sentence: hardly those of who is named."""
        found = set()
        behind = first + 1
        for index in self._rest(first):
            hit = self.found.covering.get(index - 1)
            if self.words.low[index] in _ENVOYS and hit is not None and hit.name.sort == "adjective":
                found.add(hit.name.country)
            behind = index + 1
        if found or behind + 2 >= len(self.words) or self.words.low[behind] not in POSSESSIVES:
            return frozenset(found)
        hit = self.found.at.get(behind + 1)
        if hit is not None and hit.name.sort == "adjective" and self.words.low[hit.last] == "counterpart":
            found.add(hit.name.country)
        return frozenset(found)

    def _held_in(self, first: int) -> frozenset[str]:
        """The country in which a sentence tells that who is named is held abroad ("had been detained in Russia").

        Only where the article speaks of another country as much.
        """
        for index in self._rest(first):
            if self.words.low[index] != "in" or self.words.low[index - 1] not in _HELD:
                continue
            hit = self.found.at.get(index + 1) or self.found.at.get(index + 2)
            if hit is not None and hit.entry is None and self.setting.rivals(hit.name.country):
                return frozenset((hit.name.country,))
        return frozenset()

    def _rest(self, first: int) -> Iterator[int]:
        """The words behind word `first` in its sentence."""
        for index in range(first + 1, min(first + _REACH, len(self.words))):
            gap = self.words.gap(index)
            if "\n" in gap or gap[:1] in ("?", "!", ";") or (gap[:1] == "." and not self.words.joined(index)):
                return
            yield index

    def person(self, span: Span, person: Person, sighting: Sighting | None = None) -> Party:
        """The party of a named person; without a known office a civilian, weakly.

        Who left a listed office counts as ELI, or where the words around `sighting` tell of that time, by the office.
        """
        sectors = person.sectors
        if person.since >= 0 and sighting is not None and acts_in_office(self.words, sighting, self.weights):
            sectors = (*sectors[1:], "ELI")
        elif sectors[:1] == ("ELI",) and sighting is not None and is_ousted(self.words, sighting):
            sectors = (*(sectors[1:] or ("GOV",)), "ELI")
        united = person.country == "UNO" and not sectors  # whose people have no sector
        return Party(
            span,
            "person" if person.likely or person.gender else "name",
            self.home(person),
            sectors or (() if united else ("CVL",)),
            person.name,
            person.id,
            person.basis or EARLIER,
            gender=person.gender,
            weak=not united and (not person.sectors or (not person.titled and not person.listed)),
            offices=frozenset(person.offices),
        )

    def body(self, span: Span, body: Body) -> Party:
        """The party of a body that only the article names; its country is guessed once, from where it first stands."""
        if body.country is None:
            kind = "armed" if body.sectors[:1] == ("REB",) else "other"
            body.country = self.setting.guess(
                Ask(self.words.start[body.seen], kind, noun=body.noun, sectors=body.sectors, definite=True)
            )
        return Party(
            span, "group", body.country, body.sectors, body.name, basis=EARLIER, weak=body.noun == "group",
            noun=body.noun,
        )  # fmt: skip

    def listed(self, span: Span, hit: Hit, country: str | None = None, *, asked: bool = True) -> Party:
        """The party of a listed name; `country` is whose it is where the name itself does not say.

        Whether it acts by its forces is read only where it is `asked` for.
        """
        entry = hit.entry
        if entry is None:
            return self._state(span, hit, asked=asked)
        role, _ = entry.role(self.day)
        sectors = role.sectors
        if asked and sectors == ("GOV",) and forces_act(self.words, hit.first, hit.last):
            sectors = ("MIL", "GOV")
        if sectors[:1] == ("GOV",) and "PTY" in sectors:
            sectors = ("PTY", *(sector for sector in sectors if sector != "PTY"))
        sort = "group" if entry.kind in _GROUP_KINDS else "state"
        return Party(
            span, sort, country or role.country, sectors, entry.name, entry.id, "actor list", noun=entry.kind
        )  # fmt: skip

    def _state(self, span: Span, hit: Hit, *, asked: bool) -> Party:
        name = hit.name
        if name.sort == "adjective" and self._alone(hit):
            return Party(span, "person", name.country, ("CVL",), basis="country word")
        if name.sort == "nationals" and self._counted(hit.first):
            sectors: tuple[str, ...] = ("CVL",)
        elif not asked:
            sectors = ("GOV",)
        else:
            sectors = acts_as(self.words, hit.first, hit.last, name.sort, self.weights)
        basis = "capital as government" if name.sort == "capital" else "country word"
        return self.state(span, name.country, sectors, basis, plural=name.sort == "nationals")

    def state(self, span: Span, country: str, sectors: tuple[str, ...], basis: str, *, plural: bool = False) -> Party:
        """The party of a state under its own name."""
        place = by_iso3().get(country)
        name = place.name if place is not None else None
        return Party(span, "state", country, sectors, name, country, basis, plural=plural, weak=True)

    def _alone(self, hit: Hit) -> bool:
        """True for one of a people ("including one American", "an Italian, who …"), not before a noun or a name."""
        words, after = self.words, hit.last
        one = hit.first > 0 and words.low[hit.first - 1] in _ONE and words.gap(hit.first) == " "
        return one and (
            after >= len(words) or words.gap(after)[:1] in (",", ".", ";", ")", "\n") or words.low[after] in _AFTER_ONE
        )

    def _counted(self, first: int) -> bool:
        before = self.words.low[first - 1] if first else ""
        return before.isdigit() or before in NUMBERS or before in COUNTED
