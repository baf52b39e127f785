"""Which actors people put together: each leads to another, and so on to the one that stands for all."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from dateline.store.tables import actor_merges


def read(connection: sa.Connection) -> dict[str, str]:
    """Each actor that was put together with another, with that other."""
    found = connection.execute(sa.select(actor_merges.c.actor, actor_merges.c.target))
    return {actor: target for actor, target in found}


def root(merged: Mapping[str, str], actor: str) -> str:
    """The actor that stands for this one."""
    seen = {actor}
    while (further := merged.get(actor)) is not None and further not in seen:
        actor = further
        seen.add(actor)
    return actor


def joined(merged: Mapping[str, str], actor: str) -> list[str]:
    """All actors that this one stands for, itself first."""
    return [actor, *sorted(one for one in merged if one != actor and root(merged, one) == actor)]
