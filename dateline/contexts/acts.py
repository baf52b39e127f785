"""What an act itself says of its setting: its kind, and who acts upon whom."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebooks.codebook import Setting
from dateline.fixed import fixed
from dateline.records.event import Event
from dateline.records.resolved import Actor

STATES = frozenset({"IGO", "UNO", "EUR"})
"""Organisations of states."""
SERVANTS = frozenset({"GOV", "SPY"})
"""Sectors that act for a state."""
MEANT = frozenset({"LEG", "BUS"})
"""Sectors that stand for another state where a state acts upon them."""


@fixed()
class Act:
    """An event as the settings ask about it.

    `kinds` are its type, and its type with each mode ("COERCE arrest"); `sectors` those of its parties, `together` each
    kind with each of them ("COERCE arrest OPP"); `by` the sectors of the actors, alone and with each kind.
    """

    event: Event
    kinds: frozenset[str]
    sectors: frozenset[str]
    together: frozenset[str]
    by: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> Act:
        """The act of an event; of each party the first sector counts alone, for the second is a guess too often."""
        kinds = (event.type, *(f"{event.type} {m}" for m in event.modes))
        actors = _sectors(event.actors)
        sectors = actors | _sectors(event.recipients)
        together = frozenset(f"{kind} {sector}" for kind in kinds for sector in sectors)
        by = actors.union(f"{kind} {sector}" for kind in kinds for sector in actors)
        return cls(event, frozenset(kinds), sectors, together, by)


def _sectors(parties: Sequence[Actor]) -> frozenset[str]:
    return frozenset(p.sectors[0] for p in parties if p.sectors)


def is_own(setting: Setting, act: Act) -> bool:
    """True where an act is of the kinds to which the cues of a setting belong."""
    return not setting.types or not act.kinds.isdisjoint(setting.types)


def is_barred(setting: Setting, act: Act) -> bool:
    """True where an act cannot have a context, whatever words stand near it."""
    if (setting.only and not is_own(setting, act)) or not act.by.isdisjoint(setting.unless):
        return True
    return setting.abroad and _at_home(act.event)


def is_enough(setting: Setting, act: Act) -> bool:
    """True where the kind of an act or its parties are enough for a setting."""
    if not act.kinds.isdisjoint(setting.acts) or not act.together.isdisjoint(setting.parties):
        return True
    return (not act.sectors.isdisjoint(setting.parties) and is_own(setting, act)) or _among_states(setting, act)


def _among_states(setting: Setting, act: Act) -> bool:
    """True where a state acts upon, or together with, another one, its parliament or its businesses."""
    if act.kinds.isdisjoint(setting.states):
        return False
    acting = {p.country for p in act.event.actors if _is_state(p)}
    other = {p.country for p in act.event.recipients if _is_state(p) or (p.country and MEANT.intersection(p.sectors))}
    return bool(acting) and len(acting | other) > 1


def _is_state(party: Actor) -> bool:
    return party.country is not None and (party.country in STATES or not SERVANTS.isdisjoint(party.sectors))


def _at_home(event: Event) -> bool:
    """True where actors and recipients are known and all of one country."""
    if not (event.actors and event.recipients):
        return False
    countries = {p.country for p in (*event.actors, *event.recipients)}
    return len(countries) == 1 and None not in countries
