from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from dateline.cli import COMMANDS, GROUPS, app
from dateline.errors import StopError
from tests.cli.calling import RUN


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    done = RUN.invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert " ".join(str(COMMANDS[name].__doc__).split(".")[0].split()) in " ".join(done.output.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("code", "x", "--format", "xml"),
            "Invalid value for '--format': 'xml' is not one of "
            "'table', 'jsonl', 'csv', 'xlsx', 'geojson', 'gpkg', 'parquet'.",
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
