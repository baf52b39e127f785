"""`dateline actors`: who takes part in events; the list of actors, and what a user adds to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.parties import parties
from dateline.cli.usage import Command, Group
from dateline.exporters.values import plural

if TYPE_CHECKING:
    from dateline.resolve.who.actor_list import Role

app = typer.Typer(cls=Group, callback=parties, invoke_without_command=True)


@app.command("add", cls=Command)
def add(
    name: Annotated[str, typer.Argument(help="The full name.")],
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, a name, or IGO, UNO, EUR, NGO, IMG, MNC.")],
    sectors: Annotated[str, typer.Option(help="Sector codes, the primary first, joined by |.")],
    aliases: Annotated[str, typer.Option(help="Other names, joined by |.")] = "",
    kind: Annotated[
        str, typer.Option(help="man, woman or person, whom a surname alone may stand for; group, party, media, ...")
    ] = "own",
    since: Annotated[str, typer.Option(help="First day of the role (ISO date), if it is dated.")] = "",
    until: Annotated[str, typer.Option(help="Last day of the role (ISO date), if it is dated.")] = "",
    note: Annotated[str, typer.Option(help="The office, or a remark.")] = "",
) -> None:
    """Add one actor, or one more role of an actor, to your own list; it is looked at before the shipped one."""
    from dateline import own_actors
    from dateline.resolve.country_codes import country_code
    from dateline.resolve.who.own_list import sector_codes

    names = aliases.split("|") if aliases else []
    code, codes = country_code(country, bodies=True), sector_codes(sectors)
    own_actors.add(name, code, codes, aliases=names, kind=kind, since=since, until=until, note=note)
    typer.echo(f"{name} added as {code}:{'+'.join(codes)}", err=True)


@app.command("import", cls=Command)
def import_(
    path: Annotated[Path, typer.Argument(help="CSV with name, country, sectors, and what else an actor list has.")],
) -> None:
    """Add the actors of a CSV file to your own list."""
    from dateline import own_actors
    from dateline.resolve.who.own_list import read

    rows = read(path)
    added = own_actors.append(rows)
    known = len(rows) - added
    typer.echo(f"{plural(added, 'row')} added" + (f", {known:,} known already" if known else ""), err=True)


@app.command("find", cls=Command)
def find(name: Annotated[str, typer.Argument(help="A name, or a part of one.")]) -> None:
    """List the actors whose name holds the words given, with their keys and roles."""
    from dateline import settings
    from dateline.exporters.listing import write_lines
    from dateline.resolve.who import ActorList

    known = ActorList.load(settings.actor_lists())
    found = [e for e in known.entries.values() if name.casefold() in e.name.casefold()]
    if not found:
        typer.echo(f"no actor {name!r} is known: dateline actors add", err=True)
        raise typer.Exit(1)
    found.sort(key=lambda e: e.name)
    write_lines(("key", "name", "roles"), [(e.id, e.name, "; ".join(map(_role, e.roles))) for e in found], sys.stdout)


def _role(role: Role) -> str:
    days = f" {role.start}–{role.end}" if role.start or role.end else ""
    return f"{role.country}:{'+'.join(role.sectors)}{days}"
