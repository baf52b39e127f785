"""`dateline apply`: what colleagues decided in stores of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import asking
from dateline.cli.written import records


def apply(
    files: Annotated[list[Path], typer.Argument(help="Decisions as `dateline decisions --json` writes them.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Where others decided otherwise here, take what the file says.")
    ] = False,
    db: asking.Db = None,
) -> None:
    """Make the decisions that colleagues made in copies of a store in this one too, under their names.

    Those that hold here already are passed over, so a file can be applied again. Exit code 1 where some could not be.
    """
    from dateline import applying
    from dateline.cli.decide import told
    from dateline.upkeep import open_store

    lines = [line for file in files for _, line in records(file, by="dateline decisions --json")]
    with open_store(db) as store:
        done = applying.apply(store, lines, replace=replace)
    for one in done.made:
        typer.echo(told(one))
    for id_, reason in done.refused:
        typer.echo(f"not applied: {id_}: {reason}", err=True)
    numbers = f"{len(done.made)} applied, {done.known} known already, {len(done.refused)} not applied"
    hint = "; where others decided otherwise here, --replace takes what the file says" if done.refused else ""
    typer.echo(f"{numbers}{hint}", err=True)
    if done.refused:
        raise typer.Exit(1)
