"""`dateline actors`: who takes part in events; the list of actors, and what a user adds to it."""

from __future__ import annotations

import csv
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
    from dateline import own_actors

    names = aliases.split("|") if aliases else []
    own_actors.add(name, country, sectors.split("|"), aliases=names, since=since, until=until, note=note)
    typer.echo(f"{name} added as {country}:{sectors.replace('|', '+')}", err=True)


@app.command("import")
def import_(path: Annotated[Path, typer.Argument(help="CSV with the columns of the actor list.")]) -> None:
    """Add the actors of a CSV file to your own list."""
    from dateline import own_actors
    from dateline.resolve.who.actor_list import COLUMNS, ActorList

    ActorList.load((path,))
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    if tuple(rows[0]) != COLUMNS:
        raise InputError(f"{path}: the first line must be {','.join(COLUMNS)}")
    own_actors.append(rows[1:])
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
