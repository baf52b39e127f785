"""What was read, and by which run of the coder it was coded."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import KEY, METADATA, Utc, held, key, text

inputs = sa.Table(
    "inputs",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    text("name", needed=True),
    sa.Column("bytes", sa.LargeBinary, nullable=False),
    comment="Files as they were read (compressed by zlib), by the SHA-256 of their content; kept on demand.",
)

articles = sa.Table(
    "articles",
    METADATA,
    key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    text("digest", needed=True),
    text("text", needed=True),
    *(text(name) for name in ("title", "published", "publisher", "url", "language", "source")),
    sa.Column("published_day", sa.Date),
    sa.Column("revises", sa.Text),
    sa.Column("input", sa.Text, sa.ForeignKey("inputs.digest")),
    sa.Column("added", Utc, nullable=False),
    sa.Index("articles_by_day", "published_day", "key"),
    comment="Reports as they were read, never changed. "
    "`revises` is the id of an earlier article that came under the same id with another text.",
)

runs = sa.Table(
    "runs",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    text("coder", needed=True),
    text("version", needed=True),
    text("model", needed=True),
    text("codebook", needed=True),
    sa.Column("settings", sa.JSON, nullable=False),
    sa.Column("started", Utc, nullable=False),
    sa.Column("finished", Utc),
    comment="The runs of the coder, with all that decides what is coded.",
)

codings = sa.Table(
    "codings",
    METADATA,
    key(),
    sa.Column("article", KEY, sa.ForeignKey("articles.key"), nullable=False),
    text("coder", needed=True),
    sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
    *held(),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.UniqueConstraint("article", "coder"),
    sa.Index("codings_run", "run"),
    comment="The ledger: one row says that an article was coded whole, written in the transaction that wrote its "
    "events.",
)
