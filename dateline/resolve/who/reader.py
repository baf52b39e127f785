"""One article read from its first mention to its last, each mention understood with what came before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.fixed import replace
from dateline.records.annotation import Said
from dateline.records.span import Span
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Head
from dateline.resolve.who.again.counterpart import counterpart
from dateline.resolve.who.descriptions import described
from dateline.resolve.who.documents import document
from dateline.resolve.who.english import DETACHED, PAPERS, PRONOUNS, ROUGHLY, THE_GROUP
from dateline.resolve.who.guessing.bystanders import watch
from dateline.resolve.who.guessing.guess import guess
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending, read
from dateline.resolve.who.names.scan import Hit
from dateline.resolve.who.owners.of_country import left_owner, owner_country
from dateline.resolve.who.owners.of_region import of_region
from dateline.resolve.who.people.person import Sighting
from dateline.resolve.who.pronouns.binding import object_of, same
from dateline.resolve.who.pronouns.pairs import both_before
from dateline.resolve.who.pronouns.pronoun import pronoun
from dateline.resolve.who.pronouns.referents import referent
from dateline.resolve.who.pronouns.speakers import Speakers
from dateline.resolve.who.pronouns.tellers import teller
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.who.several.enumerated import together
from dateline.resolve.who.several.joint import joint
from dateline.resolve.who.several.the_states import the_states, theirs
from dateline.resolve.who.weights import Weights
from dateline.resolve.who.words import Words
from dateline.resolve.word_lists import word_set

_NO_PEOPLE = frozenset(("state", "force", "group", "thing", "alliance", "crowd"))
"""Sorts of nouns that end the name of a body ("Royal Air Force"), not of a person."""


_KIND = 2
"""How many words may stand between the name of a body and the noun for what it is ("the SNAI prison agency")."""
_CALLED = word_set(
    "service agency gang cartel union federation association alliance coalition network company bank airline newspaper "
    "brotherhood broadcaster channel charity watchdog"
)
"""Nouns besides those for any group that say what a named body is, and never a part of it."""
_OF_THE = ("of", "the")
_HARMED = tuple((word,) for word in ("killed", "dead", "wounded", "injured", "victims", "casualties", "deceased"))
_COUNTED = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands several "
    "others more"
)
_MANY = frozenset(("crowd", "force", "person", "group"))
_CUT = 4
"""How many words may follow a number that was cut from what is counted."""
_COUNTABLE = frozenset(("crowd", "person", "force", "office", "thing", "group"))
_SHIPS = {"USS": "USA", "USNS": "USA", "USCGC": "USA", "HMS": "GBR", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL"}
"""What stands before the names of warships, with their states."""
_BRACKETED = 6
"""How many words in brackets may tell whom a pronoun means."""


class Reader:
    """Reads one article; `party` must be asked in order of the text."""

    def __init__(
        self,
        words: Words,
        actors: ActorList,
        sentences: Sequence[int],
        day: str | None,
        weights: Weights,
        said: Sequence[Said] = (),
    ) -> None:
        self.scene = Scene.of(words, actors, sentences, day, weights)
        self._speakers = Speakers(self.scene, said, sentences)

    def party(self, span: Span) -> Party:
        """The party that the mention at `span` stands for."""
        inside = self.scene.words.within(span.start, span.end)
        party = self._read(span, self._whole(inside)) if len(inside) else Party(span, "thing")
        self.scene.parties.add(party)
        self._speakers.met(span, party)
        return party

    def _read(self, span: Span, inside: range) -> Party:
        """Who a mention is: whom a pronoun means, else by its names, else by its noun, else just people."""
        scene, words = self.scene, self.scene.words
        if self._is_pronoun(inside.start):
            meant = self._told_beside(inside)
            if meant is not None:
                return self._read(scene.span(meant.start, meant.stop), meant).said_by(span, "pronoun")
            if len(inside) == 1:
                return self._pronoun(span, inside.start)
        pair = self._ship(span, inside) or self._and_others(span, inside) or together(scene, span, inside)
        if pair is not None:
            return pair
        phrase = read(words, inside, scene.found, scene.actors)
        named = self._by_name(span, inside, phrase)
        if named is not None:
            return named
        if words.low[phrase.last - 1] in ("counterpart", "counterparts"):
            return counterpart(scene, span, phrase)
        if phrase.noun is not None:
            return self._by_noun(span, inside, phrase, phrase.noun)
        told = self._by_number(span, inside) or self._by_age(span, inside, phrase)
        return told or self._unknown(span, phrase)

    def _pronoun(self, span: Span, index: int) -> Party:
        """The party of a pronoun by itself: both who were joined before, who goes on speaking, or who fits."""
        both = both_before(self.scene, span) if self.scene.words.low[index] == "both" else None
        speaker = both or self._speakers.going_on(span, index)
        return speaker or pronoun(self.scene, span, index, whole=True)

    def _by_name(self, span: Span, inside: range, phrase: Phrase) -> Party | None:
        """The party that the names of a phrase tell: a body of the article, a person, or a listed name."""
        scene = self.scene
        naming = scene.bodies.get(phrase.last - 1)
        if naming is not None and phrase.name is None and naming.last >= inside.start:
            return scene.body(span, naming.body)
        sighting = self._person_at_head(inside, phrase)
        if sighting is not None:
            return self._named(span, sighting, phrase)
        if phrase.name is not None and not _names_person(phrase.name):
            return scene.listed(span, phrase.name, self._whose(phrase, phrase.name))
        return None

    def _by_noun(self, span: Span, inside: range, phrase: Phrase, noun: Head) -> Party:
        """The party of a phrase under a known noun, the more special readings first."""
        scene = self.scene
        beside = self._named_behind(span, inside, phrase, noun)
        if beside is not None:
            return beside
        special = (
            joint(scene, span, phrase, noun)
            or the_states(scene, span, phrase, noun)
            or theirs(scene, span, phrase, noun)
            or self._called(span, phrase, noun)
            or watch(scene, span, phrase, noun)
            or document(scene, span, phrase, noun)
        )
        party = special or described(scene, span, phrase, noun)
        return self._speakers.again(span, party) or party

    def _whole(self, inside: range) -> range:
        """The words of a mention, with those its number was cut from behind it ("100" of "100 Peruvian soldiers").

        Without the tie to what is not of it ("Peru-brokered" of "Peru-brokered talks").
        """
        words, end = self.scene.words, inside.stop - 1
        named = self.scene.found.covering.get(end - 1) if len(inside) > 1 else None
        if named is not None and named.last == end and words.gap(end) == "-" and words.low[end] in DETACHED:
            return range(inside.start, end)
        low = [words.low[at] for at in inside if words.low[at] not in ROUGHLY]
        if len(low) != 1 or not (low[0][0].isdigit() or low[0] in _COUNTED or low[0] in ("those", "these")):
            return inside
        for stop in range(inside.stop + 1, min(inside.stop + _CUT, len(words) + 1)):
            if words.gap(stop - 1) != " ":
                return inside
            noun = noun_ending(words, inside.stop, stop, self.scene.actors)[1]
            plural = words.low[stop - 1].endswith("s") and not words.capital(stop - 1)
            if plural and (stop - 1 > inside.stop or (noun is not None and noun.sort in _COUNTABLE)):
                return range(inside.start, stop)
            if stop - 1 not in self.scene.found.covering:
                return inside
        return inside

    def _ship(self, span: Span, inside: range) -> Party | None:
        """A warship by what stands before its name ("USS Lind", "the destroyer HMS Lind")."""
        words = self.scene.words
        at = next((i for i in range(inside.start, inside.stop - 1) if words.raw[i] in _SHIPS), None)
        if at is None or not words.capital(at + 1):
            return None
        return Party(span, "thing", _SHIPS[words.raw[at]], ("MIL",), words.slice(at, inside.stop), basis="country word")

    def _and_others(self, span: Span, inside: range) -> Party | None:
        """Those of "the president and others": of his kind and country, beside a state ("Peru and others") of none."""
        words, first = self.scene.words, inside.start
        if words.low[first : inside.stop] != ("others",) or first < 2 or words.low[first - 1] != "and":
            return None
        if words.gap(first - 1) != " ":
            return None
        end = words.end[first - 2]
        one = next((party for _, party in self.scene.parties.before(span.start, 0) if party.span.end == end), None)
        if one is None or one.sort not in ("state", "person", "office"):
            return None
        country = None if one.sort == "state" and one.id == one.country else one.country
        return replace(one, span=span, country=country, name=None, id=None, basis=EARLIER, plural=True, sort="crowd")

    def _told_beside(self, inside: range) -> range | None:
        """The words beside a pronoun that tell whom it means."""
        return self._in_brackets(inside) or (teller(self.scene, inside.start) if len(inside) == 1 else None)

    def _in_brackets(self, inside: range) -> range | None:
        """The words in brackets right behind a pronoun that tell whom it means ("he (Odera)", "they [the rebels]")."""
        words, first = self.scene.words, inside.start + 1
        if first >= len(words) or words.gap(first) not in (" (", " ["):
            return None
        stop = first + 1
        while stop < len(words) and words.gap(stop)[:1] not in (")", "]") and stop - first < _BRACKETED:
            stop += 1
        closed = stop < len(words) and words.gap(stop)[:1] in (")", "]") and (len(inside) == 1 or stop == inside.stop)
        named = any(stop - 1 in names for names in (self.scene.people.covering, self.scene.found.covering))
        told = named or noun_ending(words, first, stop, self.scene.actors)[1] is not None
        return range(first, stop) if closed and told else None

    def _named_behind(self, span: Span, inside: range, phrase: Phrase, noun: Head) -> Party | None:
        """The person whose name follows a description of one ("his wife" Ana Lind, "filmmaker" and author Ana Lind)."""
        words, at = self.scene.words, inside.stop
        if noun.sort not in ("office", "person") or phrase.plural or at >= len(words) or words.gap(at) != " ":
            return None
        if words.low[at] == "and":
            end = next((i for i in range(at + 1, at + 4) if i in self.scene.people.covering), at)
            second = noun_ending(words, at + 1, end, self.scene.actors)[1] if end > at + 1 else None
            alone = second is not None and second.sort in ("office", "person") and words.low[end - 1] == last_of(second)
            if not alone or any(words.gap(i) != " " or words.capital(i) for i in range(at, end)):
                return None
            at = end
        sighting = self.scene.people.covering.get(at)
        if sighting is None or sighting.first != at or words.gap(at) != " " or phrase.last != inside.stop:
            return None
        full = sighting.last - sighting.first > 1 or sighting.person.listed
        return self._named(span, sighting, phrase) if full else None

    def _by_number(self, span: Span, inside: range) -> Party | None:
        """Those counted or told of before, whom a bare number means ("14 people and wounded 37", "Two were held").

        "All five" are those of a number told earlier, and not the last; "two of the dead" are none told of as fighting.
        """
        scene, words = self.scene, self.scene.words
        behind = words.low[inside.stop : inside.stop + 3]
        if "all" in words.low[max(0, inside.start - 1) : inside.stop] or (
            behind[:2] == _OF_THE and behind[2:] in _HARMED
        ):
            return None
        low = [words.low[at] for at in inside if words.low[at] not in ROUGHLY]
        if words.low[inside.stop - 2 : inside.stop] == ("of", "them"):
            low = low[:-2]
        if not low or not all(word.isdigit() or word in _COUNTED for word in low):
            return None
        doer = object_of(scene, inside.start)
        met = [
            (back, party)
            for back, party in scene.parties.before(span.start, 1)
            if party.sort in _MANY and party.plural and not party.members and not (doer and same(party, doer))
        ]
        counted = next((party for _, party in met if self._has_number(party)), None)
        known = counted or next((party for back, party in met if back), None)
        return replace(known, span=span, name=None, id=None, basis=EARLIER) if known is not None else None

    def _has_number(self, party: Party) -> bool:
        words = self.scene.words
        within = words.within(party.span.start, party.span.end)
        return any(words.low[at].isdigit() or words.low[at] in _COUNTED for at in (within.start - 1, *within))

    def _by_age(self, span: Span, inside: range, phrase: Phrase) -> Party | None:
        """The person last named whom an article calls by their age ("the 35-year-old")."""
        words = self.scene.words
        the = "the" in (words.low[inside.start], words.low[inside.start - 1] if inside.start else "")
        if not the or words.low[phrase.last - 2 : phrase.last] != ("year", "old"):
            return None
        known = referent(self.scene, span.start, "he", lambda p: p.sort == "person" and not p.plural, 4)
        return known.said_by(span, EARLIER) if known is not None else None

    def _is_pronoun(self, index: int) -> bool:
        words = self.scene.words
        return words.low[index] in PRONOUNS and words.raw[index] not in ("US", "U.S.", "U.S", "WHO")

    def _person_at_head(self, inside: range, phrase: Phrase) -> Sighting | None:
        """The person whose name ends the head, unless the words are rather the name of a body."""
        scene = self.scene
        whole = scene.people.covering.get(inside.stop - 1)
        known = whole is not None and (whole.person.likely or whole.person.gender)
        if whole is not None and known and whole.last == inside.stop and whole.title <= inside.start < whole.first:
            return whole
        sighting = scene.people.covering.get(phrase.last - 1)
        part = sighting is not None and sighting.first < inside.start and sighting.last != phrase.last
        if sighting is None or part:
            return None
        if phrase.name is not None and not _names_person(phrase.name):
            return sighting if phrase.name.entry is None and sighting.first < phrase.name.first else None
        if sighting.person.likely or sighting.person.gender:
            return sighting
        if scene.words.low[phrase.last - 1] in PAPERS:
            return None
        noun = phrase.noun or noun_ending(scene.words, phrase.first, phrase.last, scene.actors)[1]
        return None if noun is not None and noun.sort in _NO_PEOPLE else sighting

    def _named(self, span: Span, sighting: Sighting, phrase: Phrase) -> Party:
        person = sighting.person
        party = self.scene.person(span, person, sighting)
        party.sort = "person"
        if sighting.first == phrase.first and person.titled and not person.listed and sighting.title == sighting.first:
            party.basis = EARLIER
        return party

    def _called(self, span: Span, phrase: Phrase, noun: Head) -> Party | None:
        """The listed body right before what it is ("the SBU security service"), with which it shares a sector."""
        hit = next((h for h in reversed(phrase.inside) if h.last <= phrase.head), None)
        ending = last_of(noun)
        if hit is None or hit.entry is None or hit.entry.kind in PEOPLE or phrase.plural:
            return None
        words, sectors = self.scene.words, hit.entry.role(self.scene.day)[0].sectors
        plain = all(words.gap(at) == " " and not words.capital(at) for at in range(hit.last, phrase.last))
        alike = ending in THE_GROUP or (ending in _CALLED and not set(sectors).isdisjoint(noun.sectors))
        near = phrase.head - hit.last < _KIND and self.scene.belongs(hit, phrase.first)
        return self.scene.listed(span, hit, self._whose(phrase, hit)) if plain and alike and near else None

    def _whose(self, phrase: Phrase, hit: Hit) -> str | None:
        """The country of a name that several states share ("the Philippine Senate")."""
        if hit.entry is None or hit.name.sort != "shared":
            return None
        for other in phrase.inside:
            if other.entry is None and self.scene.belongs(other):
                return other.name.country
        return left_owner(self.scene, hit.first)

    def _unknown(self, span: Span, phrase: Phrase) -> Party:
        """A phrase whose head is neither listed nor a known noun: an explained acronym, a name, or just people."""
        scene, words = self.scene, self.scene.words
        acronym = scene.acronyms.get(words.low[phrase.last - 1]) if words.raw[phrase.last - 1].isupper() else None
        if acronym is not None:
            party = scene.listed(span, acronym)
            party.basis = EARLIER
            return party
        for hit in phrase.inside:
            entry = hit.entry
            if entry is not None and entry.kind not in PEOPLE and hit.first < phrase.last and scene.belongs(hit):
                role, _ = entry.role(scene.day)
                sectors = phrase.sectors or role.sectors
                return Party(span, "state", role.country, sectors, entry.name, basis="actor list", weak=True)
        country = owner_country(scene, phrase) or guess(scene, span, phrase, None)
        named = words.capital(phrase.last - 1) and phrase.last - phrase.first > 1 and not of_region(words, phrase)
        if named and words.low[phrase.last - 1] in PAPERS and words.capital(phrase.last - 2):
            name = words.slice(phrase.first, phrase.last)
            return Party(span, "group", country, ("JRN",), name, noun="media")
        if not phrase.sectors and named:
            return Party(span, "name", country, ("CVL",), words.slice(phrase.first, phrase.last), weak=True)
        return Party(
            span, "crowd", country, phrase.sectors or ("CVL",), plural=phrase.plural, weak=not phrase.sectors
        )  # fmt: skip


def _names_person(hit: Hit) -> bool:
    return hit.entry is not None and hit.entry.kind in PEOPLE
