from __future__ import annotations

from pathlib import Path

import pytest

from dateline.readers import expected
from dateline.readers.expected import LONG, MOST_BYTES
from tests.readers.reading import written


def test_files_of_one_report_and_lines_are_counted(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "x")
    written(tmp_path, "b/c.HTML", "x")
    written(tmp_path, "b/d.jsonl", "{}\n{}\n{}")
    written(tmp_path, "b/e.ndjson", "{}\n{}\n")
    written(tmp_path, "f.jsonl", "")
    written(tmp_path, "g.pdf", "x")
    assert expected([str(tmp_path)]) == 8
    assert expected([str(tmp_path / "a.txt"), str(tmp_path / "none.jsonl")]) == 1


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl.gz", "a.warc.gz", "a"])
def test_what_has_to_be_read_to_be_counted_is_not(tmp_path: Path, name: str) -> None:
    assert expected([str(written(tmp_path, name, "x"))]) is None
    assert expected(["-"]) is None


def test_very_large_files_are_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, "a.jsonl", "{}\n")
    monkeypatch.setattr("os.path.getsize", lambda path: MOST_BYTES + 1)
    assert expected([str(file)]) is None


def test_a_long_text_may_hold_many_reports(tmp_path: Path) -> None:
    assert expected([str(written(tmp_path, "a.txt", "x" * (LONG + 1)))]) is None
