"""Counts that are kept up to date in the transaction that changes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from dateline.records.event import Event
from dateline.store import rows
from dateline.store.tables import dyads, months, party_counts


@dataclass(slots=True)
class Tally:
    """What one transaction adds to the counts and takes from them."""

    months: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    dyads: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    parties: Counter[tuple[Any, ...]] = field(default_factory=Counter)

    def count(self, event: Event, keys: Mapping[rows.Party, int], by: int) -> None:
        """An event came (`by` 1) or went (-1); `keys` are those of the parties."""
        row = rows.event(event, None)
        month = rows.month(row["day"])
        self.months[(month, event.type, event.quad, row["country"] or "")] += by
        for dyad in rows.dyads(event):
            self.dyads[(month, *dyad, event.quad)] += by
        for role, key in sorted({(role, keys[party]) for role, _, party in rows.parties(event)}):
            self.parties[(key, role)] += by

    def write(self, connection: sa.Connection) -> None:
        """Put the changes into the store."""
        for table, counts in ((months, self.months), (dyads, self.dyads), (party_counts, self.parties)):
            _add(connection, table, counts)


def _add(connection: sa.Connection, table: sa.Table, counts: Counter[tuple[Any, ...]]) -> None:
    names = [c.name for c in table.primary_key]
    changed = [dict(zip(names, key, strict=True), events=n) for key, n in sorted(counts.items()) if n]
    if not changed:
        return
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
    add = insert.on_conflict_do_update(index_elements=names, set_={"events": table.c.events + insert.excluded.events})
    connection.execute(add, changed)
    if any(row["events"] < 0 for row in changed):
        connection.execute(table.delete().where(table.c.events == 0))
