from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline import settings


def test_every_variable_that_is_read_is_in_the_table() -> None:
    root = Path(settings.__file__).parent
    read = {
        name
        for path in root.rglob("*.py")
        if path.name != "settings.py"
        for name in re.findall(r"\"(DATELINE_[A-Z_]+)\"", path.read_text(encoding="utf-8"))
    }
    assert read | {"DATELINE_HOME"} == set(settings.SETTINGS)


def test_nothing_of_the_user_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    assert settings.actor_lists() == ()
    assert settings.gazetteer() is None
    (tmp_path / "actors.csv").write_text("x", encoding="utf-8")
    assert settings.actor_lists() == (tmp_path / "actors.csv",)
