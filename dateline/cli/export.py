"""`dateline export`: a store in the columns of POLECAT, ICEWS, GDELT, ACLED or UCDP GED, with what gets lost."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import asking
from dateline.cli.filtered import filtered
from dateline.exporters.values import plural
from dateline.records.query import Filter

if TYPE_CHECKING:
    from dateline.exporters.field import FieldFormat, Written


class Name(StrEnum):
    """The formats of `exporters.field` (a test holds the two together)."""

    polecat = "polecat"
    icews = "icews"
    gdelt = "gdelt"
    acled = "acled"
    ged = "ged"


@filtered(leave_out="modes contexts statuses actor recipient articles edited without recorded_since run")
def export(
    name: Annotated[Name, typer.Argument(help="polecat, icews (events), gdelt, acled or ged (incidents).")],
    *,
    wanted: Filter,
    by_publication: Annotated[
        bool, typer.Option("--by-publication", help="The day of publication where no day is told.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    db: asking.Db = None,
) -> None:
    """Write events or incidents in the columns of a format of the field; what it cannot hold is told."""
    from dateline.cli.answering import left_out
    from dateline.cli.output import opened
    from dateline.exporters.field import FIELD_FORMATS, Given, write
    from dateline.resolve.countries import names_by_code
    from dateline.store import open_store

    form = FIELD_FORMATS[name.value]
    with open_store(db) as store, opened(out) as stream:
        asking.check_regions(wanted, store)
        given = Given(names_by_code(), by_publication, store.passages)
        records = store.events(wanted) if form.of == "events" else store.incidents(wanted, urls=False)
        done = write(records, form, given, stream)
        for line in _report(form, done, by_publication=by_publication):
            typer.echo(line, err=True)
        left_out(wanted, form.of.removesuffix("s"), store.undated if form.of == "events" else store.undated_incidents)


def _report(form: FieldFormat, done: Written, *, by_publication: bool) -> list[str]:
    """What was written, what was left out and why, what the format loses."""
    from dateline.cli.answering import reasons

    rows = f" in {plural(done.rows, 'row')}" if done.rows != done.records else ""
    return [
        f"{plural(done.records, form.of.removesuffix('s'))} written{rows}, {done.left_out.total():,} left out",
        *(f"  left out {n:,}: {reason}" for n, reason in reasons(done.left_out, by_publication=by_publication)),
        *(f"  {line}" for line in form.loss),
    ]
