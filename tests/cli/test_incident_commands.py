from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_store_commands import call, coder, db, lines, reports

__all__ = ["coder", "db", "reports"]


def test_incidents_are_listed_filtered_and_written(db: Path, tmp_path: Path) -> None:
    every = lines("incidents")
    assert every and sorted(p for i in every for p in i["events"]) == sorted(e["passage"] for e in lines("events"))
    protests = lines("incidents", "--type", "PROTEST", "--country", "MLI", "--party", "MLI:REB")
    assert 0 < len(protests) < len(every)
    assert lines("incidents", "--near", "18.44,1.41,50", "--text", "gao", "--min-origins", "1")
    assert lines("incidents", "--as-of", "2020-01-01") == []
    listed = call("incidents", "--limit", "2").stdout.splitlines()
    assert listed[0].startswith("incident\twhen\ttype") and len(listed) == 3
    for ending, mark in ((".csv", b"incident_id,"), (".geojson", b'{"type": "Feat'), (".parquet", b"PAR1")):
        out = tmp_path / f"incidents{ending}"
        call("incidents", "--out", str(out))
        assert out.read_bytes().startswith(mark)


def test_one_incident_is_shown_as_text_or_json(db: Path, tmp_path: Path) -> None:
    first = lines("incidents", "--limit", "1")[0]
    shown = call("incident", first["id"]).stdout
    assert shown.startswith(first["id"]) and "History" in shown
    line = json.loads(call("incident", first["events"][-1], "--json").stdout)
    assert line["id"] == first["id"] and line["passages"]
    out = tmp_path / "one.txt"
    call("incident", first["id"], "--out", str(out))
    assert out.read_text(encoding="utf-8") == shown


def test_a_judgement_shows_at_once(db: Path) -> None:
    one, two = (i["events"][0] for i in lines("incidents", "--limit", "2"))
    judged = call("judge", "same", one, two, "--reason", "one attack").stdout.split("\t")[0]
    (joined,) = [i for i in lines("incidents") if {one, two} <= set(i["events"])]
    assert "one attack" in call("incident", joined["id"]).stdout
    call("undo", judged, "--reason", "misread")
    assert not [i for i in lines("incidents") if {one, two} <= set(i["events"])]


def test_linking_anew_changes_nothing_where_the_weights_are_the_same(db: Path) -> None:
    before = lines("incidents")
    assert f"{len(before)} incidents" in call("relink").stderr
    assert lines("incidents") == before


def test_an_incident_is_edited_by_its_id_and_undone(db: Path) -> None:
    one, two = (i["events"][0] for i in lines("incidents", "--limit", "2"))
    call("judge", "same", one, two, "--reason", "one attack")
    (joined,) = [i for i in lines("incidents") if {one, two} <= set(i["events"])]
    done = call("edit", joined["id"], "counts.killed", "12", "--by", "ana", "--reason", "the hospital's list")
    assert f"incident {joined['id']}: counts.killed is 12" in done.stdout and "--of event" in done.stderr
    shown = call("incident", joined["id"]).stdout
    assert "[set by ana: the hospital's list]" in shown
    assert "counts.killed set by ana: the hospital's list" in call("incidents").stdout
    made = [json.loads(line) for line in call("decisions", "--json").stdout.splitlines()]
    assert [d["record"] for d in made] == ["judgement", "incident_edit"]
    call("undo", made[-1]["id"], "--reason", "misread")
    assert "set by ana" not in call("incident", joined["id"]).stdout.partition("History")[0]


def test_what_an_id_stands_for_can_be_said(db: Path) -> None:
    alone = next(i for i in lines("incidents") if len(i["events"]) == 1)
    done = call("edit", alone["id"], "status", "planned", "--reason", "a plan")
    assert "--of incident" in done.stderr
    assert [e["passage"] for e in lines("events", "--edited")] == [alone["id"]]
    call("edit", alone["id"], "status", "ongoing", "--of", "incident", "--reason", "still there")
    (status,) = [s for i in lines("incidents") if i["id"] == alone["id"] for s in i["shown"] if s["field"] == "status"]
    assert (status["value"], status["versions"][0]["value"]) == ("ongoing", "planned")
