"""The documentation names everything public, its links lead somewhere, and its generated parts are current."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dateline import errors
from dateline.cli import COMMANDS
from dateline.exporters import EXPORTERS
from dateline.exporters.csv import COLUMNS
from dateline.readers import READERS
from tests.docs.pages import PAGES, ROOT

LINK = re.compile(r"\]\(([^)#:]+?)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\(([^)#:]*)#([^)]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{target} in {page}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_headings_that_are_there(page: Path) -> None:
    for target, anchor in ANCHOR.findall(page.read_text(encoding="utf-8")):
        text = (page.parent / target if target else page).read_text(encoding="utf-8")
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert anchor in slugs, f"{target}#{anchor} in {page}"


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_command_format_and_column_is_named() -> None:
    commands = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    formats = (ROOT / "docs/reference/formats.md").read_text(encoding="utf-8")
    assert all(f"`dateline {name}`" in commands for name in COMMANDS)
    assert all(f"`{name}`" in formats for name in [*EXPORTERS, *(c for c, _ in COLUMNS)])


def test_every_reader_is_named() -> None:
    text = (ROOT / "docs/how-to/read.md").read_text(encoding="utf-8").lower()
    assert all(name in text for name in READERS)


def test_every_error_is_in_the_tree() -> None:
    text = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
    names = [n for n in vars(errors) if n.endswith("Error")]
    assert names
    assert all(name in text for name in names)


def test_every_field_of_an_event_is_in_the_reference() -> None:
    from dateline.records.lines import event_line
    from tests.make import coded, full_event

    text = (ROOT / "docs/reference/records.md").read_text(encoding="utf-8")
    one = coded(full_event())
    line = event_line(one.article, one.events[0])
    names = set(line) | set(line["actors"][0]) | set(line["where"][0]) | set(line["counts"][0]) | set(line["when"])
    assert [n for n in names if not re.search(rf"\b{n}\b", text)] == []


def test_the_changelog_names_the_version() -> None:
    import dateline

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in text or f"## {dateline.__version__}" in text


def test_no_column_is_explained_that_is_not_there() -> None:
    told = yaml.safe_load((ROOT / "docs/columns.yaml").read_text(encoding="utf-8"))
    text = (ROOT / "docs/reference/formats.md").read_text(encoding="utf-8")
    for table, names in told.items():
        assert table == "every" or f"## Columns of {table}\n" in text
        for name, meaning in names.items():
            assert f"`{name.replace('{what}', 'killed')}`" in text and f"| {meaning} |" in text, name


MAPPED = (
    "annotate",
    "coders",
    "exporters",
    "merge",
    "resolve/when",
    "resolve/where",
    "resolve/who",
    "resolve/who/again",
    "resolve/who/guessing",
    "resolve/who/names",
    "resolve/who/owners",
    "resolve/who/people",
    "resolve/who/pronouns",
    "resolve/who/scene",
    "resolve/who/sectors",
    "resolve/who/several",
    "store",
    "upkeep",
    "web",
    "weigh",
)
"""Folders that say in their `__init__` which of their modules does what."""


@pytest.mark.parametrize("name", MAPPED)
def test_a_folder_names_its_modules_as_they_are_called(name: str) -> None:
    folder = ROOT / "dateline" / name
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    there = {path.stem for path in folder.glob("*.py")} | {
        f"{path.parent.name}/" for path in folder.glob("*/__init__.py")
    }
    assert [one for one in re.findall(r"`([a-z_0-9]+/?)`", said) if one not in there] == []
