from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import app
from dateline.errors import InputError
from tests.cli.calling import RUN, call, lines
from tests.store.making import article


def test_people_edit_judge_and_undo(db: Path, tmp_path: Path) -> None:
    first, second = (e["id"] for e in lines("events", "--limit", "2"))
    edited = call("edit", first, "counts.killed", "10-14", "--reason", "the hospital's list").stdout
    assert "\tana\t" in edited and "the hospital's list" in edited
    (changed,) = lines("events", "--edited")
    assert (changed["id"], changed["counts"][0]["min"], changed["edited"]) == (first, 10, ["counts.killed"])
    assert len(lines("events", "--history", first)) == 2
    held = [line.split("\t") for line in call("events", "--history", first).stdout.splitlines()]
    assert held[0][:4] == ["from", "until", "run", "set by people"]
    assert (held[1][3], held[2][1], held[2][3]) == ("", "now", "counts.killed")
    judged = call("judge", "same", first, second, "--reason", "one attack", "--by", "bo").stdout
    made = [json.loads(x) for x in call("decisions", "--json").stdout.splitlines()]
    assert [(d["record"], d["by"]) for d in made] == [("edit", "ana"), ("judgement", "bo")]
    table = tmp_path / "decisions.csv"
    call("decisions", "--out", str(table))
    with table.open(encoding="utf-8", newline="") as rows:
        told = [(row["by"], row["field"], row["after"]) for row in csv.DictReader(rows)]
    assert told == [("ana", "counts.killed", "10 to 14"), ("bo", "", "")]
    assert "give a file that ends in .jsonl, .ndjson, .csv" in fault("decisions", "--out", "decisions.docx")
    for line in (edited, judged):
        assert "undone by ana: misread" in call("undo", line.split("\t")[0], "--reason", "misread").stdout
    assert call("decisions").stdout == ""
    header, *undone = call("decisions", "--all").stdout.splitlines()
    assert header == "decision\tat\tby\twhat\treason\tundone"
    assert len(undone) == 2 and all(line.endswith("\tundone by ana: misread") for line in undone)
    assert lines("events", "--edited") == []


def test_a_number_is_edited_by_its_name_alone(db: Path) -> None:
    one = lines("events", "--limit", "1")[0]["id"]
    assert "counts.killed is 12" in call("edit", one, "killed", "12", "--of", "event", "--reason", "a list").stdout


def test_a_decision_needs_a_reason_and_is_told_in_words(db: Path) -> None:
    first, second = (e["id"] for e in lines("events", "--limit", "2"))
    for words in (("edit", first, "type", "PROTEST"), ("judge", "same", first, second), ("undo", "d1")):
        done = RUN.invoke(app, [*words, "--reason", " "])
        assert isinstance(done.exception, InputError) and "--reason is empty" in str(done.exception)
    told = call("edit", first, "when", "2024-07-28/2024-07-29", "--reason", "overnight").stdout
    assert f"{first}: when is 2024-07-28 to 2024-07-29\tovernight" in told


def fault(*words: str) -> str:
    """What a command that cannot be done says."""
    done = RUN.invoke(app, list(words))
    assert isinstance(done.exception, InputError), (done.output, done.exception)
    return str(done.exception)


def test_an_event_is_added_by_its_words_and_told(db: Path, parts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pipeline.load", lambda **options: parts)
    said = ["add", "a2", "--type", "threaten", "--trigger", "officials said#2", "--reason", "a warning"]
    done = call(
        *said, "--place", "Agadez", "--actor", "Rebels 2#2", "--count", "killed=3", "--count", 'injured=4-5:"day 1"'
    )
    assert "\tana\t" in done.stdout and "THREATEN “officials said” is added to a2\ta warning" in done.stdout
    assert "counts: “day 1” is 4 to 5" in done.stderr and "where: “Agadez” is Agadez, NER" in done.stderr
    (added,) = [e for e in lines("events", "--article", "a2") if e["added_by"]]
    assert (added["added_by"], added["type"], added["trigger"]["text"]) == ("ana", "THREATEN", "officials said")
    assert ", added" in call("events", "--article", "a2", "--type", "THREATEN").stdout
    assert "(added by ana)" in call("incident", added["id"]).stdout
    (listed,) = [json.loads(line) for line in call("decisions", "--json").stdout.splitlines()]
    assert (listed["record"], listed["article"], listed["event"]["type"]) == ("addition", "a2", "THREATEN")
    assert "is there already" in fault(*said)
    call("undo", listed["id"], "--reason", "no warning")
    assert not [e for e in lines("events", "--article", "a2") if e["added_by"]]
    begin = article(2).text.index("officials said", 90)
    call(*said[:5], "officials said", "--at", str(begin), "--reason", "a warning")
    wrong = fault(*said[:5], "officials said", "--at", "3", "--reason", "a warning")
    assert "--at 3: “officials said” does not begin there, but “els 2 attacked" in wrong
    assert "--count killed: give what is counted" in fault(*said, "--count", "killed")


def test_a_rejected_event_is_shown_nowhere(db: Path) -> None:
    event = lines("events", "--article", "a2")[0]["id"]
    made = call("reject", event, "--reason", "a drill").stdout.split()[0]
    assert event not in {e["id"] for e in lines("events")}
    call("undo", made, "--reason", "no drill")
    assert event in {e["id"] for e in lines("events")}


def test_a_withdrawn_article_is_left_out_and_reading_it_again_says_why(db: Path, reports: Path) -> None:
    before = lines("events")
    made = call("withdraw", "a2", "--reason", "taken back by the paper")
    assert "article a2 is withdrawn\ttaken back by the paper" in made.stdout
    assert {e["article"]["id"] for e in lines("events")} == {f"a{n}" for n in range(9) if n != 2}
    done = call("ingest", str(reports))
    assert "0 articles added, 8 known already, 2 skipped" in done.stderr
    assert "a2 was withdrawn by ana on " in done.stderr and "taken back by the paper (undo w" in done.stderr
    assert "a2 is withdrawn" in fault("withdraw", "a2", "--reason", "again")
    assert "--reason is empty" in fault("withdraw", "a3", "--reason", " ")
    call("undo", made.stdout.split()[0], "--reason", "a mix-up")
    assert sorted(map(_said, lines("events"))) == sorted(map(_said, before))


def _said(event: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in event.items() if name != "recorded"})
