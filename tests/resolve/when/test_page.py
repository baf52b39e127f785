from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "docs" / "phrases.py"


def test_the_pages_show_the_tables_as_they_are() -> None:
    spec = importlib.util.spec_from_file_location("phrases", SCRIPT)
    assert spec is not None and spec.loader is not None
    phrases = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(phrases)
    for path in phrases.PAGES:
        assert phrases.page(path) == path.read_text(encoding="utf-8"), (
            f"stale: run python docs/phrases.py ({path.name})"
        )
