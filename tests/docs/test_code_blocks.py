"""What the documentation shows can be run: each command has the arguments and options given, Python works."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

import dateline
from dateline.cli import app
from tests.cli.calling import RUN
from tests.cli.conftest import coder, db, reports
from tests.docs.pages import PAGES, ROOT

__all__ = ["coder", "db", "reports"]

BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|\$\(|\| )(?:\.venv/bin/)?dateline (.*)$")
INLINE = re.compile(r"`dateline ([a-z][^`]*)`")
GROUP = typer.main.get_command(app)


def blocks(page: Path, *languages: str) -> Iterator[str]:
    for indent, language, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language in languages:
            yield "\n".join(line.removeprefix(indent) for line in body.splitlines())


def commands() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for block in blocks(page, "sh", ""):
            for line in block.replace("\\\n", " ").splitlines():
                if found := COMMAND.search(line):
                    yield page, found[1].removesuffix(")")


@pytest.mark.parametrize(("page", "line"), [pytest.param(p, x, id=f"{p.name}: {x}"[:90]) for p, x in commands()])
def test_each_command_shown_is_one(page: Path, line: str) -> None:
    words = shlex.split(line, comments=True)
    context, command = typer.Context(GROUP), GROUP
    while isinstance(command, typer.core.TyperGroup) and words and (inner := command.get_command(context, words[0])):
        command, words = inner, words[1:]
    assert command is not GROUP, f"no such command in {page}"
    command.make_context("dateline", [w for w in words if w not in (">", "out.jsonl")])


def test_each_option_named_in_a_sentence_is_one_of_its_command() -> None:
    for page in PAGES:
        for line in INLINE.findall(page.read_text(encoding="utf-8")):
            words = line.split()
            command = GROUP
            while isinstance(command, typer.core.TyperGroup) and words:
                inner = command.get_command(typer.Context(GROUP), words[0].rstrip(",…"))
                if inner is None:
                    break
                command, words = inner, words[1:]
            known = {o for p in command.params for o in p.opts}
            unknown = [w for w in words if w.startswith("--") and w.split("=")[0] not in known | {"--help"}]
            assert command is not GROUP and not unknown, f"{line!r} in {page}"


def test_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ROOT / "docs" / "tutorial.md"
    (tmp_path / "samples" / "reports").mkdir(parents=True)
    shutil.copy(ROOT / "samples" / "reports" / "evening-post.html", tmp_path / "samples" / "reports")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    made, active, *script = blocks(page, "sh")
    assert made == "make demo" and active == ". .venv/bin/activate"
    (text,) = re.findall(r"cat > report.txt <<'END'\n(.*?\n)END\n", "\n".join(script), re.DOTALL)
    Path("report.txt").write_text(text, encoding="utf-8")
    told = ""
    for line in re.findall(r"^dateline (.*)$", "\n".join(script), re.MULTILINE):
        done = RUN.invoke(app, shlex.split(line))
        assert done.exit_code == 0, (line, done.output)
        told += done.output
    assert "ASSAULT" in told and " 0 failures" in told and Path("events.csv").stat().st_size > 1000
    code = "\n".join(blocks(page, "python"))
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(code, str(page), "exec"), {})
    assert "ASSAULT" in out.getvalue() and re.search(r"happened +\d", out.getvalue())


def test_the_first_page_shows_what_is_coded() -> None:
    page = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    text = " ".join(line.removeprefix("> ") for line in page.splitlines() if line.startswith("> "))
    rows = dict(re.findall(r"^\| ([a-z ]+) \| [^|]*\| ([^|]*?) *\|$", page, re.MULTILINE))
    first, second = dateline.load().code(text, published="2026-03-11").events
    assert first.when and second.trigger.text == "killing" and second.story_event == first.id
    told = {
        "type": [first.trigger],
        "actor": [a.piece for a in first.actors],
        "recipient": [a.piece for a in first.recipients],
        "when": [first.when.piece],
        "where": [p.piece for p in first.where],
        "how many": [c.piece for c in first.counts],
        "according to": [piece for v in first.according_to for piece in (v.actor.piece, v.cue) if piece],
    }
    for field, pieces in told.items():
        assert re.findall("“(.*?)”", rows[field]) == [piece.text for piece in pieces], field


def test_exports_of_the_samples_are_as_told_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    page = ROOT / "docs/how-to/export.md"
    assert RUN.invoke(app, ["ingest", str(ROOT / "samples" / "reports")]).exit_code == 0
    done = RUN.invoke(app, ["export", "acled", "--out", "acled.csv"])
    (shown,) = blocks(page, "text")
    assert [line for line in shown.splitlines() if line.strip() != "…"] == done.stderr.splitlines()[:3]
    written, *_ = blocks(page, "")
    for line in written.splitlines():
        assert RUN.invoke(app, shlex.split(line.removeprefix("dateline "))).exit_code == 0, line
    (code,) = blocks(page, "python")
    exec(compile(code, str(page), "exec"), tables := {})
    assert len(tables["gdelt"]) and set(tables["gdelt"][26]) >= {"030"}
    assert [*tables["acled"]["country"]] == ["Chad"] and tables["polecat"]["Event Mode"].isna().any()


@pytest.mark.parametrize("page", ["store", "analyse"])
def test_python_that_asks_a_store_runs(page: str, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db.rename(tmp_path / "dateline.sqlite")
    monkeypatch.chdir(tmp_path)
    found = [code for code in blocks(ROOT / f"docs/how-to/{page}.md", "python") if "dateline.open" in code]
    assert len(found) == 1
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(found[0], page, "exec"), {})
    assert out.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_python_shown_compiles(page: Path) -> None:
    for code in blocks(page, "python"):
        if not code.lstrip().startswith("@"):  # a class without the bodies of its methods
            compile(code, str(page), "exec")
