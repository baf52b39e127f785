from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

import dateline
from dateline.cli import COMMANDS, GROUPS, app
from dateline.errors import InputError, StopError
from dateline.exporters import EXPORTERS
from dateline.readers import read_paths
from tests.readers.pdf_making import column, pdf

RUN = CliRunner()
REPORT = (
    "Rebels attacked an army post near Gao on Monday, killing at least seven soldiers, the defence ministry said.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_the_command_line_and_python_say_the_same(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent.parent / "samples" / "reports" / "lake-wire.jsonl"
    done = RUN.invoke(app, ["code", str(samples), "--format", "jsonl", "--workers", "1", "--quiet"])
    assert done.exit_code == 0, done.output
    out = io.StringIO()
    coder = dateline.load()
    EXPORTERS["jsonl"](coder.code_all(read_paths([str(samples)], published=None, on_skip=print)), out)
    assert done.stdout == out.getvalue() and '"story_event"' in done.stdout


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    done = RUN.invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert " ".join(str(COMMANDS[name].__doc__).split(".")[0].split()) in " ".join(done.output.split())


def test_code_writes_json_lines_that_verify(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert any(r["record"] == "event" and r["when"]["start"] == "2024-07-29" for r in records if r.get("when"))
    assert RUN.invoke(app, ["verify", str(out), str(report)]).exit_code == 0


def test_events_of_a_pdf_verify_against_the_pdf(tmp_path: Path) -> None:
    lines = [
        "Rebels attacked an army post near Gao on Monday, killing at least seven sol-",
        "diers, the ministry said.",
    ]
    (tmp_path / "bulletin.pdf").write_bytes(pdf([column(lines)]))
    out = tmp_path / "out.jsonl"
    assert RUN.invoke(app, ["code", str(tmp_path / "bulletin.pdf"), "--out", str(out)]).exit_code == 0
    assert "seven soldiers, the ministry" in out.read_text(encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(tmp_path / "bulletin.pdf")])
    assert done.exit_code == 0, done.output


def test_verify_names_what_does_not_stand_in_the_text(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    first = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    first["trigger"]["span"][0] += 1
    out.write_text(json.dumps(first) + "\n", encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(report)])
    assert done.exit_code == 1
    assert "trigger" in done.output


def test_the_ending_of_out_chooses_the_format(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert RUN.invoke(app, ["code", str(report), "--out", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("event_id,")


def test_an_ending_of_no_format_is_refused(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    done = RUN.invoke(app, ["code", str(report), "--out", str(out)])
    assert isinstance(done.exception, InputError) and "--format" in str(done.exception)
    assert not out.exists()


def test_one_broken_article_does_not_stop_the_others(report: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{no json\n", encoding="utf-8")
    done = RUN.invoke(app, ["code", str(broken), str(report), "--format", "jsonl"])
    assert done.exit_code == 0
    assert "1 article coded, 1 skipped" in done.stderr


def test_nothing_read_is_exit_code_2(tmp_path: Path) -> None:
    assert RUN.invoke(app, ["code", str(tmp_path / "none.txt")]).exit_code == 2


def test_relate_types_a_pair(tmp_path: Path) -> None:
    text = "Chad severed ties with France."
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "source_span": [0, 4], "target_span": [23, 29]}) + "\n")
    done = RUN.invoke(app, ["relate", str(path)])
    row = json.loads(done.stdout)
    assert (row["id"], row["type"], row["quad"]) == ("1", "SANCTION", "material_conflict")
    assert abs(sum(row["scores"].values()) - 1) < 0.01


def test_relate_refuses_spans_outside_the_text(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "Short.", "source_span": [0, 99], "target_span": None}) + "\n")
    done = RUN.invoke(app, ["relate", str(path)])
    assert done.exit_code == 1
    assert "not inside the text" in done.stderr


def test_relate_names_each_bad_line_and_goes_on(tmp_path: Path) -> None:
    good = {"id": "1", "text": "Chad severed ties with France.", "source_span": [0, 4], "target_span": [23, 29]}
    bad: list[object] = [
        good | {"text": 7},
        good | {"text": " "},
        good | {"source_span": [0, "4"]},
        good | {"source_span": [0]},
        good | {"target_span": [True, 4]},
        good | {"target_span": {"start": 0}},
        good | {"target_span": [4, 4]},
        [good],
    ]
    path = tmp_path / "pairs.jsonl"
    lines = ["{no json", "", *map(json.dumps, bad), json.dumps(good)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = RUN.invoke(app, ["relate", str(path)])
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["1"]
    told = [line.partition(": ") for line in done.stderr.splitlines()]
    assert [place.rpartition(":")[2] for place, _, _ in told] == ["1", *(str(n) for n in range(3, 11))]
    assert "not valid JSON" in told[0][2] and '"text" has to be a string' in told[1][2]
    assert all('"source_span" has to be [start, end]' in reason for _, _, reason in told[3:5])
    assert "not inside the text" in told[7][2] and "not a JSON object" in told[8][2]


def test_explain_shows_scores_and_bases(report: Path) -> None:
    done = RUN.invoke(app, ["explain", str(report), "--published", "2024-08-02"])
    assert "why" in done.output and "ASSAULT" in done.output and "counted from: published" in done.output


@pytest.mark.parametrize("what", ["when", "where", "who", "said"])
def test_tag_writes_one_line_a_mention(what: str, report: Path) -> None:
    done = RUN.invoke(app, ["tag", what, str(report), "--published", "2024-08-02"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    for row in rows:
        assert row["id"] == hashlib.sha256(REPORT.encode()).hexdigest()[:16]
        assert REPORT[row["span"][0] : row["span"][1]] == row["text"]


def test_a_tagged_party_has_the_id_of_its_article_and_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "r1", "text": "Emmanuel Macron met ministers in Paris on Monday."}) + "\n")
    rows = [json.loads(line) for line in RUN.invoke(app, ["tag", "who", str(path)]).stdout.splitlines()]
    assert rows and {row["id"] for row in rows} == {"r1"}
    assert [row["actor_id"] for row in rows if row["text"] == "Emmanuel Macron"] == ["emmanuel-macron"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("code", "x", "--format", "xml"),
            "Invalid value for '--format': 'xml' is not one of 'table', 'jsonl', 'csv', 'xlsx', 'geojson', 'parquet'.",
        ),
        (("code", "x", "--workers", "-2"), "Invalid value for '--workers': give 0 or more"),
        (("ingest", "x", "--workers", "-2"), "Invalid value for '--workers': give 0 or more"),
        (("serve", "--port", "x"), "Invalid value for '--port': give a whole number"),
        (("code", "x", "--confidence", "x"), "Invalid value for '--confidence': give a number"),
    ],
)
def test_errors_of_usage_are_plain(words: tuple[str, ...], told: str) -> None:
    done = RUN.invoke(app, list(words))
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == f"Error: {told}"


@pytest.mark.parametrize("option", ["--actors", "--model"])
def test_a_file_that_is_not_there_is_told_plainly(report: Path, tmp_path: Path, option: str) -> None:
    done = RUN.invoke(app, ["code", str(report), option, str(tmp_path / "none")])
    assert isinstance(done.exception, StopError)
    assert "No such file" in str(done.exception) and "Errno" not in str(done.exception)


@pytest.mark.parametrize("command", ["code", "explain", "tag when"])
def test_what_cannot_be_read_is_exit_code_2(tmp_path: Path, command: str) -> None:
    french = tmp_path / "french.txt"
    french.write_text("Le ministre a annoncé mardi que les rebelles avaient attaqué la ville pendant la nuit. " * 3)
    for path, reason in ((french, "language is French (fr)"), (tmp_path / "none", "there is no such file")):
        done = RUN.invoke(app, [*command.split(), str(path)])
        assert done.exit_code == 2 and done.stdout == ""
        assert f"skipped {path}: {reason}" in done.stderr


def test_explain_reads_as_many_files_as_code(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("Gao", "Kidal"), encoding="utf-8")
    done = RUN.invoke(app, ["explain", str(report), str(other), str(tmp_path / "none")])
    assert done.exit_code == 0
    assert done.stdout.count("marks: ") == 1 and "near Gao" in done.stdout and "near Kidal" in done.stdout
    unknown = RUN.invoke(app, ["explain", str(report), "--event", "e000000"])
    assert isinstance(unknown.exception, InputError) and "no event 'e000000'" in str(unknown.exception)


def test_verify_names_each_article_that_is_not_there_once(report: Path, tmp_path: Path) -> None:
    out, wrong = tmp_path / "out.jsonl", tmp_path / "wrong.txt"
    RUN.invoke(app, ["code", str(report), "--published", "2024-08-02", "--out", str(out)])
    wrong.write_text("Another report of the day.", encoding="utf-8")
    done = RUN.invoke(app, ["verify", str(out), str(wrong), str(tmp_path / "none.txt")])
    assert done.exit_code == 1
    (line,) = done.stdout.splitlines()
    article = json.loads(out.read_text(encoding="utf-8").splitlines()[0])["article"]["id"]
    number = len(out.read_text(encoding="utf-8").splitlines())
    assert line == f"article {article} is not among those given: {number} records not checked"
    assert "none.txt: there is no such file" in done.stderr and f"{number} failures" in done.stderr


@pytest.mark.parametrize(("ending", "mark"), [("parquet", b"PAR1"), ("geojson", b'{"type": "Feat'), ("xlsx", b"PK")])
def test_the_ending_chooses_the_format(report: Path, tmp_path: Path, ending: str, mark: bytes) -> None:
    out = tmp_path / f"x.{ending}"
    assert RUN.invoke(app, ["code", str(report), "--out", str(out)]).exit_code == 0
    assert out.read_bytes().startswith(mark)


def test_no_model_is_loaded_where_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(**options: object) -> None:
        raise AssertionError(options)

    monkeypatch.setattr("dateline.pipeline.load", never)
    assert RUN.invoke(app, ["code", str(tmp_path / "none.txt")]).exit_code == 2


def test_why_nothing_was_read_is_told_to_the_quiet_too(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["code", str(tmp_path / "none.txt"), "--quiet"])
    assert (done.exit_code, done.stdout) == (2, "") and "none.txt: there is no such file" in done.stderr


def test_a_run_that_is_stopped_says_so_and_leaves_no_half_file(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.pipeline.code_articles", stopped)
    out = tmp_path / "out.csv"
    done = RUN.invoke(app, ["code", str(report), "--out", str(out)])
    assert done.exit_code == 130 and f"stopped after 0 articles: {out} is not written" in done.stderr
    assert [p for p in tmp_path.iterdir() if p.name.startswith("out")] == []


def test_the_list_of_commands_has_whole_sentences() -> None:
    told = " ".join(RUN.invoke(app, ["--help"]).stdout.split())
    assert "..." not in told.partition("Commands:")[2]
    assert "Check that every piece of evidence stands in the text where the record says it stands." in told
    told = " ".join(RUN.invoke(app, ["actors", "--help"]).stdout.split())
    assert "Add one actor, or one more role of an actor, to your own list; it is looked at before" in told


def test_help_tells_the_kinds_of_values_in_plain_words() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    below = [[name, inner] for name in GROUPS for inner in getattr(group.commands[name], "commands", ())]
    assert ["actors", "add"] in below
    for words in [[name] for name in (*COMMANDS, *GROUPS)] + below:
        told = RUN.invoke(app, [*words, "--help"]).stdout
        assert "Usage:" in told and not re.search(r"<(list|str|int|float|Path)", told), told
    told = RUN.invoke(app, ["events", "--help"]).stdout
    assert "--type <text> ..." in told and "--confidence <number>" in told


def test_where_nobody_reads_on_all_went_well(report: Path) -> None:
    code = f"{shlex.quote(sys.executable)} -m dateline tag who {shlex.quote(str(report))}"
    done = subprocess.run(["bash", "-c", f"{code} | true; echo ${{PIPESTATUS[0]}}"], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_a_pipe_gets_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Soldiers in São Tomé shot two protesters, the owner of a café said.", encoding="utf-8"
    )
    command = [sys.executable, "-m", "dateline", "code", str(tmp_path / "a.txt"), "--quiet"]
    old = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, capture_output=True, check=False, env=old)
    assert done.returncode == 0, done.stderr
    assert "São Tomé" in done.stdout.decode("utf-8")


def test_a_full_disk_is_one_line() -> None:
    full = "import dateline.cli as c\ndef app(): raise OSError(28, 'No space left on device')\nc.app = app\nc.main()"
    done = subprocess.run([sys.executable, "-c", full], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "dateline: the output cannot be written: No space left on device\n"


def test_doctor_finds_all_well() -> None:
    done = RUN.invoke(app, ["doctor"])
    assert done.exit_code == 0, done.output
    assert "all is well" in done.output
