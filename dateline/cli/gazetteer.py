"""`dateline gazetteer`: a larger gazetteer, and what is known of a name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.usage import Command, Group
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.resolve.where.entry import Entry

app = typer.Typer(
    cls=Group, help="Build a larger gazetteer from a GeoNames dump, or look a name up.", no_args_is_help=True
)


@app.command("build", cls=Command)
def build(
    dump: Annotated[Path, typer.Argument(help="allCountries.zip, or the zip of one country, from GeoNames.")],
    out: Annotated[Path | None, typer.Option(help="Where to write it (default: the folder of your own data).")] = None,
) -> None:
    """Make the gazetteer of all places of a GeoNames dump; it is then used instead of the shipped one."""
    from dateline import settings
    from dateline.resolve.where.geonames import build_from_dump

    target = out or settings.own_gazetteer()
    if not dump.is_file():
        raise InputError(f"no file {dump}: download allCountries.zip from GeoNames first")
    target.parent.mkdir(parents=True, exist_ok=True)
    size = build_from_dump(dump, target, _shown if sys.stderr.isatty() else None)
    typer.echo(f"{size:,} places written to {target}", err=True)
    if out is None:
        typer.echo("they are all that is known from now on; delete the file to have the shipped places again", err=True)


@app.command("find", cls=Command)
def find(name: Annotated[str, typer.Argument(help="A name of a place, in any spelling.")]) -> None:
    """List the places that a name may stand for, with country, kind, point, population and GeoNames id."""
    from dateline import settings
    from dateline.exporters.listing import write_lines
    from dateline.resolve.where import Gazetteer

    known = Gazetteer.open(settings.gazetteer())
    found = [c.entry for c in known.lookup(name)]
    if not found:
        typer.echo(f"no place of the name {name!r} is known", err=True)
        raise typer.Exit(1)
    ranked = sorted(found, key=lambda e: -e.population)
    write_lines(("name", "country", "kind", "point", "population", "GeoNames"), map(_row, ranked), sys.stdout)


def _row(entry: Entry) -> tuple[str, ...]:
    point = f"{entry.lat:.3f}, {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else "no point"
    number = str(entry.geonames_id) if entry.geonames_id is not None else "none"
    return entry.name, entry.country or "?", entry.kind, point, f"{entry.population:,}", number


def _shown(count: int) -> None:
    sys.stderr.write(f"\r{count:,} places")
    sys.stderr.flush()
