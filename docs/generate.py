"""Writes the reference pages that are made from the code; with `--check` it fails where one is stale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer.main
from typer.core import TyperGroup

from dateline import errors
from dateline.cli import app
from dateline.codebooks.codebook import Codebook
from dateline.exporters import EXPORTERS
from dateline.exporters.csv import COLUMNS
from dateline.settings import SETTINGS

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- Made by docs/generate.py: do not edit. -->\n\n"


def commands() -> str:
    """Every command with its arguments and options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    out = ["# Commands\n"]
    for name, command in _flat(group):
        out += [f"## `dateline {name}`\n", (command.help or "").strip() + "\n", "| option | meaning |", "|---|---|"]
        for p in command.params:
            text = str(getattr(p, "help", "") or "").replace("|", "\\|")
            if p.param_type_name == "argument":
                out.append(f"| `{p.name.upper() if p.name else ''}` | {text} |")
            else:
                out.append(f"| `{', '.join(o for o in p.opts)}` | {text} |")
        out.append("")
    return "\n".join(out)


def _flat(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _flat(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def settings() -> str:
    """The environment variables."""
    out = ["# Settings\n", "| variable | meaning |", "|---|---|"]
    return "\n".join([*out, *(f"| `{k}` | {v} |" for k, v in SETTINGS.items()), ""])


def codebook() -> str:
    """Types, modes, contexts, sectors."""
    book = Codebook.load()
    out = [f"# Codebook {book.id}\n", f"{book.title}.\n"]
    for entry in book.types.values():
        need = " A recipient is required." if entry.recipient_required else ""
        future = f" Planned, it is {entry.future}." if entry.future else ""
        out += [
            f"## {entry.name}\n",
            f"{entry.meaning} ({book.quads[entry.quad]['label']}, {entry.score:+g}, "
            f"CAMEO {book.cameo(entry.name)}.{need}{future})\n",
        ]
        if entry.modes:
            out += ["| mode | meaning | score | CAMEO |", "|---|---|---|---|"]
            out += [
                f"| {m.name} | {m.meaning} | {m.score:+g} | {book.cameo(entry.name, (m.name,))} |"
                for m in entry.modes.values()
            ]
            out.append("")
    for title, table in (
        ("Contexts", book.contexts),
        ("Sectors", book.sectors),
        ("Pseudo-countries", book.pseudo_countries),
    ):
        out += [f"## {title}\n", "| code | meaning |", "|---|---|"]
        out += [f"| {k} | {v} |" for k, v in table.items()]
        out.append("")
    return "\n".join(out)


def error_tree() -> str:
    """The errors as a tree."""
    tree = (errors.__doc__ or "").partition("\n")[2]
    return f"# Errors\n\n```text{tree.rstrip()}\n```\n"


def formats() -> str:
    """Exporters and the columns of the flat table."""
    out = ["# Formats\n", "| `--format` | what |", "|---|---|"]
    for name, write in EXPORTERS.items():
        module = sys.modules[write.__module__].__doc__ or ""
        out.append(f"| `{name}` | {' '.join(module.split())} |")
    out += ["", "## Columns of the flat table\n", ", ".join(f"`{name}`" for name, _ in COLUMNS) + "."]
    return "\n".join([*out, ""])


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "codebook.md": codebook,
    "errors.md": error_tree,
    "settings.md": settings,
    "formats.md": formats,
}


def main() -> int:
    """Write the pages, or compare them."""
    stale = []
    for name, make in PAGES.items():
        path, text = REFERENCE / name, NOTE + make()
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.stderr.write(f"stale: {', '.join(stale)}; run python docs/generate.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
