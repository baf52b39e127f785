"""The map of each package, in its `__init__.py`, is whole: a module that it leaves out is not found by who reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "dateline"
BY_NAME = {"web/models", "web/routes", "store/steps", "."}
"""Packages whose modules their names tell, and the modules beside the folders, which CONTRIBUTING.md goes through."""
PACKAGES = sorted(path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("__init__.py"))


@pytest.mark.parametrize("name", [name for name in PACKAGES if name not in BY_NAME])
def test_a_package_names_its_modules(name: str) -> None:
    named = set(re.findall(r"\w+", (PACKAGE / name / "__init__.py").read_text(encoding="utf-8")))
    assert {path.stem for path in (PACKAGE / name).glob("[!_]*.py")} <= named


def test_the_modules_beside_the_folders_are_named() -> None:
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", text))
    assert {path.stem for path in PACKAGE.glob("[!_]*.py")} <= named
