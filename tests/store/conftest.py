"""The same tests on each kind of store: SQLite always, PostgreSQL where DATELINE_TEST_POSTGRES names a database."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.store import Store, open_store, search
from dateline.store.engine import connect
from dateline.store.tables import METADATA, versions
from tests.store.making import members

POSTGRES = os.environ.get("DATELINE_TEST_POSTGRES")
KINDS = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)

NewStore = Callable[[], str]


@pytest.fixture(scope="session")
def new_schema() -> Iterator[NewStore]:
    """Makes the URL of an empty schema in the database of the tests; all are dropped at the end."""
    engine = sa.create_engine(str(POSTGRES).replace("postgresql://", "postgresql+psycopg://"), poolclass=sa.NullPool)
    made: list[str] = []

    def new() -> str:
        made.append(f"test_{uuid.uuid4().hex}")
        with engine.begin() as connection:
            connection.execute(sa.schema.CreateSchema(made[-1]))
        return f"{POSTGRES}?options=-csearch_path%3D{made[-1]}"

    yield new
    for schema in made:  # each by itself: one transaction takes a lock for every table
        with engine.begin() as connection:
            connection.execute(sa.schema.DropSchema(schema, cascade=True))


@pytest.fixture(scope="session")
def used_schema(new_schema: NewStore) -> Iterator[sa.Engine]:
    """The schema of PostgreSQL that is emptied and used again."""
    with open_store(new_schema(), create=True) as opened:
        yield opened.engine


@pytest.fixture(scope="session")
def used_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[sa.Engine, Path]]:
    """The file of SQLite that is used again, and an empty store to copy over it."""
    folder = tmp_path_factory.mktemp("used")
    open_store(str(folder / "empty.sqlite"), create=True).close()
    engine = connect(str(folder / "store.sqlite"), create=True)
    yield engine, folder / "empty.sqlite"
    engine.dispose()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """sqlite or postgresql."""
    return str(request.param)


@pytest.fixture
def new_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> NewStore:
    """Makes the URL of an empty store, as often as it is called."""
    if kind == "postgresql":
        new: NewStore = request.getfixturevalue("new_schema")
        return new
    return lambda: str(tmp_path / f"{uuid.uuid4().hex}.sqlite")


@pytest.fixture
def url(new_url: NewStore) -> str:
    """The URL of an empty store."""
    return new_url()


@pytest.fixture
def empty(kind: str, request: pytest.FixtureRequest) -> sa.Engine:
    """The database of an empty store, used again: to make all tables takes longer than most tests."""
    if kind == "postgresql":
        engine: sa.Engine = request.getfixturevalue("used_schema")
        tables = [table.name for table in reversed(METADATA.sorted_tables) if table is not versions]
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "; ".join(f"DELETE FROM {name}" for name in [*tables, *(f"{one}_search" for one in search.KINDS)])
            )
        return engine
    engine, untouched = request.getfixturevalue("used_file")
    engine.dispose()
    for rest in ("", "-wal", "-shm"):
        Path(f"{engine.url.database}{rest}").unlink(missing_ok=True)
    shutil.copy(untouched, str(engine.url.database))
    return engine


@pytest.fixture
def store(kind: str, empty: sa.Engine) -> Iterator[Store]:
    """An empty store; whatever was done with it, events are where their passages are."""
    yield Store(empty)
    if kind == "sqlite":
        kept, told = members(empty)
        assert kept == told


@pytest.fixture(params=KINDS, scope="module")
def read_only(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that the tests of a module fill once and read only."""
    postgres = request.param == "postgresql"
    new: NewStore = (
        request.getfixturevalue("new_schema") if postgres else lambda: str(tmp_path_factory.mktemp("one") / "s")
    )
    with open_store(new(), create=True) as opened:
        yield opened
