"""Sectors settled between the words of a mention, the words around it, and what the model says."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from dateline.records.span import Span
from dateline.resolve.who.scene.acting import ROLES
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import EARLIER, TITLE, Scene
from dateline.resolve.who.sectors.likeliest import role_scores

Hints = Mapping[Span, Sequence[tuple[str, float]]]
Scores = Mapping[str, float]

MODEL = "model"
"""The basis of a sector that the model told."""
LEAST = 0.3
"""The probability from which a sector of the model counts at all."""
SURE = 0.9
"""The probability from which the model decides alone where the words leave the sector open."""
SHARE = 0.8
"""What the model's scores weigh beside those of the words around, where the sector is open."""
MARGIN = 0.4
"""By how much the model must be surer of its sector than of that which the words tell."""
_OFFICES = frozenset(("GOV", "LEG", "MIL", "COP"))
"""Sectors that the model does not give to someone whose title in the article is that of a private person ("Coach")."""
_OF_STATES = frozenset((*ROLES, "COP", "SPY", "LEG", "JUD"))
"""Sectors in which a state may act under its own name."""
_NEVER_ARMED = frozenset(("analyst", "expert", "commentator", "economist"))
"""Nouns for people of whom the model may not make fighters."""
_BY_TRADE = (("LAB",), ("JRN",), ("MED",))
"""Sectors that a noun tells by itself: a union is one of labour, whatever the model thinks."""
_FLOOR = 0.03
_FAR = 6.0


class Settled:
    """The sectors of the parties of one article.

    What is said of a named party counts for all its mentions together.
    """

    def __init__(self, scene: Scene, parties: Mapping[Span, Party], hints: Hints) -> None:
        self._scene, self._parties = scene, parties
        self._named = _named(parties)
        self._hints: dict[Span, Scores] = {s: dict(hints[s]) for s in parties if s in hints}
        for spans in self._named.values():
            self._hints.update(_pooled(spans, self._hints))
        self._roles: dict[Span, Scores] = {}

    def sectors(self, span: Span, party: Party) -> tuple[tuple[str, ...], str]:
        """The sectors of the party at `span`, the primary one first, and the basis of the answer."""
        hints, told = self._hints.get(span, {}), party.sectors
        if party.sort == "state" and party.name is not None and party.id == party.country:
            hints = {label: score for label, score in hints.items() if label in _OF_STATES}
        if party.noun in _NEVER_ARMED:
            hints = {label: score for label, score in hints.items() if label not in ("REB", "MIL", "UAF")}
        best = max(hints, key=lambda label: (hints[label], label), default="")
        score = hints.get(best, 0.0)
        if party.has_open_sector():
            if score >= SURE:
                return (told, party.basis) if best in told[:1] else ((best,), MODEL)
            return self._open(span, party, hints if score >= LEAST else {})
        known = party.basis == "actor list" or (
            party.basis == EARLIER and party.sort == "group" and party.name is not None
        )
        private = party.basis == TITLE and told == ("CVL",) and not party.weak and best in _OFFICES
        settled = (
            private
            or told[:1] in _BY_TRADE
            or party.noun.startswith(("pro-government", "pro-regime"))
            or party.told
            or party.country == "UNO"
            or (known and not party.weak)
            or _is_listed(party)
            or best in told
        )
        if not told or settled or score - hints.get(told[0], 0.0) < MARGIN:
            return told, party.basis
        return (best,), MODEL

    def _roles_of(self, span: Span, party: Party) -> Scores:
        """The sectors of an open party by the words around its mentions; many are settled without."""
        if span not in self._roles:
            named = party.name if party.sort != "state" else None
            spans = self._named[named] if named else [span]
            own = {s: role_scores(self._scene, self._parties[s]) for s in spans if self._parties[s].has_open_sector()}
            self._roles.update(_pooled(spans, own))
        return self._roles[span]

    def _open(self, span: Span, party: Party, hints: Scores) -> tuple[tuple[str, ...], str]:
        """The likeliest sector by the words around and the model together."""
        roles = self._roles_of(span, party)
        if not roles:
            return party.sectors, party.basis
        likeliest = best = max(roles, key=lambda label: (roles[label], label))
        if hints:
            best = max(
                (label for label in roles if roles[label] > roles[likeliest] - _FAR),
                key=lambda label: (roles[label] + SHARE * math.log(hints.get(label, 0.0) + _FLOOR), label),
            )
        if best in party.sectors:
            return (best, *(sector for sector in party.sectors if sector != best)), party.basis
        return (best,), party.basis if best == likeliest else MODEL


def _is_listed(party: Party) -> bool:
    """True for a person of the list whom another word means ("he", "the minister"), if not out of office."""
    return party.sort == "person" and party.id is not None and party.sectors[:1] not in ((), ("ELI",))


def _named(parties: Mapping[Span, Party]) -> dict[str, list[Span]]:
    """The mentions of each named party; states act in several sectors, so each of their mentions stays by itself."""
    named: dict[str, list[Span]] = {}
    for span, party in parties.items():
        if party.name and party.sort != "state":
            named.setdefault(party.name, []).append(span)
    return named


def _pooled(spans: Sequence[Span], own: Mapping[Span, Scores]) -> dict[Span, Scores]:
    """The scores of the mentions of one party, averaged over those that have some."""
    told = [own[span] for span in spans if span in own]
    if len(spans) == 1 or not told:
        return {span: own[span] for span in spans if span in own}
    pool: dict[str, float] = {}
    for scores in told:
        for label, score in scores.items():
            pool[label] = pool.get(label, 0.0) + score / len(told)
    return dict.fromkeys(spans, pool)
