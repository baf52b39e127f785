"""Who says a value, and how: told, claimed, alleged or denied."""

from __future__ import annotations

import re

from dateline.merge.evidence.who import name_words
from dateline.records.event import Event
from dateline.records.resolved import Actor

TOLD, CLAIMED, ALLEGED, DENIED = "told", "claimed", "alleged", "denied"
STANCES = (TOLD, CLAIMED, ALLEGED, DENIED)
"""Stances from the firmest: the article says so itself, the party says so of itself, others say so, it is denied."""

_CLAIM = re.compile(r"claim", re.IGNORECASE)
"""Hedges that only say that it is a claim: where a party claims its own act, nobody else alleges it."""

_DENIAL = re.compile(r"(?:den(?:y|ie[sd]|ying)|refut(?:es?|ed|ing))\b", re.IGNORECASE)
"""Words that report a denial."""


_OWN = frozenset(("its", "their", "our"))
"""What stands before a party that is of the group that speaks: "its fighters"."""


def said_by(event: Event) -> tuple[str, ...]:
    """The voices of a passage by name, outermost first; none where the article speaks itself."""
    return tuple(v.actor.name or v.actor.piece.text for v in event.according_to)


def stance(event: Event, field: str = "") -> str:
    """How a passage holds its value of a field; a party that denies its part denies to be the actor, not the act."""
    if event.status == "negated":
        return DENIED
    if not event.according_to:
        return ALLEGED if event.hedge else TOLD
    voice = event.according_to[-1]
    own = any(one_party(voice.actor, party) or _of_the_voice(voice.actor, party, event) for party in event.actors)
    if voice.cue is not None and _DENIAL.match(voice.cue.text):
        return DENIED if not own or field == "actors" else ALLEGED
    hedged = event.hedge is not None and not _CLAIM.match(event.hedge.text)
    return CLAIMED if own and not hedged else ALLEGED


def _of_the_voice(voice: Actor, party: Actor, event: Event) -> bool:
    """True for "its fighters" where a group of the same sector, and of no other country, says what they did."""
    start = party.piece.span.start - event.evidence.span.start
    if start < 0 or party.name or not voice.sectors or voice.sectors[:1] != party.sectors[:1]:
        return False
    if voice.country and party.country and voice.country != party.country:
        return False
    beside = [*event.evidence.text[:start].split()[-1:], *party.piece.text.split()[:1]]
    return any(word.lower() in _OWN for word in beside)


def one_party(one: Actor, two: Actor) -> bool:
    """True where two mentions name one party, or both describe a force or office of one country."""
    if one.id is not None and one.id == two.id:
        return True
    names = name_words(one), name_words(two)
    if names[0] and names[1]:
        return names[0] <= names[1] or names[1] <= names[0]
    return bool(one.country and one.country == two.country and one.sectors[:1] and one.sectors[:1] == two.sectors[:1])
