"""Version 4: articles by day, the log by person and time.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    "CREATE INDEX articles_by_day ON articles (published_day, key)",
    'CREATE INDEX audit_by ON audit ("by", key)',
    "CREATE INDEX audit_at ON audit (at)",
)


def step(connection: sa.Connection) -> None:
    """Make the indexes."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
