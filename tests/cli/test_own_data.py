from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import settings
from dateline.cli import app
from dateline.errors import InputError
from dateline.resolve.who import ActorList

RUN = CliRunner()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    return tmp_path


def test_an_added_actor_is_known() -> None:
    done = RUN.invoke(app, ["actors", "add", "Lake Front", "--country", "TCD", "--sectors", "REB", "--aliases", "LF"])
    assert done.exit_code == 0, done.output
    assert "lake-front" in ActorList.load(settings.actor_lists()).entries
    assert "TCD:REB" in RUN.invoke(app, ["actors", "find", "lake front"]).output


def test_a_wrong_sector_is_refused_and_nothing_is_written(own_home: Path) -> None:
    done = RUN.invoke(app, ["actors", "add", "X", "--country", "TCD", "--sectors", "ARMY"])
    assert isinstance(done.exception, InputError)
    assert list(own_home.iterdir()) == []


def test_a_list_is_imported_whole(tmp_path: Path) -> None:
    RUN.invoke(app, ["actors", "add", "One", "--country", "TCD", "--sectors", "REB"])
    given = tmp_path / "given.csv"
    given.write_text((tmp_path / "actors.csv").read_text(encoding="utf-8").replace("One", "Two").replace("one", "two"))
    assert RUN.invoke(app, ["actors", "import", str(given)]).exit_code == 0
    assert {"one", "two"} <= set(ActorList.load(settings.actor_lists()).entries)


def test_places_of_a_name_are_listed() -> None:
    done = RUN.invoke(app, ["gazetteer", "find", "Tin Zaouatine"])
    assert "Tinzaouaten" in done.output and "MLI" in done.output
    assert RUN.invoke(app, ["gazetteer", "find", "Qqqzzz"]).exit_code == 1


def test_a_missing_dump_says_what_to_do(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["gazetteer", "build", str(tmp_path / "none.zip")])
    assert isinstance(done.exception, InputError)
    assert "download" in str(done.exception)
