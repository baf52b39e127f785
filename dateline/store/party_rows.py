"""The rows of parties: found by what tells parties apart, written where there are none yet, read with their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from dateline.records.stored import StoredParty
from dateline.store import merged_actors, rows
from dateline.store.chunks import chunks
from dateline.store.rows import Party
from dateline.store.tables import parties


def keys(connection: sa.Connection, wanted: Iterable[Party]) -> dict[Party, int]:
    """The keys of parties; new ones are written, each under the actor that stands for it."""
    by_id = {party.id: party for party in wanted}
    known: dict[Party, int] = {}
    for some in chunks(sorted(by_id)):
        found = sa.select(parties.c.id, parties.c.key).where(parties.c.id.in_(some))
        known |= {by_id[id_]: key for id_, key in connection.execute(found)}
    fresh = [party for _, party in sorted(by_id.items()) if party not in known]
    if not fresh:
        return known
    largest = connection.scalar(sa.select(sa.func.max(parties.c.key))) or 0
    new = {party: largest + n for n, party in enumerate(fresh, 1)}
    merged = merged_actors.read(connection)
    rows_of = [party.row(key) for party, key in new.items()]
    connection.execute(parties.insert(), [row | {"actor": merged_actors.root(merged, row["actor"])} for row in rows_of])
    return known | new


def by_role(role: sa.ColumnElement[str], n: sa.ColumnElement[int]) -> list[sa.Label[int]]:
    """The sums of `n` in each role, 0 where there is none: `as_actor`, `as_recipient`, `as_voice`."""
    return [
        sa.func.coalesce(sa.func.sum(sa.case((role == name, n), else_=0)), 0).label(f"as_{name}")
        for name in ("actor", "recipient", "voice")
    ]


def stored(row: Any) -> StoredParty:
    """The party of a row of `parties` that has its sums by role."""
    return party(row, int(row.as_actor), int(row.as_recipient), int(row.as_voice))


def party(row: Any, as_actor: int, as_recipient: int, as_voice: int) -> StoredParty:
    """The party of a row of `parties`, with its numbers of events by role."""
    sectors = rows.unlisted(row.sectors)
    return StoredParty(row.id, row.name, row.country, sectors, row.actor_id, as_actor, as_recipient, as_voice)
