"""`dateline codebook`: the codebook in use, and one of your own: copied, looked at, checked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import reading
from dateline.cli.usage import Command, Group
from dateline.exporters.values import plural

if TYPE_CHECKING:
    from dateline.codebooks.codebook import Codebook

app = typer.Typer(
    cls=Group, help="Copy the codebook, change it to what you study, and check what you changed.", no_args_is_help=True
)
Folder = Annotated[Path, typer.Argument(help="The folder of a codebook of your own.")]


@app.command("copy", cls=Command)
def copy(
    folder: Annotated[Path, typer.Argument(help="The new folder.")],
    name: Annotated[str | None, typer.Option(help="What the codebook is called (default: as its folder).")] = None,
) -> None:
    """Put a copy of the shipped codebook into a new folder, to be changed there with any editor."""
    from dateline.codebooks import own

    id_ = own.copy(folder, name)
    typer.echo(
        f"{id_} is in {folder}: change it, `dateline codebook check {folder}`, then code with --codebook {folder}",
        err=True,
    )


@app.command("show", cls=Command)
def show(codebook: reading.Codebook = None) -> None:
    """List the codes of the codebook in use: types, modes, contexts and sectors with scores and what they mean."""
    from dateline.codebooks.own import chosen, usable
    from dateline.exporters.listing import write_lines

    write_lines(("kind", "code", "score", "CAMEO", "meaning"), _codes(usable(chosen(codebook))), sys.stdout)


def _codes(book: Codebook) -> Iterator[tuple[str, ...]]:
    for entry in book.types.values():
        yield "type", entry.name, f"{entry.score:+g}", book.cameo(entry.name) or "", entry.meaning
        for mode in entry.modes.values():
            cameo = book.cameo(entry.name, (mode.name,)) or ""
            yield "mode", f"{entry.name} {mode.name}", f"{mode.score:+g}", cameo, mode.meaning
    for kind, codes in (("context", book.contexts), ("sector", book.sectors), ("country", book.pseudo_countries)):
        yield from ((kind, code, "", "", meaning) for code, meaning in codes.items())


@app.command("check", cls=Command)
def check(folder: Folder) -> None:
    """Tell what is wrong in a codebook, what it changes, and which of its examples are not coded as they say.

    Exit code 1 where something is wrong; an example that is coded otherwise is told, and no fault.
    """
    from dateline.codebooks import own
    from dateline.codebooks.codebook import Codebook

    wrong = [] if own.is_shipped(folder) else [problem.located(folder) for problem in own.faults(folder)]
    for line in wrong:
        typer.echo(line)
    if wrong:
        typer.echo(f"{plural(len(wrong), 'fault')} in {folder}: it cannot be coded with", err=True)
        raise typer.Exit(1)
    book, base = Codebook.load(folder), Codebook.load(own.PLOVER)
    changes = list(own.differences(book, base))
    typer.echo(f"{book.id} has no faults, and {plural(len(changes), 'difference')} from {base.id}")
    for line in changes:
        typer.echo(f"  {line}")
    _try_examples(folder)


def _try_examples(folder: Path) -> None:
    """Code the examples of a codebook by it, and tell those that come out otherwise."""
    from dateline import pipeline
    from dateline.codebooks.check import EXAMPLES, examples, otherwise
    from dateline.records.article import Article

    known = examples(folder)
    if not known:
        typer.echo(f"no examples: a file {EXAMPLES} may hold sentences and how they are to be coded")
        return
    told = []
    mine, base = pipeline.load(codebook=folder), pipeline.load()
    for number, example in enumerate(known):
        article = Article(f"example-{number}", example.text, published="2024-07-30")
        said = otherwise(example, pipeline.code_article(article, mine).events)
        if said:
            too = said == otherwise(example, pipeline.code_article(article, base).events)
            told.append(f"  {example.rule}: {said}{f' (by {base.codebook.id} too)' if too else ''}: {example.text}")
    typer.echo(f"examples coded as they say: {len(known) - len(told)} of {len(known)}")
    for line in told:
        typer.echo(line)
