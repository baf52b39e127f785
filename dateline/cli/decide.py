"""`dateline judge`, `edit`, `reject`, `withdraw`, `undo`, `decisions`: what people decide outranks the program."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import asking
from dateline.errors import InputError
from dateline.records.addition import Addition, ArticleWithdrawal, Decided
from dateline.records.edit import Edit, IncidentEdit

if TYPE_CHECKING:
    from dateline.records.corrected import Corrected
    from dateline.store import Store

Author = Annotated[str | None, typer.Option("--by", envvar="DATELINE_AUTHOR", help="Who decides (your login name).")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for whoever looks at it later.")]

TABLES = ("csv", "xlsx", "parquet")
ENDINGS = {ending: kind for ending, kind in asking.ENDINGS.items() if kind in ("jsonl", *TABLES)}
HEADER = ("decision", "at", "by", "what", "reason", "undone")


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
    _put(db, by, reason, lambda store, who, why: store.judge(verdict.value, one, two, by=who, reason=why))


def edit(
    id: Annotated[str, typer.Argument(help="Id of an incident or of an event, or its beginning.")],
    field: Annotated[str, typer.Argument(help="type, status, when, where, actors, counts.killed, rejected, ...")],
    value: Annotated[str, typer.Argument(help="The value: words, a number, a day, a place, or JSON as in the record.")],
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
    from dateline.cli.places import placed
    from dateline.records.resolved import COUNTED
    from dateline.store.edits import given
    from dateline.upkeep import open_store

    why, notes = stated(reason), list[str]()
    field = f"counts.{field}" if field in COUNTED else field  # "killed" alone is told well enough
    made: Edit | IncidentEdit
    with open_store(db) as store:
        incident = (of or which(store, id, field, notes.append)) == Of.incident
        wanted = given(value)
        if field == "where" and wanted is not None:
            wanted = placed(store, id, wanted, incident=incident, note=notes.append)
        if incident:
            made = store.edit_incident(id, field, wanted, by=author(by), reason=why)
        else:
            made = store.edit(id, field, wanted, by=author(by), reason=why)
    typer.echo(told(made))
    for note in notes:
        typer.echo(note, err=True)


def undo(
    id: Annotated[str, typer.Argument(help="Id of a judgement, an edit, an added event or a withdrawal.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Take back what was decided; both stay on record."""
    _put(db, by, reason, lambda store, who, why: store.undo(id, by=who, reason=why))


def reject(
    id: Annotated[str, typer.Argument(help="Id of an event, or its beginning.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Say that an event is none: it is shown and counted nowhere, also when its article is coded again."""
    from dateline.store.edits import REJECTED

    _put(db, by, reason, lambda store, who, why: store.edit(id, REJECTED, True, by=who, reason=why))


def withdraw(
    article: Annotated[str, typer.Argument(help="Id of an article.")],
    reason: Reason,
    by: Author = None,
    db: asking.Db = None,
) -> None:
    """Let an article count no more: retracted, read by mistake, under a wrong date; the past stays as it was known."""
    _put(db, by, reason, lambda store, who, why: store.withdraw(article, by=who, reason=why))


def decisions(
    all: Annotated[bool, typer.Option("--all", help="Also those that were undone.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON lines.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write to this file: .jsonl for `dateline apply`; .csv, .xlsx, .parquet with what stood there before."
        ),
    ] = None,
    db: asking.Db = None,
) -> None:
    """List what people decided in a store, oldest first: judgements, edits, added events, withdrawn articles."""
    from dateline import applying
    from dateline.cli.answering import answer
    from dateline.cli.output import opened
    from dateline.exporters.listing import write_lines
    from dateline.exporters.shapes import CORRECTIONS
    from dateline.records.lines import dumps
    from dateline.records.stored_lines import decided_line
    from dateline.upkeep import open_store

    chosen = "jsonl" if json else asking.format_of(None, out, ENDINGS) if out else "list"
    with open_store(db) as store:
        if chosen in TABLES:
            answer(_table(store, all), CORRECTIONS, chosen, out)
            return
        made = applying.decisions(store, withdrawn=all)
    if chosen == "jsonl":
        with opened(out) as stream:
            for one in made:
                stream.write(dumps(decided_line(one)) + "\n")
    elif made:
        width = None if all else -1
        write_lines(HEADER[:width], [cells(one)[:width] for one in made], sys.stdout)
    else:
        typer.echo("nobody has decided anything", err=True)


def _table(store: Store, all: bool) -> list[Corrected]:
    """What was decided, oldest first, field by field."""
    from dateline.store.desk import Desk

    found = Desk(store).corrections()
    return [one for one in reversed(found) if all or one.withdrawn is None]


def author(given: str | None) -> str:
    """Who decides: as given, or the name of the login."""
    return given or getpass.getuser()


def stated(reason: str) -> str:
    """The reason; InputError where there is none."""
    if not reason.strip():
        raise InputError("--reason is empty: say why, for whoever looks at it later")
    return reason


def which(store: Store, id: str, field: str, note: Callable[[str], None]) -> Of:
    """What an id without more stands for: an incident of several passages, else an event; notes it where it is both."""
    from dateline.store.incident_values import fields

    passage = store.passage(id)
    if store.incidents_of([passage]).get(passage) != passage or field not in fields():
        return Of.event
    passages = len(store.incident(passage).events)
    if passages > 1:
        note(f"the incident is edited, all {passages} passages; for what its first one says: --of event")
        return Of.incident
    note("the passage is edited; for the incident, also when others report of it: --of incident")
    return Of.event


def _put(db: str | None, by: str | None, reason: str, decide: Callable[[Store, str, str], Decided]) -> None:
    """Write to a store what somebody decided for a reason, and say so."""
    from dateline.upkeep import open_store

    why = stated(reason)
    with open_store(db) as store:
        typer.echo(told(decide(store, author(by), why)))


def told(one: Decided) -> str:
    """A decision on one line."""
    return "\t".join(" ".join(cell.split()) for cell in cells(one)).rstrip("\t")


def cells(one: Decided) -> tuple[str, ...]:
    """A decision as a row of `HEADER`."""
    from dateline.exporters.values import value

    if isinstance(one, Edit):
        what = f"{one.record}: {one.field} is {value(one.value)}"
    elif isinstance(one, IncidentEdit):
        what = f"incident {one.incident}: {one.field} is {value(one.value)}"
    elif isinstance(one, Addition):
        what = f"{one.passage}: {one.event['type']} “{one.event['trigger']['text']}” is added to {one.article}"
    elif isinstance(one, ArticleWithdrawal):
        what = f"article {one.article} is withdrawn"
    else:
        what = f"{one.left} and {one.right} are {'the same' if one.verdict == 'same' else 'different'}"
    undone = f"undone by {one.withdrawn.by}: {one.withdrawn.reason}" if one.withdrawn else ""
    return one.id, f"{one.at:%Y-%m-%d %H:%M}", one.by, what, one.reason, undone
