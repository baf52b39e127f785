"""Whom those of a phrase serve by the words beside it: whom they speak for, are loyal to, or are sent by."""

from __future__ import annotations

from collections.abc import Callable

from dateline.resolve.who.english import POSSESSIVE_GAPS, ROUGHLY
from dateline.resolve.who.names.phrases import Phrase, last_of
from dateline.resolve.who.scene.scene import Scene


def served(scene: Scene, phrase: Phrase) -> str | None:
    """The country of whom those of a phrase speak for, are loyal to or are sent by; None where the words tell none."""
    return _spoken_for(scene, phrase) or _loyal_to(scene, phrase) or _had_by(scene, phrase)


def _spoken_for(scene: Scene, phrase: Phrase) -> str | None:
    """The country of the named person or body for whom a spokesperson speaks ("a spokesman for President Odera")."""
    words, index = scene.words, phrase.last
    if phrase.noun is None or last_of(phrase.noun) not in _SPEAKERS or words.low[index : index + 1] != ("for",):
        return None
    return _named(scene, index + 1, lambda at: words.joined(at) or words.gap(at) in POSSESSIVE_GAPS)


def _loyal_to(scene: Scene, phrase: Phrase) -> str | None:
    """The country of the person or state that a phrase is told to be loyal to ("forces loyal to Assad")."""
    words, index = scene.words, phrase.last
    if words.low[index : index + 2] != ("loyal", "to") or words.gap(index) != " ":
        return None
    return _named(scene, index + 2, lambda at: words.gap(at) in (" ", *POSSESSIVE_GAPS))


def _named(scene: Scene, first: int, goes_on: Callable[[int], bool]) -> str | None:
    """The country of the person or body that is named first from word `first` on, as long as the words go on."""
    for at in range(first, min(first + _TITLE, len(scene.words))):
        if not goes_on(at):
            return None
        sighting = scene.people.covering.get(at)
        if sighting is not None:
            return scene.home(sighting.person)
        hit = scene.found.at.get(at)
        if hit is not None and scene.belongs(hit):
            return scene.country_of(hit)
    return None


def _had_by(scene: Scene, phrase: Phrase) -> str | None:
    """The state whose forces a sentence tells that it has or sends ("the US has about 100 commandos in Somalia")."""
    words, verb = scene.words, phrase.first - 1
    while verb > 0 and words.low[verb] in ROUGHLY:
        verb -= 1
    if phrase.sectors[:1] != ("MIL",) or verb < 1 or words.low[verb] not in _KEEPS or words.gap(verb + 1) != " ":
        return None
    at = verb - 1 - (words.low[verb - 1] in _STILL)
    hit = scene.found.covering.get(at)
    state = hit is not None and hit.entry is None and hit.name.sort in ("country", "capital")
    return scene.country_of(hit) if hit is not None and state and scene.belongs(hit) else None


_KEEPS = frozenset(("has", "have", "had", "keeps", "deployed", "sent", "deploys", "sends", "stationed", "maintains"))
_STILL = frozenset(("still", "already", "now", "also", "had", "has", "currently"))
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson", "lawyer", "adviser", "aide"))
_TITLE = 5
"""How many words of a title may stand before the name of a person spoken for."""
