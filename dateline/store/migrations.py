"""The schema of a store, brought up to date when it is opened.

A new store gets all tables at once, and only where it may be made; an older one goes through the steps from its version
on, each in the same transaction as the number that says it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import sqlalchemy as sa

from dateline.errors import StoreError
from dateline.store import search, tables
from dateline.store.engine import analyse, connect, exists, reading, writing
from dateline.store.steps import (
    version_02,
    version_03,
    version_04,
    version_05,
    version_06,
    version_07,
    version_08,
    version_09,
    version_10,
    version_11,
    version_12,
    version_13,
    version_14,
    version_15,
)

Step = Callable[[sa.Connection], None]

STEPS: Mapping[int, Step] = {
    2: version_02.step,
    3: version_03.step,
    4: version_04.step,
    5: version_05.step,
    6: version_06.step,
    7: version_07.step,
    8: version_08.step,
    9: version_09.step,
    10: version_10.step,
    11: version_11.step,
    12: version_12.step,
    13: version_13.step,
    14: version_14.step,
    15: version_15.step,
}
"""What leads to each version from the one before; a step is never changed after a release."""


MARKS = (tables.versions.name, "articles")
"""Tables of every version by which a store is told from what others keep under one of these names."""


def prepare(
    engine: sa.Engine, *, create: bool = True, version: int = tables.VERSION, steps: Mapping[int, Step] = STEPS
) -> None:
    """Bring an older store to `version`, or (with `create`) make the tables of a new one.

    Raises StoreError where a newer Dateline made the store, where the database holds tables of something else, and
    without `create` where it holds none. Nothing is written then.
    """
    with reading(engine) as connection:
        now = found(connection)
        if now == version:
            return
        if now is None and not create:
            raise StoreError(f"there is no store at {_named(engine)}: `dateline ingest` makes one; or give --db")
        _refuse_newer(now, version)
    try:
        with writing(engine) as connection:
            _bring(connection, version, steps)
    except StoreError as error:
        if now is None or "readonly" not in str(error):
            raise
        raise StoreError(
            f"{error}; of schema version {now}, it is brought up to {version} before it is read"
        ) from error


def _bring(connection: sa.Connection, version: int, steps: Mapping[int, Step]) -> None:
    """Make a store, or go through the steps to a version, from what is there by now."""
    now = found(connection)
    if now is None:
        tables.METADATA.create_all(connection)
        search.create(connection)
        connection.execute(tables.versions.insert().values(version=version))
        return
    _refuse_newer(now, version)
    for number in range(now + 1, version + 1):
        steps[number](connection)
        connection.execute(tables.versions.update().values(version=number))
    if now < version:
        analyse(connection)  # else new indexes count as if each value in them were nearly alone


def _refuse_newer(now: int | None, version: int) -> None:
    if now is not None and now > version:
        raise StoreError(
            f"this store has schema version {now}, this Dateline knows {version}: install the newer Dateline"
        )


def found(connection: sa.Connection) -> int | None:
    """The schema version of a store, None for a database without one.

    Raises StoreError where there can be none, for tables of something else are there.
    """
    present = sa.inspect(connection)
    if all(present.has_table(name) for name in MARKS):
        version: int | None = connection.scalar(sa.select(tables.versions.c.version))
        if version is not None:
            return version
    _refuse_foreign(connection, present.get_table_names())
    return None


def versions(url: str | None = None) -> tuple[int | None, int]:
    """The schema version of a store (None: there is none yet, or an empty one) and that to which opening brings it.

    Raises StoreError where the database cannot be read, or holds tables of something else.
    """
    if not exists(url):
        return None, tables.VERSION
    engine = connect(url, create=False)
    try:
        with reading(engine) as connection:
            return found(connection), tables.VERSION
    finally:
        engine.dispose()


def _refuse_foreign(connection: sa.Connection, present: Collection[str]) -> None:
    """StoreError where tables of something else are in the way of a store.

    A file of SQLite belongs to one program. A database of PostgreSQL is often shared, and extensions put tables into
    it: there only tables of the same names are in the way.
    """
    taken = set(present) & set(tables.METADATA.tables)
    if taken or (present and connection.dialect.name == "sqlite"):
        other = "another file" if connection.dialect.name == "sqlite" else "another database"
        name, table = _named(connection.engine), min(taken or present)
        raise StoreError(f"{name} is no store, its table {table!r} is not Dateline's: give {other} to --db")


def _named(engine: sa.Engine) -> str:
    return engine.url.database or "" if engine.dialect.name == "sqlite" else engine.url.render_as_string()
