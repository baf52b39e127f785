from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [path.relative_to(ROOT) for folder in ("eval", "bench", "train") for path in (ROOT / folder).glob("*.py")]
TASKS = [path.relative_to(ROOT) for path in (ROOT / "eval" / "tasks").glob("*.py")]
RUNS = [path for path in (*SCRIPTS, *TASKS) if path.parts[0] != "train"]  # what trains needs more than the tests have


@pytest.mark.parametrize("path", RUNS, ids=str)
def test_a_script_finds_all_that_it_imports(path: Path) -> None:
    assert importlib.import_module(".".join(path.with_suffix("").parts)).__doc__


@pytest.mark.parametrize("path", [path for path in SCRIPTS if path.name != "__init__.py"], ids=str)
def test_the_readme_of_a_folder_names_each_of_its_files(path: Path) -> None:
    assert f"`{path.name}`" in (ROOT / path.parent / "README.md").read_text(encoding="utf-8")
