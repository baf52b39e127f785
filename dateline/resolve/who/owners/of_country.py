"""Whose a described party is: the country that a phrase names inside or right beside it."""

from __future__ import annotations

from dateline.resolve.who.actor_list import PEOPLE
from dateline.resolve.who.english import (
    ABROAD,
    CONTAINERS,
    POSSESSIVE_GAPS,
    RELATED,
    SHORT_STATES,
)
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending
from dateline.resolve.who.names.scan import PUT_IN, Hit
from dateline.resolve.who.owners.of_region import of_region
from dateline.resolve.who.owners.places_beside import next_name
from dateline.resolve.who.owners.served import served
from dateline.resolve.who.people.private_offices import IN_PICTURES, OFFICIAL
from dateline.resolve.who.pronouns.pronoun import owning_state, pronoun
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.pronouns import POSSESSIVES

_OTHER_WAY = frozenset(("to", "for", "against", "with", "on", "about"))
_STRONG = frozenset(("office", "state", "person", "country", "force"))
_HOUSES = frozenset(("parliament", "cabinet", "legislature", "lawmaker"))
_DEALS_WITH = word_set("asked told urged addressed informed dissolved suspended convened recalled briefed called")
_AS_ADJECTIVES = SHORT_STATES | {"EU", "UN", "U.N."}
_BLOCS = frozenset(("IGO", "UNO", "NGO", "MNC", "IMG"))
_STATE_ORGANS = word_set(
    "ministry minister parliament army navy embassy ambassador government military defence defense police"
)
"""What states have and bodies of no state lack ("it wants to join NATO, its defence ministry said")."""


def owner_country(scene: Scene, phrase: Phrase) -> str | None:
    """The country named inside or right beside a phrase, by a name, a person or a possessive pronoun.

    None for those that stand over against a country ("Ukraine's allies"), and for several of a region.
    """
    return None if related_to(scene, phrase) or of_region(scene.words, phrase) else _owner(scene, phrase)


def related_to(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The country to which a phrase tells a relation rather than that it belongs to it ("its neighbours")."""
    if phrase.noun is None or last_of(phrase.noun) not in RELATED:
        return frozenset()
    if any(hit.entry is not None and hit.entry.kind in PEOPLE for hit in phrase.inside):
        return frozenset()
    if _person_before(scene, phrase) or _named_ally(scene, phrase):
        return frozenset()
    country = _owner(scene, phrase)
    return frozenset((country,)) if country is not None else frozenset()


def _named_ally(scene: Scene, phrase: Phrase) -> bool:
    """True where an adjective behind a possessor tells which ally it is ("his Iranian allies")."""
    words = scene.words
    told = any(hit.name.sort == "adjective" and hit.last == phrase.head for hit in phrase.inside)
    return told and any(
        words.low[i] in POSSESSIVES or words.owns(i) for i in range(max(0, phrase.first - 3), phrase.head)
    )


def _person_before(scene: Scene, phrase: Phrase) -> bool:
    """True where a named person stands inside a phrase or possesses it ("Trump allies")."""
    covering = scene.people.covering
    return any(index in covering for index in range(max(0, phrase.first - 1), phrase.head))


def _owner(scene: Scene, phrase: Phrase) -> str | None:
    """The country that the words of a phrase or beside it tell, those inside it first."""
    abroad = phrase.noun is not None and last_of(phrase.noun) in ABROAD
    for hit in reversed(phrase.inside):
        there = abroad and hit.name.sort in ("place", "capital")
        there = there or _whose_picture(phrase, hit)
        if hit.first < phrase.last and scene.belongs(hit, phrase.first) and not there:
            return scene.country_of(hit)
    for index in range(phrase.last - 1, phrase.first - 1, -1):
        sighting = scene.people.covering.get(index)
        if sighting is not None and sighting.last < phrase.last:
            return scene.home(sighting.person)
    first, low = phrase.first, scene.words.low
    if low[first] in POSSESSIVES and low[first + 1 : first + 2] != ("own",):
        country = _its(scene, phrase, first)
        if country is not None:
            return country
    own = _their_own(scene, first) or _put_in(scene, first) or _at_mission(scene, phrase) or _of_mission(scene, phrase)
    if own is not None:
        return own
    if first > 2 and low[first - 1] == "of" and low[first - 2] in CONTAINERS and low[first - 3] in POSSESSIVES:
        return _its(scene, phrase, first - 3)  # "his band of bearded guerrillas"
    before = first > 0 and low[first - 1] in POSSESSIVES and scene.words.gap(first) == " "
    return (
        (_its(scene, phrase, first - 1) if before else left_owner(scene, first))
        or served(scene, phrase)
        or _after_head(scene, phrase, abroad=abroad)
        or _of_country(scene, phrase)
        or _shared(scene, phrase)
        or _own_house(scene, phrase)
        or _from_a_state(scene, phrase)
    )


def _at_mission(scene: Scene, phrase: Phrase) -> str | None:
    """The state at whose mission people work ("personnel at the U.S. embassy in Havana")."""
    words, at = scene.words, phrase.last
    works = phrase.noun is not None and last_of(phrase.noun) in _STAFF
    if not works or words.low[at : at + 1] not in (("at",), ("of",), ("in",), ("from",)) or words.gap(at) != " ":
        return None
    hit = scene.found.at.get(at + 1 + (words.low[at + 1 : at + 2] == ("the",)))
    mission = hit is not None and words.low[hit.last : hit.last + 1] in (("embassy",), ("consulate",))
    return scene.country_of(hit) if hit is not None and mission and hit.name.sort != "capital" else None


def _of_mission(scene: Scene, phrase: Phrase) -> str | None:
    """The state of "the embassy" that an article has named as whose before ("a spokesman for the embassy")."""
    words, at = scene.words, phrase.last
    if phrase.noun is not None and last_of(phrase.noun) in _MISSIONS and not phrase.plural:
        at = phrase.last - 1
        bare = words.low[max(0, phrase.head - 1)] == "the" and phrase.head == at
    else:
        bare = words.low[at : at + 2] in _MISSION_TIES and words.gap(at) == " "
        at += 2
    if (
        not bare
        or words.low[at : at + 1] not in (("embassy",), ("consulate",))
        or words.low[at + 1 : at + 2] == ("of",)
    ):
        return None
    for before in range(at - 1, 0, -1):
        if words.low[before] == words.low[at]:
            hit = scene.found.covering.get(before - 1)
            if hit is not None and hit.last == before and hit.name.sort in ("adjective", "country"):
                return hit.name.country
    return None


_MISSIONS = frozenset(("embassy", "consulate"))
_MISSION_TIES = tuple((tie, "the") for tie in ("of", "from", "for", "at"))

_STAFF = frozenset(("personnel", "staff", "staffer", "employee", "worker", "diplomat", "official"))


def _put_in(scene: Scene, first: int) -> str | None:
    """The state that fills the office at word `first` ("the Moscow-appointed governor of Kherson")."""
    words = scene.words
    if first < 2 or words.low[first - 1] not in PUT_IN or words.gap(first) != " ":
        return None
    hit = scene.found.covering.get(first - 2)
    return scene.country_of(hit) if hit is not None and hit.last == first - 1 and scene.belongs(hit) else None


def _their_own(scene: Scene, first: int) -> str | None:
    """The country of who is named last before "their own" in its sentence ("Lind condemned Peru for shelling its own").

    "His" is of a person, "its" of a state, where one is named; of 131 such phrases about nine in ten are right.
    """
    words = scene.words
    own = first + 1 if words.low[first] in POSSESSIVES else first if words.low[first] == "own" else first - 1
    if own < 1 or words.low[own : own + 1] != ("own",) or words.low[own - 1] not in POSSESSIVES:
        return None
    told: list[tuple[bool, str]] = []
    for index in range(own - 2, max(-1, own - _OWN_REACH), -1):
        gap = words.gap(index + 1)
        if "\n" in gap or gap[:1] in ("?", "!", ";") or (gap[:1] == "." and not words.joined(index + 1)):
            break
        sighting, hit = scene.people.covering.get(index), scene.found.covering.get(index)
        named = index - 1 in scene.people.covering or index - 1 in scene.found.covering
        if words.low[index] in _RULERS and not named:
            break
        country = scene.home(sighting.person) if sighting is not None else None
        if sighting is None and hit is not None and scene.belongs(hit):
            country = scene.country_of(hit)
        if country is not None and country not in _BLOCS:
            told.append((sighting is not None and words.low[index + 1] not in _RULERS, country))
    wanted = {"his": True, "her": True, "its": False}.get(words.low[own - 1])
    return next((country for person, country in told if person is wanted), told[0][1] if told else None)


_RULERS = frozenset(("regime", "regimes", "government", "dictator", "dictators", "administration"))
"""Nouns for who rules: of whom is named right before, or nobody told in the sentence."""
_OWN_REACH = 30
"""How many words back who owns it is looked for."""


def _from_a_state(scene: Scene, phrase: Phrase) -> str | None:
    """The state right behind "from" ("fighters from Chad"); None where somebody takes them away from there."""
    words, name = scene.words, phrase.last + 1
    sent = phrase.noun is not None and phrase.noun.sort in _SENT and words.low[phrase.last : name] == ("from",)
    if not sent or words.gap(phrase.last) != " ":
        return None
    name += words.low[name : name + 1] == ("the",)
    hit = scene.found.at.get(name)
    if hit is None or hit.entry is not None or hit.name.sort != "country" or not scene.belongs(hit):
        return None
    if any(words.gap(index) != " " for index in range(phrase.last + 1, name + 1)) or words.owns(hit.last - 1):
        return None
    before = words.low[max(0, phrase.first - _TAKING) : phrase.first]
    leaves = any(word.startswith(_LEAVES) for word in before)
    return None if leaves or words.low[hit.last : hit.last + 1] == ("to",) else scene.country_of(hit)


_SENT = frozenset(("person", "group", "force", "crowd", "office"))
"""Sorts of nouns for people who come from somewhere."""
_TAKING = 8
"""Words before those who are taken away from somewhere among which the verb is looked for."""
_LEAVES = (
    "remov", "withdr", "expel", "pull", "evacuat", "oust", "kick", "drive", "driv", "drove", "deport", "push", "recall",
    "return", "free", "clear", "bring", "brought", "repatriat", "shift", "relocat", "separat", "flee", "fled", "rescu",
    "ban", "block", "bar", "stop", "protect", "keep", "kept", "shield", "sav", "extract", "export", "departure", "leav",
)  # fmt: skip
"""Beginnings of words by which those of somewhere else may leave a state ("pulled its troops from Chad")."""


def _whose_picture(phrase: Phrase, hit: Hit) -> bool:
    """True for an agency before police and soldiers: it took their picture ("AFP Police guard a bridge")."""
    agency = hit.entry is not None and hit.entry.kind == "media"
    return agency and phrase.noun is not None and not IN_PICTURES.isdisjoint(phrase.noun.sectors[:1])


def _own_house(scene: Scene, phrase: Phrase) -> str | None:
    """The state whose government or official deals with a bare "parliament" ("Peru's government asked parliament")."""
    words, verb = scene.words, phrase.first - 1
    if phrase.noun is None or last_of(phrase.noun) not in _HOUSES or verb < 1:
        return None
    verb -= words.low[verb] == "the"
    if words.low[verb] not in _DEALS_WITH:
        return None
    start = words.start[verb]
    for _, party in scene.parties.before(start, 0):
        if words.text[party.span.end : start] in (" ", " has ", " had "):
            official = party.sort in ("state", "office", "person") and party.sectors[:1] == ("GOV",)
            return party.country if official else None
    return None


def _shared(scene: Scene, phrase: Phrase) -> str | None:
    """The country of two bodies of one state that is told before the first ("Peruvian diplomats and soldiers").

    Only of what states have: "Peruvian soldiers and protesters", "Peruvian rebels and soldiers" share nothing.
    """
    words, first = scene.words, phrase.first
    if first < 3 or words.low[first - 1] != "and" or words.gap(first - 1) != " " or words.gap(first) != " ":
        return None
    if not OFFICIAL.issuperset(phrase.sectors[:1]) or not phrase.sectors:
        return None
    for start in range(first - 3, max(-1, first - 6), -1):
        if words.gap(start + 1) != " ":
            return None
        hit = scene.found.covering.get(start)
        if hit is not None:
            other = noun_ending(words, start + 1, first - 1, scene.actors)[1]
            told = other is not None and OFFICIAL.issuperset(other.sectors[:1]) and other.sectors
            adjective = hit.entry is None and (hit.name.sort == "adjective" or words.raw[start] in _AS_ADJECTIVES)
            return scene.country_of(hit) if told and adjective and scene.belongs(hit, hit.first) else None
    return None


def _its(scene: Scene, phrase: Phrase, index: int) -> str | None:
    """The country of whom the pronoun at word `index` means; what only states have is of a state, or of nobody told."""
    span = scene.span(index, index + 1)
    country = pronoun(scene, span, index).country
    if country in _BLOCS and phrase.noun is not None and last_of(phrase.noun) in _STATE_ORGANS:
        return owning_state(scene, span.start) or (country if country != "IMG" else None)
    return country


def left_owner(scene: Scene, first: int) -> str | None:
    """The country of a possessor or adjective that stands right before word `first`."""
    if first == 0:
        return None
    words, before = scene.words, first - 1
    gap = words.gap(first)
    hit = scene.found.covering.get(before)
    if hit is not None and scene.belongs(hit, hit.first) and _possesses(gap, hit):
        return scene.country_of(hit)
    whose = scene.found.covering.get(before - 1) if words.low[before] == "whose" and before else None
    if whose is not None and gap == " " and scene.belongs(whose):
        return scene.country_of(whose)
    if words.low[before] in POSSESSIVES and gap == " ":
        return pronoun(scene, scene.span(before, first), before).country
    sighting = scene.people.covering.get(before)
    return scene.home(sighting.person) if sighting is not None and gap in POSSESSIVE_GAPS else None


def _possesses(gap: str, hit: Hit) -> bool:
    return gap in POSSESSIVE_GAPS or (gap in (" ", "-") and hit.name.sort in ("adjective", "country", "place"))


def _after_head(scene: Scene, phrase: Phrase, *, abroad: bool) -> str | None:
    """The country of a name that follows the head inside the phrase ("residents of Gao")."""
    low = scene.words.low
    for hit in phrase.inside:
        link = low[hit.first - 1] if low[hit.first - 1] != "the" else low[hit.first - 2]
        if hit.first < phrase.last or not scene.belongs(hit) or link in _OTHER_WAY or (abroad and link != "of"):
            continue
        return scene.country_of(hit)
    return None


def _of_country(scene: Scene, phrase: Phrase) -> str | None:
    """The country behind "of" right after a phrase that belongs to it ("president of Mali")."""
    words, index, noun = scene.words, phrase.last, phrase.noun
    if index >= len(words) or noun is None or words.gap(index) != " " or words.low[index] != "of":
        return None
    hit = next_name(scene, index + 1) if noun.sort in _STRONG else None
    return scene.country_of(hit) if hit is not None else None
