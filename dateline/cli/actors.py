"""`dateline actors`: who takes part in events; the list of actors, and what a user adds to it."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.parties import parties
from dateline.errors import InputError

app = typer.Typer(callback=parties, invoke_without_command=True)


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The full name.")],
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, IMG, MNC.")],
    sectors: Annotated[str, typer.Option(help="Sector codes, the primary first, joined by |.")],
    aliases: Annotated[str, typer.Option(help="Other names, joined by |.")] = "",
    since: Annotated[str, typer.Option(help="First day of the role (ISO date), if it is dated.")] = "",
    until: Annotated[str, typer.Option(help="Last day of the role (ISO date), if it is dated.")] = "",
    note: Annotated[str, typer.Option(help="The office, or a remark.")] = "",
) -> None:
    """Add one actor, or one more role of an actor, to your own list; it is looked at before the shipped one."""
    from dateline.codebooks.codebook import Codebook

    book = Codebook.load()
    wrong = [s for s in sectors.split("|") if s not in book.sectors]
    if wrong or not sectors:
        raise InputError(f"no sector {', '.join(wrong) or sectors!r}: one of {', '.join(book.sectors)}")
    key = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    _append([[key, name, aliases, country, sectors, "own", since, until, note]])
    typer.echo(f"{name} added as {country}:{sectors.replace('|', '+')}", err=True)


@app.command("import")
def import_(path: Annotated[Path, typer.Argument(help="CSV with the columns of the actor list.")]) -> None:
    """Add the actors of a CSV file to your own list."""
    from dateline.resolve.who.actor_list import COLUMNS, ActorList

    ActorList.load((path,))
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    if tuple(rows[0]) != COLUMNS:
        raise InputError(f"{path}: the first line must be {','.join(COLUMNS)}")
    _append(rows[1:])
    typer.echo(f"{len(rows) - 1} rows added", err=True)


@app.command("find")
def find(name: Annotated[str, typer.Argument(help="A name, or a part of one.")]) -> None:
    """List the actors whose name holds the words given."""
    from dateline import settings
    from dateline.resolve.who import ActorList

    known = ActorList.load(settings.actor_lists())
    found = [e for e in known.entries.values() if name.casefold() in e.name.casefold()]
    for entry in sorted(found, key=lambda e: e.name):
        roles = "; ".join(
            f"{r.country}:{'+'.join(r.sectors)}{f' {r.start}–{r.end}' if r.start or r.end else ''}" for r in entry.roles
        )
        typer.echo(f"{entry.id}\t{entry.name}\t{roles}")
    if not found:
        typer.echo(f"no actor {name!r} is known: dateline actors add", err=True)
        raise typer.Exit(1)


def _append(rows: list[list[str]]) -> None:
    """Put rows at the end of the user's list; the file is replaced whole, so a broken write loses nothing."""
    from dateline import settings
    from dateline.resolve.who.actor_list import COLUMNS, ActorList

    path = settings.own_actors()
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8") if path.is_file() else ",".join(COLUMNS) + "\n"
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        file.write(old)
        csv.writer(file, lineterminator="\n").writerows(rows)
    ActorList.load((part,))
    os.replace(part, path)
