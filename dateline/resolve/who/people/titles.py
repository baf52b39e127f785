"""What an article says of a person around the name: titles before it, appositions behind it."""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Head
from dateline.resolve.who.english import (
    APPOSITION_ENDS,
    COURTESY,
    FORMER,
    MINISTERS,
    OF_BODY,
    PORTFOLIOS,
    POSSESSIVE_GAPS,
    RELATIONS,
    TITLE_OF,
    TITLE_WORDS,
)
from dateline.resolve.who.names.phrases import last_of, noun_ending
from dateline.resolve.who.names.scan import PSEUDO, Found, Hit
from dateline.resolve.who.people.person import Person
from dateline.resolve.who.people.private_offices import body_sectors
from dateline.resolve.who.people.title_owners import BODIES, LINKS, RANKS, TitleOwners
from dateline.resolve.who.words import Words
from dateline.vocabulary.pronouns import POSSESSIVES

_BASIS = "title in the article"
_PEOPLE_NOUNS = frozenset(("office", "person", "group", "crowd", "force"))
_LONGEST = 9
_ANYWHERE = frozenset(("president", "chairman", "chairwoman", "chair", "director", "head", "secretary", "executive"))
"""Offices that states have, and associations and companies too."""
_HEADS = frozenset(("director", "head", "chief", "leader", "founder", "chairman", "chairwoman", "commander", "boss"))
"""Who heads any body: no news of the sectors of a person whom the list knows."""
_AT = frozenset(("of", "from", "with", "at"))
_GENDER = dict.fromkeys(("father", "son", "brother", "husband", "widower", "uncle", "nephew", "king", "prince"), "m")
_GENDER |= dict.fromkeys(("mother", "daughter", "sister", "wife", "widow", "aunt", "niece", "queen", "princess"), "f")
_LEADS = POSSESSIVES | {"a", "an", "the", "one", "another"}
_PLACING = frozenset(("of", "for", "at", "in", "with", "from"))


@fixed()
class Titles:
    """Reads titles and appositions into the people of one article; `day` (ISO) dates the roles of the actor list."""

    words: Words
    found: Found
    actors: ActorList
    day: str | None
    owners: TitleOwners

    def begin(self, first: int) -> int:
        """Where the words of a title before word `first` begin (`first` itself where there is none)."""
        words, index = self.words, first
        while index > 0 and first - index < _LONGEST:
            gap, previous = words.gap(index), index - 1
            if not self._linked(index) and not (gap == ", " and index == first and self._office_ends(previous)):
                break
            hit = self.found.covering.get(previous)
            if hit is not None and (hit.entry is None or hit.entry.kind not in PEOPLE):
                index = hit.first
            elif self.is_title(previous):
                index = previous
            else:
                break
        return index

    def is_title(self, index: int) -> bool:
        """True for words like "President", "Gen", "Foreign", "Mr" that stand before names but are none."""
        low = self.words.low[index]
        if low in COURTESY or low in TITLE_WORDS or low in FORMER:
            return True
        if low in ("of", "for"):
            return index > 0 and self.words.low[index - 1] in TITLE_OF
        if low in PORTFOLIOS or low == "and":
            return self._portfolio(index)
        return low in self.actors.heads or (low.endswith("s") and low[:-1] in self.actors.heads)

    def _portfolio(self, index: int) -> bool:
        """True for "Law" and "and" in "Law and Justice Minister": they lead on to the office."""
        words = self.words
        if index > 1 and words.low[index - 1] == "of" and words.low[index - 2] in TITLE_OF:
            return True
        if words.low[index] == "and" and not (index and self._of_office(index - 1)):
            return False
        for at in range(index + 1, min(index + 5, len(words))):
            if words.gap(at) != " " or not (words.capital(at) or words.low[at] == "and"):
                return False
            if words.low[at] in MINISTERS:
                return True
            if not (self._of_office(at) or words.low[at] == "and"):
                return False
        return False

    def _of_office(self, index: int) -> bool:
        low = self.words.low[index]
        return self.words.capital(index) and (low in PORTFOLIOS or low in TITLE_WORDS)

    def before(self, first: int, person: Person) -> int:
        """Read the title before the name at word `first` into `person`; where it begins."""
        begin = self.begin(first)
        if begin == first or self._of_the_one_before(begin, first):
            self._from(first, person)
            return first
        courtesy = COURTESY.get(self.words.low[first - 1])
        if courtesy is not None:
            person.gender = person.gender or courtesy
            if begin == first - 1:
                return begin
        start, noun = noun_ending(self.words, begin, first, self.actors)
        if noun is None:
            self._from(first, person)
            return first
        if noun.sort in _PEOPLE_NOUNS:
            noun = noun if person.listed else self._of_private(noun, begin, start, first)
            owners = self.owners.of_title(begin, first, noun)
            if noun.noun == "cabinet secretary":  # "Treasury" before it is not the American one
                owners = [hit for hit in owners if hit.name.country != "USA"]
            self._learn(person, noun, owners, begin, start)
        return begin

    def _of_the_one_before(self, begin: int, first: int) -> bool:
        """True where commas set off a title behind another name ("Ana Lind, Peru's president, Jon Rowe said")."""
        words = self.words
        return words.gap(first) == ", " and words.gap(begin) == ", " and begin > 0 and words.capital(begin - 1)

    def _from(self, first: int, person: Person, gap: str = " ") -> None:
        """Read a nationality before word `first` into a person of unknown country ("An Australian, ...")."""
        hit = next(iter(self.owners.nation(first, gap)), None)
        if hit is not None and person.country is None and not person.listed and hit.name.country not in PSEUDO:
            person.country, person.basis = hit.name.country, person.basis or _BASIS

    def office_before(self, first: int) -> bool:
        """True where a form of address or a capitalised office stands right before word `first`."""
        begin = self.begin(first)
        if begin == first:
            return False
        if self.words.low[first - 1] in COURTESY:
            return True
        _, noun = noun_ending(self.words, begin, first, self.actors)
        return noun is not None and noun.sort in ("office", "person") and self.words.capital(first - 1)

    def behind(self, last: int, person: Person) -> None:
        """Read ", Mali's foreign minister," after a name that ends before word `last` into `person`."""
        words = self.words
        if last < len(words) and words.gap(last) == " " and words.low[last] in _AT:
            self._at_body(last + 1, person)
            return
        if last < len(words) and words.gap(last) == ", " and words.low[last] in ("of", "from"):
            self._at_body(last + 1, person)
            return
        if last >= len(words) or words.gap(last) not in (", ", " (") or words.low[last] in APPOSITION_ENDS:
            return
        stop = last + 1
        while stop < len(words) and self._linked(stop) and words.low[stop] not in APPOSITION_ENDS:
            stop += 1
        start, noun = noun_ending(words, last, stop, self.actors)
        if noun is None and stop - last < _LONGEST:
            self._from(stop, person, words.gap(stop))
        alone = noun is not None and (noun.sort == "crowd" or noun.sectors[:1] == ("CRM",))
        one = alone and words.low[last] in ("a", "an")
        if noun is None or not (one or noun.sort in ("office", "person", "force")) or stop - last > _LONGEST:
            return
        owners = self.owners.hits(last, stop)
        if stop < len(words) and words.gap(stop) == " " and words.low[stop] in _PLACING:
            behind = self.owners.next_hit(stop + 1)
            owners = behind if not owners or (behind and behind[0].entry is not None) else owners
        self._learn(person, self._of_private(noun, last, start, stop), owners, last, start)

    def _of_private(self, noun: Head, begin: int, start: int, stop: int) -> Head:
        """The noun with the sector of the private body that the words around it tell ("president of X Association")."""
        sectors = body_sectors(self.words, self.found, self.actors, noun, begin, start, stop)
        return Head(noun.noun, sectors, noun.sort) if sectors and noun.sectors[0] not in sectors else noun

    def _at_body(self, first: int, person: Person) -> None:
        """Read "of Amnesty International" right behind a name into `person`."""
        for hit in self.owners.next_hit(first):
            if (
                hit.entry is None
                and person.country is None
                and not person.listed
                and self.words.low[first - 1] != "with"
            ):
                person.country, person.basis = hit.name.country, person.basis or _BASIS
            self._join(hit, person)

    def had_by(self, first: int, person: Person) -> None:
        """Read the outlet or body that has the person named at word `first` into them ("NPR's Anna Lind")."""
        hit = self.found.covering.get(first - 1)
        if hit is not None and self.words.gap(first) in POSSESSIVE_GAPS:
            self._join(hit, person)

    def _join(self, hit: Hit, person: Person) -> None:
        """Take in that a person belongs to a listed body or outlet."""
        if hit.entry is not None and hit.entry.kind in BODIES and not person.listed:
            role, _ = hit.entry.role(self.day)
            person.country, person.sectors, person.basis = role.country, role.sectors, _BASIS
            person.titled = person.likely = True

    def long_before(self, first: int, person: Person) -> None:
        """Read "the British ambassador to Moscow," or "two soldiers," before a name into `person`."""
        words, start = self.words, first - 1
        if first == 0 or words.gap(first) != ", ":
            return
        while start > max(0, first - 10) and self._linked(start):
            start -= 1
        if words.low[start] in ("a", "an", "the"):
            self._from(first, person, ", ")
        for index in range(start, first):
            begin, noun = noun_ending(words, start, index + 1, self.actors)
            ends = index + 1 == first or words.low[index + 1] in _PLACING or words.low[index + 1] == "to"
            if noun is None or noun.sort not in ("office", "person", "force") or not ends:
                continue
            person.plural = words.low[index] != last_of(noun)
            owners = self.owners.hits(start, begin)
            if not owners and index + 1 < first and words.low[index + 1] in ("of", "in"):
                owners = self.owners.hits(index + 1, first)
            self._learn(person, self._of_private(noun, start, begin, index + 1), owners, start, begin)
            return

    def set_off(self, first: int) -> bool:
        """True where a description and commas set off the name of one word at `first` ("a witness, Shazia, said")."""
        words = self.words
        if first < 2 or words.gap(first) != ", " or words.gap(first + 1)[:1] != ",":
            return False
        start, noun = noun_ending(words, max(0, first - 4), first, self.actors)
        if noun is None or words.low[first - 1] != last_of(noun) or noun.sort not in ("office", "person", "crowd"):
            return False
        return start > 0 and (words.low[start - 1] in _LEADS or words.owns(start - 1))

    def _linked(self, index: int) -> bool:
        """True where word `index` may go on a title; a period counts only behind a shortened word."""
        return self.words.gap(index) in LINKS and (self.words.gap(index) != ". " or self.words.joined(index))

    def _office_ends(self, index: int) -> bool:
        _, noun = noun_ending(self.words, max(0, index - 3), index + 1, self.actors)
        return noun is not None and noun.sort in ("office", "person")

    def _learn(self, person: Person, noun: Head, owners: list[Hit], begin: int, start: int) -> None:
        """Take in that `person` is a `noun` of `owners`, told by the words from `begin`; the noun begins at `start`."""
        person.offices.add(noun.noun)
        person.noun = person.noun or noun.noun
        person.likely = True
        person.gender = person.gender or _GENDER.get(last_of(noun), "")
        related = noun.noun in RELATIONS and any(h.entry is not None and h.entry.kind in PEOPLE for h in owners)
        before = self.words.low[begin:start]
        country, sectors = self.owners.told_by(owners, noun, before)
        if person.titled and person.country is None and not person.listed and not related:
            person.country = country
        if person.titled or related:
            if sectors[:1] == ("COP",) and person.noun in RANKS and not person.listed:
                person.sectors = sectors
            return
        if not owners and last_of(noun) in OF_BODY | _ANYWHERE:
            country, sectors = self.owners.of_unlisted(begin, start) or (country, sectors)
        former = any(word in FORMER for word in before)
        if person.listed and (former or not _elsewhere(person, country)):
            person.titled = not former
            if self.day is None and not former and noun.sort == "office":
                _put_in_office(person, noun, country)
            adds = noun.sectors[0] not in person.sectors and not (noun.noun in _HEADS and person.sectors)
            if not former and noun.sort == "office" and adds:
                person.sectors = (*person.sectors, *(s for s in sectors if s not in person.sectors))
            return
        if person.listed:
            person.id, person.listed = None, False
        person.former = former
        person.country = country or person.country
        person.sectors, person.basis, person.titled = (("ELI", *sectors) if former else sectors), _BASIS, True


def _put_in_office(person: Person, noun: Head, country: str | None) -> None:
    """Give a former official whom a text of unknown day calls by the office the sectors of it: then still in it."""
    if person.sectors[:1] != ("ELI",) or noun.sectors[:1] not in (("GOV",), ("LEG",), ("MIL",)):
        return
    if country in PSEUDO:
        person.country, person.sectors = country, () if country == "UNO" else noun.sectors
        return
    others = (sector for sector in person.sectors if sector != "ELI" and sector not in noun.sectors)
    person.sectors = (*noun.sectors, *others)


def _elsewhere(person: Person, country: str | None) -> bool:
    """True where an article gives a listed name another country than the list: it is somebody else."""
    return country is not None and country not in PSEUDO and country != person.country
