from __future__ import annotations

import io
from pathlib import Path

import pytest

import dateline
from dateline.cli import app
from dateline.errors import InputError
from dateline.exporters import EXPORTERS
from dateline.readers import read_paths
from tests.cli.calling import RUN


def test_the_command_line_and_python_say_the_same(tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent.parent / "samples" / "reports" / "lake-wire.jsonl"
    done = RUN.invoke(app, ["code", str(samples), "--format", "jsonl", "--workers", "1", "--quiet"])
    assert done.exit_code == 0, done.output
    out = io.StringIO()
    coder = dateline.load()
    EXPORTERS["jsonl"](coder.code_all(read_paths([str(samples)], published=None, on_skip=print)), out)
    assert done.stdout == out.getvalue() and '"story_event"' in done.stdout


def test_the_ending_of_out_chooses_the_format(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert RUN.invoke(app, ["code", str(report), "--out", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("event_id,")


def test_an_ending_of_no_format_is_refused(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    done = RUN.invoke(app, ["code", str(report), "--out", str(out)])
    assert isinstance(done.exception, InputError) and "--format" in str(done.exception)
    assert not out.exists()


@pytest.mark.parametrize(
    ("ending", "mark"), [("parquet", b"PAR1"), ("gpkg", b"SQLite"), ("geojson", b'{"type": "Feat'), ("xlsx", b"PK")]
)
def test_the_ending_chooses_the_format(report: Path, tmp_path: Path, ending: str, mark: bytes) -> None:
    out = tmp_path / f"x.{ending}"
    assert RUN.invoke(app, ["code", str(report), "--out", str(out)]).exit_code == 0
    assert out.read_bytes().startswith(mark)


def test_one_broken_article_does_not_stop_the_others(report: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{no json\n", encoding="utf-8")
    done = RUN.invoke(app, ["code", str(broken), str(report), "--format", "jsonl"])
    assert done.exit_code == 0
    assert "1 article coded, 1 skipped" in done.stderr


def test_nothing_read_is_exit_code_2(tmp_path: Path) -> None:
    assert RUN.invoke(app, ["code", str(tmp_path / "none.txt")]).exit_code == 2


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
