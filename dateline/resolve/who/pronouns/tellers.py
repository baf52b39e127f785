"""Who tells what "it" and "they" do: a described body right before the word of speech."""

from __future__ import annotations

from dateline.resolve.who.english import AUXILIARY, FRONT, POSSESSIVE_GAPS, SPEECH, STOPS, WHEN_TOLD
from dateline.resolve.who.names.phrases import last_of, noun_ending
from dateline.resolve.who.scene.scene import Scene

_TELL_ONE = frozenset(("state", "force", "group"))
_TELL_MANY = frozenset(("state", "force", "group", "office", "crowd"))
"""Sorts of nouns for bodies and people who say what "it" and "they" do."""
_TOLD = 7
"""How many words may lie between those who tell and the pronoun, and how many may tell who they are."""
_BEFORE_TELLER = (STOPS | AUXILIARY | SPEECH | {"that", "the", "a", "an", "but"}) - FRONT


def teller(scene: Scene, index: int) -> range | None:
    """The described body right before the word of speech behind which the pronoun at word `index` stands.

    "The Chadian army said on Monday that it had withdrawn", "local authorities say their men".
    """
    words, low = scene.words, scene.words.low
    many = low[index] in ("they", "their")
    if not (many or low[index] in ("it", "its")) or words.gap(index) != " ":
        return None
    verb = index - 1 - (low[index - 1] == "that")
    while verb > 0 and index - verb < _TOLD and low[verb] in WHEN_TOLD and words.gap(verb) in (" ", ", "):
        verb -= 1
    if verb < 1 or low[verb] not in SPEECH or words.gap(verb) != " ":
        return None
    verb -= low[verb - 1] in ("has", "have", "had")
    start, noun = noun_ending(words, max(0, verb - 3), verb, scene.actors)
    if noun is None or noun.sort not in (_TELL_MANY if many else _TELL_ONE):
        return None
    plural = low[verb - 1] != last_of(noun) or low[verb - 1] == "police"
    if plural != many or start in scene.people.covering:
        return None
    while start > 0 and words.gap(start) in (" ", "-", *POSSESSIVE_GAPS) and low[start - 1] not in _BEFORE_TELLER:
        start -= 1
        if verb - start > _TOLD:
            return None
    return range(start, verb)
