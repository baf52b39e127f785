"""Version 12: events that people add by hand, and articles that they withdraw.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

WITHDRAWN = "withdrawn_by TEXT, withdrawn_at {time}, withdrawn_reason TEXT"
STATEMENTS = (
    'CREATE TABLE additions (id TEXT NOT NULL PRIMARY KEY, article TEXT NOT NULL, passage TEXT NOT NULL, "by" TEXT NOT '
    f"NULL, reason TEXT NOT NULL, record JSON NOT NULL, at {{time}} NOT NULL, {WITHDRAWN})",
    "CREATE INDEX additions_passage ON additions (passage)",
    "CREATE INDEX additions_article ON additions (article)",
    'CREATE TABLE article_withdrawals (id TEXT NOT NULL PRIMARY KEY, article TEXT NOT NULL, "by" TEXT NOT NULL, reason '
    f"TEXT NOT NULL, at {{time}} NOT NULL, {WITHDRAWN})",
    "CREATE INDEX article_withdrawals_article ON article_withdrawals (article)",
    "ALTER TABLE events ADD COLUMN added_by TEXT",
)


def step(connection: sa.Connection) -> None:
    """Make the tables with their indexes, and the column."""
    time = "DATETIME" if connection.dialect.name == "sqlite" else "TIMESTAMP WITH TIME ZONE"
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format(time=time))
