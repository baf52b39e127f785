from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import ingest as ingest_command
from tests.cli.calling import REPORT, call
from tests.store.making import article, code, run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


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
