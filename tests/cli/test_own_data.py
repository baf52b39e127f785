from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import settings
from dateline.cli import app
from dateline.errors import InputError
from dateline.resolve.who import ActorList
from dateline.runs import options

RUN = CliRunner()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    return tmp_path


def test_an_added_actor_is_known() -> None:
    done = RUN.invoke(app, ["actors", "add", "Lake Front", "--country", "TCD", "--sectors", "REB", "--aliases", "LF"])
    assert done.exit_code == 0, done.output
    assert "lake-front" in ActorList.load(settings.actor_lists()).entries
    found = RUN.invoke(app, ["actors", "find", "lake front"]).stdout.splitlines()
    assert found == ["key\tname\troles", "lake-front\tLake Front\tTCD:REB"]


def test_a_wrong_sector_is_refused_and_nothing_is_written(own_home: Path) -> None:
    done = RUN.invoke(app, ["actors", "add", "X", "--country", "TCD", "--sectors", "ARMY"])
    assert isinstance(done.exception, InputError)
    assert list(own_home.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "code"), [("Chad", "TCD"), ("tcd", "TCD"), ("TD", "TCD"), ("the Gambia", "GMB"), ("NGO", "NGO")]
)
def test_a_country_is_given_by_code_or_name(given: str, code: str) -> None:
    done = RUN.invoke(app, ["actors", "add", "X Y", "--country", given, "--sectors", "REB"])
    assert f"X Y added as {code}:REB" in done.stderr
    (entry,) = [e for e in ActorList.load(settings.actor_lists()).entries.values() if e.name == "X Y"]
    assert entry.roles[0].country == code


@pytest.mark.parametrize("given", ["CHD", "Tschad", "", "XXX"])
def test_what_is_no_country_is_refused_with_the_nearest(own_home: Path, given: str) -> None:
    done = RUN.invoke(app, ["actors", "add", "X Y", "--country", given, "--sectors", "REB"])
    assert isinstance(done.exception, InputError) and "is no country" in str(done.exception)
    assert ("Chad (TCD)" in str(done.exception)) == (given in ("CHD", "Tschad"))
    assert list(own_home.iterdir()) == []


def test_an_imported_list_has_countries(tmp_path: Path) -> None:
    RUN.invoke(app, ["actors", "add", "One", "--country", "TCD", "--sectors", "REB"])
    text = (tmp_path / "actors.csv").read_text(encoding="utf-8")
    given = tmp_path / "given.csv"
    given.write_text(text.replace("TCD", "CHD").replace("one", "two"), encoding="utf-8")
    assert isinstance(RUN.invoke(app, ["actors", "import", str(given)]).exception, InputError)
    given.write_text(text.replace("TCD", "Chad").replace("one", "two"), encoding="utf-8")
    assert RUN.invoke(app, ["actors", "import", str(given)]).exit_code == 0
    assert ActorList.load(settings.actor_lists()).entries["two"].roles[0].country == "TCD"


def test_a_list_of_a_spreadsheet_needs_three_columns_in_any_order(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text(
        "Sectors;Name;Country;Remark\nreb + uaf;Façade Front;Chad;x\n;;;\nGOV;Two;;\n", encoding="utf-8-sig"
    )
    assert RUN.invoke(app, ["actors", "import", str(given)]).stderr == "2 rows added\n"
    entries = ActorList.load(settings.actor_lists()).entries
    assert (entries["façade-front"].roles[0][:2], entries["two"].roles[0].country) == (("TCD", ("REB", "UAF")), "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,country\nX,TCD\n", "no column sectors"),
        ("name,country,sectors\nX,TCD,ARMY\n", "line 2: no sector 'ARMY'"),
        ("name,country,sectors\nX,TCD,REB\nY,Tschad,REB\n", "line 3: 'Tschad' is no country"),
        ("name,country,sectors\n,TCD,REB\n", "line 2 has no name"),
        ("", "no column name, country, sectors"),
    ],
)
def test_what_is_wrong_in_a_list_is_told_with_its_line(own_home: Path, text: str, says: str) -> None:
    given = own_home / "given.csv"
    given.write_text(text, encoding="utf-8")
    assert says in str(RUN.invoke(app, ["actors", "import", str(given)]).exception)
    assert list(own_home.iterdir()) == [given]


def test_sectors_are_written_in_any_way_and_a_person_goes_by_the_surname() -> None:
    done = RUN.invoke(
        app, ["actors", "add", "Ana Lakefield", "--country", "TCD", "--sectors", "gov", "--kind", "woman"]
    )
    assert done.stderr == "Ana Lakefield added as TCD:GOV\n"
    assert "lakefield" in ActorList.load(settings.actor_lists()).surnames


def test_a_list_is_imported_whole(tmp_path: Path) -> None:
    RUN.invoke(app, ["actors", "add", "One", "--country", "TCD", "--sectors", "REB"])
    given = tmp_path / "given.csv"
    given.write_text((tmp_path / "actors.csv").read_text(encoding="utf-8").replace("One", "Two").replace("one", "two"))
    assert RUN.invoke(app, ["actors", "import", str(given)]).exit_code == 0
    assert {"one", "two"} <= set(ActorList.load(settings.actor_lists()).entries)


def test_a_list_that_a_spreadsheet_saved_is_read_and_no_row_stands_twice(tmp_path: Path) -> None:
    one = ("actors", "add", "One", "--country", "TCD", "--sectors", "REB")
    RUN.invoke(app, one)
    given = tmp_path / "given.csv"
    text = (tmp_path / "actors.csv").read_text(encoding="utf-8")
    given.write_text(text + "two,Two,,TCD,MIL,own,,,\n", encoding="utf-8-sig")
    assert RUN.invoke(app, ["actors", "import", str(given)]).stderr == "1 row added, 1 known already\n"
    assert RUN.invoke(app, ["actors", "import", str(given)]).stderr == "0 rows added, 2 known already\n"
    assert "One is in your list already as TCD:REB" in str(RUN.invoke(app, one).exception)
    assert len((tmp_path / "actors.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert "two" in ActorList.load((given,)).entries


def test_a_folder_that_cannot_be_made_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "file" / "home"))
    done = RUN.invoke(app, ["actors", "add", "One", "--country", "TCD", "--sectors", "REB"])
    assert isinstance(done.exception, InputError) and "DATELINE_HOME names another folder" in str(done.exception)


def test_a_list_in_another_encoding_says_what_to_do(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_bytes("id,name,aliases\nj,José,".encode("latin-1"))
    with pytest.raises(InputError, match="save it as UTF-8"):
        ActorList.load((given,))


def test_places_of_a_name_are_listed() -> None:
    done = RUN.invoke(app, ["gazetteer", "find", "Tin Zaouatine"])
    header, *found = (line.split("\t") for line in done.stdout.splitlines())
    assert header == ["name", "country", "kind", "point", "population", "GeoNames"]
    assert any("Tinzaouaten" in row[0] and row[1] == "MLI" for row in found)
    rows = [line.split("\t") for line in RUN.invoke(app, ["gazetteer", "find", "Gao"]).stdout.splitlines()]
    assert any(row[0] == "Gao" and row[1] == "MLI" and row[5].isdigit() for row in rows)
    assert RUN.invoke(app, ["gazetteer", "find", "Qqqzzz"]).exit_code == 1


def test_a_missing_dump_says_what_to_do(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["gazetteer", "build", str(tmp_path / "none.zip")])
    assert isinstance(done.exception, InputError)
    assert "download" in str(done.exception)


def test_a_list_for_one_run_is_read_as_one_that_is_imported(tmp_path: Path) -> None:

    given = tmp_path / "given.csv"
    given.write_text("Sectors;Name;Country\nreb + uaf;Reeds Front;Chad\n", encoding="utf-8")
    (path,) = options(actors=[given])["actor_lists"]
    assert ActorList.load((path,)).entries["reeds-front"].roles[0][:2] == ("TCD", ("REB", "UAF"))
    given.write_text("name,country,sectors\nX,TCD,ARMY\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: no sector 'ARMY'"):
        options(actors=[given])
