"""The connection to a store: one SQLite file, or PostgreSQL by URL, with the settings that were measured for it."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from dateline.errors import InputError, StoreError

DEFAULT = "dateline.sqlite"
"""The store of the current folder."""

WAIT = 60.0
"""Seconds to wait for another program that holds the store."""

PRAGMAS = (
    f"busy_timeout={WAIT * 1000:.0f}",
    "synchronous=NORMAL",
    "cache_size=-262144",
    "temp_store=MEMORY",
    "mmap_size=1073741824",
    "foreign_keys=ON",
)
"""The 256 MB page cache keeps index pages of a million events in memory."""

WAL = "journal_mode=WAL"
"""Lets many read while one writes. It is kept in the file, so it is set by who writes: a file that is only looked at
stays as it is, for it may be somebody else's."""

ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON as it is stored; `json.dumps` would make an encoder each time."""

DAMAGED = ": the file is damaged; take the last copy of it, or ingest the same sources into another --db"
WRITES = "dateline_writes"
WRITER_LOCK = 0x6461_7465
"""Key of the advisory lock of PostgreSQL that makes writers take turns, as SQLite does by itself."""


def connect(url: str | None, *, create: bool) -> sa.Engine:
    """An engine for a path or URL (None: `dateline.sqlite` here); without `create` a SQLite file has to be there.

    Raises InputError for a URL of another kind, StoreError where there is no store.
    """
    target = parsed(url or DEFAULT)
    if target.drivername == "sqlite":
        return _sqlite(target, create=create)
    try:
        return sa.create_engine(target, json_serializer=ENCODE, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs the psycopg library: pip install 'dateline[postgres]'") from error


def exists(url: str | None) -> bool:
    """Whether there is a file for a store in SQLite; a server of PostgreSQL is asked when it is opened."""
    target = parsed(url or DEFAULT)
    return target.drivername != "sqlite" or Path(target.database or "").exists()


def parsed(text: str) -> URL:
    """The URL of a store; a plain path is a SQLite file."""
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
        kind = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise InputError(f"{text!r} is no store: give a file or postgresql://user@host/database") from error
    if kind == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise InputError(f"{url.drivername}: a store is a SQLite file or PostgreSQL (postgresql://user@host/database)")


def now() -> datetime:
    """This moment in UTC: when what is written was recorded."""
    return datetime.now(UTC)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that sees one state of the store throughout."""
    with guarded(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one transaction that no other writer shares: all of it is written, or nothing."""
    with guarded(engine), engine.connect() as connection:
        connection = connection.execution_options(**{WRITES: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER_LOCK)))
            yield connection


def analyse(connection: sa.Connection) -> None:
    """Let the database look at how its values are spread, so that it picks the right index: about a second."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit=1000")
        connection.exec_driver_sql("ANALYZE")
        return
    # A server's database may hold schemas of others: alone, the word looks at every table of all.
    quote = connection.dialect.identifier_preparer.quote
    connection.exec_driver_sql("ANALYZE " + ", ".join(map(quote, sa.inspect(connection).get_table_names())))


@contextmanager
def guarded(engine: sa.Engine) -> Iterator[None]:
    """Errors of the database as a StoreError that names the store."""
    try:
        yield
    except IntegrityError:
        raise  # no state of the store explains it: a fault of the program
    except json.JSONDecodeError as error:
        name = engine.url.render_as_string(hide_password=True)
        raise StoreError(f"{name}: a record is no JSON: {error}{DAMAGED}") from error
    except DBAPIError as error:
        name = engine.url.render_as_string(hide_password=True)
        reason = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
        raise StoreError(f"{name}: {reason}{_advice(reason)}") from error


def _advice(reason: str) -> str:
    known = {
        **dict.fromkeys(("malformed", "no such table", "Could not decode"), DAMAGED),
        "is not a database": ": give the path of another file to --db",
        "locked": ": another program has held it for a minute; try again when it is done",
        "disk is full": ": make room and run the same command again, nothing is lost",
        "disk I/O": ": is the disk full or failing? make room and run the same command again, nothing half is written",
        "readonly": ": the file or its folder cannot be written",
        "unable to open": ": is the folder there, and may it be written?",
        "connection": ": is the server running, and are host, port, user and password right?",
        "does not exist": ": create the database first (createdb)",
    }
    return next((advice for words, advice in known.items() if words in reason), "")


def _sqlite(url: URL, *, create: bool) -> sa.Engine:
    path = Path(url.database or "")
    if path.is_dir():
        raise InputError(f"{path} is a folder: give the file of the store to --db, such as {path / DEFAULT}")
    if not path.exists():
        if not create:
            raise StoreError(f"there is no store at {path}: `dateline ingest` makes one; or give --db")
        if not path.parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} is not there; make it or give another --db")
    frozen = {"creator": partial(_frozen, path)} if _is_frozen(path) else {}
    engine = sa.create_engine(url, json_serializer=ENCODE, **frozen)
    sa.event.listen(engine, "connect", _set)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _is_frozen(path: Path) -> bool:
    """True where nobody can write the file now: reading by way of the WAL would make files beside it.

    What a WAL still holds stands in no file by itself: such a store cannot be read so.
    """
    if not path.exists() or os.access(path.parent, os.W_OK):
        return False
    wal = path.with_name(f"{path.name}-wal")
    return not wal.exists() or wal.stat().st_size == 0


def _frozen(path: Path) -> sqlite3.Connection:
    """A connection to a file that is not going to change."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)


def _set(connection: Any, entry: ConnectionPoolEntry) -> None:
    """The settings of one SQLite connection; transactions are begun by `_begin`, not by the driver."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        _patiently(partial(connection.execute, f"PRAGMA {pragma}"))


def _patiently(execute: Callable[[], Any]) -> None:
    """Run a statement; wait for other programs also where SQLite's own waiting does not.

    Making a new file a WAL file turns a reading transaction into a writing one. SQLite says at once that another
    program holds the lock there: two that waited for each other would wait for ever.
    """
    last = time.monotonic() + WAIT
    while True:
        try:
            execute()
        except (sqlite3.OperationalError, DBAPIError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            code = cause.sqlite_errorcode if isinstance(cause, sqlite3.Error) else None
            if code is None or code & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(random.uniform(0.005, 0.05))
        else:
            return


def _begin(connection: sa.Connection) -> None:
    """A writer takes the lock at once: a reader that turned writer could find its state outdated."""
    immediate = connection.get_execution_options().get(WRITES)
    if immediate:
        _patiently(partial(connection.exec_driver_sql, f"PRAGMA {WAL}"))
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
