"""Who may use the workbench, and who changed what through it."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import METADATA, Utc, key, text

users = sa.Table(
    "users",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    *(text(name, needed=True) for name in ("password", "role")),
    sa.Column("created", Utc, nullable=False),
    comment="Accounts. `password` is a scrypt digest with its salt and costs; role is reader, reviewer or admin.",
)

sessions = sa.Table(
    "sessions",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("user", sa.Text, sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    *(sa.Column(name, Utc, nullable=False) for name in ("created", "seen")),
    sa.Index("sessions_user", "user"),
    comment="Who is logged in, by the SHA-256 of the cookie.",
)

tokens = sa.Table(
    "tokens",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("user", sa.Text, sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    text("name", needed=True),
    sa.Column("digest", sa.Text, nullable=False, unique=True),
    sa.Column("created", Utc, nullable=False),
    sa.Column("used", Utc),
    sa.Index("tokens_user", "user"),
    comment="Keys of programs to the API, by the SHA-256 of the secret.",
)

audit = sa.Table(
    "audit",
    METADATA,
    key(),
    sa.Column("at", Utc, nullable=False),
    *(text(name, needed=True) for name in ("by", "action", "object")),
    sa.Column("detail", sa.JSON, nullable=False),
    text("address"),
    sa.Index("audit_by", "by", "key"),
    sa.Index("audit_at", "at"),
    comment="Who changed what from where, through the workbench; written with the change, never changed.",
)
