"""Mentions that hold several parties: "Mali and Burkina Faso", "Malian and French officials", "the Trump-Kim talks"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.actor_list import PEOPLE, Head
from dateline.resolve.who.english import SHORT_STATES
from dateline.resolve.who.names.phrases import noun_ending
from dateline.resolve.who.names.scan import Hit
from dateline.resolve.who.pronouns.pairs import all_of_them, each_other
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene

_NOUN = 3
"""Words behind two adjectives among which their noun ends."""
SEVERAL = frozenset(("office", "force", "crowd", "person", "group", "state", "country"))
"""Sorts of nouns for parties of which several states may have one each."""
_BETWEEN = frozenset(("and", "the", "both", "as", "well"))
"""What may stand between the names of one mention."""
_HALVES = {"koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG")}
"""Plurals that name two states."""


def together(scene: Scene, span: Span, inside: range) -> Party | None:
    """The parties of a mention that names several, or means two named before ("both of them"); else None."""
    them = all_of_them(scene, span, inside) or each_other(scene, span, inside)
    return (
        them
        or halves(scene, span, inside)
        or paired(scene, span, inside)
        or two_people(scene, span, inside)
        or listed_together(scene, span, inside)
    )


def two_people(scene: Scene, span: Span, inside: range) -> Party | None:
    """The people whose surnames a hyphen joins ("the Trump-Kim summit")."""
    if len(inside) != 2 or scene.words.gap(inside.start + 1) not in ("-", "–"):
        return None
    both = [scene.people.covering.get(index) for index in inside]
    two = [
        one for at, one in zip(inside, both, strict=True) if one is not None and (one.first, one.last) == (at, at + 1)
    ]
    if len(two) < 2 or two[0].person is two[1].person:
        return None
    members = tuple(scene.person(scene.span(one.first, one.last), one.person, one) for one in two)
    shared = tuple(sector for sector in members[0].sectors if sector in members[1].sectors)
    names = "; ".join(member.name for member in members if member.name)
    return Party(span, "joint", None, shared or ("GOV",), names, basis="actor list", plural=True, members=members)


def halves(scene: Scene, span: Span, inside: range) -> Party | None:
    """The states that "the two Koreas" and "both Koreas" stand for."""
    words = scene.words
    states = _HALVES.get(words.low[inside.stop - 1])
    if states is None or not {"two", "both"} & set(words.low[max(0, inside.start - 1) : inside.stop]):
        return None
    members = tuple(scene.state(span, country, ("GOV",), "country word") for country in states)
    names = "; ".join(member.name for member in members if member.name)
    return Party(span, "joint", None, ("GOV",), names, basis="country word", plural=True, members=members)


def listed_together(scene: Scene, span: Span, inside: range) -> Party | None:
    """Several names of states and bodies in one mention ("Mali and Burkina Faso"), each a member by itself."""
    words, covering = scene.words, scene.found.covering
    hits: list[Hit] = []
    for index in range(inside.start, inside.stop):
        hit = covering.get(index)
        if hit is None or hit.first < inside.start or hit.last > inside.stop:
            if hit is not None or words.low[index] not in _BETWEEN:
                return None
        elif not hits or hits[-1] is not hit:
            hits.append(hit)
    named = [hit for hit in hits if hit.name.sort in ("country", "capital") or _is_body(hit)]
    ands = [i for i in range(inside.start, inside.stop) if words.low[i] == "and" and covering.get(i) is None]
    if len(named) < 2 or len(named) != len(hits) or not ands:
        return None
    members = tuple(scene.listed(scene.span(hit.first, hit.last), hit) for hit in hits)
    sectors = tuple(s for s in members[0].sectors if all(s in member.sectors for member in members))
    names = "; ".join(member.name for member in members if member.name)
    return Party(span, "joint", None, sectors or ("GOV",), names, basis="country word", plural=True, members=members)


def _is_body(hit: Hit) -> bool:
    return hit.entry is not None and hit.entry.kind not in PEOPLE


def paired(scene: Scene, span: Span, inside: range) -> Party | None:
    """One or both parties of two adjectives before one noun: no country for "Israeli and Palestinian officials".

    "The Peruvian/Chilean navy" is of both as well; "Indian" alone of "Indian and Pakistani journalists" has the country
    and the sectors of the noun.
    """
    words, found = scene.words, scene.found
    one = found.at.get(inside.start) or found.at.get(inside.start + 1)
    if one is None or one.last + 1 >= len(words) or not _adjective(scene, one):
        return None
    if words.low[one.last] != "and" and words.gap(one.last).strip() != "/":
        return None
    two = found.at.get(one.last + (words.low[one.last] == "and"))
    if two is None or not _adjective(scene, two) or scene.country_of(one) == scene.country_of(two):
        return None
    alone, stop = inside.stop == one.last, two.last
    while stop < len(words) and stop - two.last < _NOUN and words.gap(stop) == " ":
        stop += 1
        noun = noun_ending(words, two.last, stop, scene.actors)[1]
        several = noun is not None and (noun.sort in SEVERAL or noun.sectors[:1] == ("MIL",))
        if noun is not None and several and (alone or inside.stop == stop):
            country, basis = (scene.country_of(one), "country word") if alone else (None, "head noun")
            sort = noun.sort if alone else "joint"
            each = () if alone else tuple(_of_one(scene, span, hit, noun) for hit in (one, two))
            return Party(
                span, sort, country, noun.sectors, basis=basis, plural=True, weak=not alone, noun=noun.noun,
                members=each,
            )  # fmt: skip
    return None


def _of_one(scene: Scene, span: Span, hit: Hit, noun: Head) -> Party:
    """One of the parties of two adjectives before one noun."""
    return Party(span, noun.sort, scene.country_of(hit), noun.sectors, basis="country word", plural=True)


def _adjective(scene: Scene, hit: Hit) -> bool:
    told = hit.name.sort == "adjective" or scene.words.raw[hit.first] in SHORT_STATES
    return told and scene.belongs(hit)
