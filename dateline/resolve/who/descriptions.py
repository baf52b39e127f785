"""Who a description means: "Malian soldiers", "the minister", "its troops", "the group"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.again.repeated import earlier
from dateline.resolve.who.english import THE_STATE
from dateline.resolve.who.guessing.armed_groups import held
from dateline.resolve.who.guessing.bystanders import elsewhere
from dateline.resolve.who.guessing.guess import guess
from dateline.resolve.who.names.phrases import Phrase, last_of, noun_ending, read
from dateline.resolve.who.owners.of_body import body
from dateline.resolve.who.owners.of_country import owner_country
from dateline.resolve.who.owners.of_people import homeland
from dateline.resolve.who.owners.of_union import union
from dateline.resolve.who.owners.places_beside import place_told
from dateline.resolve.who.people.private_offices import PRIVATE, is_of_any_body
from dateline.resolve.who.scene.acting import acts_as
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.who.sectors.told import told_apart


class _Owner(NamedTuple):
    """Whose a described party is: the country, the sectors that it takes over, and what tells so."""

    country: str | None
    sectors: tuple[str, ...]
    basis: str


def described(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party:
    """The party of a phrase whose head is `noun`."""
    country, sectors, basis = _owner(scene, phrase, noun)
    if not sectors:
        sectors = told_apart(scene, phrase, noun, owned=basis == "actor list") or phrase.sectors
    elif phrase.hinted:
        sectors = phrase.sectors
    if last_of(noun) in ("regime", "government") and sectors == ("GOV",):
        sectors = acts_as(scene.words, phrase.head, phrase.last, "regime", scene.weights)
    known = earlier(scene, span, phrase, noun, country)
    if known is not None:
        return known
    if phrase.former and noun.sort in ("office", "person") and "ELI" not in sectors:
        sectors = ("ELI", *sectors)
    if country is None and (country := held(scene, phrase, noun)) is not None:
        sectors = ("REB",)
    country = country or (None if _none_at_all(scene, phrase, noun) else guess(scene, span, phrase, noun))
    if noun.sort == "country" and country is not None and last_of(noun) in THE_STATE:
        return scene.state(span, country, sectors, basis)
    weak = (noun.sort in ("crowd", "person", "thing") and not phrase.hinted) or last_of(noun) in ("general", "officer")
    told = is_of_any_body(noun) and not (PRIVATE | {"PTY"}).isdisjoint(sectors[:1])
    return Party(
        span, noun.sort, country, sectors, basis=basis, plural=phrase.plural, weak=weak, told=told, noun=noun.noun
    )  # fmt: skip


def _none_at_all(scene: Scene, phrase: Phrase, noun: Head) -> bool:
    """True for "no country", "any government": none of those told of."""
    before = scene.words.low[max(0, phrase.first - 1) : phrase.head]
    return noun.sort in ("country", "state") and not _NO_ONE.isdisjoint(before)


_NO_ONE = frozenset(("no", "any", "every"))


def _owner(scene: Scene, phrase: Phrase, noun: Head) -> _Owner:
    """Whose the party of a phrase is by the words: a listed body, a country, a described possessor, a place."""
    listed = body(scene, phrase, noun)
    if listed is not None:
        return _Owner(listed.country, listed.sectors, "actor list")
    country = owner_country(scene, phrase)
    if country is not None:
        return _Owner(country, (), "country word")
    possessor = _possessor(scene, phrase)
    if possessor is not None and possessor.country is not None:
        takes = is_of_any_body(noun) and possessor.sectors[:1] not in ((), ("GOV",))
        return _Owner(possessor.country, possessor.sectors if takes else (), "country word")
    country = homeland(scene, phrase)
    if country is not None:
        return _Owner(country, (), "country word")
    country = union(scene, phrase, noun)
    if country is not None:
        return _Owner(country, (), "actor list")
    country = place_told(scene, phrase) if not elsewhere(scene, phrase, noun) else None
    return _Owner(country, (), "place in the text" if country is not None else "head noun")


def _possessor(scene: Scene, phrase: Phrase) -> Party | None:
    """The party of a described possessor ("the group's spokesman", "leader of the movement")."""
    words, index = scene.words, None
    for at in range(phrase.head - 1, phrase.first - 2, -1):
        if at >= 0 and words.owns(at) and "\n" not in words.gap(at + 1):
            index = at
            break
    behind = words.low[phrase.last : phrase.last + 2]
    if index is None and behind in (("of", "the"), ("of", "that"), ("of", "this")) and words.gap(phrase.last) == " ":
        index = phrase.last + 2 if phrase.last + 2 < len(words) else None
    if index is None or index in scene.people.covering or index in scene.found.covering:
        return None
    start, noun = noun_ending(words, max(0, index - 1), index + 1, scene.actors)
    if noun is None or noun.sort not in ("country", "group", "state"):
        return None
    owner = read(words, range(start, index + 1), scene.found, scene.actors)
    return described(scene, scene.span(start, index + 1), owner, noun)
