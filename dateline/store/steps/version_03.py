"""Version 3: what merging keeps of each article, and its keys as numbers.

The statements are written out, so that the step stays what it is when the tables change later.
"""

from __future__ import annotations

import sqlalchemy as sa

STATEMENTS = (
    "DROP TABLE block_keys",
    "CREATE TABLE block_keys (block BIGINT NOT NULL, event {key} NOT NULL REFERENCES events (key), "
    "PRIMARY KEY (block, event)){bare}",
    "CREATE INDEX block_keys_event ON block_keys (event)",
    "CREATE TABLE article_marks (article {key} NOT NULL PRIMARY KEY REFERENCES articles (key), topic JSON NOT NULL, "
    'agency TEXT, "earlier" {key} REFERENCES articles (key), share FLOAT, basis TEXT)',
    'CREATE INDEX article_marks_earlier ON article_marks ("earlier")',
    "CREATE TABLE copy_keys (copy_key BIGINT NOT NULL, article {key} NOT NULL REFERENCES articles (key), "
    "PRIMARY KEY (copy_key, article)){bare}",
    "CREATE INDEX redirects_target ON redirects (target)",
)


def step(connection: sa.Connection) -> None:
    """Make the tables anew; articles that were looked at already are put on the list again."""
    sqlite = connection.dialect.name == "sqlite"
    types = {"key": "INTEGER" if sqlite else "BIGINT", "bare": " WITHOUT ROWID" if sqlite else ""}
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement.format_map(types))
    connection.exec_driver_sql("DELETE FROM touched WHERE kind = 'article'")
    connection.exec_driver_sql(
        "INSERT INTO touched (key, kind, id, cause, at) SELECT a.key + coalesce((SELECT max(key) FROM touched), 0), "
        "'article', a.id, a.id, a.added FROM articles a WHERE EXISTS (SELECT 1 FROM codings c WHERE c.article = a.key)"
    )
