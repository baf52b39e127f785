from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.cli import ingest as ingest_command
from dateline.errors import InputError, StoreError
from tests.store.making import article, code, run

RUN = CliRunner()


@pytest.fixture
def coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder without a model, named as the model says."""

    def code_all(articles: Any, *, workers: int, options: dict[str, Any]) -> Any:
        return code(articles, shift=0 if options["model"] is None else 3)

    def run_of(options: dict[str, Any]) -> Any:
        return run(f"r{next(numbers)}", str(options["model"]))

    numbers = iter(range(1000))
    monkeypatch.setattr("dateline.cli.workers.code_all", code_all)
    monkeypatch.setattr(ingest_command, "run_of", run_of)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    file = tmp_path / "reports.jsonl"
    lines = [
        {"id": a.id, "text": a.text, "published": a.published, "publisher": a.publisher, "language": "en"}
        for a in map(article, range(9))
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in [*lines, {"id": "bad"}]), encoding="utf-8")
    return file


@pytest.fixture
def db(tmp_path: Path, reports: Path, coder: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with nine articles, which the commands use."""
    file = tmp_path / "news.sqlite"
    monkeypatch.setenv("DATELINE_DB", str(file))
    monkeypatch.setenv("DATELINE_AUTHOR", "ana")
    done = call("ingest", str(reports))
    assert "9 articles added, 0 known already, 1 skipped" in done.stderr
    return file


def call(*words: str, code: int = 0) -> Any:
    done = RUN.invoke(app, list(words))
    assert done.exit_code == code, (done.output, done.exception)
    return done


def lines(*words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call(*words, "--format", "jsonl").stdout.splitlines()]


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
    refused = RUN.invoke(app, ["actors", "--dyads", "--type", "CONSULT", "--party", "MLI"])
    assert isinstance(refused.exception, InputError) and str(refused.exception).startswith("--party, --type cannot")


def test_the_ending_of_the_file_chooses_the_format(db: Path, tmp_path: Path) -> None:
    for ending, mark in (
        (".csv", b"event_id,"),
        (".geojson", b'{"type": "Feat'),
        (".parquet", b"PAR1"),
        (".jsonl", b'{"record"'),
    ):
        out = tmp_path / f"events{ending}"
        call("events", "--out", str(out))
        assert out.read_bytes().startswith(mark)


def test_people_edit_judge_and_undo(db: Path) -> None:
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
    for line in (edited, judged):
        assert "undone by ana: misread" in call("undo", line.split("\t")[0], "--reason", "misread").stdout
    assert call("decisions").stdout == ""
    header, *undone = call("decisions", "--all").stdout.splitlines()
    assert header == "decision\tat\tby\twhat\treason\tundone"
    assert len(undone) == 2 and all(line.endswith("\tundone by ana: misread") for line in undone)
    assert lines("events", "--edited") == []


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


def test_a_number_is_edited_by_its_name_alone(db: Path) -> None:
    one = lines("events", "--limit", "1")[0]["id"]
    assert "counts.killed is 12" in call("edit", one, "killed", "12", "--of", "event", "--reason", "a list").stdout


def test_asking_makes_no_store(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["events", "--db", str(tmp_path / "none.sqlite")])
    assert isinstance(done.exception, StoreError)
    assert list(tmp_path.iterdir()) == []


def test_the_run_names_all_that_decides_what_is_coded(tmp_path: Path) -> None:
    own = tmp_path / "actors.csv"
    own.write_text("x", encoding="utf-8")
    options = {"floor": None, "actor_lists": (), "gazetteer": None, "model": None}
    made = [ingest_command.run_of(options | more) for more in ({}, {}, {"floor": 0.9}, {"actor_lists": (own,)})]
    assert len({r.id for r in made}) == 4
    assert [r.coder == made[0].coder for r in made] == [True, True, False, False]
    own.write_text("y", encoding="utf-8")
    assert ingest_command.run_of(options | {"actor_lists": (own,)}).coder != made[3].coder
    with pytest.raises(InputError, match="cannot read"):
        ingest_command.run_of(options | {"actor_lists": (tmp_path / "none.csv",)})


def test_a_decision_needs_a_reason_and_is_told_in_words(db: Path) -> None:
    first, second = (e["id"] for e in lines("events", "--limit", "2"))
    for words in (("edit", first, "type", "PROTEST"), ("judge", "same", first, second), ("undo", "d1")):
        done = RUN.invoke(app, [*words, "--reason", " "])
        assert isinstance(done.exception, InputError) and "--reason is empty" in str(done.exception)
    told = call("edit", first, "when", "2024-07-28/2024-07-29", "--reason", "overnight").stdout
    assert f"{first}: when is 2024-07-28 to 2024-07-29\tovernight" in told


def test_what_has_no_day_and_what_is_new(db: Path) -> None:
    every = lines("events")
    undated = [e["id"] for e in every if not (e["when"] or {}).get("start")]
    assert [e["id"] for e in lines("events", "--without", "date")] == undated
    assert lines("events", "--recorded-since", "2200-01-01") == []
    assert len(lines("events", "--recorded-since", min(e["recorded"] for e in every))) == len(every)
    wrong = RUN.invoke(app, ["events", "--without", "name"])
    assert isinstance(wrong.exception, InputError) and "'name' is none of date, place" in str(wrong.exception)


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
