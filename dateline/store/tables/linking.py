"""What merging works with: what it still has to look at, and under what it looks things up."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA, Utc, key, text

touched = sa.Table(
    "touched",
    METADATA,
    key(),
    *(text(name, needed=True) for name in ("kind", "id", "cause")),
    sa.Column("at", Utc, nullable=False),
    comment="What merging still has to look at: written with what makes it necessary, deleted with what merging found.",
)

block_keys = sa.Table(
    "block_keys",
    METADATA,
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("event", KEY, sa.ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sa.Index("block_keys_event", "event"),
    sqlite_with_rowid=False,
    comment="Under what merging looks stories up, each by its first event; made from the events, of what holds now.",
)

article_marks = sa.Table(
    "article_marks",
    METADATA,
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), primary_key=True, autoincrement=False),
    sa.Column("topic", sa.JSON, nullable=False),
    text("agency"),
    sa.Column("earlier", KEY, sa.ForeignKey("articles.key")),
    sa.Column("share", sa.Float),
    text("basis"),
    sa.Index("article_marks_earlier", "earlier"),
    comment="What merging keeps of a text: its most telling words with their weights, the agency it credits, and the "
    "earlier article that it hangs on as a copy, with the share of its words that stand there.",
)

copy_keys = sa.Table(
    "copy_keys",
    METADATA,
    sa.Column("copy_key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    comment="Under what merging looks texts up: two that share a key may be copies.",
)
