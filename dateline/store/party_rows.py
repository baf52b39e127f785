"""The rows of parties: found by what tells parties apart, written where there are none yet."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from dateline.store import merges
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
    merged = merges.read(connection)
    rows_of = [party.row(key) for party, key in new.items()]
    connection.execute(parties.insert(), [row | {"actor": merges.root(merged, row["actor"])} for row in rows_of])
    return known | new
