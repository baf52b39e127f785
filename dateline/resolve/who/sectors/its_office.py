"""The sector of "its director" and "its spokesman": that of the body which "its" means."""

from __future__ import annotations

from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending
from dateline.resolve.who.people.private_offices import ANY_BODY, PRIVATE, private_sector
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.word_lists import word_set

_NOT_OF_STATES = word_set("director manager founder chairman chairwoman chair administrator executive head boss")
"""Offices that a country does not have: "its director" is of a body."""
_BACK = 2
"""How many sentences back the body may stand."""
_NEAR = 45
"""How many words back it may stand where only a noun tells it."""


def its_sectors(scene: Scene, phrase: Phrase, noun: Head, owner: Party) -> tuple[str, ...]:
    """The sectors of the body whose office a phrase tells ("its director"), () where it is rather of a state.

    `owner` is whom "its" means by itself. An institution that only a noun tells ("the hospital was hit") goes before
    what was named longer ago, and before any state where states have no such office.
    """
    near = _institution(scene, phrase.first)
    a_state = owner.name is None or owner.id == owner.country
    if near is not None and (_last_told(scene, owner, phrase.first) < near[0] or (a_state and _foreign(noun))):
        return near[1]
    own = not a_state and owner.sort in ("group", "state", "force") and owner.sectors[:1] != ("GOV",)
    return owner.sectors if own else ()


def _foreign(noun: Head) -> bool:
    return last_of(noun) in _NOT_OF_STATES


def _last_told(scene: Scene, owner: Party, index: int) -> int:
    """Where a party was named last before word `index`; -1 where it was not."""
    before = scene.parties.before(scene.words.start[index], _BACK)
    return next((p.span.start for _, p in before if p.name and p.name == owner.name), -1)


def _institution(scene: Scene, index: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the last institution before word `index` stands, and its sector: by a noun, or a listed or told name."""
    words = scene.words
    told = (
        p for _, p in scene.parties.before(words.start[index], _BACK) if p.sort == "group" and p.noun not in ANY_BODY
    )
    found = next(((p.span.start, p.sectors[:1]) for p in told if not PRIVATE.isdisjoint(p.sectors[:1])), None)
    ends = 0
    for at in range(index - 1, max(-1, index - _NEAR), -1):
        if found is not None and words.start[at] < found[0]:
            break
        gap = words.gap(at + 1)
        ends += "\n" in gap or gap[:1] in (".", "?", "!")
        if ends > _BACK:
            break
        sectors = private_sector(noun_ending(words, max(0, at - 2), at + 1, scene.actors)[1])
        if sectors:
            return words.start[at], sectors
    return found
