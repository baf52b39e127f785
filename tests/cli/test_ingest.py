from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import ingest as ingest_command
from dateline.codebooks.own import copy
from dateline.errors import InputError
from tests.cli.calling import call, lines
from tests.store.making import article


def test_ingest_says_why_it_skipped_and_adds_nothing_twice(db: Path, reports: Path) -> None:
    before = lines("events")
    done = call("ingest", str(reports))
    assert "0 articles added, 9 known already, 1 skipped" in done.stderr
    assert 'needs a field "text"' in done.stderr
    assert lines("events") == before


def test_a_date_that_comes_too_late_is_told(tmp_path: Path, coder: None) -> None:
    file, db = tmp_path / "2024-07-29.jsonl", ("--db", str(tmp_path / "news.sqlite"))
    first = article(0)
    line = {"id": first.id, "text": first.text, "language": "en"}
    file.write_text(json.dumps(line), encoding="utf-8")
    assert "1 article has no date" in call("ingest", str(file), *db).stderr
    again = call("ingest", str(file), "--dated-by-name", *db)
    assert "1 known already" in again.stderr and "known without a date have one now, which is not taken" in again.stderr
    assert "have one now" not in call("ingest", str(file), *db).stderr
    fresh = ("--db", str(tmp_path / "fresh.sqlite"))
    assert "no date" not in call("ingest", str(file), "--dated-by-name", *fresh).stderr


def test_nothing_read_is_exit_code_2(tmp_path: Path, coder: None) -> None:
    call("ingest", str(tmp_path / "none"), "--db", str(tmp_path / "x.sqlite"), code=2)


def test_recode_codes_the_articles_again_beside_the_old(db: Path) -> None:
    before = lines("events", "--order", "text")
    done = call("recode", "--model", "other")
    assert "9 articles coded again, 0 known already" in done.stderr
    after = lines("events", "--order", "text")
    assert [e["passage"] for e in after] == [e["passage"] for e in before]
    assert {e["id"] for e in after}.isdisjoint(e["id"] for e in before)
    assert [e["id"] for e in lines("events", "--run", "r0", "--order", "text")] == [e["id"] for e in before]
    assert "0 articles coded again, 9 known already" in call("recode", "--model", "other").stderr


def test_recode_goes_back_to_an_earlier_model(db: Path, reports: Path) -> None:
    before = lines("events", "--order", "text")
    call("recode", "--model", "other")
    assert "0 articles added, 9 known already" in call("ingest", str(reports)).stderr  # ingest leaves the newer alone
    assert {e["id"] for e in lines("events")}.isdisjoint(e["id"] for e in before)
    assert "9 articles coded again" in call("recode").stderr
    after = lines("events", "--order", "text")
    assert [(e["id"], e["passage"]) for e in after] == [(e["id"], e["passage"]) for e in before]
    assert "0 articles coded again, 9 known already" in call("recode").stderr
    assert "9 articles coded again" in call("recode", "--model", "other").stderr


def test_runs_are_listed_with_what_they_coded(db: Path, reports: Path) -> None:
    call("ingest", str(reports))  # adds nothing
    call("recode", "--model", "other")
    coded = lines("runs")
    assert [(r["articles"], r["events"]) for r in coded] == [(9, len(lines("events")))] * 2
    assert len(lines("runs", "--all")) == 3
    listed = call("runs").stdout.splitlines()
    assert listed[0].startswith("run\tstarted\tarticles\tevents") and listed[1].startswith(coded[0]["id"])
    assert {e["run"] for e in lines("events", "--run", coded[0]["id"])} == {coded[0]["id"]}


def test_the_run_names_all_that_decides_what_is_coded(tmp_path: Path) -> None:
    own = tmp_path / "actors.csv"
    own.write_text("x", encoding="utf-8")
    copy(tmp_path / "mine")
    options = {"floor": None, "actor_lists": (), "gazetteer": None, "model": None, "codebook": "plover"}
    changes = ({}, {}, {"floor": 0.9}, {"actor_lists": (own,)}, {"codebook": tmp_path / "mine"})
    made = [ingest_command.run_of(options | more) for more in changes]
    assert len({r.id for r in made}) == 5
    assert [r.coder == made[0].coder for r in made] == [True, True, False, False, False]
    assert (made[0].codebook, made[4].codebook) == ("plover@2.0", "mine@1")
    with (tmp_path / "mine" / "phrases.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert ingest_command.run_of(options | changes[4]).coder != made[4].coder
    own.write_text("y", encoding="utf-8")
    assert ingest_command.run_of(options | {"actor_lists": (own,)}).coder != made[3].coder
    with pytest.raises(InputError, match="cannot read"):
        ingest_command.run_of(options | {"actor_lists": (tmp_path / "none.csv",)})
