"""Version 7: who acts on whom where all do something with one another, and the day of publication beside events.

The statements, the types and how actors are told apart are written out, so that the step stays what it is when those
change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, permutations
from typing import Any

import sqlalchemy as sa

MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
AT_ONCE = 1000
"""Rows that are written together."""

STATEMENTS = (
    "CREATE TABLE counterparts (event {key} NOT NULL REFERENCES events (key), position INTEGER NOT NULL, party {key} "
    "NOT NULL REFERENCES parties (key), PRIMARY KEY (event, position))",
    "CREATE INDEX counterparts_party ON counterparts (party, event)",
    "ALTER TABLE events ADD COLUMN published DATE",
    "UPDATE events SET published = (SELECT a.published_day FROM articles a WHERE a.key = events.article)",
    "CREATE INDEX events_by_published ON events (published, key) WHERE superseded IS NULL",
)
DYAD = ("month", "actor_country", "actor_sector", "recipient_country", "recipient_sector", "quad")

counterparts = sa.table("counterparts", *(sa.column(name, sa.BigInteger) for name in ("event", "position", "party")))
dyads = sa.table("dyads", *(sa.column(name, sa.Text) for name in DYAD), sa.column("events", sa.Integer))

Row = Any
"""An actor of an event: event, live, month, quad, position, party, country, sector, folded, actor_id."""


def step(connection: sa.Connection) -> None:
    """Make table, column and indexes, fill them, and count the pairs that come by it."""
    key = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format(key=key))
    new: list[dict[str, int]] = []
    counted: Counter[tuple[str, ...]] = Counter()
    for together in _mutual(connection):
        new += [{"event": row.event, "position": row.position, "party": row.party} for row in together]
        if together[0].live:
            counted.update(_pairs(together))
    for start in range(0, len(new), AT_ONCE):
        connection.execute(counterparts.insert(), new[start : start + AT_ONCE])
    for pair, number in counted.items():
        _count(connection, dict(zip(DYAD, pair, strict=True)), number)


def _mutual(connection: sa.Connection) -> Iterator[list[Row]]:
    """The actors of each event that they do with one another, each of them once."""
    day = "substr(e.day, 1, 7)" if connection.dialect.name == "sqlite" else "to_char(e.day, 'YYYY-MM')"
    types = ", ".join(f"'{type_}'" for type_ in MUTUAL)
    found = connection.exec_driver_sql(
        f"SELECT e.key AS event, e.superseded IS NULL AS live, coalesce({day}, '') AS month, e.quad AS quad, "
        "p.position AS position, p.party AS party, a.country AS country, a.sector AS sector, a.folded AS folded, "
        "a.actor_id AS actor_id FROM events e JOIN participants p ON p.event = e.key JOIN parties a ON a.key = p.party "
        f"WHERE e.type IN ({types}) AND p.role = 'actor' AND NOT EXISTS (SELECT 1 FROM participants r WHERE r.event = "
        "e.key AND r.role = 'recipient') ORDER BY e.key, p.position"
    )
    for _, rows in groupby(found, key=lambda row: row.event):
        firsts: dict[tuple[str | None, ...], Row] = {}
        for row in rows:
            firsts.setdefault((row.actor_id,) if row.actor_id else (row.folded, row.country), row)
        if len(firsts) > 1:
            yield list(firsts.values())


def _pairs(together: Sequence[Row]) -> set[tuple[str, ...]]:
    month, quad = together[0].month, together[0].quad
    codes = [(row.country or "", row.sector or "") for row in together]
    return {(month, *one, *two, quad) for one, two in permutations(codes, 2)}


def _count(connection: sa.Connection, pair: dict[str, str], number: int) -> None:
    same = sa.and_(*(dyads.c[name] == value for name, value in pair.items()))
    added = connection.execute(dyads.update().where(same).values(events=dyads.c.events + number))
    if not added.rowcount:
        connection.execute(dyads.insert().values(pair | {"events": number}))
