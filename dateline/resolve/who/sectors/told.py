"""The sectors that the words around a noun tell in place of its usual ones: "U.S.-backed forces", "his men"."""

from __future__ import annotations

from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending
from dateline.resolve.who.owners.of_people import among
from dateline.resolve.who.people.private_offices import body_sectors, is_of_any_body, private_sector
from dateline.resolve.who.pronouns.pronoun import pronoun
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.who.sectors.its_office import its_sectors
from dateline.resolve.word_lists import word_set
from dateline.vocabulary.pronouns import POSSESSIVES

_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_COMMANDERS = frozenset(("commander", "leader", "chief", "head", "founder"))


def told_apart(scene: Scene, phrase: Phrase, noun: Head, *, owned: bool) -> tuple[str, ...]:
    """The sectors that the words around a noun tell instead of its usual ones, () where they tell none."""
    irregular = _irregular(scene, phrase, noun)
    if irregular or owned or phrase.hinted:
        return irregular
    role = body_sectors(scene.words, scene.found, scene.actors, noun, phrase.first, phrase.head, phrase.last)
    return _spoken_for(scene, phrase, noun) or role or _of_owner(scene, phrase, noun)


def _spoken_for(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """The sectors of the described body for which a spokesperson speaks ("a spokesman for the Chadian army").

    Those of an armed group that someone commands ("a commander of a Sudanese militia").
    """
    words, index = scene.words, phrase.last
    commands = last_of(noun) in _COMMANDERS
    if not (commands or last_of(noun) in _SPEAKERS) or words.low[index : index + 1] not in (("for",), ("of",)):
        return ()
    for stop in range(index + 2, min(index + 2 + _REACH, len(words) + 1)):
        if words.gap(stop - 1) not in (" ", "-", "'s ", "’s "):
            break
        _, body_noun = noun_ending(words, index + 1, stop, scene.actors)
        told = body_noun is not None and body_noun.sort in ("force", "group", "state", "office")
        if body_noun is not None and (told or private_sector(body_noun)):
            return () if commands and body_noun.sectors[0] not in ("REB", "PRM") else body_noun.sectors
    return ()


def _of_owner(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """The sectors that "his men", "its commander" and "its director" take from whom "his" and "its" mean.

    Rule: what is backed by or aligned with someone is an armed group where it is just called a group.
    """
    words, first = scene.words, phrase.first
    if noun.noun == "group":
        return ("REB",) if not _BACKED.isdisjoint(words.low[first : phrase.head]) else ()
    men = last_of(noun) == "man" and phrase.plural
    role = is_of_any_body(noun) and words.low[first] in _ITS
    if not (men or role or last_of(noun) in _OWN_PEOPLE) or words.low[first] not in POSSESSIVES:
        return ()
    owner = pronoun(scene, scene.span(first, first + 1), first)
    if owner.sectors[:1] in (("REB",), ("PRM",)) or (men and owner.sectors[:1] in (("MIL",), ("CRM",))):
        return owner.sectors[:1]
    return its_sectors(scene, phrase, noun, owner) if role else ()


def _irregular(scene: Scene, phrase: Phrase, noun: Head) -> tuple[str, ...]:
    """REB for forces of no state: "U.S.-backed forces", "anti-Assad forces", "opposition forces", "Kurdish forces".

    What a government or the United Nations backs may well be an army.
    """
    if (
        noun.noun.startswith("peshmerga")
        or last_of(noun) not in _UNDER_ARMS
        or phrase.sectors[:1] not in (("MIL",), ("OPP",), ("GOV",), ("CVL",))
    ):
        return ()
    low, words = scene.words.low, scene.words
    if last_of(noun) in ("ally", "unit"):
        return ("REB",) if among(scene, phrase) else ()
    for index in range(phrase.first, phrase.head):
        tied = low[index] in _BACKED and words.gap(index) == "-" and low[index - 1] not in _LAWFUL
        sided = low[index] in ("pro", "anti") and words.gap(index + 1) == "-" and low[index + 1] not in _LAWFUL
        if tied or sided or low[index] == "opposition":
            return ("REB",)
    return ("REB",) if among(scene, phrase) and phrase.sectors[:1] == ("MIL",) else ()


_UNDER_ARMS = frozenset(("force", "fighter", "ally", "unit"))
_LAWFUL = word_set(
    "government state un u.n nato terror terrorism aircraft riot corruption narcotics drug tank smuggling trafficking"
)
"""What backs an army, and what regular forces are against."""
_OWN_PEOPLE = _COMMANDERS | _SPEAKERS | {"member", "fighter", "official", "representative", "soldier", "troop", "force"}
_ITS = frozenset(("its", "their"))
_BACKED = frozenset(("backed", "aligned", "allied", "supported"))
_REACH = 5
"""Words behind "for" among which the body is looked for."""
