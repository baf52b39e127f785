"""What `dateline serve` says before it serves; serving itself is tested in tests/web and tests/browser."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.errors import InputError, StoreError
from dateline.store import migrations, open_store
from dateline.web import server

RUN = CliRunner()


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stores that would be served."""
    stores: list[str] = []
    monkeypatch.setattr(server, "serve", lambda store, *_, **__: stores.append(store.url))
    return stores


def serve(*options: str) -> Result:
    return RUN.invoke(app, ["serve", "--port", "0", *options])


def test_a_missing_store_is_made_and_told(tmp_path: Path, served: list[str]) -> None:
    path = tmp_path / "new.sqlite"
    first = serve("--db", str(path))
    assert "no store at" in first.output and "an empty one is made" in first.output and path.is_file()
    second = serve("--db", str(path))
    assert "no store" not in second.output and "Dateline serves" in second.output and len(served) == 2
    for there in (tmp_path / "other.sqlite", tmp_path / "nowhere" / "x.sqlite"):
        elsewhere = serve("--db", str(there), "--host", "0.0.0.0")
        assert isinstance(elsewhere.exception, StoreError) and not there.exists()


def test_a_port_in_use_makes_no_store(tmp_path: Path, served: list[str]) -> None:
    sock = server.bound("127.0.0.1", 0)
    try:
        taken = RUN.invoke(app, ["serve", "--port", str(sock.getsockname()[1]), "--db", str(tmp_path / "new.sqlite")])
    finally:
        sock.close()
    assert isinstance(taken.exception, InputError) and "in use" in str(taken.exception)
    assert not (tmp_path / "new.sqlite").exists() and served == []


def test_an_older_store_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "s.sqlite")
    open_store(path, create=True).close()
    was, now = migrations.versions(path)
    assert was == now and migrations.versions(str(tmp_path / "none.sqlite")) == (None, now)
    assert "schema" not in serve("--db", path).output
    monkeypatch.setattr(migrations, "versions", lambda url: (now - 1, now))
    assert f"schema version {now - 1}: it is brought to {now}" in serve("--db", path).output


def test_a_newer_store_is_refused(tmp_path: Path, served: list[str]) -> None:
    path = str(tmp_path / "s.sqlite")
    with open_store(path, create=True) as store, store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE schema_version SET version = 99"))
    newer = serve("--db", path)
    assert isinstance(newer.exception, StoreError) and "install the newer Dateline" in str(newer.exception)
    assert served == []


def test_what_is_no_store_is_refused(tmp_path: Path, served: list[str]) -> None:
    folder = serve("--db", str(tmp_path))
    assert isinstance(folder.exception, InputError) and "is a folder" in str(folder.exception)
    (tmp_path / "text.sqlite").write_text("no database at all, but words " * 100, encoding="utf-8")
    text = serve("--db", str(tmp_path / "text.sqlite"))
    assert isinstance(text.exception, StoreError) and "another file" in str(text.exception)
    assert served == []
