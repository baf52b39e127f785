"""`dateline judge`, `edit`, `undo`, `decisions`: people decide, and what they decide outranks the program."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking
from dateline.errors import InputError
from dateline.records.edit import Edit, IncidentEdit
from dateline.records.judgement import Judgement

if TYPE_CHECKING:
    from dateline.store import Store

Author = Annotated[str | None, typer.Option("--by", envvar="DATELINE_AUTHOR", help="Who decides (your login name).")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for whoever looks at it later.")]


class Verdict(StrEnum):
    """What a judgement says."""

    same = "same"
    different = "different"


class Of(StrEnum):
    """What an edit belongs to."""

    incident = "incident"
    event = "event"


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
    id: Annotated[str, typer.Argument(help="Id of an incident or of an event, or its beginning.")],
    field: Annotated[str, typer.Argument(help="type, status, when, where, actors, counts.killed, rejected, ...")],
    value: Annotated[str, typer.Argument(help="The value: words, a number, a day, or JSON as in the record.")],
    reason: Reason,
    of: Annotated[
        Of | None,
        typer.Option(
            "--of",
            help="incident: what is shown of it, whatever reports say; event: what one passage says. An incident goes "
            "by the id of its first passage: where it has several, incident is meant.",
        ),
    ] = None,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Set a field of an incident, or of an event; it stays set when articles are coded again and others join."""
    from dateline.merging import open_store
    from dateline.store.edits import given

    why = stated(reason)
    with open_store(db) as store:
        if (of or which(store, id, field)) == Of.incident:
            typer.echo(told(store.edit_incident(id, field, given(value), by=author(by), reason=why)))
        else:
            typer.echo(told(store.edit(id, field, given(value), by=author(by), reason=why)))


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

    with open_store(db) as store:
        made: list[Judgement | Edit | IncidentEdit] = [*store.judgements(withdrawn=all), *store.edits(withdrawn=all)]
        made += store.incident_edits(withdrawn=all)
    for one in sorted(made, key=lambda d: (d.at, d.id)):
        typer.echo(dumps(line(one)) if json else told(one))


def author(given: str | None) -> str:
    """Who decides: as given, or the name of the login."""
    return given or getpass.getuser()


def stated(reason: str) -> str:
    """The reason; InputError where there is none."""
    if not reason.strip():
        raise InputError("--reason is empty: say why, for whoever looks at it later")
    return reason


def which(store: Store, id: str, field: str) -> Of:
    """What an id without more stands for: an incident of several passages, else an event; says so where it is both."""
    from dateline.store.incident_values import fields

    passage = store.passage(id)
    if store.incidents_of([passage]).get(passage) != passage or field not in fields():
        return Of.event
    passages = len(store.incident(passage).events)
    if passages > 1:
        typer.echo(
            f"the incident is edited, all {passages} passages; for what its first one says: --of event", err=True
        )
        return Of.incident
    typer.echo("the passage is edited; for the incident, also when others report of it: --of incident", err=True)
    return Of.event


def line(one: Judgement | Edit | IncidentEdit) -> dict[str, Any]:
    """The JSON object of a decision."""
    from dateline.records.stored_lines import edit_line, incident_edit_line, judgement_line

    if isinstance(one, Judgement):
        return judgement_line(one)
    return edit_line(one) if isinstance(one, Edit) else incident_edit_line(one)


def told(one: Judgement | Edit | IncidentEdit) -> str:
    """A decision on one line."""
    from dateline.exporters.values import value

    if isinstance(one, Edit):
        what = f"{one.record}: {one.field} is {value(one.value)}"
    elif isinstance(one, IncidentEdit):
        what = f"incident {one.incident}: {one.field} is {value(one.value)}"
    else:
        what = f"{one.left} and {one.right} are {'the same' if one.verdict == 'same' else 'different'}"
    line = f"{one.id}\t{one.at:%Y-%m-%d %H:%M}\t{one.by}\t{what}\t{one.reason}"
    if one.withdrawn:
        line += f"\tundone by {one.withdrawn.by}: {one.withdrawn.reason}"
    return " ".join(line.splitlines())
