from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

import dateline
from dateline.errors import InputError, StoreError
from dateline.store import engine, open_store
from dateline.store.engine import connect, parsed, reading, writing
from dateline.store.migrations import prepare
from tests.store.making import article, code_one, run


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("news.sqlite", "sqlite:///news.sqlite"),
        ("sqlite:///news.sqlite", "sqlite:///news.sqlite"),
        ("postgresql://ana@host/news", "postgresql+psycopg://ana@host/news"),
        ("postgresql+psycopg://ana@host/news", "postgresql+psycopg://ana@host/news"),
    ],
)
def test_a_store_is_a_file_or_postgresql(text: str, shown: str) -> None:
    assert str(parsed(text)) == shown


def test_a_store_in_a_folder_that_cannot_be_written_is_read_and_nothing_is_made_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a store?.sqlite"  # a name that has to be quoted in a URI
    with dateline.open(str(file), create=True) as store:
        store.begin(run())
    with dateline.open(str(file)):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    monkeypatch.setattr(engine.os, "access", lambda path, mode: False)
    with dateline.open(str(file)) as store:
        assert len(list(store.runs())) == 1
        assert [path.name for path in tmp_path.iterdir()] == [file.name]
        with pytest.raises(StoreError, match="cannot be written"):
            store.begin(run(id="r2"))


def test_an_older_or_newer_store_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.os, "access", lambda path, mode: False)
    steps = {2: lambda connection: connection.exec_driver_sql("CREATE TABLE notes (note TEXT)")}
    for version, told in ((1, "cannot be written; of schema version 1, it is brought up to 2"), (3, "newer Dateline")):
        file = str(tmp_path / f"{version}.sqlite")
        for made in (version, 2):
            opened = connect(file, create=True)
            if made == version:
                prepare(opened, version=made)
            else:
                with pytest.raises(StoreError, match=told):
                    prepare(opened, version=made, steps=steps)
            opened.dispose()


def test_what_a_wal_holds_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "news.sqlite"
    with dateline.open(str(file), create=True) as writer:
        writer.begin(run())
        monkeypatch.setattr(engine.os, "access", lambda path, mode: False)
        with dateline.open(str(file)) as store:
            assert len(list(store.runs())) == 1


@pytest.mark.parametrize("text", ["mysql://host/x", "http://host/x", "sqlite://", "://", "nonsense://x"])
def test_other_urls_are_refused_with_words(text: str) -> None:
    with pytest.raises(InputError, match=r"a store is|is no store"):
        connect(text, create=True)


def test_a_store_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dateline ingest"):
        dateline.open(str(tmp_path / "none.sqlite"))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError, match="the folder"):
        dateline.open(str(tmp_path / "no" / "none.sqlite"), create=True)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Rebels attacked an army post. " * 200)
    with pytest.raises(StoreError, match="is not a database: give the path of another file"):
        dateline.open(str(file))
    assert file.read_text().startswith("Rebels")


def test_sqlite_has_the_settings_that_were_measured(tmp_path: Path) -> None:
    opened = connect(str(tmp_path / "x.sqlite"), create=True)
    with reading(opened) as connection:
        got = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys")}
        assert got == {"journal_mode": "delete", "foreign_keys": 1}
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar() == -262144
    with writing(opened) as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    opened.dispose()


def test_one_that_opens_a_new_file_waits_for_another_that_makes_it(tmp_path: Path) -> None:
    path = str(tmp_path / "x.sqlite")
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    let_go = threading.Timer(0.2, other.execute, ["COMMIT"])
    let_go.start()
    with dateline.open(path, create=True) as store:
        assert store.count() == 0
    let_go.join()
    other.close()


def test_one_that_is_never_let_in_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.1)
    path = str(tmp_path / "x.sqlite")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program has held it for a minute"):
        dateline.open(path, create=True)
    other.close()


def test_passwords_are_not_shown(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        dateline.open("postgresql://ana:secret@127.0.0.1:1/news?connect_timeout=2")
    assert "secret" not in str(caught.value) and "is the server running" in str(caught.value)


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    with open_store(str(file), create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(n)) for n in range(12)])
    whole = file.read_bytes()
    file.write_bytes(whole[: 4096 * 3 + 100])
    with pytest.raises(StoreError, match=r"malformed: the file is damaged; take the last copy"):
        open_store(str(file)).count()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DROP TABLE event_records", "no such table: event_records: the file is damaged"),
        ("UPDATE event_records SET record = '{' WHERE event = 7", "a record is no JSON: .*: the file is damaged"),
        ("UPDATE event_records SET record = CAST(x'7bff' AS TEXT) WHERE event = 7", "decode .*: the file is damaged"),
    ],
)
def test_a_damage_that_the_database_does_not_see_is_told_too(tmp_path: Path, damage: str, told: str) -> None:
    file = tmp_path / "store.sqlite"
    with open_store(str(file), create=True) as store:
        store.begin(run())
        store.add(run(), [code_one(article(n)) for n in range(12)])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(damage)
        connection.commit()
    with open_store(str(file)) as store, pytest.raises(StoreError, match=f"(?s){told}"):
        list(store.events())
