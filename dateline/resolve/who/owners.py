"""Whose a described party is: the country or body that a phrase names inside or right beside it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.resolve.who.actor_list import PEOPLE, Head
from dateline.resolve.who.english import (
    ABROAD,
    LOCAL,
    OF_BODY,
    OWN_SECTOR,
    POSSESSIVE_GAPS,
    RELATED,
    SHORT_STATES,
    STRIKES,
)
from dateline.resolve.who.office_of import OFFICIAL, PRIVATE, is_of_any_body
from dateline.resolve.who.phrases import Phrase, last_of, noun_ending
from dateline.resolve.who.pronouns import owning_state, pronoun
from dateline.resolve.who.scan import Hit
from dateline.resolve.who.scene import Scene
from dateline.resolve.who.served import served
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.pronouns import POSSESSIVES

_OTHER_WAY = frozenset(("to", "for", "against", "with", "on", "about"))
_STRONG = frozenset(("office", "state", "person", "country", "force"))
_PARTIES = frozenset(("group", "party", "common"))
_ARMED = (("REB",), ("PRM",), ("OPP",))


class Body(NamedTuple):
    """The body that a description belongs to: its country, and its sectors where the description takes them over."""

    country: str
    sectors: tuple[str, ...]


def body(scene: Scene, phrase: Phrase, noun: Head) -> Body | None:
    """The listed body or person inside a phrase, or right behind its "of" ("chairman of the Senate committee")."""
    for hit in reversed(phrase.inside):
        entry = hit.entry
        if entry is None or not scene.belongs(hit, phrase.first):
            continue
        role, _ = entry.role(scene.day)
        if hit.first >= phrase.last and last_of(noun) in ABROAD and scene.words.low[hit.first - 1] != "of":
            continue
        before = hit.last <= phrase.head + 1
        if entry.kind in PEOPLE:
            if before:
                armed = role.sectors[:1] in _ARMED and (
                    last_of(noun) in OF_BODY or (last_of(noun) == "man" and phrase.plural)
                )
                return Body(role.country, role.sectors if armed else ())
        elif before:
            sectors = _taken(noun, role.sectors, entry.kind)
            if sectors is not None:
                return Body(role.country, sectors)
        elif hit.first >= phrase.last and noun.sort in ("office", "person", "group", "force", "crowd"):
            private = is_of_any_body(noun) and not PRIVATE.isdisjoint(role.sectors[:1])
            return Body(role.country, role.sectors if private or last_of(noun) in OF_BODY else ())
    return _behind(scene, phrase, noun) or _sent_by(scene, phrase, noun)


def _sent_by(scene: Scene, phrase: Phrase, noun: Head) -> Body | None:
    """The body behind "from" that people are of: "contractors from the Russian private military company (PMC) Wagner".

    An armed group gives them its sectors; an adjective before a body that no list has gives its country.
    """
    words, index = scene.words, phrase.last
    if words.low[index : index + 1] != ("from",) or words.gap(index) != " " or noun.sort not in _SENT:
        return None
    told: str | None = None
    for after in range(index + 1, min(index + _FROM, len(words))):
        if words.gap(after) not in (" ", "-", " (", ") ") or words.low[after] in _ENDS:
            break
        hit = scene.found.at.get(after)
        if hit is None or not scene.belongs(hit):
            continue
        if hit.entry is None:
            told = told or (hit.name.country if hit.name.sort == "adjective" else None)
        elif hit.entry.kind not in PEOPLE:
            role, _ = hit.entry.role(scene.day)
            return Body(role.country, role.sectors if role.sectors[:1] in _ARMED else ())
    return Body(told, ()) if told is not None else None


_SENT = frozenset(("person", "group", "force", "crowd"))
_FROM = 9
"""Words behind "from" among which the body is looked for."""
_ENDS = frozenset(
    ("and", "who", "that", "which", "to", "in", "on", "were", "was", "have", "had", "with", "by", "at", "after")
)


def _taken(noun: Head, sectors: tuple[str, ...], kind: str) -> tuple[str, ...] | None:
    """The sectors a noun takes from the body before it; None where it does not belong to it."""
    ending = last_of(noun)
    if noun.sort == "force" and sectors == ("GOV",):
        return ()
    if kind in _PARTIES and ending == "backer":
        return sectors
    if noun.sort == "country" or (kind in _PARTIES and ending in OWN_SECTOR):
        return ()
    return sectors if ending in OF_BODY or noun.sort in ("office", "force", "text") else None


def _behind(scene: Scene, phrase: Phrase, noun: Head) -> Body | None:
    words, index = scene.words, phrase.last
    if index >= len(words) or words.low[index] not in ("of", "for") or words.gap(index) != " ":
        return None
    if last_of(noun) not in OF_BODY or noun.sort == "state":
        return None
    for after in range(index + 1, min(index + 4, len(words))):
        hit = scene.found.at.get(after)
        if words.gap(after) != " ":
            return None
        if hit is not None:
            if hit.entry is None or hit.entry.kind in PEOPLE or not scene.belongs(hit):
                return None
            role, _ = hit.entry.role(scene.day)
            return Body(role.country, role.sectors)
    return None


def owner_country(scene: Scene, phrase: Phrase) -> str | None:
    """The country named inside or right beside a phrase, by a name, a person or a possessive pronoun.

    None for those that stand over against a country ("Ukraine's allies").
    """
    return None if related_to(scene, phrase) else _owner(scene, phrase)


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
    abroad = phrase.noun is not None and last_of(phrase.noun) in ABROAD
    for hit in reversed(phrase.inside):
        there = abroad and hit.name.sort in ("place", "capital")
        if hit.first < phrase.last and scene.belongs(hit, phrase.first) and not there:
            return scene.country_of(hit)
    for index in range(phrase.last - 1, phrase.first - 1, -1):
        sighting = scene.people.covering.get(index)
        if sighting is not None and sighting.last < phrase.last:
            return scene.home(sighting.person)
    first, low = phrase.first, scene.words.low
    if low[first] in POSSESSIVES:
        country = _its(scene, phrase, first)
        if country is not None:
            return country
    before = first > 0 and low[first - 1] in POSSESSIVES and scene.words.gap(first) == " "
    return (
        (_its(scene, phrase, first - 1) if before else left_owner(scene, first))
        or served(scene, phrase)
        or _after_head(scene, phrase, abroad=abroad)
        or _of_country(scene, phrase)
        or _shared(scene, phrase)
        or _own_house(scene, phrase)
    )


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


_HOUSES = frozenset(("parliament", "cabinet", "legislature", "lawmaker"))
_DEALS_WITH = word_set("asked told urged addressed informed dissolved suspended convened recalled briefed called")


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


_AS_ADJECTIVES = SHORT_STATES | {"EU", "UN", "U.N."}


def _its(scene: Scene, phrase: Phrase, index: int) -> str | None:
    """The country of whom the pronoun at word `index` means; what only states have is of a state, or of nobody told."""
    span = scene.span(index, index + 1)
    country = pronoun(scene, span, index).country
    if country in _BLOCS and phrase.noun is not None and last_of(phrase.noun) in _STATE_ORGANS:
        return owning_state(scene, span.start) or (country if country != "IMG" else None)
    return country


_BLOCS = frozenset(("IGO", "UNO", "NGO", "MNC", "IMG"))
_STATE_ORGANS = word_set(
    "ministry minister parliament army navy embassy ambassador government military defence defense police"
)
"""What states have and bodies of no state lack ("it wants to join NATO, its defence ministry said")."""


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
    hit = _next_name(scene, index + 1) if noun.sort in _STRONG else None
    return scene.country_of(hit) if hit is not None else None


def place_told(scene: Scene, phrase: Phrase) -> str | None:
    """The country of the place that the words say a crowd is in; None where they do not say it.

    Rule: "protesters in Hong Kong", "Venezuela, where residents …", "In South Africa, thousands marched", "residents
    were arrested in the capital Brussels".
    """
    words, first = scene.words, phrase.first
    if phrase.noun is not None and last_of(phrase.noun) in LOCAL:
        return _fronted(scene, first - (words.low[first - 1] == "the"))
    if phrase.noun is None or phrase.noun.sort != "crowd" or not phrase.plural:
        return None
    behind = [country for country, how in beside(scene, phrase).items() if how == "behind in"]
    if behind:
        return behind[0]
    done = _done_in(scene, phrase.last)
    if done is not None:
        return done
    return _fronted(scene, first)


def _fronted(scene: Scene, first: int) -> str | None:
    """The country of the place right before word `first` ("In Turkey, |police …", "Venezuela, where |residents")."""
    words = scene.words
    at = first - 2 if first > 1 and words.low[first - 1] == "where" else first - 1
    hit = scene.found.covering.get(at)
    if hit is None or not scene.belongs(hit) or hit.name.sort not in _ON_THE_MAP or words.gap(hit.last) != ", ":
        return None
    opens = hit.first == 1 or "\n" in words.gap(hit.first - 1) or "." in words.gap(hit.first - 1)
    return scene.country_of(hit) if at == first - 2 or (opens and words.low[hit.first - 1] == "in") else None


def _done_in(scene: Scene, last: int) -> str | None:
    """The country of the place where something was done to those named before word `last` ("were arrested in X")."""
    words, low = scene.words, scene.words.low
    if low[last : last + 1] not in (("were",), ("was",)) and low[last : last + 2] != ("have", "been"):
        return None
    for index in range(last + 1, min(last + 8, len(words))):
        if words.gap(index) != " " or low[index] in ("and", "who", "that", "by", "for"):
            return None
        if low[index] in ("in", "near") and index > last + 1:
            hit = next((h for i in range(index + 1, index + 4) if (h := scene.found.at.get(i)) is not None), None)
            clear = hit is not None and all(words.gap(i) == " " for i in range(index + 1, hit.first + 1))
            mapped = hit is not None and hit.name.sort in _ON_THE_MAP and scene.belongs(hit)
            if hit is None or not clear or not mapped or not _DEEDS.isdisjoint(low[hit.last : hit.last + 3]):
                return None
            return scene.country_of(hit)
    return None


_DEEDS = STRIKES | {"drone", "custody"}
"""Words behind a country for what it does, or where it holds somebody ("killed in US strikes")."""
_ON_THE_MAP = frozenset(("country", "place", "capital"))


def beside(scene: Scene, phrase: Phrase) -> dict[str, str]:
    """Countries that stand by a phrase without surely owning it, with how ("in Mali" behind it).

    They count in the guess of its country.
    """
    found: dict[str, str] = {}
    words, index = scene.words, phrase.last
    if (
        index < len(words)
        and words.gap(index) == " "
        and words.low[index] in ("in", "inside", "from", "at", "near", "of")
    ):
        hit = _next_name(scene, index + 1)
        if hit is not None:
            found[scene.country_of(hit)] = f"behind {'in' if words.low[index] == 'inside' else words.low[index]}"
    first = phrase.first
    if "behind from" in found.values():
        return found
    if first > 2 and words.low[first - 1] in ("and", "or") and words.gap(first) == " ":
        for start in range(first - 2, max(-1, first - 6), -1):
            if words.gap(start + 1) not in (" ", "-", *POSSESSIVE_GAPS):
                break
            hit = scene.found.covering.get(start)
            if hit is not None and scene.belongs(hit) and start < first - 2:
                found.setdefault(scene.country_of(hit), "joined")
                break
    return found


def outside_clause(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """The countries of a sentence before a place and ", in which" ("Paris deplored a raid near Bol, in which 9 died").

    The victims are of the place, though the list may not know it. None where the list knows it.
    """
    words, low = scene.words, scene.words.low
    if not phrase.plural or phrase.sectors[:1] != ("CVL",):
        return frozenset()
    for index in range(phrase.first, max(1, phrase.first - _LEADS), -1):
        if low[index - 1 : index + 1] == ("in", "which") and words.gap(index - 1) == ", ":
            break
    else:
        return frozenset()
    place = index - 2
    unknown = place > 0 and words.capital(place) and place not in scene.found.covering
    if not unknown or low[place - 1] not in ("near", "in", "at", "outside"):
        return frozenset()
    found = set()
    for at in range(place - 1, max(-1, place - _CLAUSE), -1):
        if "." in words.gap(at + 1) or "\n" in words.gap(at + 1):
            break
        hit = scene.found.covering.get(at)
        if hit is not None:
            found.add(scene.country_of(hit))
    return frozenset(found)


_LEADS = 5
"""How many words may stand between "in which" and whom it tells of."""
_CLAUSE = 16


def _next_name(scene: Scene, first: int) -> Hit | None:
    words = scene.words
    if first < len(words) and words.low[first].endswith("ing") and words.low[first] not in _NOT_DONE:
        return None  # what someone does, not whose they are ("accused the regime of bombing Peru")
    for after in range(first, min(first + 4, len(words))):
        if words.gap(after) not in (" ", "-", "'s ", "’s "):
            return None
        hit = scene.found.at.get(after)
        if hit is not None and scene.belongs(hit):
            return hit
        if words.low[after] in ("and", "who", "that", "to", "with", "by"):
            return None
    return None


_NOT_DONE = word_set("neighboring neighbouring leading ruling warring remaining existing")
"""Words in "-ing" that stand before a name and are no deed."""
