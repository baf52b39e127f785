"""Whose the secretary-general and the peacekeepers are that no word ties to a body: of one that the article names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from dateline.resolve.who.actor_list import Entry, Head, Role
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.scene.scene import Scene

_SEND = ("african-union", "ecowas")
"""Bodies besides the United Nations that send peacekeepers."""
_HEADED_OTHERWISE = (("JUD",), ("COP",), ("BUS",), ("MED",), ("EDU",), ("MIL",))
"""Sectors of bodies between states that have no secretary-general: courts, banks, missions."""


def union(scene: Scene, phrase: Phrase, noun: Head) -> str | None:
    """The code of the body named last before the phrase, else first behind it, to which its people belong.

    None for other nouns, for "a secretary-general", for peacekeepers of whom the article has told before, and where
    the body is rather a party or an association.
    """
    if noun.noun in ("secretary-general", "secretary general") and not phrase.plural and _definite(scene, phrase):
        return _nearest(scene, phrase, _has_secretary)
    if last_of(noun) == "peacekeeper" and not _told_of(scene, phrase, noun):
        return _nearest(scene, phrase, _sends_troops)
    return None


def _definite(scene: Scene, phrase: Phrase) -> bool:
    """True for "the secretary-general" and, without a word before it, for "Secretary-General"."""
    words, before = scene.words, phrase.first - 1
    the = "the" in words.low[max(0, before) : phrase.head + 1]
    return the or (words.capital(phrase.first) and words.gap(phrase.first) != " ")


def _told_of(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    before = scene.parties.between(0, scene.words.start[phrase.first])
    return any(party.noun == noun.noun and party.country for party in before)


def _nearest(scene: Scene, phrase: Phrase, fits: Callable[[Entry, Role], bool | None]) -> str | None:
    """The body nearest before the phrase, else behind it, where it fits; one that counts and does not ends it."""
    before = [hit for hit in scene.found.hits if hit.first < phrase.first]
    for hit in chain(reversed(before), scene.found.hits[len(before) :]):
        if hit.entry is None:
            continue
        role, _ = hit.entry.role(scene.day)
        fit = fits(hit.entry, role)
        if fit is not None:
            return role.country if fit else None
    return None


def _has_secretary(entry: Entry, role: Role) -> bool | None:
    """Whether a body has a secretary-general; None for one that tells nothing of it."""
    if entry.kind in ("party", "ngo") or "PTY" in role.sectors:
        return False
    between_states = role.country == "UNO" or (role.country == "IGO" and role.sectors not in _HEADED_OTHERWISE)
    return True if entry.kind == "igo" and between_states else None


def _sends_troops(entry: Entry, role: Role) -> bool | None:
    return True if role.country == "UNO" or entry.id in _SEND else None
