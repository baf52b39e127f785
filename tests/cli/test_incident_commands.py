from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import app
from dateline.errors import InputError
from tests.cli.calling import RUN, call, lines


def test_incidents_are_listed_filtered_and_written(db: Path, tmp_path: Path) -> None:
    every = lines("incidents")
    assert every and sorted(p for i in every for p in i["events"]) == sorted(e["passage"] for e in lines("events"))
    protests = lines("incidents", "--type", "PROTEST", "--country", "MLI", "--party", "MLI:REB")
    assert 0 < len(protests) < len(every)
    assert lines("incidents", "--near", "18.44,1.41,50", "--text", "gao", "--min-origins", "1")
    assert lines("incidents", "--as-of", "2020-01-01") == []
    listed = call("incidents", "--limit", "2").stdout.splitlines()
    assert listed[0].startswith("incident\twhen\ttype") and len(listed) == 3
    for ending, mark in (
        (".csv", b"incident_id,"),
        (".geojson", b'{"type": "Feat'),
        (".gpkg", b"SQLite"),
        (".parquet", b"PAR1"),
    ):
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


@pytest.mark.parametrize("words", [("incident",), ("events", "--history"), ("judge", "same", "eabcdef")])
def test_an_id_that_is_too_short_says_how_long_it_has_to_be(db: Path, words: tuple[str, ...]) -> None:
    given = ["--reason", "x"] if words[0] == "judge" else []
    first = lines("incidents", "--limit", "1")[0]["id"]
    done = RUN.invoke(app, [*[first if w == "eabcdef" else w for w in words], first[:4], *given])
    assert isinstance(done.exception, InputError) and "give 5 characters of its id or more" in str(done.exception)
    assert call("incident", first[:14]).stdout == call("incident", first).stdout
    unknown = RUN.invoke(app, ["incident", "e0000000"])
    assert isinstance(unknown.exception, InputError) and "no incident 'e0000000'" in str(unknown.exception)


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
    wrong = RUN.invoke(app, ["edit", alone["id"], "counts.killed", "lots", "--reason", "x"])
    assert isinstance(wrong.exception, InputError) and wrong.output == ""
    done = call("edit", alone["id"], "status", "planned", "--reason", "a plan")
    assert "--of incident" in done.stderr
    assert [e["passage"] for e in lines("events", "--edited")] == [alone["id"]]
    call("edit", alone["id"], "status", "ongoing", "--of", "incident", "--reason", "still there")
    status = shown(alone["id"], "status")
    assert (status["value"], status["versions"][0]["value"]) == ("ongoing", "planned")


def shown(incident: str, field: str) -> dict[str, Any]:
    (one,) = [s for i in lines("incidents") if i["id"] == incident for s in i["shown"] if s["field"] == field]
    return dict(one)


def test_a_place_that_is_only_named_is_looked_up(db: Path) -> None:
    id_ = lines("incidents", "--country", "MLI")[0]["id"]
    set_ = ("edit", id_, "where")
    done = call(*set_, "Timbuktu", "--of", "incident", "--reason", "the map")
    assert "'Timbuktu' is read as Timbuktu, " in done.stderr and "MLI, settlement, GeoNames 2449067" in done.stderr
    value = shown(id_, "where")["value"]
    assert (value["name"], value["country"], value["geonames_id"]) == ("Timbuktu", "MLI", 2449067)
    assert round(value["lat"], 1) == 16.8 and round(value["lon"], 1) == -3.0
    call(*set_, "Qqqzzz", "--of", "incident", "--reason", "x")
    assert shown(id_, "where")["value"]["name"] == "Qqqzzz" and shown(id_, "where")["value"]["lat"] is None
    assert "has no such place 'Qqqzzz'" in call(*set_, "Qqqzzz", "--of", "incident", "--reason", "x").stderr


def test_a_place_can_be_chosen_by_its_country_or_number(db: Path) -> None:
    id_ = lines("incidents", "--country", "MLI")[0]["id"]
    for given, country in (("Paris", "FRA"), ('{"name": "Paris", "country": "United States"}', "USA")):
        done = call("edit", id_, "where", given, "--of", "event", "--reason", "misread")
        assert "is read as Paris" in done.stderr
        where = next(e for e in lines("events", "--edited"))["where"][0]
        assert (where["name"], where["country"]) == ("Paris", country) and where["lat"] is not None
    number = f'{{"name": "Paris", "geonames_id": {where["geonames_id"]}}}'
    call("edit", id_, "where", number, "--of", "incident", "--reason", "misread")
    assert shown(id_, "where")["value"]["country"] == "USA"
    both = call("edit", id_, "where", '["Gao", "Kidal"]', "--of", "event", "--reason", "both").stderr
    assert "'Gao' is read as" in both and "'Kidal' is read as" in both


def test_a_place_of_the_reports_is_taken_from_them(db: Path) -> None:
    id_ = next(i["id"] for i in lines("incidents") if any(s["field"] == "where" and s["value"] for s in i["shown"]))
    before = shown(id_, "where")["value"]
    done = call("edit", id_, "where", before["name"], "--of", "incident", "--reason", "sure")
    assert "is read as" not in done.stderr and shown(id_, "where")["value"] == before
