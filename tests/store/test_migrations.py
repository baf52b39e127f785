from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.errors import StoreError
from dateline.store import open_store
from dateline.store.engine import connect, writing
from dateline.store.migrations import STEPS, found, prepare, versions
from dateline.store.tables import VERSION


def step(statement: str) -> object:
    return lambda connection: connection.exec_driver_sql(statement)


def version(engine: sa.Engine) -> int | None:
    with engine.connect() as connection:
        return found(connection)


def test_there_is_a_step_for_each_version_after_the_first() -> None:
    assert sorted(STEPS) == list(range(2, VERSION + 1))


def test_a_new_store_has_the_version_and_all_tables(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine)
    prepare(engine)
    assert version(engine) == VERSION
    engine.dispose()


def test_an_older_store_goes_through_the_steps(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine, version=1)
    steps = {2: step("ALTER TABLE runs ADD COLUMN note TEXT"), 3: step("UPDATE runs SET note = 'x'")}
    prepare(engine, version=3, steps=steps)  # type: ignore[arg-type]
    assert version(engine) == 3
    assert "note" in {c["name"] for c in sa.inspect(engine).get_columns("runs")}
    engine.dispose()


def test_a_step_that_fails_leaves_the_store_as_it_was(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine, version=1)
    steps = {2: step("ALTER TABLE runs ADD COLUMN note TEXT"), 3: step("NONSENSE")}
    with pytest.raises(StoreError):
        prepare(engine, version=3, steps=steps)  # type: ignore[arg-type]
    assert version(engine) == 1
    assert "note" not in {c["name"] for c in sa.inspect(engine).get_columns("runs")}
    engine.dispose()


def test_a_newer_store_is_not_touched(url: str) -> None:
    engine = connect(url, create=True)
    prepare(engine, version=VERSION + 1)
    with pytest.raises(StoreError, match="install the newer Dateline"):
        open_store(url)
    engine.dispose()


def test_tables_of_something_else_are_not_touched(url: str) -> None:
    engine = connect(url, create=True)
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE events (title TEXT)")
    with pytest.raises(StoreError, match="not Dateline's"):
        prepare(engine)
    assert sa.inspect(engine).get_table_names() == ["events"]
    engine.dispose()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("name", ["mydata", "schema_version"])
def test_a_file_of_another_program_stays_byte_for_byte(tmp_path: Path, name: str, create: bool) -> None:
    file = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"CREATE TABLE {name} (version INTEGER)")
        connection.execute(f"INSERT INTO {name} VALUES (1)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(StoreError, match=f"{name}.*another file to --db"):
        open_store(str(file), create=create)
    with pytest.raises(StoreError, match="is no store"):
        versions(str(file))
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_database_gets_no_tables_unless_a_store_may_be_made(url: str) -> None:
    engine = connect(url, create=True)
    with engine.connect() as connection:  # a file of SQLite is there from now on
        assert found(connection) is None
    with pytest.raises(StoreError, match="`dateline ingest` makes one"):
        open_store(url)
    assert sa.inspect(engine).get_table_names() == []
    with open_store(url, create=True) as store:
        assert store.count() == 0
    engine.dispose()


def test_two_that_open_a_new_store_at_once_make_it_once(url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_store(url, create=True), range(4)))
    for store in opened:
        assert store.count() == 0
        store.close()
