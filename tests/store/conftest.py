"""The same tests on each kind of store: SQLite always, PostgreSQL where DATELINE_TEST_POSTGRES names a database."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.store import Store, open_store, search
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
def used_store(new_schema: NewStore) -> Iterator[Store]:
    """A PostgreSQL store that is emptied and used again: to make all tables takes longer than most tests."""
    with open_store(new_schema(), create=True) as opened:
        yield opened


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
def store(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store; whatever was done with it, events are where their passages are."""
    if kind == "sqlite":
        with open_store(str(tmp_path / "store.sqlite"), create=True) as opened:
            yield opened
            kept, told = members(opened.engine)
            assert kept == told
        return
    used: Store = request.getfixturevalue("used_store")
    with used._engine.begin() as connection:
        for table in (*reversed(METADATA.sorted_tables), *(sa.table(f"{kind}_search") for kind in search.KINDS)):
            if table is not versions:
                connection.execute(sa.delete(table))
    yield used


@pytest.fixture(params=KINDS, scope="module")
def read_only(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that the tests of a module fill once and read only."""
    postgres = request.param == "postgresql"
    new: NewStore = (
        request.getfixturevalue("new_schema") if postgres else lambda: str(tmp_path_factory.mktemp("one") / "s")
    )
    with open_store(new(), create=True) as opened:
        yield opened
