"""`dateline judge`, `edit`, `undo`, `decisions`: people decide, and what they decide outranks the program."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli import asking
from dateline.errors import InputError
from dateline.records.edit import Edit
from dateline.records.judgement import Judgement

Author = Annotated[str | None, typer.Option("--by", envvar="DATELINE_AUTHOR", help="Who decides (your login name).")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for whoever looks at it later.")]


class Verdict(StrEnum):
    """What a judgement says."""

    same = "same"
    different = "different"


def judge(
    verdict: Annotated[Verdict, typer.Argument(help="same or different.")],
    one: Annotated[str, typer.Argument(help="Id of an event, or its beginning.")],
    two: Annotated[str, typer.Argument(help="Id of the other event.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Decide that two events are the same happening, or that they are not."""
    from dateline.merging import open_store

    why = stated(reason)
    with open_store(db) as store:
        typer.echo(told(store.judge(verdict.value, one, two, by=author(by), reason=why)))


def edit(
    event: Annotated[str, typer.Argument(help="Id of an event, or its beginning.")],
    field: Annotated[str, typer.Argument(help="type, status, when, where, actors, counts.killed, rejected, ...")],
    value: Annotated[str, typer.Argument(help="The value: words, a number, a day, or JSON as in the record.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Set a field of an event; it stays set when the article is coded again."""
    from dateline.merging import open_store
    from dateline.store.edits import given

    why = stated(reason)
    with open_store(db) as store:
        typer.echo(told(store.edit(event, field, given(value), by=author(by), reason=why)))


def undo(
    id: Annotated[str, typer.Argument(help="Id of a judgement or an edit.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Take a judgement or an edit back; both stay on record."""
    from dateline.merging import open_store

    why = stated(reason)
    with open_store(db) as store:
        typer.echo(told(store.undo(id, by=author(by), reason=why)))


def decisions(
    all: Annotated[bool, typer.Option("--all", help="Also those that were undone.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON lines.")] = False,
    db: asking.Db = None,
) -> None:
    """List the judgements and edits of a store, oldest first."""
    from dateline.merging import open_store
    from dateline.records.lines import dumps
    from dateline.records.stored_lines import edit_line, judgement_line

    with open_store(db) as store:
        made: list[Judgement | Edit] = [*store.judgements(withdrawn=all), *store.edits(withdrawn=all)]
    for one in sorted(made, key=lambda d: (d.at, d.id)):
        line = edit_line(one) if isinstance(one, Edit) else judgement_line(one)
        typer.echo(dumps(line) if json else told(one))


def author(given: str | None) -> str:
    """Who decides: as given, or the name of the login."""
    return given or getpass.getuser()


def stated(reason: str) -> str:
    """The reason; InputError where there is none."""
    if not reason.strip():
        raise InputError("--reason is empty: say why, for whoever looks at it later")
    return reason


def told(one: Judgement | Edit) -> str:
    """A decision on one line."""
    from dateline.exporters.values import value

    if isinstance(one, Edit):
        what = f"{one.record}: {one.field} is {value(one.value)}"
    else:
        what = f"{one.left} and {one.right} are {'the same' if one.verdict == 'same' else 'different'}"
    line = f"{one.id}\t{one.at:%Y-%m-%d %H:%M}\t{one.by}\t{what}\t{one.reason}"
    if one.withdrawn:
        line += f"\tundone by {one.withdrawn.by}: {one.withdrawn.reason}"
    return " ".join(line.splitlines())
