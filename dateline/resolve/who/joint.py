"""Mentions that stand for the other side or for several parties at once: "his Malian counterpart", "both countries"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.actor_list import Head
from dateline.resolve.who.english import JOINT, JOINT_PEOPLE, NUMBERS
from dateline.resolve.who.parties import Party
from dateline.resolve.who.phrases import Phrase, last_of
from dateline.resolve.who.scene import EARLIER, Scene

_REACH = 6


def counterpart(scene: Scene, span: Span, phrase: Phrase) -> Party:
    """The holder of the same office in another country ("his Malian counterpart")."""
    country = scene.country_of(phrase.inside[-1]) if phrase.inside else None
    known = scene.parties.antecedent(
        span.start, lambda p: p.sort == "person" and p.gender != "" and (country is None or p.country != country), 2
    ) or scene.parties.antecedent(span.start, lambda p: p.sort == "person", 2)
    sectors = tuple(s for s in known.sectors if s != "ELI") if known is not None else ()
    offices = known.offices if known is not None else frozenset()
    if country is not None:
        for sighting in scene.people.sightings:
            person = sighting.person
            if person.country == country and (not offices or offices & person.offices):
                party = scene.person(span, person)
                party.basis = "counterpart"
                return party
    return Party(
        span, "person", country, sectors or ("GOV",), basis="counterpart", plural=phrase.plural, offices=offices
    )  # fmt: skip


def joint(scene: Scene, span: Span, phrase: Phrase, noun: Head) -> Party | None:
    """Several parties named before, as one party without a country; None where the phrase is no such mention.

    The name joins theirs by "; " where as many were found as the number says.
    """
    low = scene.words.low
    count = next((n for i in range(phrase.first, phrase.head + 1) if (n := NUMBERS.get(low[i], 0))), 0)
    ending = last_of(noun)
    if not phrase.plural or not count or ending not in JOINT or phrase.inside:
        return None
    members = _named_before(scene, span, count, ("person",) if ending in JOINT_PEOPLE else ("state", "group"))
    full = len(members) == count
    if ending == "man" and not full:
        return None
    sectors = noun.sectors if noun.sort != "group" else ("GOV",)
    if full and ending in JOINT_PEOPLE:
        shared = [s for s in members[0].sectors if s != "ELI" and all(s in member.sectors for member in members)]
        sectors = tuple(shared) or sectors
    names = tuple(member.name for member in reversed(members) if member.name)
    return Party(
        span, "joint", None, sectors, "; ".join(names) if full else None, basis=EARLIER, plural=True, weak=True,
        noun=noun.noun,
    )  # fmt: skip


def _named_before(scene: Scene, span: Span, count: int, sorts: tuple[str, ...]) -> list[Party]:
    members: list[Party] = []
    for _, party in scene.parties.before(span.start, _REACH):
        if party.name and party.sort in sorts and all(party.name != member.name for member in members):
            members.append(party)
        if len(members) == count:
            break
    return members
