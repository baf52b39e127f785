"""The same store in PostgreSQL: `python -m bench.copied --db FILE --to URL` fills an empty database from SQLite.

Rows go as they are, table by table (COPY), indexes are made behind them; what words are found by comes from the texts
and records that `bench.bulk` made it of.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from bench.bulk import WORDS
from dateline.store import Store, open_store
from dateline.store.engine import analyse, reading, writing
from dateline.store.tables import METADATA, versions

AT_ONCE = 2_000
"""Rows that are read together."""
WORDS_OF = {
    "articles": "SELECT key, to_tsvector('english', lower(text)) FROM articles",
    "events": "SELECT event, to_tsvector('english', lower(record #>> '{evidence,text}')) FROM event_records",
    "statements": "SELECT key, to_tsvector('english', lower(record #>> '{content,text}')) FROM statements",
}
assert {table.name for table in WORDS} == WORDS_OF.keys()


def copy(one: Store, two: Store) -> Iterator[str]:
    """Copy all rows of a store in SQLite into an empty one in PostgreSQL; how far it is, a line at a time."""
    dropped = [index for table in METADATA.tables.values() for index in table.indexes]
    with reading(one.engine) as source, writing(two.engine) as target:
        for index in dropped:
            index.drop(target, checkfirst=True)
        for table in METADATA.sorted_tables:
            if table is not versions:
                yield f"{table.name}: {_rows(source, target, table):,}"
        for name, words in WORDS_OF.items():
            target.exec_driver_sql(f"DROP INDEX {name}_search_words")
            target.exec_driver_sql(f"INSERT INTO {name}_search (rowid, words) {words}")
            target.exec_driver_sql(f"CREATE INDEX {name}_search_words ON {name}_search USING gin (words)")
            yield f"words of {name}"
        for index in dropped:
            index.create(target, checkfirst=True)
        analyse(target)
    yield "indexes made"


def _rows(source: sa.Connection, target: sa.Connection, table: sa.Table) -> int:
    """Copy the rows of a table; how many there were."""
    number, columns = 0, [sa.type_coerce(c, sa.Text) if isinstance(c.type, sa.JSON) else c for c in table.c]
    names = ", ".join(f'"{column.name}"' for column in table.c)
    into = f"COPY {table.name} ({names}) FROM STDIN"
    raw: Any = target.connection.cursor()
    with source.execution_options(yield_per=AT_ONCE).execute(sa.select(*columns)) as rows, raw.copy(into) as out:
        for row in rows:
            out.write_row(row)
            number += 1
    return number


def main() -> None:
    """Copy, tell how far it is."""
    parser = argparse.ArgumentParser(prog="bench.copied", description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--to", required=True, help="postgresql:// URL of an empty database")
    options = parser.parse_args()
    with open_store(options.db) as one, open_store(options.to, create=True) as two:
        for line in copy(one, two):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
