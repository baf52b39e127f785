"""How many events are known, counted as they are written."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA

months = sa.Table(
    "months",
    METADATA,
    *(sa.Column(name, sa.Text, primary_key=True) for name in ("month", "type", "quad", "country")),
    sa.Column("events", sa.Integer, nullable=False),
    comment='How many events are known, by month ("2024-07", "" undated), type, quad class and country ("" unknown).',
)

dyads = sa.Table(
    "dyads",
    METADATA,
    *(
        sa.Column(name, sa.Text, primary_key=True)
        for name in ("month", "actor_country", "actor_sector", "recipient_country", "recipient_sector", "quad")
    ),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Index("dyads_countries", "actor_country", "recipient_country", "quad", "month", "events"),
    comment="How many events are known, by month, who, to whom (each pair of an event once, counterparts both ways) "
    "and quad class.",
)

party_counts = sa.Table(
    "party_counts",
    METADATA,
    sa.Column("party", KEY, sa.ForeignKey("parties.key"), primary_key=True, autoincrement=False),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("events", sa.Integer, nullable=False),
    comment="In how many events that are known a party takes part, by role.",
)
