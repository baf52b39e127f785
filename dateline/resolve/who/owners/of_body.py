"""The listed body that a description belongs to: "chairman of the Senate committee", "fighters from Wagner"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.resolve.who.actor_list import PEOPLE, Entry, Head
from dateline.resolve.who.english import (
    ABROAD,
    OF_BODY,
    OWN_SECTOR,
)
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.people.private_offices import IN_PICTURES, PRIVATE, is_of_any_body
from dateline.resolve.who.scene.scene import Scene

_PARTIES = frozenset(("group", "party", "common"))
_ARMED = (("REB",), ("PRM",), ("OPP",))
_SENT = frozenset(("person", "group", "force", "crowd", "office"))
_HEADS = "leadership"
"""A noun for those who head a body, whatever it is."""
_FROM = 9
"""Words behind "from" among which the body is looked for."""
_ENDS = frozenset(
    ("and", "who", "that", "which", "to", "in", "on", "were", "was", "have", "had", "with", "by", "at", "after")
)


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
        if entry.kind == "media" and not IN_PICTURES.isdisjoint(noun.sectors[:1]):
            continue  # whose picture it is ("AFP Police guard a bridge")
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
            sectors = _dissident(scene, phrase, entry, hit.first) or _taken(noun, role.sectors, entry.kind)
            if sectors is not None:
                return Body(role.country, sectors)
        elif hit.first >= phrase.last and (noun.sort in _SENT or noun.noun == _HEADS):
            private = is_of_any_body(noun) and not PRIVATE.isdisjoint(role.sectors[:1])
            sectors = _dissident(scene, phrase, entry, hit.first) or role.sectors
            return Body(role.country, sectors if private or last_of(noun) in OF_BODY else ())
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
            office = noun.sort == "office" and last_of(noun) in OF_BODY
            return Body(role.country, role.sectors if office or role.sectors[:1] in _ARMED else ())
    return Body(told, ()) if told is not None else None


def _taken(noun: Head, sectors: tuple[str, ...], kind: str) -> tuple[str, ...] | None:
    """The sectors a noun takes from the body before it; None where it does not belong to it."""
    ending = last_of(noun)
    if noun.sort == "force" and sectors == ("GOV",):
        return ()
    if noun.sectors[:1] == ("REB",) and sectors[:1] in (("PTY",), ("GOV",)):
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
    if last_of(noun) not in OF_BODY or (noun.sort == "state" and noun.noun != _HEADS):
        return None
    for after in range(index + 1, min(index + 4, len(words))):
        hit = scene.found.at.get(after)
        if words.gap(after) != " ":
            return None
        if hit is not None:
            if hit.entry is None or hit.entry.kind in PEOPLE or not scene.belongs(hit):
                return None
            role, _ = hit.entry.role(scene.day)
            return Body(role.country, _dissident(scene, phrase, hit.entry, hit.first) or role.sectors)
    return None


def _dissident(scene: Scene, phrase: Phrase, entry: Entry, named: int) -> tuple[str, ...]:
    """REB for those who fight on when their armed group has become a party ("a dissident FARC faction")."""
    apart = not _APART.isdisjoint(scene.words.low[max(0, phrase.first - 1) : max(named, phrase.last)])
    return ("REB",) if apart and any(role.sectors[:1] == ("REB",) for role in entry.roles) else ()


_APART = frozenset(("dissident", "dissidents", "splinter", "breakaway", "renegade"))
