"""Questions that are kept, and up to where each was told."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA, Utc, key, text, withdrawn

watches = sa.Table(
    "watches",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("name", "by")),
    sa.Column("asked", sa.JSON, nullable=False),
    sa.Column("at", Utc, nullable=False),
    *withdrawn(),
    sa.Index("watches_name", "name"),
    comment="Questions that people keep under a name; a withdrawn one was removed.",
)

watch_runs = sa.Table(
    "watch_runs",
    METADATA,
    key(),
    sa.Column("watch", sa.Text, sa.ForeignKey("watches.id"), nullable=False),
    sa.Column("upto", KEY, nullable=False),
    sa.Column("news", sa.Integer, nullable=False),
    text("by", needed=True),
    sa.Column("at", Utc, nullable=False),
    sa.Column("looked", Utc, nullable=False),
    *withdrawn(),
    sa.Index("watch_runs_watch", "watch"),
    comment="When news were told for a question: how many and to whom; up to which entry of `changes` was looked, then "
    "or later (`looked`) without anything new. The last row that was not withdrawn says where the next run begins; the "
    "first stands for the making of the question.",
)
