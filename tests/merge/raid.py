"""A raid on Gao as four reports tell it, and what is shown of incidents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.merge.incident import incident
from dateline.records.coded import Coded
from dateline.records.incident import Incident, Shown
from dateline.records.resolved import Actor
from tests.merge.reports import GAO, Tell, passages, report

REBELS = ("Rebels", "MLI", "REB")
MONDAY = date(2024, 7, 29)
GAO_TOWN = ("Gao", GAO, "settlement")
PLANNED = report("a", "2024-07-28", Tell("Rebels plan an attack on Gao.", "attack", status="planned", actor=REBELS))
EARLY = report(
    "b",
    "2024-07-29",
    Tell(
        "Rebels attacked Gao and killed 12, the Army said.",
        "attacked",
        actor=REBELS,
        place=GAO_TOWN,
        day=MONDAY,
        killed=(12, 12),
        voice=("Army", "MLI", "MIL"),
    ),
    Tell(
        "Rebels said they killed 40 in the raid on Gao.",
        "raid",
        actor=REBELS,
        killed=(40, 40),
        voice=("Rebels", "MLI", "REB"),
    ),
    publisher="The Paper",
)
LATE = report(
    "c",
    "2024-08-01",
    Tell(
        "The attack on Gao killed at least 17, Doctors said; two were children.",
        "attack",
        place=GAO_TOWN,
        killed=(17, None),
    ),
    publisher="Another Paper",
)
COPY = report(
    "d",
    "2024-08-01",
    Tell(
        "The attack on Gao killed at least 17, Doctors said; two were children.",
        "attack",
        place=GAO_TOWN,
        killed=(17, None),
    ),
    publisher="A Third",
)


def made() -> Incident:
    return incident(passages(LATE, COPY, EARLY, PLANNED), {"d": "c"})


def field(name: str) -> Shown:
    return next(s for s in made().shown if s.field == name)


def shown_of(*reports: Coded) -> dict[str, Shown]:
    return {s.field: s for s in incident(passages(*reports), {}).shown}


def together(*told: tuple[str, tuple[str, ...]]) -> Shown:
    """The actors of an incident whose reports name these."""
    some = []
    for id_, names in told:
        one = passages(report(id_, "2024-07-29", Tell("Capitals expelled the envoy.", "expelled", type="SANCTION")))[0]
        words = one.event.trigger
        actors = tuple(Actor(words, name, name[:3].upper(), ("GOV",), None, "test") for name in names)
        some.append(replace(one, event=replace(one.event, actors=actors)))
    return next(s for s in incident(some, {}).shown if s.field == "actors")
