"""Writes the reference pages that are made from the code and its tables; with `--check` it fails where one is stale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import phrases
import typer.main
import yaml
from typer.core import TyperGroup

from dateline import errors
from dateline.cli import app
from dateline.codebooks.codebook import Codebook
from dateline.exporters import ANSWERS, EXPORTERS
from dateline.exporters.field import FIELD_FORMATS
from dateline.exporters.shapes import ARTICLES
from dateline.records.dyad import columns as dyad_columns
from dateline.records.flat import (
    CODED_COLUMNS,
    COUNTED,
    EVENT_COLUMNS,
    INCIDENT_COLUMNS,
    PARTY_COLUMNS,
    STATEMENT_COLUMNS,
    Column,
)
from dateline.settings import SETTINGS
from dateline.store.tables import METADATA, VERSION, Utc

EXIT_CODES = """| exit code | when |
|---|---|
| 0 | all went well, also where single articles were skipped |
| 1 | a check failed: `verify`, `doctor`, a line of `relate` |
| 2 | nothing was read, or it cannot be done (a wrong option, path or id, a full disk): one line says why |
| 130, 143 | stopped by Ctrl-C or SIGTERM (`kill`, a scheduler); `ingest` goes on from there |
"""
REFERENCE = Path(__file__).parent / "reference"
COLUMNS = Path(__file__).parent / "columns.yaml"
NOTE = "<!-- Made by docs/generate.py: do not edit. -->\n\n"


def commands() -> str:
    """Every command with its arguments and options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    out = ["# Commands\n", EXIT_CODES]
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
            if command.invoke_without_command:
                yield f"{prefix}{name}", command
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
    out = [
        f"# Codebook {book.id}\n",
        f"{book.title}. `dateline codebook show` lists it; [one of your own](../how-to/codebook.md).\n",
    ]
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
    out += ["", "## Columns of the flat table\n", *_meanings("events", CODED_COLUMNS)]
    out += ["", "# What a store answers\n", "| `--format` | what |", "|---|---|"]
    for name, answer in ANSWERS.items():
        module = sys.modules[answer.__module__].__doc__ or ""
        out.append(f"| `{name}` | {' '.join(module.split())} |")
    more = EVENT_COLUMNS[len(CODED_COLUMNS) :]
    out += ["", "## Columns of events\n", "Those of the flat table, and\n", *_meanings("events", more)]
    for title, columns in (
        ("incidents", INCIDENT_COLUMNS),
        ("statements", STATEMENT_COLUMNS),
        ("articles", ARTICLES.columns),
        ("actors", PARTY_COLUMNS),
        ("dyads", dyad_columns(tuple(Codebook.load().quads))),
    ):
        out += ["", f"## Columns of {title}\n", *_meanings(title, columns)]
    out += ["", "# Formats of the field\n", "`dateline export` ([how](../how-to/export.md)) writes these."]
    for form in FIELD_FORMATS.values():
        out += ["", f"## {form.title}\n", ", ".join(f"`{column}`" for column in form.columns) + ".\n"]
        out += [f"* {line}" for line in form.loss]
    return "\n".join([*out, ""])


def _meanings(table: str, columns: Sequence[Column]) -> Iterator[str]:
    """The rows that tell what columns hold, a row for those that hold the same; KeyError where one is told nowhere."""
    yield "| column | kind | what |"
    yield "|---|---|---|"
    told: dict[tuple[str, str], list[str]] = {}
    of = meanings(table)
    for column in columns:
        told.setdefault((column.kind, of[column.name]), []).append(f"`{column.name}`")
    for (kind, meaning), names in told.items():
        yield f"| {', '.join(names)} | {kind} | {meaning} |"


def meanings(table: str) -> dict[str, str]:
    """What columns of a table hold, by name: docs/columns.yaml with its patterns spelled out."""
    told = yaml.safe_load(COLUMNS.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for name, meaning in (*told["every"].items(), *told.get(table, {}).items()):
        for what in COUNTED if "{what}" in name else ("",):
            found[name.replace("{what}", what)] = meaning
    return found


def schema() -> str:
    """The tables of a store."""
    out = [
        "# Tables of a store\n",
        f"Schema version {VERSION}. See [the store](store.md) for how they hang together.\n",
    ]
    for table in METADATA.sorted_tables:
        out += [f"## {table.name}\n", f"{table.comment}\n", "| column | type | |", "|---|---|---|"]
        for column in table.columns:
            notes = ["key"] if column.primary_key else []
            notes += [f"of `{key.column}`" for key in column.foreign_keys]
            notes += [] if column.nullable or column.primary_key else ["always there"]
            out.append(f"| `{column.name}` | {_kind(column.type)} | {', '.join(notes)} |")
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            part = index.dialect_options["sqlite"]["where"]
            ended = "NOT NULL" in str(part)
            of = "" if part is None else ", of what ended" if ended else ", of what holds now"
            out.append(f"\nIndex `{index.name}`: {', '.join(c.name for c in index.columns)}{of}.")
        out.append("")
    return "\n".join(out)


def _kind(type_: Any) -> str:
    return "time (UTC)" if isinstance(type_, Utc) else type(type_).__name__.lower()


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "codebook.md": codebook,
    "errors.md": error_tree,
    "settings.md": settings,
    "formats.md": formats,
    "schema.md": schema,
    "phrases.md": phrases.page,
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
