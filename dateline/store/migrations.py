"""The schema of a store, brought up to date when it is opened.

A new store gets all tables at once; an older one goes through the steps from its version on, each in the same
transaction as the number that says it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import sqlalchemy as sa

from dateline.errors import StoreError
from dateline.store import search, tables
from dateline.store.engine import connect, exists, reading, writing
from dateline.store.steps import fifth, fourth, second, sixth, third

Step = Callable[[sa.Connection], None]

STEPS: Mapping[int, Step] = {2: second.step, 3: third.step, 4: fourth.step, 5: fifth.step, 6: sixth.step}
"""What leads to each version from the one before; a step is never changed after a release."""


def prepare(engine: sa.Engine, *, version: int = tables.VERSION, steps: Mapping[int, Step] = STEPS) -> None:
    """Make the tables of a new store, or bring an older one to `version`.

    Raises StoreError where a newer Dateline made the store, or where the database holds tables of something else.
    """
    with reading(engine) as connection:
        if found(connection) == version:
            return
    with writing(engine) as connection:
        now = found(connection)
        if now is None:
            _refuse_foreign(connection)
            tables.METADATA.create_all(connection)
            search.create(connection)
            connection.execute(tables.versions.insert().values(version=version))
            return
        if now > version:
            raise StoreError(
                f"this store has schema version {now}, this Dateline knows {version}: install the newer Dateline"
            )
        for number in range(now + 1, version + 1):
            steps[number](connection)
            connection.execute(tables.versions.update().values(version=number))


def found(connection: sa.Connection) -> int | None:
    """The schema version of a store, None for an empty database."""
    if not sa.inspect(connection).has_table(tables.versions.name):
        return None
    version: int | None = connection.scalar(sa.select(tables.versions.c.version))
    return version


def versions(url: str | None = None) -> tuple[int | None, int]:
    """The schema version of a store (None: there is none yet, or an empty one) and that to which opening brings it.

    Raises StoreError where the database cannot be read.
    """
    if not exists(url):
        return None, tables.VERSION
    engine = connect(url, create=False)
    try:
        with reading(engine) as connection:
            return found(connection), tables.VERSION
    finally:
        engine.dispose()


def _refuse_foreign(connection: sa.Connection) -> None:
    taken = set(sa.inspect(connection).get_table_names()) & set(tables.METADATA.tables)
    if taken:
        raise StoreError(
            f"the database has a table {min(taken)!r} that is not Dateline's: give a database of its own to --db"
        )
