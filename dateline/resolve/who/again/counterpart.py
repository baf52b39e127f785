"""The holder of the same office elsewhere: "his Malian counterpart"."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.names.phrases import Phrase
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene


def counterpart(scene: Scene, span: Span, phrase: Phrase) -> Party:
    """The holder of the same office in another country ("his Malian counterpart")."""
    several = phrase.plural and len({scene.country_of(hit) for hit in phrase.inside}) > 1
    country = scene.country_of(phrase.inside[-1]) if phrase.inside and not several else None
    known = scene.parties.antecedent(
        span.start, lambda p: p.sort == "person" and p.gender != "" and (country is None or p.country != country), 2
    ) or scene.parties.antecedent(span.start, lambda p: p.sort == "person", 2)
    sectors = tuple(s for s in known.sectors if s != "ELI") if known is not None else ()
    offices = known.offices if known is not None else frozenset()
    if country is not None and not phrase.plural:
        for sighting in scene.people.sightings:
            person = sighting.person
            if person.country == country and (not offices or offices & person.offices):
                party = scene.person(span, person)
                party.basis = "counterpart"
                return party
    return Party(
        span, "person", country, sectors or ("GOV",), basis="counterpart", plural=phrase.plural, offices=offices
    )  # fmt: skip
