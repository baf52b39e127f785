"""The version of the schema."""

from __future__ import annotations

import sqlalchemy as sa

from dateline.store.tables.columns import METADATA

VERSION = 15
"""Of the schema; raise it with a step in `migrations.py`."""

versions = sa.Table(
    "schema_version",
    METADATA,
    sa.Column("version", sa.Integer, nullable=False),
    comment="The version of this schema, in one row.",
)
