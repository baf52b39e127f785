"""States that were named together before: "the countries", "their governments"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import THE_STATE
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.names.scan import PSEUDO
from dateline.resolve.who.pronouns.pairs import joined, several
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, Scene
from dateline.resolve.who.several.enumerated import SEVERAL

_SOON = 2
"""How many sentences back states must have been named together to be meant by "the countries"."""
_THE = frozenset(("the", "these"))
_WHICH = tuple((word,) for word in ("of", "that", "which", "who", "whose", "where", "in", "with", "around", "from"))
"""Words behind "the countries" that tell which."""
_EACH_HAS = frozenset(
    ("government", "army", "parliament", "president", "leader", "military", "minister", "force", "navy")
)
"""Nouns for what every state has."""
_STATES_HAVE = frozenset(("government", "parliament", "president", "army", "navy"))
"""Those of them that only states have, and no crowd or group."""


def the_states(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """The states that a mention shortly before named together ("the countries", "the former French colonies").

    None without such a mention, without "the", and where words beside the noun tell which countries are meant.
    """
    low, ending = scene.words.low, last_of(noun)
    colonies = ending == "colony" and phrase.former
    if not phrase.plural or not (colonies or ending in THE_STATE) or low[phrase.last : phrase.last + 1] in _WHICH:
        return None
    first = phrase.inside[0].first if colonies and phrase.inside else phrase.head
    while first and low[first - 1] == "former":
        first -= 1
    if first == 0 or low[first - 1] not in _THE or len(phrase.inside) > colonies:
        return None
    for _, party in scene.parties.before(span.start, _SOON):
        states = party.members or joined(scene, party)
        if states and all(one.sort == "state" and one.country for one in states):
            return several(span, states, EARLIER)
    return None


def theirs(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """What each of several states named before it in the sentence has ("Mali and Chad … their governments"); else None.

    Only what every state has one of; the last party with several members, or the last that an "and" joins, owns it.
    """
    low, ending = scene.words.low, last_of(noun)
    if not phrase.plural or phrase.inside or ending not in _EACH_HAS or noun.sort not in SEVERAL:
        return None
    if "their" not in low[max(0, phrase.first - 1) : phrase.head]:
        return None
    for _, party in scene.parties.before(span.start, 0):
        owners = party.members or joined(scene, party)
        if owners and all(one.country and one.country not in PSEUDO for one in owners):
            each = {one.country: Party(span, noun.sort, one.country, phrase.sectors or noun.sectors) for one in owners}
            return several(span, tuple(each.values()), EARLIER) if len(each) > 1 else None
        if party.plural and (ending not in _STATES_HAVE or party.sectors[:1] == ("GOV",)):
            return None
    return None
