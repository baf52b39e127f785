from __future__ import annotations

from pathlib import Path

from dateline.cli import app
from dateline.errors import InputError
from tests.cli.calling import REPORT, RUN


def test_explain_shows_scores_and_bases(report: Path) -> None:
    done = RUN.invoke(app, ["explain", str(report), "--published", "2024-08-02"])
    assert "why" in done.output and "ASSAULT" in done.output and "counted from: published" in done.output


def test_explain_tells_who_each_voice_is(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Rebels killed two guards near Gao, the army said.", encoding="utf-8")
    done = RUN.invoke(app, ["explain", str(report)])
    assert "voice     “army” is " in done.output and "reported by “said”" in done.output


def test_explain_reads_as_many_files_as_code(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("Gao", "Kidal"), encoding="utf-8")
    done = RUN.invoke(app, ["explain", str(report), str(other), str(tmp_path / "none")])
    assert done.exit_code == 0
    assert done.stdout.count("marks: ") == 1 and "near Gao" in done.stdout and "near Kidal" in done.stdout
    unknown = RUN.invoke(app, ["explain", str(report), "--event", "e000000"])
    assert isinstance(unknown.exception, InputError) and "no event 'e000000'" in str(unknown.exception)
