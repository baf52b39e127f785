"""The sector of a party whose noun or name alone does not settle it, by learned weights of the words around."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene

_BEFORE = 4
_AFTER = 5
"""How many words to each side count."""
_OFTEN = 3
"""How many parties of a sector make an article one about them."""


def role_scores(scene: Scene, party: Party) -> Mapping[str, float]:
    """How likely each sector is for an open party, as scores of which the highest is likeliest."""
    return scene.weights.labels("role", _kind(party), _features(scene, party))


def _kind(party: Party) -> str:
    if party.basis == "pronoun":
        return "pronoun"
    return "name" if party.name else party.sort


def _features(scene: Scene, party: Party) -> list[str]:
    """What is seen of a party: what the rules say, its noun, and the words in it and around it in its sentence."""
    words = scene.words
    inside = words.within(party.span.start, party.span.end)
    first, last = inside.start, inside.stop
    rule = party.sectors[0] if party.sectors else "none"
    found = ["always", f"rule {rule}", f"noun {party.noun}", "several" if party.plural else "one"]
    if party.country in ("IMG", "NGO", "MNC", "IGO", "EUR", "USA"):
        found.append(f"country {party.country}")
    found += [f"office {office}" for office in sorted(party.offices)]
    found += [f"about {sector}" for sector, number in scene.about.items() if number >= _OFTEN]
    found += [f"in {word}" for word in words.low[first:last]]
    for index in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if "\n" in words.gap(index + 1) or words.gap(index + 1)[:1] in ".?!":
            break
        found.append(f"before {words.low[index]}")
    for index in range(last, min(last + _AFTER, len(words))):
        if "\n" in words.gap(index) or words.gap(index)[:1] in ".?!":
            break
        found.append(f"after {words.low[index]}")
    return found
