"""An actor over time: in which roles, with what kinds of acts, with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa

from dateline.store.chunks import chunks
from dateline.store.keysets import gathered
from dateline.store.tables import counterparts, participants, parties
from dateline.store.views.columns import Columns, Mask
from dateline.store.views.drawing import bars

ROLES = ("actor", "recipient", "voice")
LATEST = 20_000
"""Events among which counterparts are looked for, the latest ones."""
COOPERATION = ("verbal_cooperation", "material_cooperation")


@dataclass(frozen=True, slots=True)
class Portrait:
    """`roles` counts events by month ("" without a day) and role, `quads` by quad class and role.

    `others` gives for each actor on the other side how many events are cooperation and how many conflict.
    """

    roles: list[tuple[str, str, int]]
    quads: Mapping[str, tuple[int, int]]
    others: Mapping[str, tuple[int, int]]


def portrait(connection: sa.Connection, table: Columns, mask: Mask, actor: str) -> Portrait:
    """The portrait of an actor by its id, in the events of a selection."""
    parts: dict[str, Mask] = {}
    for role in ROLES:
        part = sa.select(participants.c.event).join(parties, parties.c.key == participants.c.party)
        held = np.zeros(len(mask), np.bool_)
        held[
            table.rows_of(
                np.unique(gathered(connection, part.where(parties.c.actor == actor, participants.c.role == role)))
            )
        ] = True
        parts[role] = held & mask
    roles: list[tuple[str, str, int]] = []
    for role in ROLES:
        _, by_month, undated = bars(table, parts[role], "month")
        roles += [(b.start.isoformat()[:7], role, b.total) for b in by_month]
        roles += [("", role, undated)] if undated else []
    names = table.vocabulary["quad"].list
    by_role = [np.bincount(table.words["quad"][parts[role]], minlength=len(names)) for role in ("actor", "recipient")]
    quads = {names[i]: (int(by_role[0][i]), int(by_role[1][i])) for i in range(1, len(by_role[0])) if names[i]}
    return Portrait(sorted(roles), quads, _others(connection, table, parts, actor))


def _others(
    connection: sa.Connection, table: Columns, parts: Mapping[str, Mask], actor: str
) -> dict[str, tuple[int, int]]:
    """With whom an actor deals: how many of the latest events are cooperation and conflict, by the other's key."""
    friendly = set(table.numbers_of("quad", COOPERATION))
    counted: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for role, other in (("actor", "recipient"), ("recipient", "actor")):
        rows = np.nonzero(parts[role])[0][-LATEST:]
        quad = dict(zip(table.key[rows].tolist(), table.words["quad"][rows].tolist(), strict=True))
        for some in chunks(list(quad)):
            found = sa.select(participants.c.event, parties.c.actor).join(
                parties, parties.c.key == participants.c.party
            )
            found = found.where(participants.c.event.in_(some), participants.c.role == other).distinct()
            both = sa.select(counterparts.c.event, parties.c.actor).join(parties, parties.c.key == counterparts.c.party)
            both = both.where(counterparts.c.event.in_(some)).distinct()
            for event, one in connection.execute(found.union(both) if role == "actor" else found):
                if one != actor:
                    counted[quad[event] in friendly][one] += 1
    return {one: (counted[True][one], counted[False][one]) for one in sorted(counted[True] | counted[False])}
