from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import app
from dateline.errors import InputError, StoreError
from tests.cli.calling import RUN, call, lines


def test_events_are_listed_filtered_and_counted(db: Path) -> None:
    every = lines("events")
    assaults = lines(
        "events", "--type", "ASSAULT", "--country", "MLI", "--since", "2024-05-01", "--until", "2024-07-31"
    )
    assert 0 < len(assaults) < len(every)
    assert {e["type"] for e in assaults} == {"ASSAULT"}
    listed = call("events", "--type", "ASSAULT").stdout.splitlines()
    assert listed[0].startswith("event\twhen\ttype")
    counted = call("events", "--by", "type", "--format", "csv").stdout.splitlines()
    assert counted[0] == "type,events" and sum(int(x.split(",")[1]) for x in counted[1:]) == len(every)


def test_what_has_no_day_is_told_where_days_are_asked_for(db: Path) -> None:
    undated = sum(line["when"] is None for line in lines("events"))
    asked = call("events", "--since", "2024-01-01")
    assert undated > 1 and f"{undated} events without a day are left out: --published-since" in asked.stderr
    assert f"{undated} events" in call("events", "--by", "month", "--until", "2030-01-01").stderr
    assert "without a day" not in call("events").stderr
    assert "no day\t" in call("events", "--by", "month").stdout
    assert "without a day" not in call("incidents", "--since", "2024-01-01").stderr  # there are no incidents here


def test_events_and_incidents_by_the_day_of_publication(db: Path) -> None:
    every = [line["article"]["published"] for line in lines("events")]
    day = sorted(every)[len(every) // 2]
    found = [e["article"]["published"] for e in lines("events", "--published-since", day, "--published-until", day)]
    assert 0 < len(found) == every.count(day) < len(every) and set(found) == {day}
    called = [line["id"] for line in lines("incidents")]
    assert [i["id"] for i in lines("incidents", "--published-since", "2024-07-01")] == called
    assert lines("incidents", "--published-until", "2024-06-30") == []


def test_a_list_tells_how_many_more_there_are(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.cli.asking.SHOWN", 3)
    done = call("events")
    assert len(done.stdout.splitlines()) == 4
    assert "the first 3 of" in done.stderr


def test_a_file_to_read_has_all_and_an_empty_list_says_so(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.cli.asking.SHOWN", 3)
    done = call("events", "--out", str(tmp_path / "events.txt"))
    assert len((tmp_path / "events.txt").read_text().splitlines()) == 1 + len(lines("events")) and not done.stderr
    assert "nothing fits" in call("events", "--source", "Nobody").stderr
    assert lines("events", "--country", "mli") == lines("events", "--country", "MLI") != []


def test_articles(db: Path) -> None:
    days = [line["published"] for line in lines("articles", "--order", "day")]
    assert len(days) == 9 and days == sorted(days, reverse=True)
    first = lines("articles", "--limit", "1")[0]
    assert first["record"] == "article" and first["events"] > 0 and first["withdrawn"] is None
    call("withdraw", first["id"], "--reason", "read by mistake")
    (gone,) = lines("articles", "--article", first["id"])
    assert (gone["events"], gone["withdrawn"]["reason"]) == (0, "read by mistake")
    assert "withdrawn: read by mistake" in call("articles").stdout
    assert call("articles", "--until", "1990-01-01").stderr.strip() == "nothing fits what was asked"
    with pytest.raises(InputError, match="is no order"):
        RUN.invoke(app, ["articles", "--order", "size"], catch_exceptions=False)


def test_statements_and_actors(db: Path) -> None:
    said = lines("statements", "--text", "kidal", "--limit", "2")
    assert len(said) == 2 and all("Kidal" in s["content"]["text"] for s in said)
    actors = lines("actors", "--party", "MLI:REB")
    assert [a["name"] for a in actors] == ["Rebels"]
    pairs = call("actors", "--dyads", "--format", "csv").stdout.splitlines()
    assert pairs[0] == "actor_country,recipient_country,events" and len(pairs) > 1
    within = ("--since", "2024-01-01", "--until", "2025-12-31", "--quad", "Material-Conflict")
    assert 1 < len(call("actors", "--dyads", "--format", "csv", *within).stdout.splitlines()) <= len(pairs)
    other = ("--type", "CONSULT", "--country", "MLI", "--party", "MLI", "--as-of", "2024-08-01", *within)
    refused = RUN.invoke(app, ["actors", "--dyads", *other])
    assert isinstance(refused.exception, InputError)
    assert str(refused.exception).startswith("--type, --country, --party, --as-of cannot narrow --dyads")


def test_the_ending_of_the_file_chooses_the_format(db: Path, tmp_path: Path) -> None:
    for ending, mark in (
        (".csv", b"event_id,"),
        (".geojson", b'{"type": "Feat'),
        (".gpkg", b"SQLite format 3"),
        (".parquet", b"PAR1"),
        (".jsonl", b'{"record"'),
    ):
        out = tmp_path / f"events{ending}"
        call("events", "--out", str(out))
        assert out.read_bytes().startswith(mark)


def test_as_of_reads_what_was_known_then(db: Path) -> None:
    first = lines("events", "--limit", "1")[0]
    call("edit", first["id"], "rejected", "true", "--reason", "a drill")
    now = {e["id"] for e in lines("events")}
    assert first["id"] not in now
    assert first["id"] in {e["id"] for e in lines("events", "--as-of", first["recorded"])}
    assert lines("events", "--as-of", "2020-01-01") == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--type", "WAR"), "none of the types"),
        (
            ("--country", "Malu"),
            "is no country: give a code of ISO 3166 such as MLI, or a name; nearest are Mali (MLI)",
        ),
        (("--country", "XXX"), "--country 'XXX' is no country"),
        (("--since", "2024-07-02", "--until", "2024-07-01"), "is before --since"),
        (("--published-since", "2024-07-02", "--published-until", "2024-07-01"), "is before --published-since"),
        (("--published-until", "May"), "--published-until May: give a day"),
        (("--run", "none"), "no such run"),
        (("--out", "events.docx"), "ends in .jsonl"),
        (("--since", "May"), "give a day"),
        (("--as-of", "today"), "is no day"),
        (("--near", "Gao"), "LAT,LON,KM"),
        (("--confidence", "7"), "between 0 and 1"),
        (("--limit", "-1"), "0 or more"),
        (("--order", "colour"), "no order"),
        (("--dyad", "MLI"), "ACTOR>RECIPIENT"),
        (("--by", "colour"), "not by colour"),
        (("--history", "nothing"), "no event"),
    ],
)
def test_what_cannot_be_asked_is_told(db: Path, words: tuple[str, ...], reason: str) -> None:
    done = RUN.invoke(app, ["events", *words])
    assert isinstance(done.exception, InputError) and reason in str(done.exception)
    assert done.stdout == ""  # not even a header


def test_codes_and_countries_are_taken_in_any_spelling(db: Path) -> None:
    asked, loose = ("--type", "PROTEST", "--country", "MLI"), ("--type", "protest", "--country", "Mali")
    assert lines("events", *loose) == lines("events", *asked) != []
    assert lines("events", "--quad", "Material-Conflict") == lines("events", "--quad", "material_conflict") != []


def test_a_region_is_asked_for_by_name_and_the_nearest_are_told(db: Path) -> None:
    asked = ("incidents", "events", "brief", "dyads", "export")
    some = lines("events", "--region", "kidal")
    assert some and {e["where"][0]["admin1"] for e in some} == {"Kidal"}
    for command in asked:
        done = RUN.invoke(app, [command, *(["acled"] if command == "export" else []), "--region", "Kidall"])
        assert isinstance(done.exception, InputError) and "nearest are Kidal" in str(done.exception), command


def test_asking_makes_no_store(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["events", "--db", str(tmp_path / "none.sqlite")])
    assert isinstance(done.exception, StoreError)
    assert list(tmp_path.iterdir()) == []


def test_what_has_no_day_and_what_is_new(db: Path) -> None:
    every = lines("events")
    undated = [e["id"] for e in every if not (e["when"] or {}).get("start")]
    assert [e["id"] for e in lines("events", "--without", "date")] == undated
    assert lines("events", "--recorded-since", "2200-01-01") == []
    assert len(lines("events", "--recorded-since", min(e["recorded"] for e in every))) == len(every)
    wrong = RUN.invoke(app, ["events", "--without", "name"])
    assert isinstance(wrong.exception, InputError) and "'name' is none of date, place" in str(wrong.exception)
