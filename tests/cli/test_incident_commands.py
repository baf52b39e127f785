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
