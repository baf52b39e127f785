from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.cli import app
from dateline.errors import InputError
from tests.cli.calling import RUN, call, lines
from tests.store.making import ADDED


@pytest.fixture
def other(tmp_path: Path, reports: Path, db: Path) -> Path:
    """A colleague's store of the same articles."""
    file = tmp_path / "other.sqlite"
    call("ingest", str(reports), "--db", str(file))
    return file


def decided(store: Path, file: Path) -> Path:
    call("decisions", "--out", str(file), "--db", str(store))
    return file


def standing(store: Path) -> list[Any]:
    """What was decided in a store, without when and under which ids."""
    made = map(json.loads, call("decisions", "--json", "--db", str(store)).stdout.splitlines())
    return [{name: said for name, said in one.items() if name not in ("id", "at")} for one in made]


def shown(store: Path) -> list[Any]:
    """The incidents with their passages and values."""
    found = lines("incidents", "--db", str(store))
    return [(one["id"], one["events"], {s["field"]: s["value"] for s in one["shown"]}) for one in found]


def test_what_a_colleague_decided_is_made_here_once(db: Path, other: Path, tmp_path: Path) -> None:
    one, two, three = lines("incidents", "--limit", "3")
    theirs = ("--db", str(other), "--by", "ben", "--reason", "the hospital's list")
    call("edit", one["id"], "counts.killed", "12", "--of", "event", *theirs)
    call("edit", one["id"], "counts.killed", "13", "--of", "event", *theirs)
    call("edit", two["id"], "where", "Menaka", "--of", "incident", *theirs)
    call("judge", "different", two["id"], three["id"], *theirs)
    call("withdraw", "a3", *theirs)
    with dateline.open(str(other)) as store:
        store.add_event("a2", replace(ADDED, type="THREATEN"), by="ben", reason="missed")
        gone = store.edit(three["id"], "status", "planned", by="ben", reason="misread")
        store.undo(gone.id, by="ben", reason="it was right")
    file = decided(other, tmp_path / "ben.jsonl")
    done = call("apply", str(file))
    assert "6 applied, 0 known already, 0 not applied" in done.stderr and "ben" in done.stdout
    assert standing(db) == standing(other)
    assert shown(db) == shown(other)
    assert "0 applied, 6 known already, 0 not applied" in call("apply", str(file)).stderr
    assert standing(db) == standing(other)


def test_where_others_decided_otherwise_nothing_is_written_unless_asked(db: Path, other: Path, tmp_path: Path) -> None:
    one = lines("incidents", "--limit", "1")[0]["id"]
    call("edit", one, "counts.killed", "12", "--of", "incident", "--reason", "the hospital")
    theirs = ("--db", str(other), "--by", "bo", "--reason", "the army")
    call("edit", one, "counts.killed", "14", "--of", "incident", *theirs)
    file = decided(other, tmp_path / "bo.jsonl")
    done = call("apply", str(file), code=1)
    assert "ana set counts.killed to 12: the hospital\n" in done.stderr
    assert "--replace takes what the file says" in done.stderr
    assert "1 applied" in call("apply", str(file), "--replace").stderr
    assert [e["value"] for e in standing(db)] == [12, 14]


def test_what_is_not_in_the_store_is_told(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "bo.jsonl"
    line = {
        "record": "edit", "id": "d1", "event": "e99999", "passage": "e99999", "field": "type", "value": "PROTEST",
        "by": "bo", "at": "2026-03-12T10:00:00Z", "reason": "a march", "withdrawn": None,
    }  # fmt: skip
    file.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    assert "not applied: d1: no event 'e99999' in the store" in call("apply", str(file), code=1).stderr


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("decision\tat\n", "other.jsonl:1 is no JSON"),
        ("[]\n", "other.jsonl:1 is no JSON object: `dateline decisions --json` writes such a file"),
        ('{"record": "event"}\n', "these are no decisions"),
        (
            '{"record": "edit", "id": "d1", "at": "2026-03-12T10:00:00Z"}\n',
            "d1 is no decision that",
        ),
    ],
)
def test_other_files_are_refused(db: Path, tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text(text, encoding="utf-8")
    done = RUN.invoke(app, ["apply", str(file)])
    assert isinstance(done.exception, InputError) and reason in str(done.exception)
    done = RUN.invoke(app, ["apply", str(tmp_path / "none.jsonl")])
    assert isinstance(done.exception, InputError) and "cannot read" in str(done.exception)
