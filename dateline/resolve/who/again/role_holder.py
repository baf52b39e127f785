"""The person named before whom an article calls by nationality and kind: "the Malian diplomat", "the French leader"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.names.phrases import Phrase
from dateline.resolve.who.pronouns.referents import referent
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

_DIPLOMACY = frozenset(
    ("foreign minister", "secretary of state", "foreign secretary", "ambassador", "envoy", "special envoy", "diplomat")
)
_HEADS = _DIPLOMACY - {"ambassador", "envoy", "special envoy", "diplomat"}
_MONARCHS = frozenset(("king", "queen", "emir", "sultan", "monarch", "crown prince"))
_RULE = _MONARCHS | frozenset(
    ("president", "prime minister", "premier", "chancellor", "ruler", "leader", "supreme leader", "military ruler")
)
_KINDS: Mapping[str, frozenset[str]] = {
    "diplomat": _DIPLOMACY,
    "envoy": _DIPLOMACY,
    "leader": _RULE,
    "ruler": _RULE,
    "strongman": _RULE,
    "dictator": _RULE,
    "premier": frozenset(("prime minister",)),
    "head of state": _MONARCHS | {"president"},
    "head of government": frozenset(("prime minister", "premier", "chancellor")),
}
"""Offices that a noun may stand for."""
_OFFICIALS = frozenset(("GOV", "MIL", "COP", "SPY", "JUD"))
_TOP = word_set("top chief senior leading")
_BARE = _TOP | word_set("the most former veteran visiting then")
_SOON = 2
"""How many sentences back an official may have been named; a longer way back there may be others."""
_LATER = 12
"""How many sentences back the holder of a certain office may have been named."""


def role_holder(scene: Scene, span: Span, phrase: Phrase, noun: Head, country: str | None) -> Party | None:
    """The last person named before whom a definite description by nationality and kind fits, or None.

    "The top diplomat" is a foreign minister, and "the former general" who was named last, with no nationality told.
    Nobody where somebody without a name was told of in the same words since.
    """
    low = scene.words.low
    owned = any(scene.words.owns(index) for index in range(phrase.first, phrase.head))
    if phrase.plural or not (owned or "the" in low[max(0, phrase.first - 1) : phrase.first + 1]):
        return None
    if phrase.former and noun.sectors == ("MIL",) and country is None:
        return _soldier(scene, span)
    top = not _TOP.isdisjoint(low[phrase.first : phrase.head])
    offices = _HEADS if top and noun.noun == "diplomat" else _KINDS.get(noun.noun, frozenset())
    anonymous = country is None and not (top and offices is _HEADS)
    if anonymous or not _is_plain(scene, phrase) or not (offices or (noun.noun == "official" and not top)):
        return None

    def fits(party: Party) -> bool:
        if party.sort != "person" or party.plural or (country is not None and party.country != country):
            return False
        return bool(offices & party.offices) if offices else _is_official(party)

    known = referent(scene, span.start, "office of", fits, _LATER if offices else _SOON)
    return known if known is not None and not _since(scene, span, noun, known) else None


def _is_official(party: Party) -> bool:
    """True for who serves a state and does not rule it."""
    return not _OFFICIALS.isdisjoint(party.sectors[:1]) and _RULE.isdisjoint(party.offices)


def _is_plain(scene: Scene, phrase: Phrase) -> bool:
    """True where nothing but a nationality and words such as "former" and "top" stand before the noun."""
    for index in range(phrase.first, phrase.head):
        hit = scene.found.covering.get(index)
        if hit.entry is not None if hit is not None else scene.words.low[index] not in _BARE:
            return False
    return True


def _since(scene: Scene, span: Span, noun: Head, known: Party) -> bool:
    """True where somebody unnamed of the same noun was told of behind the known person."""
    for _, party in scene.parties.before(span.start, _LATER):
        if party.span.start <= known.span.start:
            return False
        if party.noun == noun.noun and party.name is None and not party.plural:
            return True
    return False


def _soldier(scene: Scene, span: Span) -> Party | None:
    """The man of an office named last, for "the former general"."""

    def fits(party: Party) -> bool:
        return party.sort == "person" and not party.plural and party.gender != "f" and party.id is not None

    return referent(scene, span.start, "he", fits, _SOON, gender="m")
